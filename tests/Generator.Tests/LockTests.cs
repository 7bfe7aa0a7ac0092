using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Tests.Harness;
using Xunit;

namespace Rostrum.Tests;

/// <summary>The lock as <c>rostrum lock</c> writes it, from a site in memory.</summary>
public sealed class LockTests
{
    private const string Statement = "---\ntitle: A\ndate: 2020-01-01\n---\nThe first paragraph says what the matter is.\n\nThe second paragraph says why it matters to everyone here.\n\nThe third paragraph thanks the chair.\n";

    [Fact]
    public void ALockHoldsStatementsWithTheirPassagesEntitiesWithAFileAndPages()
    {
        var text = Lock(new() { ["site.yml"] = "title: T\n", ["content/statements/a.md"] = Statement, ["content/topics/t.md"] = "---\ntitle: T\n---\n", ["content/pages/about.md"] = "---\ntitle: About\n---\n" });
        Assert.Equal(["/about/", "/statements/a/", "  p1", "  p2", "  p3", "/topics/t/"], text.Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Length > 20 && line[0] == ' ' ? line[..4] : line));
    }

    [Fact]
    public void APassageThatIsTakenOutLeavesItsAnchorAndItsLineInTheLock()
    {
        var files = new Dictionary<string, string> { ["site.yml"] = "title: T\n", ["content/statements/a.md"] = Statement };
        files[PublishedLock.FilePath] = Lock(files);
        files["content/statements/a.md"] = Statement.Replace("The second paragraph says why it matters to everyone here.\n\n", "", StringComparison.Ordinal);
        var site = TestSite.Build(files);
        Assert.Contains("id=\"p2\"", site.Render("/statements/a/"), StringComparison.Ordinal);
        Assert.Contains("id=\"p3\"", site.Render("/statements/a/"), StringComparison.Ordinal);
        Assert.Equal(files[PublishedLock.FilePath], Lock(files));
    }

    [Fact]
    public void WhatIsPublishedAndNotLockedIsReported()
    {
        var root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(root, "content", "statements"));
        try
        {
            File.WriteAllText(Path.Combine(root, "site.yml"), "title: T\n");
            File.WriteAllText(Path.Combine(root, "content", "statements", "a.md"), Statement);
            Assert.Contains("error RS1704: /statements/a/ is published and not in content/published.lock.", CommandLineTests.Run("lock", root, "--check").Output, StringComparison.Ordinal);
            Assert.Equal(0, CommandLineTests.Run("lock", root).Code);
            Assert.Equal(0, CommandLineTests.Run("lock", root, "--check").Code);
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }

    private static string Lock(Dictionary<string, string> files) => PublishedAddresses.Of(TestSite.Build(files).Site!.Plan).Write();
}
