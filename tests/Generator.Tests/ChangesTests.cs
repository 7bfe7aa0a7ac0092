using Rostrum.Commands;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>What <c>rostrum changes</c> says of two states of an archive.</summary>
public sealed class ChangesTests
{
    private const string Text = "---\ntitle: A *bold* title\ndate: 2020-01-01\n---\nThe first paragraph says what the matter is.\n\nThe second paragraph says why it matters to everyone here.\n\nThe third paragraph thanks the chair.\n";
    private readonly Dictionary<string, string> before = new() { ["site.yml"] = "title: T\nbase_url: https://example.org/repo/\n", ["content/statements/a.md"] = Text };

    [Fact]
    public void NothingChangesWhereNothingChanged() => Assert.Equal("## What changes for readers\n\nNothing in the content.\n\n### Problems\n\nNone.\n", Report([]));

    [Fact]
    public void ANewStatementIsNamedWithItsParagraphs()
    {
        var report = Report(new() { ["content/statements/b.md"] = "---\ntitle: B\ndate: 2020-02-01\n---\nOne.\n\nTwo.\n" });
        Assert.Contains("\n1 new statement · 2 new paragraphs\n", report, StringComparison.Ordinal);
        Assert.Contains("### New statements\n\n* [B](<https://example.org/repo/statements/b/>) (2020-02-01), 2 paragraphs\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditIsToldByParagraphAndField()
    {
        before[PublishedLock.FilePath] = PublishedAddresses.Of(TestSite.Build(before).Site!.Plan).Write();
        var edited = Text.Replace("why it matters to everyone here.", "why it matters to all of us here.\n\nAn addition stands here, in words that are its own.", StringComparison.Ordinal).Replace("\n\nThe third paragraph thanks the chair.", "", StringComparison.Ordinal).Replace("2020-01-01", "2020-01-02\nrole: Chair", StringComparison.Ordinal);
        var report = Report(new() { ["content/statements/a.md"] = edited });
        Assert.Contains("\n1 changed statement · 1 new paragraph · 1 changed paragraph · 1 removed paragraph\n", report, StringComparison.Ordinal);
        Assert.Contains(@"* [A \*bold\* title](<https://example.org/repo/statements/a/>) (2020-01-02): paragraph [4](<https://example.org/repo/statements/a/#p4>) new; paragraph [2](<https://example.org/repo/statements/a/#p2>) changed; paragraph [3](<https://example.org/repo/statements/a/#p3>) removed; changed in the front matter: date, role" + "\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AWithdrawnStatementIsNamedWithTheReason()
    {
        var report = Report(new() { ["content/statements/a.md"] = Text.Replace("date: 2020-01-01", "date: 2020-01-01\nwithdrawn: {date: 2020-03-01, reason: A mix-up <b>of</b> texts}", StringComparison.Ordinal) });
        Assert.Contains("### Withdrawn statements\n\n* [A \\*bold\\* title](<https://example.org/repo/statements/a/>) (2020-01-01): A mix-up &lt;b>of&lt;/b> texts\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Changed statements", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AStatementThatMovedIsALinkThatMovedAndNotANewStatement()
    {
        var after = new Dictionary<string, string>(before) { ["content/statements/b.md"] = Text.Replace("title:", "moved_from: /statements/a/\ntitle:", StringComparison.Ordinal) };
        after.Remove("content/statements/a.md");
        var report = Report(after, false);
        Assert.Contains("\n1 link that moved\n", report, StringComparison.Ordinal);
        Assert.Contains("* `/statements/a/` now leads to [/statements/b/](<https://example.org/repo/statements/b/>)\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressThatIsGoneIsALinkThatBreaks()
    {
        before["content/topics/t.md"] = "---\ntitle: T\n---\n";
        var after = new Dictionary<string, string>(before) { ["content/topics/u.md"] = "---\ntitle: U\n---\n" };
        after.Remove("content/topics/t.md");
        var report = Report(after, false);
        Assert.Contains("### Links that break\n\n* `/topics/t/`\n", report, StringComparison.Ordinal);
        Assert.Contains("### Other pages\n\n* New: [U](<https://example.org/repo/topics/u/>)\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemsAreListedAndAnErrorIsSaidToStopThePublishing()
    {
        var report = Report(new() { ["content/pages/a.md"] = "---\ntitle: A\n---\nSee [[no|where]].\n" });
        Assert.Contains("**This version has errors, so it can’t be published yet. The site stays as it is.**\n", report, StringComparison.Ordinal);
        Assert.Contains("| **error** | `content/pages/a.md:4` | RS1301: 'no' leads nowhere", report, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnEarlierStateEverythingIsNew() =>
        Assert.Contains("\n1 new statement · 3 new paragraphs\n", ChangesReport.Write(SiteChanges.Between(null, TestSite.Build(before).Site!.Plan), [], null), StringComparison.Ordinal);

    [Fact]
    public void TheCommandComparesFoldersAndDays()
    {
        using var root = new TempFolder();
        foreach (var (path, text) in before)
        {
            root.Write("now/" + path, text);
            root.Write("before/" + path, text);
        }

        root.Write("now/content/statements/b.md", "---\ntitle: B\ndate: 2020-02-01\n---\nOne.\n");
        Assert.Contains("\n1 new statement · 1 new paragraph\n", Out("changes", root.Of("now"), "--since", root.Of("before")), StringComparison.Ordinal);
        Assert.Contains("\n1 new statement · 1 new paragraph\n", Out("changes", root.Of("now"), "--day", "2020-01-31"), StringComparison.Ordinal);
        Assert.Contains("\nNothing in the content.\n", Out("changes", root.Of("now"), "--day", "2020-02-01"), StringComparison.Ordinal);
        Assert.Equal(2, CommandLineTests.Run("changes", root.Of("now"), "--since", root.Of("nowhere")).Code);
        Assert.Equal(2, CommandLineTests.Run("changes", root.Of("now"), "--day", "yesterday").Code);

        static string Out(params string[] arguments)
        {
            var run = CommandLineTests.Run(arguments);
            Assert.Equal((0, ""), (run.Code, run.Errors));
            return run.Output;
        }
    }

    private string Report(Dictionary<string, string> changed, bool over = true)
    {
        if (over) changed = before.Concat(changed).GroupBy(static file => file.Key).ToDictionary(static same => same.Key, static same => same.Last().Value);
        var now = TestSite.Build(changed);
        return ChangesReport.Write(SiteChanges.Between(TestSite.Build(before).Site!.Plan, now.Site!.Plan), now.Bag.ToSorted(), now.Site.Plan.Content.Config.BaseUrl);
    }
}
