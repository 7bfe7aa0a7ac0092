using System.Diagnostics;
using System.Text;

namespace Rostrum.Tests.Harness;

/// <summary>The built program as a process of its own, which can be killed.</summary>
internal sealed class ChildBuild : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly StringBuilder errors = new();

    private ChildBuild(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, e) =>
        {
            lock (errors) errors.Append(e.Data is null ? "" : e.Data + "\n");
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>What it has printed to its error stream until now.</summary>
    public string Errors
    {
        get
        {
            lock (errors) return errors.ToString();
        }
    }

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
        return (process.ExitCode, output.GetAwaiter().GetResult(), Errors);
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();
}
