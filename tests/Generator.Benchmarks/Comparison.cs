using System.Diagnostics;
using System.Globalization;

namespace Rostrum.Benchmarks;

/// <summary>Runs every generator that is there on the same archive, alternately, and prints medians, memory and ratios as Markdown. Installs nothing.</summary>
internal static class Comparison
{
    // It takes minutes beyond.
    private const int EleventyLimit = 10_000;

    /// <summary>Runs with <c>--sizes</c>, <c>--runs</c>, <c>--native</c> and <c>--folder</c>.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        var sizes = Options.Read(args, "--sizes", "1000").Split(',').Select(int.Parse).ToList();
        var runs = int.Parse(Options.Read(args, "--runs", "5"));
        var folder = Options.Read(args, "--folder", Path.Combine(Path.GetTempPath(), "rostrum-benchmark"));
        var native = Options.Read(args, "--native", "");
        foreach (var size in sizes)
        {
            var corpus = Path.Combine(folder, size.ToString());
            Corpus.Write(corpus, size);
            var contestants = Contestants(corpus, native, size).ToList();
            var results = contestants.ToDictionary(static contestant => contestant.Name, static _ => new List<Measurement>());
            for (var run = 0; run < runs; run++)
            {
                foreach (var contestant in contestants) results[contestant.Name].Add(contestant.Measure(size, contestant.Again));
            }

            Print(size, contestants, results);
            foreach (var contestant in contestants) contestant.RemoveOld();
        }

        return 0;
    }

    private static IEnumerable<Contestant> Contestants(string corpus, string native, int size)
    {
        if (Options.OnPath("hugo") is { } hugo) yield return new Contestant("Hugo", hugo, ["--quiet"], Path.Combine(corpus, "hugo"), "public");
        if (size <= EleventyLimit && Options.OnPath("eleventy") is { } eleventy) yield return new Contestant("Eleventy", eleventy, ["--quiet"], Path.Combine(corpus, "eleventy"), "_site");
        var (equal, plain) = (Path.Combine(corpus, "equal"), Path.Combine(corpus, "plain"));
        if (native.Length > 0)
        {
            yield return new Contestant("Rostrum, native", native, ["build", "."], equal, "_site");
            yield return new Contestant("Rostrum, native, again", native, ["build", "."], equal, "_site") { Again = true };
            yield return new Contestant("Rostrum, native, the peers' templates", native, ["build", "."], plain, "_site");
        }

        var portable = Path.GetFullPath(Path.Combine("generator", "bin", "Release", "net10.0", "rostrum.dll"));
        if (File.Exists(portable)) yield return new Contestant("Rostrum, JIT", "dotnet", [portable, "build", "."], equal, "_site");
    }

    private static void Print(int size, IReadOnlyList<Contestant> contestants, Dictionary<string, List<Measurement>> results)
    {
        var floor = Floor.Measure(Path.Combine(contestants[^1].Folder, "content"), Path.Combine(contestants[^1].Folder, contestants[^1].Output));
        var hugo = results.TryGetValue("Hugo", out var measured) ? Median(measured.Select(static m => m.Seconds)) : (double?)null;
        Console.WriteLine($"\n{size.ToString("#,0", CultureInfo.InvariantCulture)} statements\n\n| generator | seconds | CPU seconds | peak MB | of Hugo's time |\n|---|---|---|---|---|");
        foreach (var contestant in contestants)
        {
            var all = results[contestant.Name];
            var seconds = Median(all.Select(static m => m.Seconds));
            var ratio = hugo is { } base_ ? $"{seconds / base_:0.00}" : "";
            Console.WriteLine($"| {contestant.Name} | {seconds:0.00} | {Median(all.Select(static m => m.CpuSeconds)):0.00} | {Median(all.Select(static m => m.PeakMegabytes)):0} | {ratio} |");
        }

        Console.WriteLine($"| floor: the same files read and written | {floor:0.00} | | | |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>What one run took.</summary>
internal sealed record Measurement(double Seconds, double CpuSeconds, double PeakMegabytes);

/// <summary>A generator: how it is called, where, and where its pages go.</summary>
internal sealed record Contestant(string Name, string Program, IReadOnlyList<string> Arguments, string Folder, string Output)
{
    /// <summary>Whether the output of the run before is left where it is.</summary>
    public bool Again { get; init; }

    // Outputs of earlier runs are moved aside: a disk (ext4) takes long to find a place for a file while many were deleted in the minutes before, and the next run would pay for it.
    private string Old => Path.Combine(Path.GetDirectoryName(Folder)!, "old");

    /// <summary>Deletes what earlier runs wrote.</summary>
    public void RemoveOld()
    {
        if (Directory.Exists(Old)) Directory.Delete(Old, true);
    }

    /// <summary>One cold run of the whole process; fails when a page a statement is not there afterwards.</summary>
    public Measurement Measure(int statements, bool again)
    {
        var output = Path.Combine(Folder, Output);
        if (!again && Directory.Exists(output)) Directory.Move(output, Path.Combine(Directory.CreateDirectory(Old).FullName, Guid.NewGuid().ToString("N")));
        var start = new ProcessStartInfo(Program) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        var cpuBefore = ChildTime.Seconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var pages = Directory.Exists(output) ? Directory.EnumerateDirectories(Path.Combine(output, "statements")).Count(folder => File.Exists(Path.Combine(folder, "index.html"))) : 0;
        if (process.ExitCode != 0 || pages < statements) throw new InvalidOperationException($"{Name} wrote {pages} of {statements} pages: {text.Result} {errors.Result}");
        return new Measurement(seconds, ChildTime.Seconds() - cpuBefore, peak / 1048576.0);
    }

    // On Linux from the one file that tells it: the framework looks at every thread, which slows a short run on two processors.
    private static long PeakOf(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return File.ReadLines($"/proc/{process.Id}/status").Where(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Select(static line => 1024 * long.Parse(line[6..^2], CultureInfo.InvariantCulture)).FirstOrDefault();
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            return 0;
        }
    }
}
