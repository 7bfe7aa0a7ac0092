using System.Collections.Concurrent;
using System.Diagnostics;
using Rostrum.Pages;

namespace Rostrum;

/// <summary>Where the time of one build went: stages by the clock, files by the time each took on its thread. Times are in ticks of <see cref="Stopwatch"/>. Where nobody asks for one there is none, and nothing is measured.</summary>
public sealed class BuildProfile
{
    private readonly List<(string Stage, long Ticks, long Bytes)> stages = [];
    private readonly ConcurrentBag<(PlannedFile File, long Ticks)> files = [];
    private long began = Stopwatch.GetTimestamp();
    private long allocated = GC.GetTotalAllocatedBytes();

    /// <summary>The stages in order: name, how long each took, and how many bytes were allocated meanwhile.</summary>
    public IReadOnlyList<(string Stage, long Ticks, long Bytes)> Stages => stages;

    /// <summary>Every rendered file with its time, in no order.</summary>
    public IReadOnlyCollection<(PlannedFile File, long Ticks)> Files => files;

    /// <summary>Ends a stage that began when the one before it ended.</summary>
    public void End(string stage)
    {
        var (now, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        stages.Add((stage, now - began, bytes - allocated));
        (began, allocated) = (now, bytes);
    }

    /// <summary>Notes that a file took so long; safe from any thread.</summary>
    public void Add(PlannedFile file, long ticks) => files.Add((file, ticks));

    /// <summary>What kind of file it is, as the report groups them: its template, or the name of an export.</summary>
    public static string KindOf(PlannedFile file) => file switch
    {
        PlannedPage page => page.Template,
        PlannedCopy => "copied files",
        _ when file.Url.Path.StartsWith("search/", StringComparison.Ordinal) && file.Url.Path.Split('/') is [var search, var folder, _] => $"{search} {folder}",
        _ => file.Url.FilePath[(file.Url.FilePath.LastIndexOf('/') + 1)..],
    };
}
