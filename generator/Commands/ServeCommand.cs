using System.CommandLine;
using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Serving;

namespace Rostrum.Commands;

/// <summary><c>rostrum serve</c>: previews the site and shows every change at once.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new SiteOptions();
        var port = new Option<int>("--port") { Description = "The port to listen on; the next free one when it is taken.", HelpName = "N", DefaultValueFactory = static _ => 8080 };
        var open = new Option<bool>("--open") { Description = "Open the home page in the browser." };
        var command = new Command("serve", "Preview the site and reload it when a file changes.");
        options.AddTo(command);
        command.Add(port);
        command.Add(open);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, parsed.GetValue(port), parsed.GetValue(open), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, int port, bool open, CancellationToken cancellation)
    {
        var root = options.Root(parsed);
        using var watcher = new SourceWatcher(root, Path.Combine(root, "_site"));
        var (snapshot, basePath) = Build(parsed, options);
        await using var server = await PreviewServer.StartAsync(port, snapshot);
        var address = $"http://localhost:{server.Port}{basePath}";
        await Console.Out.WriteLineAsync($"Serving at {address} (Ctrl-C ends it).");
        if (open) Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        try
        {
            while (true)
            {
                await watcher.WaitAsync(cancellation);
                server.Show(Build(parsed, options).Snapshot);
            }
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }

    private static (Snapshot Snapshot, string BasePath) Build(ParseResult parsed, SiteOptions options)
    {
        var watch = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(options.Read(parsed, bag), bag);
        var problems = bag.ToSorted();
        TextReport.Write(problems, InputText.Reader(options.Root(parsed), site));
        Console.Out.WriteLine(new RunSummary("Ready", BuildCommand.PageCount(site), watch.ElapsedMilliseconds).ToLine(problems));
        var text = string.Join('\n', problems.Where(static problem => problem.Severity == Severity.Error).Select(static problem => $"{problem.At.Path}({problem.At.Line},{problem.At.Column}): {problem.Code}: {problem.Message}"));
        return site is null
            ? (new Snapshot(null, static (_, _) => false, text), "/")
            : (new Snapshot(site.Plan, (file, use) => Render(site, file, use, options.Root(parsed)), text), site.Plan.Content.BasePath);
    }

    private static bool Render(Site site, Pages.PlannedFile file, Action<ReadOnlyMemory<byte>> use, string root)
    {
        var bag = new DiagnosticBag();
        var done = site.Render(file, use, bag);
        TextReport.Write(bag.ToSorted(), InputText.Reader(root, site));
        return done;
    }
}
