using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>Plans what search engines are told: the sitemap, cut into parts where it is too long for one file, and robots.txt.</summary>
internal sealed class SitemapFiles(ViewMaker maker)
{
    private static readonly Location Config = Location.StartOf("site.yml");
    private readonly SiteContent site = maker.Site;

    /// <summary>Both, for a site that has <paramref name="pages"/>, so many of which are listed.</summary>
    public IEnumerable<PlannedFile> Plan(IReadOnlyList<PlannedFile> pages, int listed)
    {
        if (site.HasSitemap)
        {
            foreach (var file in Sitemaps(pages, listed)) yield return file;
        }

        if (!site.Config.Exports.Has("robots")) yield break;
        var line = site.HasSitemap ? $"\nSitemap: {maker.Canonical(Routes.Sitemap)}\n" : "";
        yield return PlannedExport.Of(Routes.Robots, Config, stream => stream.Write(Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n{line}")));
    }

    private IEnumerable<PlannedFile> Sitemaps(IReadOnlyList<PlannedFile> pages, int listed)
    {
        var entries = new Lazy<IReadOnlyList<SitemapEntry>>(() => Entries(pages.OfType<PlannedPage>().Where(static page => page.Listed)));
        return Sitemap.Files(listed, () => entries.Value, name => maker.Canonical(new PageUrl(name))).Select(static file => PlannedExport.Of(new PageUrl(file.Name), Config, file.Write));
    }

    private List<SitemapEntry> Entries(IEnumerable<PlannedPage> listed)
    {
        var versions = Versions();
        return [.. listed.OrderBy(static page => page.Url).Select(page => new SitemapEntry(maker.Canonical(page.Url), page.ModifiedIn(site), versions.GetValueOrDefault(page.Url) ?? []))];
    }

    // Each text that is held in several languages, with all of them; of two in one language the first.
    private Dictionary<PageUrl, IReadOnlyList<LanguageVersion>> Versions()
    {
        var all = new Dictionary<PageUrl, IReadOnlyList<LanguageVersion>>();
        var translations = site.Archive.Statements.Where(static statement => statement is { TranslationOf: not null, Withdrawn: null });
        foreach (var group in translations.GroupBy(static statement => statement.TranslationOf!.Value.Value))
        {
            if (site.Archive.FindStatement(group.Key) is not { Withdrawn: null } original) continue;
            var texts = group.Prepend(original).DistinctBy(static statement => statement.Language, StringComparer.OrdinalIgnoreCase).ToList();
            if (texts.Count < 2) continue;
            var versions = texts.ConvertAll(text => new LanguageVersion(text.Language, maker.Canonical(text.Url)));
            foreach (var text in texts) all[text.Url] = versions;
        }

        return all;
    }
}
