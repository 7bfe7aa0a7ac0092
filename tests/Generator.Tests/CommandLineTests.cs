using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>The built program as a process of its own: exit codes and what it prints.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Good = "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n";
    private readonly TempFolder root = new();

    public CommandLineTests()
    {
        root.Write("site.yml", "title: T\n");
        root.Write("content/statements/a.md", Good);
        foreach (var (path, bytes) in TestSite.Templates) root.Write(path, bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void AGoodArchiveIsBuiltAndTheClosingLineSaysSo()
    {
        var run = Run("build", root.Path);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Matches(@"^Wrote \d+ of \d+ files to .*_site: \d+ pages, no problems, \d+ ms\.\n$", run.Output);
        Assert.True(File.Exists(root.Of("_site/statements/a/index.html")));
    }

    [Fact]
    public void AProfileSaysWhereTheTimeWentAndChangesNothingElse()
    {
        var run = Run("build", root.Path, "--profile");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^Wrote \d+ of \d+ files to .*\n$", run.Output);
        foreach (var line in new[] { "render texts", "render and write pages", "1  statement", "statements/a/index.html" }) Assert.Contains(line + "\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AManifestNamesEveryFileWithItsSizeAndSumBesideTheSite()
    {
        root.Write("static/logo.bin", [1, 2, 3]);
        var run = Run("build", root.Path, "--manifest");
        Assert.Equal((0, ""), (run.Code, run.Errors));
        var expected = root.Read("_site").Where(static file => file.Key != ".rostrum-manifest").Select(static file => $"{file.Key}\t{file.Value.Length}\t{Convert.ToHexStringLower(SHA256.HashData(file.Value))}\n");
        Assert.Equal("path\tsize\tsha256\n" + string.Concat(expected), File.ReadAllText(root.Of("_site.manifest.tsv")));
        Assert.Contains("logo.bin\t3\t", File.ReadAllText(root.Of("_site.manifest.tsv")), StringComparison.Ordinal);
        var before = File.ReadAllText(root.Of("_site.manifest.tsv"));
        File.Delete(root.Of("_site.manifest.tsv"));
        Assert.StartsWith("Wrote 0 of ", Run("build", root.Path, "--manifest").Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(root.Of("_site.manifest.tsv")));
    }

    [Fact]
    public void ASecondBuildOfTheSameFilesSaysTheSameAndTouchesNothing()
    {
        var first = Run("build", root.Path);
        var site = root.Read("_site");
        var stamp = File.GetLastWriteTimeUtc(root.Of("_site/statements/a/index.html"));
        var second = Run("build", root.Path);
        Assert.Equal(Regex.Replace(first.Output, @"Wrote \d+|\d+ ms", ""), Regex.Replace(second.Output, @"Wrote \d+|\d+ ms", ""));
        Assert.StartsWith("Wrote 0 of ", second.Output, StringComparison.Ordinal);
        Assert.Equal(site, root.Read("_site"));
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(root.Of("_site/statements/a/index.html")));
    }

    [Theory]
    [InlineData("_site/statements/a/index.html")]
    [InlineData("_site/.rostrum-manifest")]
    [InlineData("content/statements/a.md")]
    [InlineData("content/statements/more.md")]
    [InlineData("static/more.bin")]
    [InlineData("templates/layout.html")]
    [InlineData("site.yml")]
    [InlineData("._site.rostrum-new/half.html")]
    public void AByteThatIsAnotherInTheInputsOrInTheSiteIsSeenByTheNextBuild(string path)
    {
        root.Write("static/logo.bin", [1, 2, 3]);
        Run("build", root.Path);
        var old = File.Exists(root.Of(path)) ? File.ReadAllText(root.Of(path)) : Good;
        root.Write(path, path == "site.yml" ? old.Replace("T", "U", StringComparison.Ordinal) : old.Replace("Text", "Texts", StringComparison.Ordinal) + " ");
        Assert.Equal(0, Run("build", root.Path).Code);
        var rebuilt = root.Read("_site");
        Run("build", root.Path, "-o", root.Of("clean/_site"));
        Assert.Equal(root.Read("clean/_site"), rebuilt);
        Assert.False(Directory.Exists(root.Of("._site.rostrum-new")));
    }

    [Fact]
    public void OtherOptionsOrAProblemKeepABuildFromBeingLeftOut()
    {
        Run("build", root.Path);
        Run("build", root.Path, "--base-url", "https://example.org/elsewhere/");
        Assert.Contains("/elsewhere/", File.ReadAllText(root.Of("_site/statements/a/index.html")), StringComparison.Ordinal);
        root.Write("content/statements/b.md", "---\ntitle: B\ndate: 2020-01-01\ndraft: true\n---\nText.\n");
        var first = Run("build", root.Path);
        Assert.Contains("1 note", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 note", Run("build", root.Path).Output, StringComparison.Ordinal);
        Assert.True(Run("build", root.Path, "--drafts").Output.Length > 0 && Directory.Exists(root.Of("_site/statements/b")));
    }

    [Fact]
    public void AFolderWithNothingButContentAndSettingsIsBuiltWithTheTemplatesOfTheProgram()
    {
        Directory.Delete(root.Of("templates"), true);
        Assert.Equal(0, Run("build", root.Path, "--strict").Code);
        Assert.Contains("<!doctype html>", File.ReadAllText(root.Of("_site/statements/a/index.html")), StringComparison.OrdinalIgnoreCase);
        Assert.True(File.Exists(root.Of("_site/assets/rostrum.css")));
    }

    [Fact]
    public void ProblemsArePrintedWithTheirLineAndACaretAndTheExitCodeIsOne()
    {
        root.Write("content/statements/b.md", "---\ntitle: B\ndate: 2020-01-01\nsepaker: x\n---\nSee [[nowhere]].\n");
        var run = Run("build", root.Path);
        Assert.Equal(1, run.Code);
        Assert.StartsWith(
            "content/statements/b.md(4,1): error RS1101: 'sepaker' is no field of a statement (did you mean 'speaker'?). An archive's own fields go under 'extra'.\n    sepaker: x\n    ^\n"
            + "content/statements/b.md(6,5): error RS1301: 'nowhere' leads nowhere: no statement, page or entity has that key.\n    See [[nowhere]].\n        ^\nNothing was written: ",
            run.Output,
            StringComparison.Ordinal);
        Assert.Matches(@"\d+ pages, 2 errors, \d+ ms\.\n$", run.Output);
        Assert.False(Directory.Exists(root.Of("_site")));
    }

    [Fact]
    public void ALineThatIsNoUtf8IsShownAllTheSame()
    {
        root.Write("content/statements/b.md", [.. "---\ntitle: Caf"u8, 0xE9, .. "\n---\n"u8]);
        var run = Run("build", root.Path);
        Assert.Equal(1, run.Code);
        Assert.Contains("content/statements/b.md(2,11): error RS1001:", run.Output, StringComparison.Ordinal);
        Assert.Contains("    title: Caf\uFFFD\n              ^\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WarningsFailWhenStrictAndOnlyThen()
    {
        root.Write("content/statements/b.md", "---\ntitle: B\ndate: 2020-01-01\ndraft: true\n---\nText.\n");
        root.Write("content/statements/a.md", Good + "\nSee [[b]].\n");
        Assert.Equal(0, Run("build", root.Path).Code);
        Directory.Delete(root.Of("_site"), true);
        var strict = Run("build", root.Path, "--strict");
        Assert.Equal(1, strict.Code);
        Assert.Contains("1 warning, 1 note", strict.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(root.Of("_site")));
        Assert.Equal(1, Run("check", root.Path, "--strict").Code);
    }

    [Fact]
    public void AReportInJsonIsOneObject()
    {
        root.Write("content/statements/b.md", "---\ntitle: \"B\n---\n");
        var run = Run("check", root.Path, "--report", "json");
        Assert.Equal(1, run.Code);
        using var json = JsonDocument.Parse(run.Output);
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(("error", "RS1005", "content/statements/b.md", 2, 8), (problem.GetProperty("severity").GetString(), problem.GetProperty("code").GetString(), problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.True(json.RootElement.GetProperty("pages").GetInt32() > 5);
    }

    [Fact]
    public void AReportForGitHubIsAnnotationsAndAClosingLine()
    {
        root.Write("content/statements/b, c.md", "---\ntitle: B\ndate: 2020-01-01\n---\nSee [[100%]].\n");
        var run = Run("check", root.Path, "--report", "github");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("::error file=content/statements/b%2C c.md,line=5,col=5,title=RS1301::'100%25' leads nowhere", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nChecked: \d+ pages, 1 error, \d+ ms\.\n$", run.Output);
    }

    [Fact]
    public void CheckWritesNothing()
    {
        var before = root.Read(".");
        Assert.Equal(0, Run("check", root.Path).Code);
        Assert.Equal(before, root.Read("."));
    }

    [Theory]
    [InlineData("biuld")]
    [InlineData("build", "--nothing")]
    [InlineData("build", "--base-url", "example.org")]
    [InlineData("build", "--report", "xml")]
    [InlineData]
    public void WrongUsageExitsWithTwoAndSaysHowToAsk(params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutAnArchiveIsToldHowToBegin()
    {
        using var empty = new TempFolder();
        var run = Run("build", empty.Path);
        Assert.Equal(1, run.Code);
        Assert.Contains("site.yml(1,1): error RS1011:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMachineThatFailsExitsWithThree()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc")) Assert.Skip("There is no folder here that nobody can write to.");
        var run = Run("build", root.Path, "-o", "/proc/rostrum");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("rostrum: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDayOfTheBuildIsTakenFromSourceDateEpoch()
    {
        root.Write("content/statements/later.md", "---\ntitle: Later\ndate: 2001-09-10\n---\nText.\n");
        Assert.Contains("RS1208", Run(["check", root.Path], ("SOURCE_DATE_EPOCH", "999993600")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("later.md", Run(["check", root.Path], ("SOURCE_DATE_EPOCH", "1000080000")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTimeZoneAndLanguageOfTheMachineDoNotMatter()
    {
        Assert.Equal(0, Run(["build", root.Path, "-o", root.Of("one")], ("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")).Code);
        Assert.Equal(0, Run(["build", root.Path, "-o", root.Of("two")], ("TZ", "America/Adak"), ("LANG", "th_TH.UTF-8"), ("LC_ALL", "th_TH.UTF-8")).Code);
        Assert.Equal(0, Run(["build", root.Path, "-o", root.Of("three")], ("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")).Code);
        Assert.Equal(root.Read("one"), root.Read("two"));
        Assert.Equal(root.Read("one"), root.Read("three"));
    }

    [Fact]
    public void TheVersionIsANumber()
    {
        var run = Run("--version");
        Assert.Equal(0, run.Code);
        Assert.Matches(new Regex(@"^\d+\.\d+\.\d+", RegexOptions.None), run.Output);
    }

    internal static Ran Run(params string[] arguments) => Run(arguments, []);

    /// <summary>Runs the program in a folder, with what somebody types.</summary>
    internal static Ran RunIn(string folder, string typed, params string[] arguments) => Run(folder, typed, arguments, []);

    private static Ran Run(string[] arguments, params (string Name, string Value)[] environment) => Run(Path.GetTempPath(), "", arguments, environment);

    private static Ran Run(string folder, string typed, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rostrum.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ran(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    internal sealed record Ran(int Code, string Output, string Errors);
}
