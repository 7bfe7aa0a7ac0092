using System.Diagnostics;

namespace Rostrum.Benchmarks;

/// <summary>The least that any generator could take: the same inputs read and the same files written, on two threads.</summary>
internal static class Floor
{
    /// <summary>Seconds it takes.</summary>
    public static double Measure(string input, string site)
    {
        var copy = site + "-floor";
        if (Directory.Exists(copy)) Directory.Delete(copy, true);
        var files = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(file => (Path.Combine(copy, Path.GetRelativePath(site, file)), File.ReadAllBytes(file))).ToList();
        var watch = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        Parallel.ForEach(Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories), options, static file => File.ReadAllBytes(file));
        foreach (var folder in files.Select(static file => Path.GetDirectoryName(file.Item1)!).Distinct()) Directory.CreateDirectory(folder);
        Parallel.ForEach(files, options, static file => File.WriteAllBytes(file.Item1, file.Item2));
        var seconds = watch.Elapsed.TotalSeconds;
        Directory.Delete(copy, true);
        return seconds;
    }
}
