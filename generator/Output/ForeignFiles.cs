using System.IO.Enumeration;

namespace Rostrum.Output;

/// <summary>What others put into an output folder: files, symbolic links (never followed), and folders in which there is nothing of the site.</summary>
internal sealed class ForeignFiles
{
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal);
    private readonly string root;

    private ForeignFiles(string root) => this.root = root;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => files.Count == 0 && folders.Count == 0;

    /// <summary>Everything in a folder but the files that Rostrum wrote and its manifest.</summary>
    public static ForeignFiles Find(string root, IReadOnlySet<string> owned)
    {
        var foreign = new ForeignFiles(root);
        var ownedFolders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in owned) AddParents(path, ownedFolders);
        var entries = new FileSystemEnumerable<(string Path, bool IsFolder)>(root, Transform, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        foreach (var (path, isFolder) in entries)
        {
            if (isFolder && !ownedFolders.Contains(path)) foreign.folders.Add(path);
            else if (!isFolder && !owned.Contains(path) && path is not (Manifest.Name or Manifest.PartName)) foreign.files.Add(path);
        }

        return foreign;
    }

    /// <summary>The files of the site that can't be written without replacing something.</summary>
    public IEnumerable<string> Obstacles(IReadOnlySet<string> site)
    {
        if (IsEmpty) return [];
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in site) AddParents(path, parents);
        return files.Where(path => site.Contains(path) || parents.Contains(path)).Concat(folders.Where(site.Contains)).Order(StringComparer.Ordinal);
    }

    /// <summary>Gives everything a second place under another folder, but what stands in the way of the files of a site.</summary>
    public void LinkInto(string target, IReadOnlySet<string> site)
    {
        if (IsEmpty) return;
        var obstacles = Obstacles(site).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (Obstructs(folder, obstacles)) continue;
            Directory.CreateDirectory(Path.Combine(target, folder));
            CopyMode(folder, target);
        }

        foreach (var file in files)
        {
            if (Obstructs(file, obstacles)) continue;
            var place = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            FileSystem.Link(Path.Combine(root, file), place);
        }
    }

    /// <summary>Gives what the target does not have a second place there; for what arrived while a site was written.</summary>
    public void Rescue(string target)
    {
        foreach (var file in files)
        {
            var place = Path.Combine(target, file);
            if (Exists(place) || File.Exists(Path.GetDirectoryName(place))) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            FileSystem.Link(Path.Combine(root, file), place);
        }
    }

    private static bool Obstructs(string path, HashSet<string> obstacles)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (obstacles.Contains(path[..end])) return true;
        }

        return false;
    }

    private static void AddParents(string path, HashSet<string> parents)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (!parents.Add(path[..slash])) return;
        }
    }

    private void CopyMode(string folder, string target)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(Path.Combine(target, folder), File.GetUnixFileMode(Path.Combine(root, folder)) | owner);
    }

    private static bool Exists(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static (string Path, bool IsFolder) Transform(ref FileSystemEntry entry)
    {
        var path = entry.ToFullPath()[(entry.RootDirectory.TrimEnd(Path.DirectorySeparatorChar).Length + 1)..];
        return (path.Replace(Path.DirectorySeparatorChar, '/'), entry.IsDirectory && !IsLink(ref entry));
    }
}
