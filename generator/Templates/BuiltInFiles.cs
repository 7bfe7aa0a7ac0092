using System.Collections.Frozen;
using Rostrum.Sources;

namespace Rostrum.Templates;

/// <summary>The templates, strings, styles and scripts that are embedded in the program; an archive's own file of the same name wins.</summary>
public static class BuiltInFiles
{
    private const string Folder = "templates/";

    // Each is read when it is first wanted.
    private static readonly FrozenDictionary<string, Lazy<SourceFile>> Embedded = typeof(BuiltInFiles).Assembly.GetManifestResourceNames()
        .Select(static resource => (Name: resource, Path: resource.Replace('\\', '/'))).Where(static resource => resource.Path.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(static resource => resource.Path, static resource => new Lazy<SourceFile>(() => Read(resource.Name, resource.Path)), StringComparer.Ordinal);

    /// <summary>The templates folder of an archive laid over the built-in one, ordered by path.</summary>
    public static IReadOnlyDictionary<string, SourceFile> Over(SourceTree tree)
    {
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var (path, file) in Embedded)
        {
            if (tree.Find(path) is null) files[path[Folder.Length..]] = file.Value;
        }

        foreach (var file in tree.Under("templates")) files[file.Path[Folder.Length..]] = file;
        return files;
    }

    /// <summary>The strings files for a language, the most particular first: the archive's own before the built-in one, the language before English.</summary>
    public static IReadOnlyList<SourceFile> Strings(IReadOnlyDictionary<string, SourceFile> files, string language)
    {
        var names = new[] { language, language.Split('-')[0], "en" }.Select(static tag => $"strings/{tag}.yml").Distinct(StringComparer.Ordinal);
        return [.. names.SelectMany(Layers)];

        IEnumerable<SourceFile> Layers(string name)
        {
            var builtIn = Find(Folder + name);
            if (files.GetValueOrDefault(name) is { } own && builtIn?.Bytes.AsSpan().SequenceEqual(own.Bytes) != true) yield return own;
            if (builtIn is not null) yield return builtIn;
        }
    }

    /// <summary>The built-in file of a path, or null.</summary>
    public static SourceFile? Find(string path) => Embedded.GetValueOrDefault(path)?.Value;

    private static SourceFile Read(string resource, string path)
    {
        using var stream = typeof(BuiltInFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SourceFile(path, bytes);
    }
}
