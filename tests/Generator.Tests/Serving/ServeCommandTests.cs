using System.Diagnostics;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Serving;

/// <summary><c>rostrum serve</c> as a process of its own: it begins, tells of each change, and ends when it is asked to.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly TempFolder root = new();

    public ServeCommandTests()
    {
        root.Write("site.yml", "title: T\nbase_url: https://example.org/repo/\n");
        root.Write("content/statements/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n");
    }

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public async Task ItSaysWhereItServesWhatChangedAndWhatThatTouchedAndEndsWithControlC()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no way to send Ctrl-C to another process here.");
        if (IgnoresInterrupts()) Assert.Skip("This test run was started so that it and its children ignore SIGINT, as shells do with what runs in the background.");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "rostrum.dll"), "serve", root.Path, "--port", "18500" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            Assert.Matches(@"^Serving at http://localhost:185\d\d/repo/ \(Ctrl-C ends it\)\.$", await LineAsync());
            Assert.Matches(@"^Ready: \d+ pages, no problems, \d+ ms\.$", await LineAsync());
            root.Write("content/statements/b.md", "---\ntitle: B\ndate: 2020-01-02\n---\nText, see [[nowhere]].\n");
            var lines = new List<string>();
            while (lines.Count == 0 || !lines[^1].Contains("statements/b.md changed (", StringComparison.Ordinal)) lines.Add(await LineAsync());
            Assert.Contains(lines, static line => line.StartsWith("content/statements/b.md(5,11): error RS1301:", StringComparison.Ordinal));
            Assert.Matches(@"content/statements/b.md changed \(\d texts? rendered, \d+ new addresses, .*0 of 0 open pages patched, read in \d+ ms, planned in \d+\): \d+ pages, 1 error, \d+ ms\.$", lines[^1]);
            using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
            await process.WaitForExitAsync(limit.Token);
            Assert.Equal(0, process.ExitCode);
            Assert.False(Directory.Exists(root.Of("_site")));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        static bool IgnoresInterrupts() => File.Exists("/proc/self/status") &&
            File.ReadLines("/proc/self/status").First(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) != 0;

        async Task<string> LineAsync() => await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("It ended.");
    }
}
