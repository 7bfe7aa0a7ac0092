using System.Collections.Concurrent;
using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>
/// Plans the pages of every entity. Passages and statements together are one list, cut into pages:
/// what is spoken of begins with passages, who speaks and where with statements.
/// </summary>
internal sealed class EntityPages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;
    private readonly EntityFacts facts = new(maker);
    private readonly ConcurrentDictionary<(EntityKey, bool ByDelegation), PassageOrder> orders = new();

    /// <summary>All pages of all entities whose kind has pages.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo) =>
        memo.Entities.Plan(site.Archive.Entities.Where(entity => site.Archive.HasPages(entity.Key.Kind)).Select(FilesOf), Plan);

    private EntityFiles FilesOf(Entity entity)
    {
        var passages = site.Relations.PassagesOn(entity.Key).Count;
        var statements = site.Relations.StatementsOf(entity.Key).Count;
        return new EntityFiles(
            new Same<Entity>(entity), maker.PageCount(passages + statements), statements > 0 && HasCitations(entity), passages > 0 && HasDelegationOrder(entity) ? maker.PageCount(passages) : 0, site.HasSitemap,
            site.HasFeedOf(entity));
    }

    private static IEnumerable<PlannedFile> Plan(EntityFiles files)
    {
        var entity = files.Entity.Value;
        var url = Routes.Entity(entity.Key);
        for (var number = 1; number <= files.Pages; number++) yield return Page(files, url, number, false);
        for (var i = 0; files.HasCitations && i < CitationFile.All.Count; i++)
        {
            var file = CitationFile.All[i];
            yield return PlannedExport.Of(file.OfList(url), entity.At, (content, stream) => file.Write(content.Views.Entities.Cited(entity), stream));
        }

        for (var number = 1; number <= files.ByDelegation; number++) yield return Page(files, Routes.ByDelegation(entity.Key), number, true);
        if (!files.HasFeed) yield break;
        foreach (var file in FeedFiles.Plan(entity)) yield return file;
    }

    // The statements of an entity, those that only mention it left out, for reference managers.
    private IEnumerable<CitedStatement> Cited(Entity entity) =>
        site.Relations.StatementsOf(entity.Key).Where(static statement => statement.Withdrawn is null).Select(statement => CitedStatement.Of(statement, site.Archive, site.Texts, site.Strings));

    private PassageOrder OrderOf(EntityKey key, bool byDelegation) => orders.GetOrAdd((key, byDelegation), _ =>
    {
        var passages = site.Relations.PassagesOn(key);
        return byDelegation
            ? new PassageOrder(passages, DelegationTitle, all => all.OrderBy(DelegationTitle, StringComparer.Ordinal).ThenBy(static passage => passage.Statement.Date))
            : new PassageOrder(passages, static passage => passage.Statement.Date.Year.ToString(), static all => all.OrderBy(static passage => passage.Statement.Date.Year).ThenByDescending(static passage => passage.Explicit));
    });

    private bool HasCitations(Entity entity) => site.Config.Exports.Has("citations") && entity.Document is not null && site.Relations.StatementsOf(entity.Key).Count > 0;

    private bool HasDelegationOrder(Entity entity) => entity.Key.Kind == EntityKind.Topics && OrderOf(entity.Key, false).HasDelegations;

    private static PlannedPage Page(EntityFiles files, PageUrl list, int number, bool byDelegation)
    {
        var entity = files.Entity.Value;
        var url = Routes.ListPage(list, number);
        return new PlannedPage(url, entity.Document is null ? Location.StartOf("site.yml") : entity.At, "entity", content => content.Views.Entities.Make(entity, list, url, number, byDelegation))
        {
            FindModified = number == 1 && files.HasSitemap ? content => content.Views.Entities.LastChange(entity) : null,
            Listed = number == 1,
        };
    }

    private DateOnly? LastChange(Entity entity)
    {
        DateOnly? last = null;
        foreach (var statement in site.Relations.StatementsOf(entity.Key)) last = Later(last, statement.Updated);
        foreach (var passage in site.Relations.PassagesOn(entity.Key)) last = Later(last, passage.Statement.Updated);
        return last;

        static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;
    }

    private EntityView Make(Entity entity, PageUrl list, PageUrl url, int number, bool byDelegation)
    {
        var order = OrderOf(entity.Key, byDelegation);
        var texts = site.Texts.Of(entity.Document);
        var passages = site.Relations.PassagesOn(entity.Key);
        var statements = byDelegation ? [] : site.Relations.StatementsOf(entity.Key);
        var passagesFirst = entity.Key.Kind is EntityKind.Topics or EntityKind.Instruments;
        var skip = (number - 1) * site.Config.PageSize;
        var (shownPassages, shownStatements) = passagesFirst
            ? (Window(order.All, skip), Window(statements.Reverse(), skip - passages.Count))
            : (Window(order.All, skip - statements.Count), Window(statements.Reverse(), skip));
        var way = Breadcrumbs(entity);
        var description = texts.Summary.Passages.Count > 0 ? Excerpt.Of(texts.Summary.Passages[0].Passage) : null;
        var kindLabel = maker.Text($"kind_{entity.Key.Kind.Name()}");
        return new EntityView
        {
            Title = maker.Title(number == 1 ? entity.Title : $"{entity.Title}, {maker.Text("page_number", number)}"),
            Heading = entity.Title,
            Url = links.Href(url),
            Canonical = maker.Canonical(url),
            Description = description,
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = way,
            StructuredData = number > 1 || byDelegation ? maker.StructuredData(way) : maker.StructuredData(
                way, maker.PageNode(entity is Person ? "ProfilePage" : "CollectionPage", url, entity.Title, maker.Nodes.IdOf(entity.Key)), json => maker.Nodes.WriteWhole(json, entity, description)),
            EditUrl = maker.EditUrl(entity.Document),
            FeedUrl = site.HasFeedOf(entity) ? links.Href(Routes.Feed(Routes.Entity(entity.Key))) : null,
            JsonFeedUrl = site.HasFeedOf(entity) ? links.Href(Routes.JsonFeed(Routes.Entity(entity.Key))) : null,
            Kind = entity.Key.Kind.Name(),
            KindLabel = kindLabel,
            Summary = LinkMaker.Inline(texts.Summary),
            Body = number == 1 ? LinkMaker.Full(texts.Body) : null,
            Facts = facts.Of(entity),
            Groups = Group(shownPassages, order, entity.Key, byDelegation),
            Coins = links.CoinsOf(shownPassages, shownStatements),
            PassageCount = passages.Count,
            Orders = Orders(entity, byDelegation),
            Statements = [.. shownStatements.Select(links.To)],
            StatementCount = statements.Count,
            Pager = maker.Pager(list, number, maker.PageCount(passages.Count + statements.Count)),
            References = number == 1 ? links.References(Routes.Entity(entity.Key)) : [],
            Parts = number == 1 && entity is Instrument instrument ? Parts(instrument, passages) : [],
            Years = number == 1 ? links.Years(passages.Count > 0 ? passages.Select(static passage => passage.Statement.Date) : statements.Select(static statement => statement.Date)) : [],
            Known = number == 1 && entity is Meeting meeting ? [.. meeting.Known.Select(known => new KnownView(links.To(known.Delegation), known.Speaker, known.Note, known.Url))] : [],
            Positions = number == 1 && site.HasPositions ? PositionsOf(entity.Key) : [],
            Downloads = number == 1 && HasCitations(entity) ? [.. CitationFile.All.Select(file => new Link(file.Title, links.Href(file.OfList(Routes.Entity(entity.Key)))))] : [],
            HasFile = entity.Document is not null,
        };
    }

    private IReadOnlyList<T> Window<T>(IEnumerable<T> all, int skip)
    {
        var take = site.Config.PageSize + Math.Min(0, skip);
        return take <= 0 ? [] : [.. all.Skip(Math.Max(0, skip)).Take(take)];
    }

    private string DelegationTitle(PassageReference passage) => passage.Statement.Delegations.Count == 0 ? "" : site.Archive.Find(passage.Statement.Delegations[0])?.Title ?? "";

    private List<PassageGroup> Group(IReadOnlyList<PassageReference> shown, PassageOrder order, EntityKey about, bool byDelegation) =>
    [
        .. shown.GroupBy(order.Title).Select(group => new PassageGroup(
            group.Key.Length == 0 ? maker.Text("no_delegation") : group.Key, GroupUrl(group.First(), about, byDelegation), order.Counts[group.Key], [.. group.Select(passage => links.Passage(passage, about))])),
    ];

    private string? GroupUrl(PassageReference passage, EntityKey about, bool byDelegation)
    {
        if (!byDelegation) return site.HasYears ? links.Href(Routes.Year(passage.Statement.Date.Year)) : null;
        if (passage.Statement.Delegations is not [var delegation, ..]) return null;
        return site.HasPositions && site.Positions.On(delegation, about).Count > 0 ? links.Href(Routes.Position(delegation, about)) : links.To(delegation).Url;
    }

    private IReadOnlyList<PositionRow> PositionsOf(EntityKey delegation) =>
    [
        .. site.Positions.Of(delegation).OrderByDescending(static position => position.Value.Count).ThenBy(position => site.Archive.Find(position.Key)?.Title, StringComparer.OrdinalIgnoreCase)
            .Select(position => new PositionRow(
                links.To(position.Key, position.Value.Count) with { Url = links.Href(Routes.Position(delegation, position.Key)) },
                position.Value[0].Statement.Date, position.Value[^1].Statement.Date)),
    ];

    private IReadOnlyList<Link> Orders(Entity entity, bool byDelegation) => !HasDelegationOrder(entity) ? [] :
    [
        new Link(maker.Text("order_date"), links.Href(Routes.Entity(entity.Key)), Current: !byDelegation),
        new Link(maker.Text("order_delegation"), links.Href(Routes.ByDelegation(entity.Key)), Current: byDelegation),
    ];

    private List<PartView> Parts(Instrument instrument, IReadOnlyList<PassageReference> passages)
    {
        var citing = new Dictionary<string, List<Link>>(StringComparer.Ordinal);
        foreach (var reference in passages)
        {
            var passage = site.Texts.Of(reference.Statement.Document).Body.Passages[reference.Index];
            foreach (var part in passage.Mentions.Where(mention => mention.Entity == instrument.Key && mention.Part is not null).Select(static mention => mention.Part!).Distinct())
            {
                if (!citing.TryGetValue(part, out var found)) citing[part] = found = [];
                found.Add(new Link(maker.Text("statement_paragraph", reference.Statement.Heading, passage.Passage.Number), $"{links.Href(reference.Statement.Url)}#{passage.Passage.Id}"));
            }
        }

        var listed = instrument.Parts.Select(part => new PartView(part.Id, part.Title, citing.GetValueOrDefault(part.Id) ?? []));
        var unlisted = citing.Keys.Except(instrument.Parts.Select(static part => part.Id)).Order(StringComparer.Ordinal).Select(id => new PartView(id, KeyBook.Humanise(id), citing[id]));
        return [.. listed, .. unlisted];
    }

    private List<Breadcrumb> Breadcrumbs(Entity entity)
    {
        var crumbs = new List<Breadcrumb> { maker.Crumb(entity.Key.Kind.Name(), Routes.Index(entity.Key.Kind)) };
        var above = entity switch
        {
            Topic { Broader: [var broader, ..] } => broader,
            Forum { Parent: { } parent } => parent,
            _ => (EntityKey?)null,
        };
        if (links.To(above) is { Url: { } url } link) crumbs.Add(new Breadcrumb(link.Title, url));
        crumbs.Add(new Breadcrumb(entity.Title, null));
        return crumbs;
    }

    // The passages of an entity in one order, put into it once for all its pages.
    private sealed class PassageOrder(IReadOnlyList<PassageReference> passages, Func<PassageReference, string> title, Func<IReadOnlyList<PassageReference>, IEnumerable<PassageReference>> sort)
    {
        private readonly Lazy<(IReadOnlyList<PassageReference> All, Dictionary<string, int> Counts)> sorted = new(() => ([.. sort(passages)], passages.CountBy(title).ToDictionary()));

        private readonly Lazy<bool> hasDelegations = new(() => passages.SelectMany(static passage => passage.Statement.Delegations).Distinct().Skip(1).Any());

        public Func<PassageReference, string> Title => title;

        // Whether more than one delegation speaks.
        public bool HasDelegations => hasDelegations.Value;

        public IReadOnlyList<PassageReference> All => sorted.Value.All;

        public Dictionary<string, int> Counts => sorted.Value.Counts;
    }
}

/// <summary>All that the files of an entity are planned from.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="HasCitations">Whether its statements can be cited from a file.</param>
/// <param name="ByDelegation">How many pages there are in the order of delegations.</param>
/// <param name="HasSitemap">Whether there is a sitemap, which tells when each page changed.</param>
/// <param name="HasFeed">Whether it has feeds.</param>
internal readonly record struct EntityFiles(Same<Entity> Entity, int Pages, bool HasCitations, int ByDelegation, bool HasSitemap, bool HasFeed);
