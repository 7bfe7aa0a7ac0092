using System.Collections.Concurrent;
using System.Globalization;
using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>
/// Tells whether a site still stands as a build left it, so that a build of the same inputs need not be done again. A build without a problem leaves
/// a note beside the folder: what the site was made from, how many pages it has, and the size and a sum of every file. Nothing is taken on trust:
/// where a byte of the inputs or of the site is another, or a file is gone, the site is built.
/// </summary>
/// <param name="folder">The output folder.</param>
/// <param name="inputs">What tells the inputs of a build from all others.</param>
public sealed class FinishedBuild(string folder, string inputs)
{
    private const string Format = "rostrum-built 2";
    private readonly string? full = RealPath.Of(folder);

    /// <summary>How many files and pages the site has; null when it must be built.</summary>
    public (int Files, int Pages)? Find()
    {
        if (full is null || !File.Exists(Note) || OutputFolder.IsUnfinished(full) || Manifest.Read(full) is not { } owned) return null;
        var lines = File.ReadAllLines(Note);
        if (lines.Length != owned.Count + 2 || lines[0] != Heading || !int.TryParse(lines[1], CultureInfo.InvariantCulture, out var pages)) return null;
        var all = Parallel.ForEach(Partitioner.Create(2, lines.Length), (range, loop) =>
        {
            for (var i = range.Item1; i < range.Item2 && !loop.IsStopped; i++)
            {
                if (lines[i].Split('\t') is not [var path, var size, var sum] || !owned.Contains(path) || !FileContent.HasSum(Path.Combine(full, path), size, sum)) loop.Stop();
            }
        });
        return all.IsCompleted ? (owned.Count, pages) : null;
    }

    /// <summary>Leaves the note. Where it can't be written the next build is done in full.</summary>
    public void Save(SiteManifest files, int pages)
    {
        if (full is null) return;
        try
        {
            File.WriteAllLines(Note + "-part", [Heading, pages.ToString(CultureInfo.InvariantCulture), .. files.Sums]);
            File.Move(Note + "-part", Note, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(Note + "-part");
        }
    }

    private string Heading => $"{Format} {inputs}";

    private string Note => OutputFolder.Beside(full!, "built");
}
