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

    private (WriteReport? Report, Site Site, DiagnosticBag Bag) Build(string folder = "_site", bool force = false) => DiskSite.Build(root, folder, force);

    private List<(string Path, DateTime Written)> Stamps() =>
        [.. Directory.EnumerateFiles(root.Of("_site"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static file => (file, File.GetLastWriteTimeUtc(file)))];

    private void AssertNothingLeftBehind() =>
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(root.Path), static path => System.IO.Path.GetFileName(path).Contains("rostrum", StringComparison.Ordinal));
}
