using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Serving;

namespace Rostrum.Commands;

/// <summary>Builds again whenever something changed, one build at a time, and shows what came of it. A line is printed a change.</summary>
internal sealed class PreviewLoop(string root, Func<DiagnosticBag, BuildOptions> options, SourceWatcher watcher, PreviewServer server)
{
    private IReadOnlyList<Diagnostic> reported = [];

    /// <summary>Builds once, says that the site is ready, and goes on until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await BuildAsync(null);
        while (!cancellation.IsCancellationRequested) await BuildAsync(await watcher.NextAsync(cancellation));
    }

    private async Task BuildAsync(SourceChanges? changes)
    {
        var watch = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        Site? site;
        try
        {
            site = SiteBuilder.Build(options(bag), bag);
        }
        catch (Exception exception) when (IsMachineFailure(exception))
        {
            await Console.Error.WriteLineAsync($"rostrum: {exception.Message} The next change is waited for.");
            return;
        }

        watcher.Watch(site?.Plan.Content.Config.InputFolders ?? ["content", "templates", "static"]);
        var problems = bag.ToSorted();
        var sources = new ProblemSources(InputText.Reader(root, site), Path.GetFullPath(root), site?.Plan.Content.Config.Editor ?? "vscode");
        var (open, changed) = await server.ShowAsync(new Snapshot(site?.Plan, (file, use) => Render(site!, file, use), problems, sources));
        var what = changes is null ? "Ready" : $"{Name(changes)} changed; {changed} of {open} open pages patched";
        Report(changes is null ? problems : [.. problems.Except(reported)], InputText.Reader(root, site), new RunSummary(what, BuildCommand.PageCount(site), watch.ElapsedMilliseconds).ToLine(problems));
        reported = problems;
    }

    private static IReadOnlyList<Diagnostic> Render(Site site, PlannedFile file, Action<ReadOnlyMemory<byte>> use)
    {
        var bag = new DiagnosticBag();
        site.Render(file, use, bag);
        return bag.ToSorted();
    }

    private static void Report(IReadOnlyList<Diagnostic> problems, Func<string, string?> readFile, string line)
    {
        TextReport.Write(problems, readFile);
        Console.Out.WriteLine(line);
    }

    private static string Name(SourceChanges changes) => changes.Paths switch
    {
        [] => "Something",
        [var one] => one,
        [var one, var two] => $"{one} and {two}",
        [var one, ..] => $"{one} and {changes.Paths.Count - 1} more",
    };

    private static bool IsMachineFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException || (exception is AggregateException all && all.InnerExceptions.All(IsMachineFailure));
}
