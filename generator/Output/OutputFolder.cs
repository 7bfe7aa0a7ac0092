using Rostrum.Diagnostics;

namespace Rostrum.Output;

/// <summary>An output folder that may be written to, held by this process alone until it is disposed.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly FileStream hold;

    private OutputFolder(string path, HashSet<string> owned, FileStream hold)
    {
        FullPath = path;
        Owned = owned;
        this.hold = hold;
    }

    /// <summary>Where the site is.</summary>
    public string FullPath { get; }

    /// <summary>Where the new site is put together.</summary>
    public string Staging => Beside("new");

    /// <summary>Files in it that Rostrum wrote.</summary>
    public HashSet<string> Owned { get; }

    /// <summary>Files in it that others put there.</summary>
    public HashSet<string> Foreign { get; } = new(StringComparer.Ordinal);

    private string Retired => Beside("old");

    /// <summary>Waits for its turn, repairs what a killed build left behind, and opens the folder; null (reported) when the site must not be written there.</summary>
    public static OutputFolder? Open(string path, string root, bool force, DiagnosticBag bag)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (WhyUnsafe(full, Path.TrimEndingDirectorySeparator(Path.GetFullPath(root))) is { } why)
        {
            bag.Add(Problems.UnsafeOutput(path, why));
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var folder = new OutputFolder(full, [], Hold(full));
        folder.Repair();
        var owned = Directory.Exists(full) ? Manifest.Read(full) : [];
        if (owned is null && !force && Directory.EnumerateFileSystemEntries(full).Any())
        {
            folder.Dispose();
            bag.Add(Problems.ForeignOutput(path));
            return null;
        }

        folder.Owned.UnionWith(owned ?? []);
        if (Directory.Exists(full))
        {
            folder.Foreign.UnionWith(Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(full, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(path => path != Manifest.Name && !folder.Owned.Contains(path)));
        }

        return folder;
    }

    /// <summary>Puts the staged site in the place of the old one, in one step where the system can.</summary>
    public void Publish()
    {
        if (!Directory.Exists(FullPath)) Directory.Move(Staging, FullPath);
        else if (FileSystem.TryExchange(Staging, FullPath)) Directory.Delete(Staging, true);
        else
        {
            Directory.Move(FullPath, Retired);
            Directory.Move(Staging, FullPath);
            Directory.Delete(Retired, true);
        }
    }

    /// <summary>Throws the staged site away.</summary>
    public void Discard()
    {
        if (Directory.Exists(Staging)) Directory.Delete(Staging, true);
    }

    /// <inheritdoc/>
    public void Dispose() => hold.Dispose();

    private string Beside(string suffix) => BesideOf(FullPath, suffix);

    private static string BesideOf(string path, string suffix) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.rostrum-{suffix}");

    private void Repair()
    {
        if (Directory.Exists(Retired) && !Directory.Exists(FullPath)) Directory.Move(Retired, FullPath);
        if (Directory.Exists(Retired)) Directory.Delete(Retired, true);
        Discard();
    }

    private static FileStream Hold(string full)
    {
        var path = BesideOf(full, "lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                Thread.Sleep(50);
            }
        }
    }

    private static string? WhyUnsafe(string full, string root)
    {
        if (Path.GetDirectoryName(full) is null) return "it is the root of the disk";
        if (full == root || root.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return "it holds the archive itself";
        foreach (var input in new[] { "content", "templates", "static" })
        {
            var folder = Path.Combine(root, input);
            if (full == folder || full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return $"it lies in {input}/, which the build reads";
        }

        return File.Exists(full) ? "there is a file of that name" : null;
    }
}
