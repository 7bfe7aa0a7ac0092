using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the home page and the lists: of statements, of the entities of each kind, of years.</summary>
internal sealed class ListPages(ViewMaker maker)
{
    private const int LatestOnHome = 8;
    private const int TopicsOnHome = 24;
    private static readonly Location Config = Location.StartOf("site.yml");
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;
    private readonly Statement[] newestFirst = [.. maker.Site.Archive.Statements.Reverse()];
    private readonly Dictionary<int, int> counts = maker.Site.Archive.Statements.CountBy(static statement => statement.Date.Year).ToDictionary();

    /// <summary>All of them.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        var latest = newestFirst.Length > 0 ? newestFirst.Max(static statement => statement.Updated) : (DateOnly?)null;
        var homeText = site.Archive.Pages.FirstOrDefault(static page => page.Key.Length == 0);
        yield return new PlannedPage(Routes.Home, homeText is null ? Config : Location.StartOf(homeText.Document.Path), "home", _ => Home(homeText)) { Modified = latest };
        for (var number = 1; number <= maker.PageCount(newestFirst.Length); number++) yield return List(Routes.Statements, number, latest, StatementList);
        foreach (var kind in EntityKinds.All.Where(site.Archive.HasPages))
        {
            var entities = new Lazy<List<Entity>>(() => [.. site.Archive.Of(kind).OrderBy(static entity => entity.Title, StringComparer.OrdinalIgnoreCase).ThenBy(static entity => entity.Key)]);
            for (var number = 1; number <= maker.PageCount(site.Archive.Of(kind).Count()); number++)
                yield return List(Routes.Index(kind), number, latest, page => Index(kind, entities.Value, page));
        }

