using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans all other pages: those of content/pages, the page for addresses that do not exist, and redirects from old addresses.</summary>
internal sealed class TextPages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>All of them.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo)
    {
        foreach (var folder in site.Archive.Pages.Where(static page => page.Key.Length > 0).GroupBy(Section))
        {
            var pages = folder.ToList();
            for (var i = 0; i < pages.Count; i++)
            {
                var index = i;
                yield return new PlannedPage(pages[i].Url, Location.StartOf(pages[i].Document.Path), "page", _ => Make(pages, index));
            }
        }

        yield return new PlannedPage(Routes.NotFound, Location.StartOf("site.yml"), "not-found", _ => NotFound()) { Listed = false };
        foreach (var (from, to, title) in memo.OldAddresses.Of(site.Archive, () => [.. OldAddresses()]))
        {
            var old = new PageUrl(from.Value.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || from.Value.EndsWith('/') ? from.Value : from.Value + "/");
            yield return new PlannedPage(old, from.At, "redirect", _ => Redirect(old, to, title)) { Listed = false };
        }
    }

    // The pages of a folder and the folder's own page are one section, read in order.
    private static string Section(Page page) => page.Folder.Length > 0 ? page.Folder : Path.GetFileNameWithoutExtension(page.Document.Path) == "index" ? page.Key : "";

    private IEnumerable<OldAddress> OldAddresses() =>
        site.Archive.Statements.SelectMany(static statement => statement.MovedFrom.Select(from => new OldAddress(from, statement.Url, statement.Heading)))
            .Concat(site.Archive.Entities.SelectMany(static entity => entity.MovedFrom.Select(from => new OldAddress(from, Routes.Entity(entity.Key), entity.Title))))
            .Concat(site.Archive.Pages.SelectMany(static page => page.MovedFrom.Select(from => new OldAddress(from, page.Url, page.Title))));

    private TextView Make(IReadOnlyList<Page> pages, int index)
    {
        var page = pages[index];
        var texts = site.Texts.Of(page.Document);
        var shown = pages.Where(static other => other.InNavigation).ToList();
        var position = shown.IndexOf(page);
        var way = Breadcrumbs(page);
        var isSection = Section(page).Length > 0;
        return new TextView
        {
            Title = maker.Title(page.Title),
            Heading = page.Title,
            Url = links.Href(page.Url),
            Canonical = maker.Canonical(page.Url),
            Description = texts.Summary.Passages.Count > 0 ? Excerpt.Of(texts.Summary.Passages[0].Passage) : texts.Body.Passages.Count > 0 ? Excerpt.Of(texts.Body.Passages[0].Passage) : null,
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            EditUrl = maker.EditUrl(page.Document),
            Breadcrumbs = way,
            StructuredData = maker.StructuredData(way),
            Summary = LinkMaker.Inline(texts.Summary),
            Body = LinkMaker.Full(texts.Body) ?? Raw.Of(""),
            Siblings = isSection && shown.Count > 1 ? [.. shown.Select(other => Link(other) with { Current = other == page })] : [],
            Outline = [.. texts.Body.Headings.Where(static heading => heading.Level == 2).Select(static heading => new OutlineEntry(heading.Title, heading.Id))],
            Previous = isSection && position > 0 ? Link(shown[position - 1]) : null,
            Next = isSection && position >= 0 && position + 1 < shown.Count ? Link(shown[position + 1]) : null,
            References = links.References(page.Url),
        };
    }

    private List<Breadcrumb> Breadcrumbs(Page page)
    {
        var crumbs = new List<Breadcrumb>();
        for (var slash = page.Key.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = page.Key.IndexOf('/', slash + 1))
        {
            var above = page.Key[..slash];
            if (site.Archive.Pages.FirstOrDefault(other => other.Key == above) is { } parent) crumbs.Add(new Breadcrumb(parent.Title, links.Href(parent.Url)));
        }

        crumbs.Add(new Breadcrumb(page.Title, null));
        return crumbs;
    }

    private Link Link(Page page) => new(page.Title, links.Href(page.Url), "pages");

    private NotFoundView NotFound() => new()
    {
        Title = maker.Title(maker.Text("not_found")),
        Heading = maker.Text("not_found"),
        Url = links.Href(Routes.NotFound),
        Canonical = maker.Canonical(Routes.NotFound),
        Language = site.Config.Language,
        Direction = LanguageTag.Direction(site.Config.Language),
        Noindex = true,
    };

    private RedirectView Redirect(PageUrl from, PageUrl to, string title) => new()
    {
        Title = title,
        Heading = title,
        Url = links.Href(from),
        Canonical = maker.Canonical(to),
        Language = site.Config.Language,
        Direction = LanguageTag.Direction(site.Config.Language),
        Noindex = true,
        Target = links.Href(to),
    };
}

/// <summary>An address that something had once, and where it is now.</summary>
internal sealed record OldAddress(Located<string> From, PageUrl To, string Title);
