using Rostrum.Sources;

namespace Rostrum.Templates;

/// <summary>The templates, strings, styles and scripts that are embedded in the program; an archive's own file of the same name wins.</summary>
public static class BuiltInFiles
{
    private const string Folder = "templates/";

    /// <summary>The templates folder of an archive laid over the built-in one, ordered by path.</summary>
    public static IReadOnlyDictionary<string, SourceFile> Over(SourceTree tree)
    {
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var resource in typeof(BuiltInFiles).Assembly.GetManifestResourceNames())
        {
            var path = resource.Replace('\\', '/');
            if (path.StartsWith(Folder, StringComparison.Ordinal) && tree.Find(path) is null) files[path[Folder.Length..]] = Read(resource, path);
        }

        foreach (var file in tree.Under("templates")) files[file.Path[Folder.Length..]] = file;
        return files;
    }

    /// <summary>The built-in file of a path, or null.</summary>
    public static SourceFile? Find(string path) =>
        typeof(BuiltInFiles).Assembly.GetManifestResourceNames().FirstOrDefault(name => name.Replace('\\', '/') == path) is { } resource ? Read(resource, path) : null;

    private static SourceFile Read(string resource, string path)
    {
        using var stream = typeof(BuiltInFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new SourceFile(path, bytes);
    }
}
