using System.Text.Json;
using Rostrum.Exports;
using Rostrum.Model;
using Rostrum.Search;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>What the makers of all views share: the content, links, and the head of a page.</summary>
internal sealed class ViewMaker(SiteContent site)
{
    private readonly Lazy<StatementPages> statements = new(() => new StatementPages(site.Views));
    private readonly Lazy<EntityPages> entities = new(() => new EntityPages(site.Views));
    private readonly Lazy<PositionPages> positions = new(() => new PositionPages(site.Views));
    private readonly Lazy<FeedFiles> feeds = new(() => new FeedFiles(site.Views));

    /// <summary>What views are made from.</summary>
    public SiteContent Site => site;

    /// <summary>Makes the pages of statements.</summary>
    public StatementPages Statements => statements.Value;

    /// <summary>Makes the pages of entities.</summary>
    public EntityPages Entities => entities.Value;

    /// <summary>Makes the pages of positions.</summary>
    public PositionPages Positions => positions.Value;

    /// <summary>Writes the files of the search; null before they were planned.</summary>
    public SearchFiles? Search { get; private set; }

    /// <summary>Makes feeds.</summary>
    public FeedFiles Feeds => feeds.Value;

    /// <summary>Makes links and list entries.</summary>
    public LinkMaker Links { get; } = new(site);

    /// <summary>Writes entities as nodes of schema.org.</summary>
    public EntityNodes Nodes { get; } = new(site.Archive);

    /// <summary>The files of the search over some units.</summary>
    public SearchFiles SearchFiles(IReadOnlyList<SearchUnit> units) => Search = new SearchFiles(Site.Archive, units, Site.Relations, Site.Strings);

    /// <summary>A text of the interface.</summary>
    public string Text(string key, params object?[] values) => Site.Strings.Text(key, values);

    /// <summary>A language in the words of the interface; its tag where there are none.</summary>
    public string LanguageName(string tag) => Site.Strings.Has($"language_{tag}") ? Text($"language_{tag}") : tag;

    /// <summary>The title for the browser's window.</summary>
    public string Title(string heading) => heading == Site.Config.Title ? heading : $"{heading} – {Site.Config.Title}";

    /// <summary>Absolute address of a page.</summary>
    public string Canonical(PageUrl url) => url.Absolute(Site.Config.BaseUrl);

    /// <summary>Where a file can be edited, or null.</summary>
    public string? EditUrl(SourceDocument? document) =>
        document is null ? null : Site.Config.EditUrl?.Replace("{path}", PageUrl.Escape(document.Path), StringComparison.Ordinal);

    /// <summary>A breadcrumb to a list.</summary>
    public Breadcrumb Crumb(string key, PageUrl url) => new(Text(key), Links.Href(url));

    /// <summary>What a page is about, as JSON-LD: the nodes given and the way to the page. Null where neither is known or metadata is switched off.</summary>
    public Raw? StructuredData(IReadOnlyList<Breadcrumb> way, params IEnumerable<Action<Utf8JsonWriter>> nodes)
    {
        if (!Site.Config.Exports.Has("metadata")) return null;
        var origin = Site.Config.BaseUrl.GetLeftPart(UriPartial.Authority);
        var all = nodes.ToList();
        if (way.Count > 1) all.Add(json => JsonLd.WriteBreadcrumbs(json, [.. way.Select(step => (step.Title, step.Url is null ? null : origin + step.Url))]));
        return all.Count == 0 ? null : new Raw(JsonLd.Graph(all));
    }

    /// <summary>A page as a node that says what it is and which node it is about.</summary>
    public Action<Utf8JsonWriter> PageNode(string type, PageUrl url, string name, string? about) => json =>
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("@id", Canonical(url));
        json.WriteString("url", Canonical(url));
        json.WriteString("name", name);
        json.WriteString("inLanguage", Site.Config.Language);
        json.WriteStartObject("isPartOf");
        json.WriteString("@id", Nodes.ArchiveId);
        json.WriteEndObject();
        if (about is not null)
        {
            json.WriteStartObject("mainEntity");
            json.WriteString("@id", about);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    };

    /// <summary>The pages of a list that begins at <paramref name="list"/>; null when there is one.</summary>
    public Pager? Pager(PageUrl list, int number, int count)
    {
        if (count < 2) return null;
        var shown = Enumerable.Range(1, count).Where(page => page == 1 || page == count || Math.Abs(page - number) <= 2).ToList();
        return new Pager(
            number,
            count,
            number > 1 ? Links.Href(Routes.ListPage(list, number - 1)) : null,
            number < count ? Links.Href(Routes.ListPage(list, number + 1)) : null,
            [.. shown.Select((page, i) => new PagerLink(page, Links.Href(Routes.ListPage(list, page)), page == number, i > 0 && shown[i - 1] != page - 1))]);
    }

    /// <summary>How many pages a list of so many entries has; an empty list has one.</summary>
    public int PageCount(int entries) => Math.Max(1, (entries + Site.Config.PageSize - 1) / Site.Config.PageSize);

    /// <summary>The entries of one page of a list.</summary>
    public IEnumerable<T> Slice<T>(IEnumerable<T> all, int number) => all.Skip((number - 1) * Site.Config.PageSize).Take(Site.Config.PageSize);
}
