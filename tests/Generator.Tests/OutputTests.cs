using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>What becomes of the output folder, on a real disk.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Manifest = ".rostrum-manifest";
    private readonly TempFolder root = TempFolder.With(MadeSite.Files(12).Concat(TestSite.Templates));

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void ASecondBuildWritesNothing()
    {
        var first = Build();
        Assert.Equal(first.Report!.Files, first.Report.Written);
        var stamps = Stamps();
        var second = Build();
        Assert.Equal((0, 0), (second.Report!.Written, second.Report.Removed));
        Assert.Equal(stamps, Stamps());
    }

    [Fact]
    public void AnEditWritesOnlyWhatChanged()
    {
        Build();
        var before = root.Read("_site");
        root.Write("content/pages/guide/more.md", "---\ntitle: More\nweight: 2\n---\nOther text.\n");
        var report = Build().Report!;
        var after = root.Read("_site");
        var changed = after.Where(file => !before[file.Key].AsSpan().SequenceEqual(file.Value)).Select(static file => file.Key).ToList();
        Assert.Equal(["guide/more/index.html"], changed);
        Assert.Equal((1, 0), (report.Written, report.Removed));
    }

    [Fact]
    public void TheFilesOfASiteAreThoseOfThePlanAndTheManifestNamesThem()
    {
        var built = Build();
        var written = root.Read("_site");
        Assert.Equal(built.Site.Plan.Files.Select(static file => file.Url.FilePath).Append(Manifest).Order(StringComparer.Ordinal), written.Keys);
        Assert.Equal(written.Keys.Where(static path => path != Manifest), Encoding.UTF8.GetString(written[Manifest]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void ThePageOfARemovedStatementIsRemovedAndFilesOfOthersStay()
    {
        Build();
        root.Write("_site/mine/notes.txt", "mine");
        File.Delete(root.Of("content/statements/2016/s-001.md"));
        var built = Build();
        Assert.True(built.Report!.Removed > 0);
        Assert.False(Directory.Exists(root.Of("_site/statements/s-001")));
        Assert.Equal(built.Site.Plan.Files.Select(static file => file.Url.FilePath).Append(Manifest).Append("mine/notes.txt").Order(StringComparer.Ordinal), root.Read("_site").Keys);
        Assert.Equal("mine", File.ReadAllText(root.Of("_site/mine/notes.txt")));
    }

    [Fact]
    public void AFileOfOthersAtAnAddressThatThePlanComesToNeedIsNotLostSilently()
    {
        Build();
        root.Write("_site/late/index.html", "mine");
        root.Write("content/pages/late.md", "---\ntitle: Late\n---\nText.\n");
        var built = Build();
        Assert.Equal("mine", File.ReadAllText(root.Of("_site/late/index.html")));
        Assert.Single(built.Bag.ToSorted(), static problem => problem.Code == "RS1603");
    }

    [Fact]
    public void ABuildThatFailsLeavesTheOldSiteUntouched()
    {
        Build();
        var (before, stamps) = (root.Read("_site"), Stamps());
        root.Write("content/pages/guide/more.md", "---\ntitle: More\n---\nSee [[nowhere]].\n");
        var built = Build();
        Assert.Null(built.Report);
        Assert.True(built.Bag.HasErrors);
        Assert.Equal(before, root.Read("_site"));
        Assert.Equal(stamps, Stamps());
        AssertNothingLeftBehind();
    }

    [Fact]
    public void ATemplateThatFailsHalfWayThroughTheSiteLeavesTheOldOneUntouched()
    {
        Build();
        var before = root.Read("_site");
        root.Write("templates/years.html", "{{ page.nothing }}");
        Assert.Null(Build().Report);
        Assert.Equal(before, root.Read("_site"));
        AssertNothingLeftBehind();
    }

    [Fact]
    public void WhatAKilledBuildLeftBehindIsClearedAway()
    {
        Build();
        var before = root.Read("_site");
        root.Write("._site.rostrum-new/statements/half.html", "half");
        Build();
        Assert.Equal(before, root.Read("_site"));
        AssertNothingLeftBehind();
    }

    [Fact]
    public void ABuildThatWasKilledBetweenTheTwoRenamesIsRepaired()
    {
        Build();
        root.Write("_site/mine.txt", "mine");
        var before = root.Read("_site");
        Directory.Move(root.Of("_site"), root.Of("._site.rostrum-old"));
        root.Write("._site.rostrum-new/index.html", "new");
        Assert.Equal(0, Build().Report!.Written);
        Assert.Equal(before, root.Read("_site"));
        AssertNothingLeftBehind();
    }

    [Fact]
    public void AFileOfTheSiteThatSomebodyChangedIsWrittenAgain()
    {
        Build();
        var before = root.Read("_site");
        root.Write("_site/index.html", "changed");
        File.Delete(root.Of("_site/feed.xml"));
        Assert.Equal(2, Build().Report!.Written);
        Assert.Equal(before, root.Read("_site"));
    }

    [Fact]
    public void ALostManifestMakesTheFolderForeign()
    {
        Build();
        File.Delete(root.Of("_site/" + Manifest));
        Assert.Null(Build().Report);
        Assert.NotNull(Build(force: true).Report);
        Assert.True(File.Exists(root.Of("_site/" + Manifest)));
    }

    [Fact]
    public void AFolderWithFilesOfOthersIsRefusedUnlessForced()
    {
        root.Write("out/index.html", "mine");
        root.Write("out/other.txt", "mine");
        var refused = Build("out");
        Assert.Null(refused.Report);
        var problem = Assert.Single(refused.Bag.ToSorted(), static problem => problem.Code == "RS1601");
        Assert.Contains("--force", problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(root.Of("out/index.html")));
        Assert.NotNull(Build("out", true).Report);
        Assert.Equal("mine", File.ReadAllText(root.Of("out/other.txt")));
    }

    [Fact]
    public void AnEmptyFolderMayBeWrittenInto()
    {
        Directory.CreateDirectory(root.Of("out"));
        Assert.NotNull(Build("out").Report);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("content")]
    [InlineData("content/statements")]
    [InlineData("templates/x")]
    [InlineData("static")]
    public void TheSiteCantBeWrittenIntoTheArchiveItself(string folder)
    {
        var before = root.Read(".");
        var built = Build(folder, true);
        Assert.Null(built.Report);
        Assert.Single(built.Bag.ToSorted(), static problem => problem.Code == "RS1602");
        Assert.Equal(before, root.Read("."));
    }

    [Theory]
    [InlineData("archive")]
    [InlineData("archive/out")]
    public void TheSiteCantBeWrittenIntoAFolderOfStatementsOutsideContent(string folder)
    {
        root.Write("site.yml", "title: T\nbase_url: https://example.org/repo/\nstatements: [content/statements, archive]\n");
        root.Write("archive/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n");
        var built = Build(folder, true);
        Assert.Null(built.Report);
        Assert.Equal(["RS1602"], built.Bag.ToSorted().Select(static problem => problem.Code));
    }

    [Theory]
    [InlineData("content")]
    [InlineData(".")]
    [InlineData("..")]
    public void TheSiteCantBeWrittenIntoTheArchiveByWayOfASymbolicLink(string target)
    {
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(elsewhere.Of("link"), Path.GetFullPath(root.Of(target)));
        var built = Build(elsewhere.Of("link/out/.."), true);
        Assert.Null(built.Report);
        Assert.Single(built.Bag.ToSorted(), static problem => problem.Code == "RS1602");
    }

    [Fact]
    public void TheRootOfTheDiskIsRefused()
    {
        var built = Build(Path.GetPathRoot(root.Path)!, true);
        Assert.Null(built.Report);
        Assert.Single(built.Bag.ToSorted(), static problem => problem.Code == "RS1602");
    }

    [Fact]
    public void AnOutputFolderThatIsASymbolicLinkStaysOneAndTheSiteGoesWhereItLeads()
    {
        using var elsewhere = new TempFolder();
        Directory.CreateDirectory(elsewhere.Of("site"));
        Directory.CreateSymbolicLink(root.Of("_site"), elsewhere.Of("site"));
        Assert.NotNull(Build().Report);
        root.Write("content/pages/guide/more.md", "---\ntitle: Other\n---\nText.\n");
        Assert.NotNull(Build().Report);
        Assert.Equal(elsewhere.Of("site"), new DirectoryInfo(root.Of("_site")).LinkTarget);
        Assert.Contains("Other", File.ReadAllText(elsewhere.Of("site/guide/more/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void LinksAndEmptyFoldersOfOthersStayAsTheyAre()
    {
        Build();
        using var elsewhere = new TempFolder();
        elsewhere.Write("a.txt", "elsewhere");
        Directory.CreateDirectory(root.Of("_site/.git/refs/tags"));
        Directory.CreateSymbolicLink(root.Of("_site/outside"), elsewhere.Path);
        File.CreateSymbolicLink(root.Of("_site/topics/nowhere"), "gone");
        root.Write("site.yml", "title: Other\nbase_url: https://example.org/repo/\n");
        Assert.True(Build().Report!.Written > 10);
        Assert.True(Directory.Exists(root.Of("_site/.git/refs/tags")));
        Assert.Equal(elsewhere.Path, new DirectoryInfo(root.Of("_site/outside")).LinkTarget);
        Assert.Equal("gone", new FileInfo(root.Of("_site/topics/nowhere")).LinkTarget);
        Assert.Equal("elsewhere", File.ReadAllText(elsewhere.Of("a.txt")));
    }

    [Fact]
    public void AFileOfOthersWhereTheSiteNeedsAFolderOrAFolderWhereItNeedsAFileIsReported()
    {
        Build();
        root.Write("_site/late", "mine");
        root.Write("_site/CNAME2/mine.txt", "mine");
        root.Write("content/pages/late.md", "---\ntitle: Late\n---\nText.\n");
        root.Write("static/CNAME2", "x");
        var built = Build();
        Assert.Null(built.Report);
        Assert.Equal(2, built.Bag.ToSorted().Count(static problem => problem.Code == "RS1603"));
        Assert.Equal(("mine", "mine"), (File.ReadAllText(root.Of("_site/late")), File.ReadAllText(root.Of("_site/CNAME2/mine.txt"))));
        Assert.NotNull(Build(force: true).Report);
        Assert.True(File.Exists(root.Of("_site/late/index.html")) && File.Exists(root.Of("_site/CNAME2")));
    }

    [Fact]
    public void AFileOfOthersThatArrivedWhileTheSiteWasExchangedIsNotLost()
    {
        Build();
        Directory.Move(root.Of("_site"), root.Of("._site.rostrum-new"));
        root.Write("._site.rostrum-new/late/mine.txt", "mine");
        root.Write("_site/.rostrum-manifest", "index.html\n");
        root.Write("_site/index.html", "old");
        Assert.NotNull(Build().Report);
        Assert.Equal("mine", File.ReadAllText(root.Of("_site/late/mine.txt")));
        AssertNothingLeftBehind();
    }

    [Fact]
    public void AFileOfTheOutputsNameIsRefused()
    {
        root.Write("out", "a file");
        var built = Build("out");
        Assert.Null(built.Report);
        Assert.Contains(built.Bag.ToSorted(), static problem => problem.Code == "RS1602");
        Assert.Equal("a file", File.ReadAllText(root.Of("out")));
    }

    [Fact]
    public void ASymbolicLinkThatLeavesTheArchiveIsReportedAndNotFollowed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.md", "---\ntitle: Secret\ndate: 2020-01-01\n---\nSecret text.\n");
        File.CreateSymbolicLink(root.Of("content/statements/link.md"), outside.Of("secret.md"));
        Directory.CreateSymbolicLink(root.Of("content/pages/folder"), outside.Path);
        File.CreateSymbolicLink(root.Of("static/nowhere.txt"), root.Of("static/gone.txt"));
        var built = Build();
        Assert.Equal(["content/pages/folder", "content/statements/link.md", "static/nowhere.txt"], built.Bag.ToSorted().Where(static problem => problem.Code == "RS1003").Select(static problem => problem.At.Path));
        Assert.Null(built.Report);
        Assert.Null(built.Site.Tree.Find("content/statements/link.md"));
    }

    [Fact]
    public void ASymbolicLinkToWhatLiesHiddenOrBesideTheContentIsNotFollowed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "secret");
        root.Write(".git/config", "token");
        root.Write("notes/private.txt", "private");
        root.Write("content/.hidden/draft.txt", "hidden");
        Directory.CreateSymbolicLink(root.Of("content/.way"), outside.Path);
        File.CreateSymbolicLink(root.Of("content/pages/config.txt"), "../../.git/config");
        File.CreateSymbolicLink(root.Of("content/pages/hidden.txt"), "../.hidden/draft.txt");
        File.CreateSymbolicLink(root.Of("content/pages/private.txt"), "../../notes/private.txt");
        File.CreateSymbolicLink(root.Of("static/secret.txt"), "../content/.way/secret.txt");
        var built = Build();
        Assert.Equal(
            ["content/pages/config.txt", "content/pages/hidden.txt", "content/pages/private.txt", "static/secret.txt"],
            built.Bag.ToSorted().Where(static problem => problem.Code == "RS1003").Select(static problem => problem.At.Path));
        Assert.Null(built.Report);
        Assert.DoesNotContain(built.Site.Tree.Files, static file => file.Path.EndsWith("config.txt", StringComparison.Ordinal) || file.Path.EndsWith("secret.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void ASymbolicLinkThatStaysWithinTheArchiveIsFollowed()
    {
        File.CreateSymbolicLink(root.Of("content/statements/alias.md"), root.Of("content/statements/2016/s-001.md"));
        root.Write("content/files/a.txt", "a");
        Directory.CreateSymbolicLink(root.Of("static/files"), "../content/files");
        Assert.NotNull(Build().Report);
        Assert.True(File.Exists(root.Of("_site/statements/alias/index.html")));
        Assert.Equal("a", File.ReadAllText(root.Of("_site/files/a.txt")));
    }

    [Fact]
    public void SymbolicLinksThatLeadRoundInCirclesOrMultiplyAreReported()
    {
        Directory.CreateSymbolicLink(root.Of("content/pages/again"), root.Of("content"));
        Directory.CreateSymbolicLink(root.Of("content/pages/self"), "self");
        for (var i = 0; i < 30; i++)
        {
            Directory.CreateDirectory(root.Of($"static/d{i}"));
            foreach (var name in new[] { "x", "y" }) Directory.CreateSymbolicLink(root.Of($"static/d{i}/{name}"), $"../d{i + 1}");
        }

        Directory.CreateDirectory(root.Of("static/d30"));
        var built = Build();
        Assert.Null(built.Report);
        var problems = built.Bag.ToSorted();
        Assert.Contains(problems, static problem => problem is { Code: "RS1016", At.Path: "content/pages/again" });
        Assert.Contains(problems, static problem => problem is { Code: "RS1003", At.Path: "content/pages/self" });
        Assert.Contains(problems, static problem => problem is { Code: "RS1016", At.Path: "static/d0/x/x" });
        Assert.True(problems.Count < 200);
    }

    [Fact]
    public void AFileWhoseNameCantBeAnAddressIsReported()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such file names.");
        root.Write("static/a\nb.txt", "x");
        root.Write("static/.rostrum-manifest", "index.html\n");
        var built = Build();
        Assert.Null(built.Report);
        Assert.Equal(["static/.rostrum-manifest", "static/a\uFFFDb.txt"], built.Bag.ToSorted().Where(static problem => problem.Code == "RS1015").Select(static problem => problem.At.Path));
    }

    [Fact]
    public void ANameTooLongForAFileSystemIsReportedAtItsStatement()
    {
        root.Write("content/statements/long.md", $"---\ntitle: Long\ndate: 2020-01-01\nmoved_from: /{string.Join('/', Enumerable.Repeat(new string('a', 200), 6))}/\n---\nText.\n");
        var built = Build();
        Assert.Null(built.Report);
        Assert.Contains(built.Bag.ToSorted(), static problem => problem is { Code: "RS1209", At.Path: "content/statements/long.md" });
    }

    [Fact]
    public void FilesWhoseNamesBeginWithADotAreNoPartOfTheArchive()
    {
        root.Write("content/statements/.draft.md", "not yaml: [");
        root.Write("static/.DS_Store", "x");
        Assert.NotNull(Build().Report);
        Assert.False(File.Exists(root.Of("_site/.DS_Store")));
    }

    [Fact]
    public void AStatementOfHalfAMegabyteIsWrittenWhole()
    {
        var paragraph = string.Join(' ', Enumerable.Range(0, 200).Select(static i => $"word{i}"));
        root.Write("content/statements/long.md", "---\ntitle: Long\ndate: 2020-01-01\n---\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"Paragraph {i} {paragraph}\n\n")));
        Assert.NotNull(Build().Report);
        var page = File.ReadAllText(root.Of("_site/statements/long/index.html"));
        Assert.All(Enumerable.Range(0, 400), i => Assert.Contains($"Paragraph {i} word0", page, StringComparison.Ordinal));
    }

    [Fact]
    public void ALineOfHalfAMegabyteDoesNotTakeForEver()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        root.Write("content/statements/line.md", "---\ntitle: Line\ndate: 2020-01-01\n---\n" + string.Concat(Enumerable.Repeat("[[x ** _y_ [z](", 30_000)) + "\n");
        Assert.NotNull(Build().Site);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"It took {clock.Elapsed}.");
    }

    private (WriteReport? Report, Site Site, DiagnosticBag Bag) Build(string folder = "_site", bool force = false)
    {
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(new BuildOptions(names => SourceTree.Load(root.Path, names, bag), TestSite.Options), bag)!;
        return (OutputWriter.Write(site.ToOutput(bag), new OutputTarget(root.Of(folder), root.Path, force, null) { Inputs = site.Plan.Content.Config.InputFolders }, bag), site, bag);
    }

    private List<(string Path, DateTime Written)> Stamps() =>
        [.. Directory.EnumerateFiles(root.Of("_site"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static file => (file, File.GetLastWriteTimeUtc(file)))];

    private void AssertNothingLeftBehind() =>
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(root.Path), static path => System.IO.Path.GetFileName(path).Contains("rostrum", StringComparison.Ordinal));
}
