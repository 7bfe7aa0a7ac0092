using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>An output folder that may be written to, held by this process alone until it is disposed.</summary>
internal sealed class OutputFolder : IDisposable
{
    private static readonly HashSet<string> Nothing = [];
    private readonly BuildHold hold;

    private OutputFolder(string path, BuildHold hold)
    {
        FullPath = path;
        this.hold = hold;
    }

    /// <summary>Where the site is, symbolic links resolved.</summary>
    public string FullPath { get; }

    /// <summary>Where the new site is put together.</summary>
    public string Staging => Beside(FullPath, "new");

    /// <summary>Files in it that Rostrum wrote.</summary>
    public IReadOnlySet<string> Owned { get; private set; } = Nothing;

    /// <summary>What others put there; null when there is no folder yet.</summary>
    public ForeignFiles? Foreign { get; private set; }

    private string Retired => Beside(FullPath, "old");

    /// <summary>Waits for its turn, repairs what a killed build left behind, and opens the folder; null (reported) when the site must not be written there.</summary>
    public static OutputFolder? Open(OutputTarget target, DiagnosticBag bag)
    {
        var full = RealPath.Of(target.Folder);
        if (WhyUnsafe(full, target) is { } why)
        {
            bag.Add(Problems.UnsafeOutput(target.Folder, why));
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var folder = new OutputFolder(full!, BuildHold.Wait(Beside(full!, "lock"), target.Waiting));
        try
        {
            if (folder.TryRead(target.Force)) return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        folder.Dispose();
        bag.Add(Problems.ForeignOutput(target.Folder));
        return null;
    }

    /// <summary>Puts the staged site in the place of the old one, in one step where the system can.</summary>
    public void Publish()
    {
        if (!Directory.Exists(FullPath)) Directory.Move(Staging, FullPath);
        else if (FileSystem.TryExchange(Staging, FullPath)) Retire(Staging);
        else
        {
            Directory.Move(FullPath, Retired);
            Directory.Move(Staging, FullPath);
            Retire(Retired);
        }
    }

    /// <summary>Throws the staged site away.</summary>
    public void Discard()
    {
        if (Directory.Exists(Staging)) Directory.Delete(Staging, true);
    }

    /// <inheritdoc/>
    public void Dispose() => hold.Dispose();

    /// <summary>Whether a killed build left something behind that the next must repair.</summary>
    public static bool IsUnfinished(string path) => Directory.Exists(Beside(path, "new")) || Directory.Exists(Beside(path, "old"));

    /// <summary>A path beside an output folder, for what Rostrum keeps there.</summary>
    public static string Beside(string path, string suffix) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.rostrum-{suffix}");

    private bool TryRead(bool force)
    {
        if (Directory.Exists(Retired) && !Directory.Exists(FullPath)) Directory.Move(Retired, FullPath);
        Retire(Retired);
        Retire(Staging);
        if (!Directory.Exists(FullPath)) return true;
        var owned = Manifest.Read(FullPath);
        if (owned is null && !force && Directory.EnumerateFileSystemEntries(FullPath).Any()) return false;
        Owned = owned ?? Nothing;
        Foreign = ForeignFiles.Find(FullPath, Owned);
        return true;
    }

    // A folder with a manifest is a whole site, so that what is not in it is somebody else's, and may have arrived too late to be taken along.
    private void Retire(string site)
    {
        if (!Directory.Exists(site)) return;
        if (Directory.Exists(FullPath) && Manifest.Read(site) is { } owned) ForeignFiles.Find(site, owned).Rescue(FullPath);
        Directory.Delete(site, true);
    }

    private static string? WhyUnsafe(string? full, OutputTarget target)
    {
        if (full is null) return "its symbolic links lead round in circles";
        if (Path.GetDirectoryName(full) is null) return "it is the root of the disk";
        if (RealPath.Of(target.Root) is not { } root || RealPath.IsWithin(root, full)) return "it holds the archive itself";
        foreach (var input in target.Inputs)
        {
            if (RealPath.Of(Path.Combine(root, input)) is { } folder && (RealPath.IsWithin(full, folder) || RealPath.IsWithin(folder, full))) return $"it lies in {input}/, which the build reads";
        }

        return File.Exists(full) ? "there is a file of that name" : null;
    }
}
