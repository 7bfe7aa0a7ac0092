using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>The Content-Security-Policy of the pages.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void EachPageHasAPolicyBeforeAnythingThatItGovernsAndNothingInThePageBreaksIt()
    {
        var site = TestSite.Build(MadeSite.Files(40), tiny: false);
        var pages = site.RenderAll().Where(static file => file.Key.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 50);
        foreach (var (path, bytes) in pages)
        {
            var html = Encoding.UTF8.GetString(bytes);
            SafePages.AssertIsSafe(path, html);
            using var document = new HtmlParser().ParseDocument(html);
            var meta = Assert.Single(document.QuerySelectorAll("meta[http-equiv='Content-Security-Policy' i]"));
            var before = document.Head!.Children.TakeWhile(element => element != meta).ToList();
            Assert.DoesNotContain(before, static element => element.LocalName is "script" or "link" or "style");
            var policy = meta.GetAttribute("content")!;
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
            foreach (var data in document.QuerySelectorAll("script:not([src])")) AssertIsNamed(data, policy, path);
        }
    }

    [Fact]
    public void DataThatATemplateWritesIsNamedByItsHashAndCantEndItsElement()
    {
        var html = Page("{{ json_ld '{\"a\": \"</script><b>\"}' }}{{ json_ld '{}' }}{{ json_ld '' }}");
        using var document = new HtmlParser().ParseDocument(html);
        var blocks = document.QuerySelectorAll("script").Where(static script => script.GetAttribute("type") == "application/ld+json").ToList();
        Assert.Equal(["{\"a\": \"\\u003c/script>\\u003cb>\"}", "{}"], blocks.Select(static block => block.TextContent));
        var policy = document.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        Assert.All(blocks, block => AssertIsNamed(block, policy, "404.html"));
    }

    [Fact]
    public void TrustedContentMayHaveFramesAndStylesButNoScriptInThePage()
    {
        var html = TestSite.Build([Text("site.yml", "title: T\nhtml: trusted\n")], tiny: false).Render("/")!;
        Assert.Contains("frame-src", html, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", html, StringComparison.Ordinal);
    }

    [Fact]
    public void DataThatDiffersFromPageToPageCantBeWrittenByATemplateThatIsKept()
    {
        var site = TestSite.Build([Text("site.yml", "title: T\n"), Text("templates/not-found.html", "{{ cached 'kept' site }}"), Text("templates/kept.html", "{{ json_ld '{}' }}")], tiny: false);
        Assert.Null(site.Render("/404.html"));
        Assert.Contains(site.Problems, static line => line.Contains("RS1402", StringComparison.Ordinal) && line.Contains("'cached'", StringComparison.Ordinal));
    }

    private static string Page(string template) => TestSite.Build([Text("site.yml", "title: T\n"), Text("templates/not-found.html", template)], tiny: false).Render("/404.html")!;

    private static KeyValuePair<string, byte[]> Text(string path, string text) => KeyValuePair.Create(path, Encoding.UTF8.GetBytes(text));

    private static void AssertIsNamed(IElement data, string policy, string path)
    {
        Assert.Equal("application/ld+json", data.GetAttribute("type"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(data.TextContent)));
        Assert.True(policy.Contains($"'sha256-{hash}'", StringComparison.Ordinal), $"{path}: the policy doesn't name {data.TextContent}");
    }
}
