using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the archive as data: tables in every format, their description, how to cite them, and the page that explains them.</summary>
internal sealed class DataPages(ViewMaker maker)
{
    private const int Keywords = 20;
    private static readonly Location Config = Location.StartOf("site.yml");
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;
    private readonly DataTables tables = new(maker.Site.Archive, maker.Site.Texts, maker.Site.Relations);

    private IReadOnlyList<DataTable> Tables => [tables.Statements, tables.Passages];

    /// <summary>All files; none where the export is switched off or there is nothing to export.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (!site.HasData) yield break;
        var updated = site.Archive.Statements.Max(static statement => statement.Updated);
        yield return new PlannedPage(Routes.Data, Config, "data", _ => Make(Describe(updated))) { Modified = updated };
        foreach (var table in Tables)
        {
            foreach (var format in DataFormat.All) yield return new PlannedStream(Beside(format.FileOf(table)), Config, stream => format.Write(table, stream));
        }

        yield return PlannedExport.Of(Beside("datapackage.json"), Config, stream => DataPackage.Write(Describe(updated), stream));
        yield return PlannedExport.Of(Routes.CitationCff, Config, stream => CitationCff.Write(Describe(updated), stream));
    }

    private static PageUrl Beside(string name) => new(Routes.Data.Path + name);

    private DataSet Describe(DateOnly updated)
    {
        var statements = site.Archive.Statements;
        var passages = statements.Sum(statement => site.Texts.Of(statement.Document).Body.Passages.Count);
        var what = maker.Text("data_description", site.Config.Title, maker.Text("statements_count", statements.Count), maker.Text("passages_count", passages));
        var topics = site.Archive.Of(EntityKind.Topics).Select(topic => (topic.Title, Count: site.Relations.PassagesOn(topic.Key).Count + site.Relations.StatementsOf(topic.Key).Count))
            .OrderByDescending(static topic => topic.Count).ThenBy(static topic => topic.Title, StringComparer.Ordinal);
        return new DataSet(
            site.Config.Title,
            site.Config.Description is { } description ? $"{description} {what}" : what,
            maker.Canonical(Routes.Home),
            maker.Canonical(Routes.Data),
            site.Config.Publisher ?? site.Config.Title,
            site.Config.License,
            statements[0].Date,
            statements[^1].Date,
            updated,
            [.. statements.Select(static statement => statement.Language).Distinct().Order(StringComparer.Ordinal)],
            [.. topics.Take(Keywords).Select(static topic => topic.Title)],
            Tables,
            site.Strings);
    }

    private DataPageView Make(DataSet data)
    {
        var heading = maker.Text("data");
        return new DataPageView
        {
            Title = maker.Title(heading),
            Heading = heading,
            Url = links.Href(Routes.Data),
            Canonical = maker.Canonical(Routes.Data),
            Description = data.Description,
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = [new Breadcrumb(heading, null)],
            Tables = [.. data.Tables.Select(table => View(table, data))],
            Files =
            [
                new DataFileView("datapackage.json", links.Href(Beside("datapackage.json")), maker.Text("data_package")),
                new DataFileView("CITATION.cff", links.Href(Routes.CitationCff), maker.Text("data_citation")),
            ],
            More = More(),
            Updated = data.Updated,
            StructuredData = maker.StructuredData([], json => DatasetNode.Write(json, data)),
        };
    }

    private DataTableView View(DataTable table, DataSet data) => new(
        table.Name,
        maker.Text($"table_{table.Name}"),
        table.Name == "statements" ? site.Archive.Statements.Count : site.Archive.Statements.Sum(statement => site.Texts.Of(statement.Document).Body.Passages.Count),
        [.. DataFormat.All.Select(format => new DataFileView(format.FileOf(table), links.Href(Beside(format.FileOf(table))), format.Title))],
        [.. table.Columns.Select(column => new DataColumnView(column.Name, maker.Text($"type_{column.Type.ToString().ToLowerInvariant()}"), data.Describe(column), table.Key.Contains(column.Name), column.Required))]);

    private List<Link> More()
    {
        var more = new List<Link>();
        if (site.HasSources) more.Add(new Link(maker.Text("sources"), links.Href(Routes.Sources)));
        if (site.HasFeed)
        {
            more.Add(new Link("Atom", links.Href(Routes.Feed(Routes.Home))));
            more.Add(new Link("JSON Feed", links.Href(Routes.JsonFeed(Routes.Home))));
        }

        if (site.HasSitemap) more.Add(new Link("sitemap.xml", links.Href(Routes.Sitemap)));
        if (site.HasLlms) more.Add(new Link("llms.txt", links.Href(Routes.Llms)));
        return more;
    }
}
