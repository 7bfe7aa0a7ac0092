using System.Collections.Concurrent;
using System.Text;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Every input file of an archive, ordered by path: from disk, or from memory in tests. Names that begin with a dot are part of it only below static/.</summary>
public sealed class SourceTree
{
    private readonly Dictionary<string, SourceFile> byPath;

    private SourceTree(IEnumerable<SourceFile> files)
    {
        Files = [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
        byPath = Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
    }

    private SourceTree(SourceTree before, IEnumerable<SourceFile> replaced)
    {
        var files = before.Files.ToArray();
        byPath = new Dictionary<string, SourceFile>(before.byPath, StringComparer.Ordinal);
        foreach (var file in replaced)
        {
            files[Array.IndexOf(files, byPath[file.Path])] = file;
            byPath[file.Path] = file;
        }

        Files = files;
    }

    /// <summary>All files, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>The file at a path, or null.</summary>
    public SourceFile? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>Whether another tree has the same paths, and at each the very same file unless it is Markdown.</summary>
    public bool HasSameAttachments(SourceTree other)
    {
        if (Files.Count != other.Files.Count) return false;
        for (var i = 0; i < Files.Count; i++)
        {
            var (one, two) = (Files[i], other.Files[i]);
            if (!ReferenceEquals(one, two) && (!two.IsMarkdown || one.Path != two.Path)) return false;
        }

        return true;
    }

    /// <summary>The files below a folder, in order.</summary>
    public IEnumerable<SourceFile> Under(string folder)
    {
        var prefix = folder + "/";
        return Files.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>A tree in memory.</summary>
    public static SourceTree Of(IEnumerable<KeyValuePair<string, byte[]>> files) => new(files.Select(static file => new SourceFile(file.Key, file.Value)));

    /// <summary>A tree of texts in memory.</summary>
    public static SourceTree Of(IEnumerable<KeyValuePair<string, string>> files) =>
        Of(files.Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))));

    /// <summary>A tree of files.</summary>
    internal static SourceTree Of(IEnumerable<SourceFile> files) => new(files);

    /// <summary>This tree with other files in the place of those of the same paths.</summary>
    internal SourceTree With(IEnumerable<SourceFile> replaced) => new(this, replaced);

    /// <summary>Reads the named files and everything below the named folders of <paramref name="root"/>; those that do not exist hold nothing.</summary>
    /// <param name="root">The archive's folder.</param>
    /// <param name="names">Files and folders in it.</param>
    /// <param name="bag">Where problems go.</param>
    /// <param name="most">When there are more files, one more than that is listed and none is read.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static SourceTree Load(string root, IEnumerable<string> names, DiagnosticBag bag, int most = int.MaxValue)
    {
        var full = System.IO.Path.GetFullPath(root);
        var walk = new SourceWalk(full, [.. names], bag) { Most = most };
        walk.Run();
        var files = new ConcurrentBag<SourceFile>();
        var now = walk.Found.Count <= Math.Min(most, Limits.Default.Files);
        Parallel.ForEach(walk.Found, path => files.Add(new SourceFile(path, System.IO.Path.Combine(full, path), now && IsText(path))));
        return new SourceTree(files);
    }

    /// <summary>Whether a file is read at once, because builds read what is in it.</summary>
    internal static bool IsText(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".yml" or ".yaml" or ".html" or ".lock";
}
