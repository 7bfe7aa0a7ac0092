using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the page that says how complete the archive is: by forum and year, what it holds, and what it knows to be missing.</summary>
internal sealed class CoveragePages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>Its pages; none while nothing is known to be missing from a meeting, for then it would only repeat the years.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (!site.HasCoverage) yield break;
        var cells = Cells();
        for (var number = 1; number <= maker.PageCount(cells.Count); number++)
        {
            var page = number;
            yield return new PlannedPage(Routes.ListPage(Routes.Coverage, page), Location.StartOf("site.yml"), "coverage", _ => Make(cells, page)) { Listed = page == 1 };
        }
    }

    private List<Cell> Cells()
    {
        var cells = new Dictionary<(EntityKey? Forum, int Year), Cell>();
        foreach (var statement in site.Archive.Statements.Where(statement => statement.Withdrawn is null && ParallelPages.Original(statement, site.Archive) is null)) At(site.Archive.ForumOf(statement), statement.Date.Year).Held++;
        foreach (var meeting in site.Archive.Of(EntityKind.Meetings).OfType<Meeting>().Where(static meeting => meeting is { Known.Count: > 0, Start: not null }))
        {
            var cell = At(meeting.Forum, meeting.Start!.Value.Year);
            cell.Missing += meeting.Known.Count;
            cell.Meetings.Add(meeting.Key);
        }

        return [.. cells.Values.OrderBy(static cell => cell.Forum is null).ThenBy(cell => Name(cell.Forum), StringComparer.OrdinalIgnoreCase).ThenBy(static cell => cell.Forum?.Key, StringComparer.Ordinal).ThenByDescending(static cell => cell.Year)];

        Cell At(EntityKey? forum, int year)
        {
            if (!cells.TryGetValue((forum, year), out var cell)) cells[(forum, year)] = cell = new Cell(forum, year);
            return cell;
        }
    }

    private string Name(EntityKey? forum) => site.Archive.Find(forum)?.Title ?? "";

    private CoverageView Make(List<Cell> cells, int number)
    {
        var heading = maker.Text("coverage");
        return new CoverageView
        {
            Title = maker.Title(number == 1 ? heading : $"{heading}, {maker.Text("page_number", number)}"),
            Heading = heading,
            Url = links.Href(Routes.ListPage(Routes.Coverage, number)),
            Canonical = maker.Canonical(Routes.ListPage(Routes.Coverage, number)),
            Description = maker.Text("coverage_description"),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = [new Breadcrumb(heading, null)],
            Rows = [.. maker.Slice(cells, number).Select(cell => new CoverageRow(links.To(cell.Forum), cell.Year, cell.Held, cell.Missing, links.To(cell.Meetings)))],
            Held = cells.Sum(static cell => cell.Held),
            Missing = cells.Sum(static cell => cell.Missing),
            Pager = maker.Pager(Routes.Coverage, number, maker.PageCount(cells.Count)),
        };
    }

    private sealed class Cell(EntityKey? forum, int year)
    {
        public EntityKey? Forum => forum;

        public int Year => year;

        public int Held { get; set; }

        public int Missing { get; set; }

        public List<EntityKey> Meetings { get; } = [];
    }
}
