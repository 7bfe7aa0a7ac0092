using System.Buffers;
using System.Collections.Concurrent;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>
/// Lists the files that a build reads, without ever leaving the folders it was given: a symbolic link is followed only to what a build reads anyway,
/// so that no link can publish a file that lies beside the archive or is hidden in it.
/// </summary>
internal sealed class SourceWalk(string root, IReadOnlyList<string> names, DiagnosticBag bag)
{
    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([.. Enumerable.Range(0, 256).Select(static c => (char)c).Where(char.IsControl)]);
    private readonly string[] readable = [.. names.Select(name => RealPath.Of(Path.Combine(root, name))).OfType<string>()];
    private readonly string realRoot = RealPath.Of(root) ?? root;

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>With one more than so many the walk ends.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Fills <see cref="Found"/> and reports what can't be read.</summary>
    /// <exception cref="IOException">A folder can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public void Run()
    {
        try
        {
            foreach (var name in names) Add(name);
        }
        catch (AggregateException exception) when (exception.Flatten().InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw exception.Flatten().InnerExceptions[0];
        }
    }

    private void Add(string name)
    {
        if (names.Any(other => name.StartsWith(other + "/", StringComparison.Ordinal)) && !name.Contains("/.", StringComparison.Ordinal)) return; // found with the other
        var path = Path.Combine(root, name);
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if ((entry.Exists || entry.LinkTarget is not null) && MayRead(entry, name)) Add(entry, name, false);
    }

    private void Add(FileSystemInfo entry, string path, bool throughLink)
    {
        if (entry is not DirectoryInfo folder)
        {
            AddFile(path);
            return;
        }

        // The system is asked about each entry, which in a large folder takes longer than all else.
        var others = new ConcurrentBag<FileSystemInfo>();
        Parallel.ForEach(folder.EnumerateFileSystemInfos(), (inner, loop) =>
        {
            if (IsFull) loop.Stop();
            else if (IsHidden(inner.Name, path)) return;
            else if (inner is DirectoryInfo || inner.Attributes.HasFlag(FileAttributes.ReparsePoint)) others.Add(inner);
            else AddFile($"{path}/{inner.Name}");
        });
        Parallel.ForEach(others, (inner, loop) =>
        {
            if (IsFull) loop.Stop();
            else AddInner(inner, folder, $"{path}/{inner.Name}", throughLink);
        });
    }

    private bool IsFull
    {
        get
        {
            lock (Found) return Found.Count > Most;
        }
    }

    private void AddFile(string path)
    {
        if (!IsUsableName(path)) return;
        lock (Found)
        {
            if (Found.Count <= Most) Found.Add(path);
        }
    }

    private void AddInner(FileSystemInfo inner, DirectoryInfo folder, string path, bool throughLink)
    {
        var isLink = inner.Attributes.HasFlag(FileAttributes.ReparsePoint);
        if (isLink && !MayRead(inner, path)) return;
        if (isLink && inner is DirectoryInfo && (throughLink || RealPath.IsWithin(RealPath.Of(folder.FullName)!, RealPath.Of(inner.FullName)!))) bag.Add(Problems.LinkInCircles(Location.StartOf(path)));
        else Add(inner, path, throughLink || isLink);
    }

    private bool MayRead(FileSystemInfo entry, string path)
    {
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint)) return true;
        var real = RealPath.Of(entry.FullName);
        if (real is not null && Path.Exists(real) && (names.Contains(path) ? IsOpenWithin(real, realRoot) : Array.Exists(readable, folder => IsOpenWithin(real, folder)))) return true;
        bag.Add(Problems.LinkLeavesRoot(Location.StartOf(path), real is null || !Path.Exists(real) ? "nowhere" : real));
        return false;
    }

    private bool IsUsableName(string path)
    {
        if (path.AsSpan().IndexOfAny(ControlCharacters) < 0 && path != "static/.rostrum-manifest") return true;
        bag.Add(Problems.UnusableFileName(Location.StartOf(string.Concat(path.Select(static c => char.IsControl(c) ? '\uFFFD' : c)))));
        return false;
    }

    private static bool IsOpenWithin(string real, string folder) =>
        RealPath.IsWithin(real, folder) && !real[folder.Length..].Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.'));

    /// <summary>Whether an entry of a folder is no part of an archive, by its name.</summary>
    public static bool IsHidden(string name, string folder) =>
        name.StartsWith('.') && (!folder.StartsWith("static", StringComparison.Ordinal) || name is ".DS_Store" or ".git");
}
