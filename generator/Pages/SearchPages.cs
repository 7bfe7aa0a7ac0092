using System.Buffers;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Search;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the search: its page, and the files of the index. Which files there are follows from the texts' sizes; the index is made when the first is asked for.</summary>
internal sealed class SearchPages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>All of them; none where search is switched off or there is nothing to search.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo)
    {
        if (!site.HasSearch) yield break;
        var source = Location.StartOf("site.yml");
        yield return new PlannedPage(Routes.SearchPage, source, "search", _ => Make());
        var units = SearchUnit.Cut(site.Archive, site.Texts, memo.Search);
        var files = maker.SearchFiles(units);
        yield return PlannedExport.Of(Routes.SearchFile("directory.json"), source, files.WriteDirectory);
        foreach (var name in SearchFilter.Long) yield return PlannedExport.Of(Routes.SearchFile($"{name}.json"), source, stream => files.WriteFilter(name, stream));
        for (var i = 0; i < files.Index.ShardCount; i++)
        {
            var number = i;
            yield return new PlannedExport(Routes.SearchFile($"words/{i}.bin"), source, (_, buffer) => buffer.Write(files.Index.Shard(number)));
        }

        foreach (var file in memo.Units.Plan(units.Select(static (unit, place) => (place, new Same<SearchUnit>(unit))), static from => Plan(from.Item1, from.Item2.Value))) yield return file;
    }

    private static IEnumerable<PlannedFile> Plan(int place, SearchUnit unit) =>
        [PlannedExport.Of(Routes.SearchFile($"texts/{place}.json"), Location.StartOf(unit.Statement.Document.Path), (content, stream) => content.Views.Search!.WriteUnit(unit, stream))];

    private SearchView Make() => new()
    {
        Title = maker.Title(maker.Text("search")),
        Heading = maker.Text("search"),
        Url = links.Href(Routes.SearchPage),
        Canonical = maker.Canonical(Routes.SearchPage),
        Description = maker.Text("search_description"),
        Language = site.Config.Language,
        Direction = LanguageTag.Direction(site.Config.Language),
        Breadcrumbs = [new Breadcrumb(maker.Text("search"), null)],
        Filters = [.. SearchFilter.Long, "year", "language"],
        Lists =
        [
            new Link(maker.Text("statements"), links.Href(Routes.Statements)),
            .. EntityKinds.All.Where(kind => site.Archive.HasPages(kind) && site.Archive.Of(kind).Any()).Select(kind => new Link(maker.Text(kind.Name()), links.Href(Routes.Index(kind)))),
            .. site.HasYears ? [new Link(maker.Text("years"), links.Href(Routes.Years))] : Array.Empty<Link>(),
        ],
    };
}
