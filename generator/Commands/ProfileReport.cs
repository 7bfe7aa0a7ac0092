using System.Diagnostics;
using System.Globalization;

namespace Rostrum.Commands;

/// <summary>Prints where the time of a build went: by stage, by template, and the ten slowest files.</summary>
internal static class ProfileReport
{
    private const int Slowest = 10;

    /// <summary>Three tables. Stages are by the clock; files are by the time each took on its thread, writing not included, so that they can add up to more.</summary>
    public static void Print(BuildProfile profile, TextWriter output)
    {
        output.WriteLine("      ms   alloc MB  stage");
        foreach (var (stage, ticks, bytes) in profile.Stages) output.WriteLine($"{Milliseconds(ticks),8}  {Number(bytes / 1048576.0),9}  {stage}");
        output.WriteLine("      ms      files  rendering of");
        var kinds = profile.Files.GroupBy(static entry => BuildProfile.KindOf(entry.File), StringComparer.Ordinal)
            .Select(static group => (Kind: group.Key, Ticks: group.Sum(static entry => entry.Ticks), Count: group.Count()))
            .OrderByDescending(static kind => kind.Ticks).ThenBy(static kind => kind.Kind, StringComparer.Ordinal);
        foreach (var (kind, ticks, count) in kinds) output.WriteLine($"{Milliseconds(ticks),8}  {count,9}  {kind}");
        output.WriteLine("      ms             slowest files");
        foreach (var (file, ticks) in profile.Files.OrderByDescending(static entry => entry.Ticks).ThenBy(static entry => entry.File.Url).Take(Slowest))
            output.WriteLine($"{Milliseconds(ticks),8}             {file.Url.FilePath}");
    }

    private static string Milliseconds(long ticks) => Number(ticks * 1000.0 / Stopwatch.Frequency);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
