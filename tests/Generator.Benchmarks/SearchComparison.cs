using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rostrum.Benchmarks;

/// <summary>
/// Measures the search against Pagefind on the same pages: what making the index costs, and what a browser asks for. Both show the same number of results.
/// Installs nothing: give it pagefind's program and a Chromium.
/// </summary>
internal static partial class SearchComparison
{
    // Each is a first query and the one typed after it in the same page.
    private static readonly (string First, string Later)[] Queries =
        [("cyberspace", "cyberspace norms"), ("international law", "international security"), ("peace", "peace norms use"), ("{900}", "{2500}"), ("{300} {700}", "{300} {1500}"), ("{12000}", "{40}")];

    // What stands on the page of a statement beside its title and its text: both then search the same words.
    private const string Beside = ".crumbs, .kind, .speaker, .facts, .neighbours, .rail, .apparatus, .citing, .band";

    /// <summary>Runs with <c>--sizes</c>, <c>--runs</c>, <c>--pagefind</c>, <c>--chromium</c>, <c>--native</c> and <c>--folder</c>. No runs: only the queries, on the sites of the last time.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        var folder = Options.Read(args, "--folder", Path.Combine(Path.GetTempPath(), "rostrum-search"));
        var pagefind = Options.Read(args, "--pagefind", "");
        var chromium = Options.Read(args, "--chromium", "/usr/bin/chromium");
        var native = Options.Read(args, "--native", "");
        var words = SearchCorpus.Vocabulary();
        foreach (var size in Options.Read(args, "--sizes", "1000").Split(',').Select(int.Parse))
        {
            var corpus = Path.Combine(folder, size.ToString());
            var runs = int.Parse(Options.Read(args, "--runs", "3"));
            if (runs == 0)
            {
                PrintQueries(Path.Combine(corpus, "_site"), chromium, pagefind.Length > 0, words);
                continue;
            }

            SearchCorpus.Write(corpus, size);
            var (with, without) = (new List<Measurement>(), new List<Measurement>());
            for (var run = 0; run < runs; run++)
            {
                File.WriteAllText(Path.Combine(corpus, "site.yml"), Settings(false));
                without.Add(Build(corpus, native, size));
                File.WriteAllText(Path.Combine(corpus, "site.yml"), Settings(true));
                with.Add(Build(corpus, native, size));
            }

            var site = Path.Combine(corpus, "_site");
            Console.WriteLine($"\n{size.ToString("#,0", CultureInfo.InvariantCulture)} statements\n");
            PrintCost(with, without, site);
            if (pagefind.Length > 0) PrintPagefind(pagefind, site);
            PrintQueries(site, chromium, pagefind.Length > 0, words);
        }

        return 0;
    }

    private static string Settings(bool search) => $"title: Made archive\nbase_url: http://127.0.0.1/\nexports: {{search: {(search ? "true" : "false")}}}\n";

    private static Measurement Build(string corpus, string native, int size)
    {
        var portable = Path.GetFullPath(Path.Combine("generator", "bin", "Release", "net10.0", "rostrum.dll"));
        var contestant = native.Length > 0 ? new Contestant("Rostrum", native, ["build", "."], corpus, "_site") : new Contestant("Rostrum", "dotnet", [portable, "build", "."], corpus, "_site");
        return contestant.Measure(size, false);
    }

    private static void PrintCost(List<Measurement> with, List<Measurement> without, string site)
    {
        var (all, rest) = (Median(with, static run => run.CpuSeconds), Median(without, static run => run.CpuSeconds));
        var index = Directory.EnumerateFiles(Path.Combine(site, "search"), "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length);
        Console.WriteLine($"Rostrum: build {Median(with, static run => run.Seconds):0.0} s ({all:0.0} s CPU, {Median(with, static run => run.PeakMegabytes):0} MB), without search {Median(without, static run => run.Seconds):0.0} s ({rest:0.0} s CPU, {Median(without, static run => run.PeakMegabytes):0} MB): search is {(all - rest) / all:0 %} of the CPU time; index {index / 1e6:0.0} MB.");
    }

    private static void PrintPagefind(string pagefind, string site)
    {
        var cpu = ChildTime.Seconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(pagefind, ["--site", site, "--glob", "statements/*/index.html", "--root-selector", "main", "--exclude-selectors", Beside]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
        }

        if (process.ExitCode != 0) throw new InvalidOperationException(output.Result);
        var index = Directory.EnumerateFiles(Path.Combine(site, "pagefind"), "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length);
        Console.WriteLine($"Pagefind: index {watch.Elapsed.TotalSeconds:0.0} s ({ChildTime.Seconds() - cpu:0.0} s CPU, {peak / 1048576.0:0} MB); {index / 1e6:0.0} MB.");
    }

    private static void PrintQueries(string site, string chromium, bool pagefind, IReadOnlyList<string> words)
    {
        Console.WriteLine("\n| query | Rostrum: requests | kB gzip | ms after | statements | Pagefind: requests | kB gzip | pages |\n|---|---|---|---|---|---|---|---|");
        foreach (var (first, later) in Queries)
        {
            string[] queries = [Fill(first, words), Fill(later, words)];
            var own = Ask(site, chromium, "rostrum", queries);
            var other = pagefind ? Ask(site, chromium, "pagefind", queries) : null;
            for (var i = 0; i < queries.Length; i++)
            {
                var beside = other is null ? "| | |" : $"| {other[i].Requests} | {other[i].Bytes / 1000.0:0.0} | {other[i].Found} |";
                Console.WriteLine($"| {(i == 0 ? "" : "then ")}{queries[i]} | {own[i].Requests} | {own[i].Bytes / 1000.0:0.0} | {own[i].Milliseconds:0} | {own[i].Found} {beside}");
            }
        }
    }

    private static string Fill(string query, IReadOnlyList<string> words) => Numbered().Replace(query, match => words[int.Parse(match.Groups[1].Value)]);

    private static List<Asked> Ask(string site, string chromium, string contestant, string[] queries)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "peers", "search", "measure.html"));
        using var server = new CountingServer(site, page, 18_571);
        var profile = Directory.CreateTempSubdirectory("rostrum-chromium-").FullName;
        var address = $"{server.Address}measure.html?contestant={contestant}{string.Concat(queries.Select(static query => "&q=" + WebUtility.UrlEncode(query)))}";
        string[] flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", "--remote-debugging-port=0", address];
        using var process = Process.Start(new ProcessStartInfo(chromium, flags) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync();
        var answered = server.Answered.Task.Wait(TimeSpan.FromMinutes(3));
        process.Kill(true);
        process.WaitForExit();
        Directory.Delete(profile, true);
        if (!answered) throw new InvalidOperationException($"{contestant} gave no answer to {string.Join(", ", queries)}.");
        using var answer = JsonDocument.Parse(server.Answered.Task.Result);
        return [.. answer.RootElement.EnumerateArray().Select(static asked => new Asked(asked.GetProperty("requests").GetInt32(), asked.GetProperty("bytes").GetInt64(), asked.GetProperty("found").GetString()!, asked.GetProperty("ms").GetDouble()))];
    }

    private static double Median(List<Measurement> runs, Func<Measurement, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Numbered();

    private sealed record Asked(int Requests, long Bytes, string Found, double Milliseconds);
}
