namespace Rostrum.Benchmarks;

/// <summary>Reads the arguments of a benchmark, and finds programs.</summary>
internal static class Options
{
    /// <summary>The value behind a name, or another.</summary>
    public static string Read(IReadOnlyList<string> args, string name, string otherwise)
    {
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (args[i] == name) return args[i + 1];
        }

        return otherwise;
    }

    /// <summary>Where a program lies, or null.</summary>
    public static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
