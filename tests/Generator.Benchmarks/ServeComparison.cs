using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rostrum.Benchmarks;

/// <summary>
/// How long it takes from the end of a write until the new text stands in a page that is open in real Chromium, for each preview server in turn, all by the same clock.
/// Medians and percentiles over the edits, as Markdown. Installs nothing.
/// </summary>
internal static class ServeComparison
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Runs with <c>--sizes</c>, <c>--edits</c> (of a body; a fifth of other kinds, and of a server of which only those are asked), <c>--seconds</c> (the most for one server and kind of edit), <c>--native</c>, <c>--eleventy</c> (its cmd.cjs), <c>--only</c> (servers with one of these in their name), <c>--folder</c> and <c>--chromium</c>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var folder = Options.Read(args, "--folder", Path.Combine(Path.GetTempPath(), "rostrum-serve-benchmark"));
        var edits = int.Parse(Options.Read(args, "--edits", "200"));
        var limit = TimeSpan.FromSeconds(int.Parse(Options.Read(args, "--seconds", "300")));
        var only = Options.Read(args, "--only", "").Split(',');
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Options.Read(args, "--chromium", "/usr/bin/chromium"), Args = Switches });
        foreach (var size in Options.Read(args, "--sizes", "1000").Split(',').Select(int.Parse))
        {
            var corpus = Path.Combine(folder, size.ToString());
            Corpus.Write(corpus, size);
            Corpus.WriteFull(Path.Combine(corpus, "full"), size);
            Corpus.WriteEleventy(corpus);
            Console.WriteLine($"\n{size.ToString("#,0", CultureInfo.InvariantCulture)} statements\n\n| server | edit | edits | median ms | 95 % ms | most ms | ready s |\n|---|---|---|---|---|---|---|");
            foreach (var server in Servers(corpus, Options.Read(args, "--native", ""), Options.Read(args, "--eleventy", "")).Where(server => only.Any(name => server.Name.Contains(name, StringComparison.Ordinal)))) await MeasureAsync(server, chromium, edits, limit);
        }

        return 0;
    }

    private static IEnumerable<ServerUnderTest> Servers(string corpus, string native, string eleventy)
    {
        string[] all = ["body", "front matter", "rarer alias", "common alias"];
        var portable = Path.GetFullPath(Path.Combine("generator", "bin", "Release", "net10.0", "rostrum.dll"));
        if (native.Length > 0) yield return new ServerUnderTest("Rostrum (native), everything on", native, ["serve", ".", "--port", "18901"], Path.Combine(corpus, "full"), 18901, all);
        if (File.Exists(portable)) yield return new ServerUnderTest("Rostrum (JIT), everything on", "dotnet", [portable, "serve", ".", "--port", "18902"], Path.Combine(corpus, "full"), 18902, all);
        if (native.Length > 0) yield return new ServerUnderTest("Rostrum (native), cut to what the peers do", native, ["serve", ".", "--port", "18905"], Path.Combine(corpus, "equal"), 18905, ["body"]);
        if (Options.OnPath("hugo") is { } hugo) yield return new ServerUnderTest("hugo server", hugo, ["server", "--port", "18903", "--bind", "127.0.0.1"], Path.Combine(corpus, "hugo"), 18903, ["body"]);
        if (eleventy.Length > 0) yield return new ServerUnderTest("eleventy --serve --incremental", "node", [Path.GetFullPath(eleventy), "--serve", "--incremental", "--port=18904", "--quiet"], Path.Combine(corpus, "eleventy"), 18904, ["body"]);
    }

    private static async Task MeasureAsync(ServerUnderTest server, IBrowser chromium, int edits, TimeSpan limit)
    {
        using var running = server.Start();
        var ready = Stopwatch.StartNew();
        try
        {
            await server.UntilReadyAsync(running);
            var seconds = ready.Elapsed.TotalSeconds;
            foreach (var kind in server.Edits)
            {
                var taken = await EditAsync(server, chromium, kind, kind == "body" && server.Edits.Count > 1 ? edits : Math.Max(1, edits / 5), limit);
                Console.WriteLine(taken.Count == 0
                    ? $"| {server.Name} | {kind} | 0 | over {Patience.TotalMilliseconds:0} | | | {seconds:0.0} |"
                    : $"| {server.Name} | {kind} | {taken.Count} | {At(taken, 0.5)} | {At(taken, 0.95)} | {taken[^1]} | {seconds:0.0} |");
            }
        }
        finally
        {
            if (!running.HasExited) running.Kill(true);
        }
    }

    private static async Task<List<long>> EditAsync(ServerUnderTest server, IBrowser chromium, string kind, int count, TimeSpan limit)
    {
        var random = new Random(20200522);
        var files = Directory.GetFiles(Path.Combine(server.Folder, "content", "statements"), "*.md").Order(StringComparer.Ordinal).ToArray();
        var taken = new List<long>();
        var page = await chromium.NewPageAsync();
        var all = Stopwatch.StartNew();
        for (var i = 0; i < count && all.Elapsed < limit; i++)
        {
            var file = files[random.Next(files.Length)];
            var edit = Edit.Make(kind, server.Folder, file, $"{server.Port}x{kind.Length}x{i}");
            await page.GotoAsync($"http://localhost:{server.Port}/statements/{Path.GetFileNameWithoutExtension(file)}/");
            await Task.Delay(400); // the page calls its server
            File.WriteAllText(edit.Path, edit.Text);
            var written = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            try
            {
                // The page says when, so that the way back from the browser does not count.
                var seen = await page.WaitForFunctionAsync($"word => ({edit.Condition})(word) && Date.now()", edit.Argument, new PageWaitForFunctionOptions { PollingInterval = 2, Timeout = (float)Patience.TotalMilliseconds });
                taken.Add(await seen.JsonValueAsync<long>() - written);
            }
            catch (TimeoutException)
            {
                all = Stopwatch.StartNew();
                break;
            }

            await Task.Delay(200);
        }

        await page.CloseAsync();
        taken.Sort();
        return taken;
    }

    private static long At(List<long> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

/// <summary>One edit: the file, its new text, and how the open page is seen to have it.</summary>
internal sealed record Edit(string Path, string Text, string Condition, string Argument)
{
    private const string HasText = "word => (document.querySelector('main') ?? document.body)?.textContent.includes(word)";

    /// <summary>An edit of the body or the front matter of a statement, or of a topic's aliases, so that texts get new links: one that nearly all of them hold, or two words that fewer do.</summary>
    public static Edit Make(string kind, string folder, string file, string mark)
    {
        var text = File.ReadAllText(file);
        switch (kind)
        {
            case "front matter":
                return new Edit(file, text.Replace("title: \"", $"title: \"{mark} ", StringComparison.Ordinal), HasText, mark);
            case "common alias" or "rarer alias":
                var topic = System.IO.Path.Combine(folder, "content", "topics", "topic-07.md");
                // Words of a paragraph with as little markup as there is, so that they become links wherever they stand.
                var plain = text.Split("\n\n").Where(static paragraph => paragraph.Length > 40 && char.IsAsciiLetterUpper(paragraph[0]));
                var words = Regex.Matches(plain.MinBy(static paragraph => paragraph.Count(static c => c is '[' or '*' or '|' or '/'))!, kind == "common alias" ? @"\b[a-z]{7,}\b" : @"\b[a-z]{5,} [a-z]{5,}\b").Select(static match => match.Value);
                var old = File.ReadAllText(topic);
                var others = words.Where(word => !old.Contains($"aliases: [{word}]", StringComparison.Ordinal));
                var alias = kind == "common alias" ? others.MaxBy(word => Holding(folder, word)) : others.MinBy(word => Holding(folder, word));
                var lines = old.Split('\n').Where(static line => !line.StartsWith("aliases:", StringComparison.Ordinal)).ToList();
                lines.Insert(1, $"aliases: [{alias ?? "protection"}]");
                return new Edit(topic, string.Join('\n', lines), "word => [...document.querySelectorAll('main a')].some(link => link.textContent.toLowerCase() === word)", alias ?? "protection");
            default:
                return new Edit(file, $"{text}\nMarked {mark}.\n", HasText, $"Marked {mark}.");
        }
    }

    // How many of some texts hold a word.
    private static int Holding(string folder, string word) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(folder, "content", "statements")).Order(StringComparer.Ordinal).Where(static (_, i) => i % 50 == 0).Take(40).Count(file => File.ReadAllText(file).Contains(word, StringComparison.Ordinal));
}

/// <summary>A preview server: how it is started, where, and on which port.</summary>
internal sealed record ServerUnderTest(string Name, string Program, IReadOnlyList<string> Arguments, string Folder, int Port, IReadOnlyList<string> Edits)
{
    /// <summary>Starts it.</summary>
    public Process Start()
    {
        var start = new ProcessStartInfo(Program) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    /// <summary>Waits until it answers with the list of statements.</summary>
    public async Task UntilReadyAsync(Process process)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(15) && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://localhost:{Port}/statements/"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not yet
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"{Name} did not begin to serve.");
    }
}