        if (!site.HasYears) yield break;
        yield return new PlannedPage(Routes.Years, Config, "years", _ => Years()) { Modified = latest };
        foreach (var (year, count) in counts.OrderBy(static pair => pair.Key))
        {
            for (var number = 1; number <= maker.PageCount(count); number++) yield return List(Routes.Year(year), number, null, page => Year(year, page));
        }
    }

    private static PlannedPage List(PageUrl list, int number, DateOnly? modified, Func<int, View> view) =>
        new(Routes.ListPage(list, number), Config, "list", _ => view(number)) { Modified = modified, Listed = number == 1 };

    private HomeView Home(Page? text)
    {
        var texts = site.Texts.Of(text?.Document);
        var topics = site.Archive.Of(EntityKind.Topics).Select(topic => (Topic: topic, Weight: Math.Max(site.Relations.PassagesOn(topic.Key).Count, site.Relations.StatementsOf(topic.Key).Count)))
            .OrderByDescending(static pair => pair.Weight).ThenBy(static pair => pair.Topic.Title, StringComparer.OrdinalIgnoreCase).ToList();
        var heading = text?.Title ?? site.Config.Title;
        return new HomeView
        {
            Title = site.Config.Title,
            Heading = heading,
            Url = links.Href(Routes.Home),
            Canonical = maker.Canonical(Routes.Home),
            Description = site.Config.Description,
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            StructuredData = maker.StructuredData([], maker.Nodes.WriteArchive),
            EditUrl = maker.EditUrl(text?.Document),
            Body = LinkMaker.Full(texts.Body) ?? Raw.Of(site.Config.Description is { } description ? $"<p>{System.Net.WebUtility.HtmlEncode(description)}</p>" : ""),
            Counts = Counts(),
            Latest = [.. newestFirst.Take(LatestOnHome).Select(links.To)],
            StatementCount = newestFirst.Length,
            Topics = site.Archive.HasPages(EntityKind.Topics) ? [.. topics.Take(TopicsOnHome).Select(pair => links.Row(pair.Topic))] : [],
            TopicCount = topics.Count,
            Years = links.Years(newestFirst.Select(static statement => statement.Date)),
        };
    }

    private List<CountView> Counts()
    {
        var passages = site.Archive.Statements.Sum(statement => site.Texts.Of(statement.Document).Body.Passages.Count);
        var all = new List<CountView>
        {
            new(maker.Text("statements"), site.Strings.Number(newestFirst.Length), links.Href(Routes.Statements)),
            new(maker.Text("passages"), site.Strings.Number(passages), null),
        };
        foreach (var kind in new[] { EntityKind.Topics, EntityKind.Delegations })
        {
            if (site.Archive.HasPages(kind) && site.Archive.Of(kind).Count() is var count and > 0) all.Add(new CountView(maker.Text(kind.Name()), site.Strings.Number(count), links.Href(Routes.Index(kind))));
        }

        if (counts.Count == 0) return all;
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        all.Add(new CountView(maker.Text(first == last ? "year" : "years"), first == last ? first.ToString() : $"{first}–{last}", site.HasYears ? links.Href(Routes.Years) : null));
        return all;
    }

    private StatementsView StatementList(int number)
    {
        var shown = maker.Slice(newestFirst, number).ToList();
        return new StatementsView
        {
            Title = maker.Title(Numbered(maker.Text("statements"), number)),
            Heading = maker.Text("statements"),
            Url = links.Href(Routes.ListPage(Routes.Statements, number)),
            Canonical = maker.Canonical(Routes.ListPage(Routes.Statements, number)),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            StructuredData = number > 1 ? null : maker.StructuredData([], maker.PageNode("CollectionPage", Routes.Statements, maker.Text("statements"), maker.Nodes.ArchiveId)),
            Count = newestFirst.Length,
            Pager = maker.Pager(Routes.Statements, number, maker.PageCount(newestFirst.Length)),
            Years =
            [
                .. shown.GroupBy(static statement => statement.Date.Year).Select(group => new StatementYear(
                    group.Key.ToString(), site.HasYears ? links.Href(Routes.Year(group.Key)) : null, counts[group.Key], [.. group.Select(links.To)])),
            ],
        };
    }

    private IndexView Index(EntityKind kind, IReadOnlyList<Entity> entities, int number)
    {
        var list = Routes.Index(kind);
        var shown = maker.Slice(entities, number).ToList();
        return new IndexView
        {
            Title = maker.Title(Numbered(maker.Text(kind.Name()), number)),
            Heading = maker.Text(kind.Name()),
            Url = links.Href(Routes.ListPage(list, number)),
            Canonical = maker.Canonical(Routes.ListPage(list, number)),
            Description = maker.Text($"about_{kind.Name()}"),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            StructuredData = kind == EntityKind.Topics ? maker.StructuredData([], json => maker.Nodes.WriteTerms(json, maker.Text("topics"), shown)) :
                number > 1 ? null : maker.StructuredData([], maker.PageNode("CollectionPage", list, maker.Text(kind.Name()), null)),
            Kind = kind.Name(),
            More = More(kind),
            Count = entities.Count,
            Entries = [.. shown.Select(links.Row)],
            Pager = maker.Pager(list, number, maker.PageCount(entities.Count)),
        };
    }

    private IReadOnlyList<Link> More(EntityKind kind) => kind switch
    {
        EntityKind.Delegations or EntityKind.Topics when site.HasCompare => [new Link(maker.Text("compare_heading"), links.Href(Routes.Compare))],
        EntityKind.Forums or EntityKind.Meetings when site.HasCoverage => [new Link(maker.Text("coverage"), links.Href(Routes.Coverage))],
        EntityKind.Instruments when site.HasUnresolved => [new Link(maker.Text("unresolved"), links.Href(Routes.Unresolved))],
        _ => [],
    };

    private YearsView Years()
    {
        var most = counts.Count == 0 ? 1 : counts.Values.Max();
        return new YearsView
        {
            Title = maker.Title(maker.Text("years")),
            Heading = maker.Text("years"),
            Url = links.Href(Routes.Years),
            Canonical = maker.Canonical(Routes.Years),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Years = [.. counts.OrderByDescending(static pair => pair.Key).Select(pair => new YearView(pair.Key, pair.Value, links.Href(Routes.Year(pair.Key)), pair.Value * 100 / most))],
        };
    }

    private YearPageView Year(int year, int number)
    {
        var all = site.Archive.Statements.Where(statement => statement.Date.Year == year).ToList();
        var months = all.CountBy(static statement => statement.Date.Month).ToDictionary();
        var list = Routes.Year(year);
        Breadcrumb[] way = [maker.Crumb("years", Routes.Years), new Breadcrumb(year.ToString(), null)];
        return new YearPageView
        {
            Title = maker.Title(Numbered(year.ToString(), number)),
            Heading = year.ToString(),
            Url = links.Href(Routes.ListPage(list, number)),
            Canonical = maker.Canonical(Routes.ListPage(list, number)),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = way,
            StructuredData = maker.StructuredData(way),
            Count = all.Count,
            Months = [.. maker.Slice(all, number).GroupBy(static statement => statement.Date.Month).Select(group => new StatementYear(site.Strings.Month(group.Key), null, months[group.Key], [.. group.Select(links.To)]))],
            Previous = YearLink(counts.Keys.Where(other => other < year).DefaultIfEmpty().Max()),
            Next = YearLink(counts.Keys.Where(other => other > year).DefaultIfEmpty().Min()),
            Pager = maker.Pager(list, number, maker.PageCount(all.Count)),
        };
    }

    private Link? YearLink(int year) => year == 0 ? null : new Link(year.ToString(), links.Href(Routes.Year(year)), Count: counts[year]);

    private string Numbered(string heading, int number) => number == 1 ? heading : $"{heading}, {maker.Text("page_number", number)}";
}
