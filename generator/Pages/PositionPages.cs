using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the position pages: what one delegation has said on one topic, with what is new in the wording since it last spoke.</summary>
internal sealed class PositionPages(ViewMaker maker)
{
    /// <summary>How much of two passages must be common for one to be called a new wording of the other. Below it, marks would cover nearly every word.</summary>
    private const double Alike = 0.4;

    /// <summary>A bound on the lists of other positions, so that no page grows with the archive.</summary>
    private const int MostOthers = 24;

    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    private readonly Lazy<ILookup<EntityKey, DelegationPositions>> byTopic = new(() => maker.Site.Positions.All
        .SelectMany(static positions => positions.ByTopic.Select(topic => KeyValuePair.Create(topic.Key, positions))).ToLookup(static pair => pair.Key, static pair => pair.Value));

    /// <summary>A list of pages for each pair of a delegation and a topic.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo) =>
        site.HasPositions ? memo.Positions.Plan(site.Positions.All.Select(positions => (new Same<DelegationPositions>(positions), new Same<SiteConfig>(site.Config))), from => Plan(from.Item1.Value)) : [];

    private IEnumerable<PlannedPage> Plan(DelegationPositions positions)
    {
        var delegation = positions.Delegation;
        foreach (var (topic, passages) in positions.ByTopic)
        {
            var list = Routes.Position(delegation, topic);
            for (var number = 1; number <= maker.PageCount(passages.Count); number++)
            {
                var page = number;
                yield return new PlannedPage(Routes.ListPage(list, page), Location.StartOf("site.yml"), "position", content => content.Views.Positions.Make(delegation, topic, page))
                {
                    Modified = passages[^1].Statement.Date,
                    Listed = page == 1,
                };
            }
        }
    }

    private PositionView Make(EntityKey delegation, EntityKey topic, int number)
    {
        var passages = site.Positions.On(delegation, topic);
        var (who, what) = (links.To(delegation), links.To(topic));
        var list = Routes.Position(delegation, topic);
        var heading = maker.Text("position_heading", who.Title, what.Title);
        Breadcrumb[] way = [maker.Crumb("delegations", Routes.Index(EntityKind.Delegations)), new Breadcrumb(who.Title, who.Url), new Breadcrumb(what.Title, null)];
        var skip = (number - 1) * site.Config.PageSize;
        var shown = Enumerable.Range(skip, Math.Min(site.Config.PageSize, passages.Count - skip));
        TextSketch[] sketches = [.. passages.Take(skip + site.Config.PageSize).Select(Sketch)];
        return new PositionView
        {
            Title = maker.Title(number == 1 ? heading : $"{heading}, {maker.Text("page_number", number)}"),
            Heading = heading,
            Url = links.Href(Routes.ListPage(list, number)),
            Canonical = maker.Canonical(Routes.ListPage(list, number)),
            Description = maker.Text("position_description", who.Title, what.Title),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = way,
            StructuredData = maker.StructuredData(way, number > 1 ? [] : [maker.PageNode("CollectionPage", list, heading, null)]),
            Delegation = who,
            Topic = what,
            Summary = LinkMaker.Inline(site.Texts.Of(site.Archive.Find(topic)?.Document).Summary),
            Years =
            [
                .. shown.GroupBy(i => passages[i].Statement.Date.Year)
                    .Select(year => new PositionYear(year.Key.ToString(), site.HasYears ? links.Href(Routes.Year(year.Key)) : null, [.. year.Select(i => Entry(passages, sketches, i, topic))])),
            ],
            Coins = links.CoinsOf(shown.Select(i => passages[i]), []),
            Count = passages.Count,
            StatementCount = passages.Select(static passage => passage.Statement.Id).Distinct().Count(),
            First = passages[0].Statement.Date,
            Last = passages[^1].Statement.Date,
            Others = Most(byTopic.Value[topic].Where(other => other.Delegation != delegation).Select(other => links.To(other.Delegation, other.On(topic).Count) with { Url = links.Href(Routes.Position(other.Delegation, topic)) })),
            OtherTopics = Most(site.Positions.Of(delegation).Where(other => other.Key != topic).Select(other => links.To(other.Key, other.Value.Count) with { Url = links.Href(Routes.Position(delegation, other.Key)) })),
            Pager = maker.Pager(list, number, maker.PageCount(passages.Count)),
        };
    }

    private static IReadOnlyList<Link> Most(IEnumerable<Link> all) =>
        [.. all.OrderByDescending(static link => link.Count).ThenBy(static link => link.Title, StringComparer.OrdinalIgnoreCase).Take(MostOthers)];

    private PositionEntry Entry(IReadOnlyList<PassageReference> passages, TextSketch[] sketches, int index, EntityKey topic)
    {
        var passage = links.Passage(passages[index], topic);
        if (Nearest(passages, sketches, index) is not { } earlier) return new PositionEntry(passage, null, false);
        var body = site.Texts.Of(earlier.Statement.Document).Body;
        var (html, likeness) = WordDiff.Mark(Encoding.UTF8.GetString(passage.Html.Utf8.Span), Encoding.UTF8.GetString(body.BlockOf(earlier.Index).Html.Span), Alike);
        if (likeness < Alike) return new PositionEntry(passage, null, false);
        var known = body.Passages[earlier.Index].Passage;
        var link = new Link(maker.Text("passage_of", site.Strings.Date(earlier.Statement.Date), known.Number), $"{links.Href(earlier.Statement.Url)}#{known.Id}");
        return new PositionEntry(passage with { Html = Raw.Of(html) }, link, !html.Contains("<ins>", StringComparison.Ordinal));
    }

    // The earlier passage whose sketch is nearest, of another statement; of equals the latest.
    private static PassageReference? Nearest(IReadOnlyList<PassageReference> passages, TextSketch[] sketches, int index)
    {
        var statement = passages[index].Statement;
        var (best, nearest) = (int.MaxValue, (PassageReference?)null);
        for (var i = index - 1; i >= 0; i--)
        {
            var distance = sketches[index].Distance(sketches[i]);
            if (distance >= best || passages[i].Statement.Id == statement.Id || passages[i].Statement.Language != statement.Language) continue;
            (best, nearest) = (distance, passages[i]);
        }

        return nearest;
    }

    private TextSketch Sketch(PassageReference passage) => site.Texts.Of(passage.Statement.Document).Body.Passages[passage.Index].Passage.Sketch;
}
