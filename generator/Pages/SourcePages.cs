using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the way back from a source: a list of every address that a text was taken from, as pages and as JSON.</summary>
internal sealed class SourcePages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>All files; none where the export is switched off or no statement names its source.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (!site.HasSources) yield break;
        var sources = Gather();
        var updated = site.Archive.Statements.Max(static statement => statement.Updated);
        for (var number = 1; number <= maker.PageCount(sources.Count); number++)
        {
            var page = number;
            yield return new PlannedPage(Routes.ListPage(Routes.Sources, page), Location.StartOf("site.yml"), "sources", _ => Make(sources, page)) { Modified = updated, Listed = page == 1 };
        }

        yield return PlannedExport.Of(Routes.SourcesJson, Location.StartOf("site.yml"), stream => SourceIndex.Write(sources.SelectMany(Addresses), stream));
    }

    // One address may hold several statements, and a statement may have several sources.
    private List<Source> Gather() =>
    [
        .. site.Archive.Statements.SelectMany(static statement => statement.Sources.Where(static source => source.Url is not null).Select(source => (Source: source, Statement: statement)))
            .GroupBy(static pair => pair.Source.Url!, StringComparer.Ordinal)
            .Select(static group => new Source(group.Key, group.Select(static pair => pair.Source.Archived).FirstOrDefault(static url => url is not null), [.. group.Select(static pair => pair.Statement).DistinctBy(static statement => statement.Id)]))
            .OrderBy(static source => SourceIndex.Shown(source.Url), StringComparer.Ordinal).ThenBy(static source => source.Url, StringComparer.Ordinal),
    ];

    // A copy kept elsewhere leads here as well.
    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Addresses(Source source)
    {
        IReadOnlyList<string> pages = [.. source.Statements.Select(statement => maker.Canonical(statement.Url))];
        yield return KeyValuePair.Create(source.Url, pages);
        if (source.Archived is not null) yield return KeyValuePair.Create(source.Archived, pages);
    }

    private SourcesView Make(List<Source> sources, int number)
    {
        var heading = maker.Text("sources");
        return new SourcesView
        {
            Title = maker.Title(number == 1 ? heading : $"{heading}, {maker.Text("page_number", number)}"),
            Heading = heading,
            Url = links.Href(Routes.ListPage(Routes.Sources, number)),
            Canonical = maker.Canonical(Routes.ListPage(Routes.Sources, number)),
            Description = maker.Text("sources_lead"),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = [new Breadcrumb(heading, null)],
            Rows = [.. maker.Slice(sources, number).Select(source => new SourceRow(source.Url, SourceIndex.Shown(source.Url), source.Archived, [.. source.Statements.Select(statement => new Link(statement.Heading, links.Href(statement.Url)))]))],
            Count = sources.Count,
            JsonUrl = links.Href(Routes.SourcesJson),
            Pager = maker.Pager(Routes.Sources, number, maker.PageCount(sources.Count)),
        };
    }

    private sealed record Source(string Url, string? Archived, IReadOnlyList<Statement> Statements);
}
