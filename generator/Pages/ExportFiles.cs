using System.Buffers;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;
using Rostrum.Rendering;

namespace Rostrum.Pages;

/// <summary>Plans the files beside the pages: the feed, the sitemap, robots.txt.</summary>
internal sealed class ExportFiles(ViewMaker maker)
{
    private static readonly Location Config = Location.StartOf("site.yml");
    private readonly SiteContent site = maker.Site;

    /// <summary>All of them, for a site that has <paramref name="pages"/>.</summary>
    public IEnumerable<PlannedFile> Plan(IReadOnlyList<PlannedFile> pages)
    {
        if (site.Config.Exports.Feeds != "none") yield return Export(Routes.Feed, stream => AtomFeed.Write(SiteFeed(), stream));
        foreach (var file in Sitemaps(pages)) yield return file;
        yield return Export(new PageUrl("robots.txt"), stream => stream.Write(Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {maker.Canonical(new PageUrl("sitemap.xml"))}\n")));
    }

    private IEnumerable<PlannedFile> Sitemaps(IReadOnlyList<PlannedFile> pages)
    {
        var entries = pages.OfType<PlannedPage>().Where(static page => page.Listed).OrderBy(static page => page.Url)
            .Select(page => new SitemapEntry(maker.Canonical(page.Url), page.Modified)).ToList();
        if (entries.Count <= Sitemap.Limit)
        {
            yield return Export(new PageUrl("sitemap.xml"), stream => Sitemap.Write(entries, stream));
            yield break;
        }

        var parts = entries.Chunk(Sitemap.Limit).Select(static (part, i) => (Part: part, Url: new PageUrl($"sitemap-{i + 1}.xml"))).ToList();
        foreach (var (part, url) in parts) yield return Export(url, stream => Sitemap.Write(part, stream));
        yield return Export(new PageUrl("sitemap.xml"), stream => Sitemap.WriteIndex(parts.Select(part => maker.Canonical(part.Url)), stream));
    }

    private Feed SiteFeed() => new(
        site.Config.Title, site.Config.Language, maker.Canonical(Routes.Home), maker.Canonical(Routes.Feed),
        [.. site.Archive.Statements.Reverse().Take(AtomFeed.Length).Select(Entry)]);

    private FeedEntry Entry(Statement statement)
    {
        var texts = site.Texts.Of(statement.Document);
        var updated = statement.Revisions.Select(static revision => revision.Date).Append(statement.Published ?? statement.Date).Max();
        var html = texts.Body.ToMarkup() is { } markup ? Encoding.UTF8.GetString(markup) : statement.Withdrawn?.Reason ?? "";
        return new FeedEntry(
            maker.Canonical(statement.Url), statement.Heading, statement.Language, statement.Date, updated,
            [.. statement.Speakers.Concat(statement.Delegations).Select(key => site.Archive.Find(key)?.Title).OfType<string>()],
            texts.Summary.Passages.Count > 0 ? texts.Summary.Passages[0].Passage.Text : null,
            Absolute(html));
    }

    // Readers of feeds show the text away from its page.
    private string Absolute(string html) => html.Replace("=\"/", $"=\"{site.Config.BaseUrl.GetLeftPart(UriPartial.Authority)}/", StringComparison.Ordinal);

    private static PlannedExport Export(PageUrl url, Action<Stream> write) => PlannedExport.Of(url, Config, write);
}
