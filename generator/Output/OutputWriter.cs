using System.Collections.Concurrent;
using Rostrum.Diagnostics;

namespace Rostrum.Output;

/// <summary>
/// Writes a site into a folder, all of it or nothing: changed files are put together beside the old site, unchanged ones and
/// those of others are hard-linked, and the two folders are exchanged in one step. When nothing changed, nothing is touched.
/// </summary>
public static class OutputWriter
{
    /// <summary>Renders and writes every file in parallel; null when anything was in error, the old site then stands as it was.</summary>
    /// <param name="files">The whole site; each path once.</param>
    /// <param name="target">Where and how.</param>
    /// <param name="bag">Where problems go. Errors that are already in it keep the site from being published.</param>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static WriteReport? Write(IReadOnlyList<OutputFile> files, OutputTarget target, DiagnosticBag bag)
    {
        using var folder = OutputFolder.Open(target, bag);
        if (folder is null) return null;
        var paths = files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (!target.Force) ReportForeign(paths, folder, target.Folder, bag);
        try
        {
            return Write(files, paths, folder, target, bag);
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }

    private static WriteReport? Write(IReadOnlyList<OutputFile> files, HashSet<string> paths, OutputFolder folder, OutputTarget target, DiagnosticBag bag)
    {
        var unchanged = new ConcurrentBag<string>();
        var folders = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        try
        {
            Parallel.ForEach(Partitioner.Create(files.ToArray(), true), file =>
            {
                if (WriteIfChanged(file, folder, folders, target.Noted)) unchanged.Add(file.Path);
                target.Progress?.Invoke();
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw exception.InnerExceptions[0];
        }

        if (bag.HasErrors)
        {
            folder.Discard();
            return null;
        }

        var removed = folder.Owned.Count(path => !paths.Contains(path) && path != Manifest.Name);
        var report = new WriteReport(files.Count, files.Count - unchanged.Count, removed);
        if (report.Written == 0 && removed == 0 && folder.Owned.Count > 0) folder.Discard();
        else Finish(folder, paths, unchanged, folders);
        return report;
    }

    private static void ReportForeign(HashSet<string> paths, OutputFolder folder, string name, DiagnosticBag bag)
    {
        foreach (var path in folder.Foreign?.Obstacles(paths) ?? []) bag.Add(Problems.ForeignFile($"{name}/{path}"));
    }

    private static bool WriteIfChanged(OutputFile file, OutputFolder folder, ConcurrentDictionary<string, bool> folders, SiteManifest? noted)
    {
        var old = Path.Combine(folder.FullPath, file.Path);
        if (file.CopyOf is { DiskPath: { } source } copied)
        {
            noted?.NoteCopy(file.Path, copied);
            if (FileContent.AreEqual(source, old)) return true;
            File.Copy(source, Prepare(file.Path, folder, folders));
            return false;
        }

        if (file.WriteTo is { } write)
        {
            var staged = Prepare(file.Path, folder, folders);
            using (var stream = FileContent.Create(staged)) write(stream);
            noted?.Note(file.Path, staged);
            return RemoveIfEqual(staged, old);
        }

        var same = false;
        file.Render(bytes =>
        {
            noted?.Note(file.Path, bytes.Span);
            same = folder.Owned.Contains(file.Path) && FileContent.Equals(old, bytes.Span);
            if (!same) FileContent.Write(Prepare(file.Path, folder, folders), bytes.Span);
        });
        return same;
    }

    private static bool RemoveIfEqual(string staged, string old)
    {
        if (!FileContent.AreEqual(staged, old)) return false;
        File.Delete(staged);
        return true;
    }

    private static void Finish(OutputFolder folder, HashSet<string> paths, IEnumerable<string> unchanged, ConcurrentDictionary<string, bool> folders)
    {
        Parallel.ForEach(unchanged, path => FileSystem.Link(Path.Combine(folder.FullPath, path), Prepare(path, folder, folders)));
        folder.Foreign?.LinkInto(folder.Staging, paths);
        Directory.CreateDirectory(folder.Staging);
        Manifest.Write(folder.Staging, paths);
        folder.Publish();
    }

    private static string Prepare(string path, OutputFolder folder, ConcurrentDictionary<string, bool> folders)
    {
        var full = Path.Combine(folder.Staging, path);
        folders.GetOrAdd(Path.GetDirectoryName(full)!, static parent =>
        {
            Directory.CreateDirectory(parent);
            return true;
        });
        return full;
    }
}

/// <summary>Where a site is written.</summary>
/// <param name="Folder">The output folder.</param>
/// <param name="Root">The archive, which must not be written into.</param>
/// <param name="Force">Whether a folder with files of others may be adopted.</param>
/// <param name="Progress">Called after each file, from any thread.</param>
public sealed record OutputTarget(string Folder, string Root, bool Force, Action? Progress)
{
    /// <summary>The folders and files of the archive that the build reads, relative to <see cref="Root"/>.</summary>
    public IEnumerable<string> Inputs { get; init; } = ["content", "templates", "static"];

    /// <summary>Hears of every file; null where nobody wants to.</summary>
    public SiteManifest? Noted { get; init; }

    /// <summary>Called once if another build is writing to the folder and must be waited for.</summary>
    public Action? Waiting { get; init; }
}
