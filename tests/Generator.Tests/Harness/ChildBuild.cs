using System.Diagnostics;
using System.Text;

namespace Rostrum.Tests.Harness;

/// <summary>The built program as a process of its own, which can be killed.</summary>
internal sealed class ChildBuild : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ChildBuild(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Add(output, e.Data);
        process.ErrorDataReceived += (_, e) => Add(errors, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>What it has printed until now.</summary>
    public string Output => Read(output);

    /// <summary>What it has printed to its error stream until now.</summary>
    public string Errors => Read(errors);

    /// <summary>Starts <c>rostrum</c> with these arguments.</summary>
    public static ChildBuild Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rostrum.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["SOURCE_DATE_EPOCH"] = TestSite.Today.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ChildBuild(Process.Start(start)!);
    }

    /// <summary>Sends it SIGKILL, which no program can hear, and waits for its end.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Waits for its end: exit code, and what it printed.</summary>
    public (int Code, string Output, string Errors) Wait()
    {
        process.WaitForExit();
        return (process.ExitCode, Output, Errors);
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private static void Add(StringBuilder text, string? line)
    {
        lock (text) text.Append(line is null ? "" : line + "\n");
    }

    private static string Read(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
