using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Serving;
using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum.Commands;

/// <summary>Builds again whenever something changed, one build at a time, and shows what came of it. A line is printed a change.</summary>
internal sealed class PreviewLoop(string root, LiveArchive archive, SourceWatcher watcher, PreviewServer server)
{
    private static readonly string[] Inputs = ["content", "templates", "static"];
    private const long LittleGarbage = 100_000_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private IReadOnlyList<Diagnostic> reported = [];
    private long collectedAt;
    private bool isReady;

    /// <summary>Whether every problem is printed after each change and not only the new ones; a line before them says that they begin.</summary>
    public bool AllProblems { get; init; }

    /// <summary>Builds once, says that the site is ready, and goes on until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var hasGarbage = await BuildAsync(new SourceChanges([], true));
        while (!cancellation.IsCancellationRequested)
        {
            var next = watcher.NextAsync(cancellation);
            if (hasGarbage && await Task.WhenAny(next, Task.Delay(Quiet, cancellation)) != next && !cancellation.IsCancellationRequested)
            {
                CollectGarbage();
                hasGarbage = false;
            }

            hasGarbage |= await BuildAsync(await next);
        }
    }

    // When the browser has shown what is new and nobody waits, rather than in the middle of the next build. To go through a large archive takes
    // seconds, so that the larger it is, the more is left to lie.
    private void CollectGarbage()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isMuch = allocated - collectedAt > Math.Max(LittleGarbage, GC.GetTotalMemory(false) / 6);
        GC.Collect(isMuch ? 2 : 1);
        if (isMuch) collectedAt = allocated;
    }

    // Whether anything was built.
    private async Task<bool> BuildAsync(SourceChanges changes)
    {
        var watch = Stopwatch.StartNew();
        LiveBuild? build;
        try
        {
            build = archive.Build(changes);
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"rostrum: {(exception as AggregateException)?.InnerException?.Message ?? exception.Message} The next change is waited for.");
            return false;
        }

        if (build is null) return false;
        watcher.Watch(build.Site?.Plan.Content.Config.InputFolders ?? Inputs);
        var sources = new ProblemSources(Read, Path.GetFullPath(root), build.Site?.Plan.Content.Config.Editor ?? "vscode");
        var site = build.Site;
        var shown = await server.ShowAsync(new Snapshot(site?.Plan, (file, use) => Render(site!, file, use), build.Problems, sources) { ChangedFiles = build.Files });
        Report(build, shown, watch.ElapsedMilliseconds);
        reported = build.Problems;
        return true;
    }

    private static IReadOnlyList<Diagnostic> Render(Site site, PlannedFile file, Action<ReadOnlyMemory<byte>> use)
    {
        var bag = new DiagnosticBag();
        site.Render(file, use, bag);
        return bag.ToSorted();
    }

    private void Report(LiveBuild build, (int Open, int Changed) shown, long milliseconds)
    {
        if (AllProblems) Console.Out.WriteLine("Problems:");
        TextReport.Write(AllProblems ? build.Problems : [.. build.Problems.Except(reported)], Read);
        Console.Out.WriteLine(new RunSummary(!isReady ? "Ready" : $"{Name(build.Changed)} changed ({Touched(build, shown)})", BuildCommand.PageCount(build.Site), milliseconds).ToLine(build.Problems));
        isReady = true;
    }

    private static string Touched(LiveBuild build, (int Open, int Changed) shown)
    {
        var parts = new List<string> { $"{build.Memo.Rendered} text{(build.Memo.Rendered == 1 ? "" : "s")} rendered" };
        var (appeared, vanished) = build.CountAddresses();
        if (appeared > 0) parts.Add($"{appeared} new address{(appeared == 1 ? "" : "es")}");
        if (vanished > 0) parts.Add($"{vanished} gone");
        parts.Add($"{shown.Changed} of {shown.Open} open page{(shown.Open == 1 ? "" : "s")} patched");
        parts.Add($"read in {build.Times.Reading.TotalMilliseconds:0} ms, planned in {(build.Times.All - build.Times.Reading).TotalMilliseconds:0}");
        return string.Join(", ", parts);
    }

    private static string Name(IReadOnlyList<string> paths) => paths switch
    {
        [] => "Something",
        [var one] => one,
        [var one, var two] => $"{one} and {two}",
        [var one, ..] => $"{one} and {paths.Count - 1} more",
    };

    private string? Read(string path)
    {
        if (archive.Find(path) is { } file) return SourceText.DecodeLoosely(file);
        return BuiltInFiles.Find(path) is { } builtIn ? SourceText.DecodeLoosely(builtIn) : null;
    }
}
