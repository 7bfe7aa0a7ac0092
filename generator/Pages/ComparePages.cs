using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the comparison of delegations by topics, cut into pages of delegations that stay small enough to be read on a telephone.</summary>
internal sealed class ComparePages(ViewMaker maker)
{
    /// <summary>Cells of one page. One takes about 190 bytes, and no page should exceed 400 kB.</summary>
    private const int MostCells = 1_600;

    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>All of its pages; none when fewer than two delegations have spoken.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (!site.HasCompare) yield break;
        var topics = site.Positions.All.SelectMany(static positions => positions.ByTopic).Select(static topic => topic.Key).Distinct().Count();
        var rows = Math.Max(10, MostCells / topics);
        var table = new Lazy<CompareTable>(() => Table(rows));
        for (var i = 0; i * rows < site.Positions.All.Count; i++)
        {
            var number = i + 1;
            yield return new PlannedPage(Routes.ListPage(Routes.Compare, number), Location.StartOf("site.yml"), "compare", _ => Make(table.Value, number))
            {
                FindModified = _ => table.Value.Last,
                Listed = number == 1,
            };
        }
    }

    private CompareTable Table(int rows)
    {
        var delegations = site.Positions.All.Select(static positions => positions.Delegation).OrderBy(Name, StringComparer.OrdinalIgnoreCase).ThenBy(static key => key);
        var all = site.Positions.All.SelectMany(static positions => positions.ByTopic).ToList();
        var totals = all.GroupBy(static position => position.Key).ToDictionary(static group => group.Key, static group => group.Sum(static position => position.Value.Count));
        var topics = totals.Keys.Select(key => (Key: key, Group: Group(key))).OrderBy(static topic => topic.Group is null).ThenBy(topic => topic.Group is { } group ? Name(group) : "", StringComparer.OrdinalIgnoreCase)
            .ThenBy(topic => Name(topic.Key), StringComparer.OrdinalIgnoreCase).ThenBy(static topic => topic.Key).ToList();
        var dates = all.SelectMany(static position => new[] { position.Value[0].Statement.Date, position.Value[^1].Statement.Date }).ToList();
        return new CompareTable([.. delegations.Chunk(rows)], topics, totals, all.Max(static position => position.Value.Count), dates.Min(), dates.Max());
    }

    private CompareView Make(CompareTable table, int number)
    {
        var parts = table.Parts;
        var heading = maker.Text("compare_heading");
        return new CompareView
        {
            Title = maker.Title(number == 1 ? heading : $"{heading}, {maker.Text("page_number", number)}"),
            Heading = heading,
            Url = links.Href(Routes.ListPage(Routes.Compare, number)),
            Canonical = maker.Canonical(Routes.ListPage(Routes.Compare, number)),
            Description = maker.Text("compare_description"),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = [new Breadcrumb(maker.Text("compare"), null)],
            Topics = [.. table.Topics.Select(topic => links.To(topic.Key, table.Totals[topic.Key]))],
            Groups = Groups(table),
            Rows = [.. parts[number - 1].Select(delegation => Row(table, delegation))],
            Totals = [.. table.Topics.Select(topic => table.Totals[topic.Key])],
            Total = table.Totals.Values.Sum(),
            Parts = parts.Count == 1 ? [] : [.. parts.Select((part, i) => new Link($"{Name(part[0])} – {Name(part[^1])}", links.Href(Routes.ListPage(Routes.Compare, i + 1)), Current: i + 1 == number))],
            Span = table.First.Year == table.Last.Year ? table.First.Year.ToString() : $"{table.First.Year}–{table.Last.Year}",
        };
    }

    private CompareRow Row(CompareTable table, EntityKey delegation)
    {
        var cells = table.Topics.Select(topic => Cell(table, delegation, topic.Key)).ToList();
        return new CompareRow(links.To(delegation), cells, cells.Sum(static cell => cell.Count));
    }

    private CompareCell Cell(CompareTable table, EntityKey delegation, EntityKey topic)
    {
        var passages = site.Positions.On(delegation, topic);
        if (passages.Count == 0) return new CompareCell(0, null, 0, 0);
        var url = site.HasPositions ? links.Href(Routes.Position(delegation, topic)) : links.Href(Routes.Entity(topic));
        return new CompareCell(passages.Count, url, passages[^1].Statement.Date.Year, Math.Max(2, passages.Count * 100 / table.Most));
    }

    private List<Link> Groups(CompareTable table)
    {
        var groups = new List<Link>();
        EntityKey? current = null;
        foreach (var (_, group) in table.Topics)
        {
            if (groups.Count > 0 && group == current) groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            else groups.Add(group is { } key ? links.To(key, 1) : new Link("", null, Count: 1));
            current = group;
        }

        return groups.TrueForAll(static group => group.Url is null) ? [] : groups;
    }

    // The broader topic of a topic, or the topic itself where it is one that others name as broader.
    private EntityKey? Group(EntityKey key) => site.Archive.Find(key) is Topic { Broader: [var broader, ..] } ? broader : IsBroader(key) ? key : null;

    private bool IsBroader(EntityKey key) => site.Archive.Of(EntityKind.Topics).OfType<Topic>().Any(topic => topic.Broader.Contains(key));

    private string Name(EntityKey key) => site.Archive.Find(key) is { } entity ? (entity as Delegation)?.Short ?? entity.Title : key.Key;

    private sealed record CompareTable(
        IReadOnlyList<EntityKey[]> Parts, IReadOnlyList<(EntityKey Key, EntityKey? Group)> Topics, IReadOnlyDictionary<EntityKey, int> Totals, int Most, DateOnly First, DateOnly Last);
}
