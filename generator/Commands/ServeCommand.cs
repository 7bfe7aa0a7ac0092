using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Serving;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary><c>rostrum serve</c>: previews the site and shows every change at once.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new SiteOptions();
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on; the next free one when it is taken.",
            HelpName = "N",
            DefaultValueFactory = static _ => 8080,
        };
        port.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number is < 1 or > 65535)) result.AddError($"'{token.Value}' is no port. It is a number from 1 to 65535.");
        });
        var open = new Option<bool>("--open") { Description = "Open the home page in the browser." };
        var poll = new Option<bool>("--poll") { Description = "Look at the files twice a second, where the system does not tell of changes (some network drives and containers)." };
        var command = new Command("serve", "Preview the site; open pages follow every change.");
        options.AddTo(command);
        command.Add(port);
        command.Add(open);
        command.Add(poll);
        var all = new Option<bool>("--all-problems") { Description = "Print every problem after each change and not only the new ones, as editors want it." };
        command.Add(all);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, new Wishes(parsed.GetValue(port), parsed.GetValue(open), parsed.GetValue(poll), parsed.GetValue(all)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, Wishes wishes, CancellationToken cancellation)
    {
        var root = options.Root(parsed);
        using var watcher = new SourceWatcher(root, wishes.Poll);
        watcher.Watch(["content", "templates", "static"]);
        await using var server = await PreviewServer.StartAsync(wishes.Port);
        var address = $"http://localhost:{server.Port}{BasePath(parsed, options)}";
        await Console.Out.WriteLineAsync($"Serving at {address} (Ctrl-C ends it).");
        if (wishes.Open) OpenBrowser(address);
        var loop = Task.Run(() => new PreviewLoop(root, new LiveArchive(root, () => options.Read(parsed, new DiagnosticBag())), watcher, server) { AllProblems = wishes.AllProblems }.RunAsync(cancellation), CancellationToken.None);
        var ended = await Task.WhenAny(loop, Task.Delay(Timeout.Infinite, cancellation));
        if (ended == loop && !cancellation.IsCancellationRequested) await loop;
        return 0;
    }

    // The address to print is known before the site is: site.yml alone says it.
    private static string BasePath(ParseResult parsed, SiteOptions options)
    {
        var read = options.Read(parsed, new DiagnosticBag());
        return SiteConfigReader.Read(read.Load(["site.yml"], int.MaxValue).Find("site.yml"), read.BaseUrl, new DiagnosticBag())?.BasePath ?? "/";
    }

    private static void OpenBrowser(string address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            Console.Error.WriteLine($"rostrum: no browser could be opened ({exception.Message}). The address is above.");
        }
    }

    private sealed record Wishes(int Port, bool Open, bool Poll, bool AllProblems);
}
