using System.Collections.Concurrent;
using System.Text;
using Rostrum.Exports;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Makes the small views that pages are put together from. Safe on any thread.</summary>
internal sealed class LinkMaker(SiteContent site)
{
    private readonly ConcurrentDictionary<string, StatementLink> statementLinks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EntityKey, Link> entityLinks = [];

    /// <summary>A page's address as a path within the host.</summary>
    public string Href(PageUrl url) => url.Href(site.BasePath);

    /// <summary>A link to an entity; without an address where its kind has no pages.</summary>
    public Link To(EntityKey key) => entityLinks.GetOrAdd(key, static (key, maker) => maker.To(key, 0), this);

    /// <summary>A link to an entity with how much it holds.</summary>
    public Link To(EntityKey key, int count)
    {
        var entity = site.Archive.Find(key);
        var url = entity is not null && site.Archive.HasPages(key.Kind) ? Href(Routes.Entity(key)) : null;
        return new Link(entity?.Title ?? key.Key, url, key.Kind.Name(), count, false, (entity as Person)?.Native);
    }

    /// <summary>Links to entities; those that are withheld are left out.</summary>
    public IReadOnlyList<Link> To(IEnumerable<EntityKey> keys)
    {
        List<Link>? found = null;
        foreach (var key in keys)
        {
            if (site.Archive.Find(key) is not null) (found ??= []).Add(To(key));
        }

        return found is null ? [] : found;
    }

    /// <summary>A link to an entity, or null.</summary>
    public Link? To(EntityKey? key) => site.Archive.Find(key) is null ? null : To(key!.Value);

    /// <summary>A statement as an entry of a list.</summary>
    public StatementLink To(Statement statement) => statementLinks.GetOrAdd(statement.Id, static (_, state) => state.Maker.Make(state.Statement), (Maker: this, Statement: statement));

    /// <summary>Citations of the statements that a page quotes and does not list, for reference managers that read lists (COinS).</summary>
    public IReadOnlyList<Raw> CoinsOf(IEnumerable<PassageReference> quoted, IEnumerable<Statement> listed) => !site.Config.Exports.Has("metadata") ? [] :
        [.. quoted.Select(static passage => passage.Statement).DistinctBy(static statement => statement.Id).ExceptBy(listed.Select(static statement => statement.Id), static statement => statement.Id)
            .Select(statement => To(statement).Coins).OfType<Raw>()];

    /// <summary>A passage quoted whole.</summary>
    public PassageView Passage(PassageReference reference, EntityKey about)
    {
        var statement = reference.Statement;
        var body = site.Texts.Of(statement.Document).Body;
        var linked = body.Passages[reference.Index];
        var block = body.BlockOf(reference.Index);
        var link = To(statement);
        var keys = KeysOf(statement, linked, reference.Index).Where(key => key != about).ToList();
        return new PassageView(
            link, linked.Passage.Id, linked.Passage.Number, $"{link.Url}#{linked.Passage.Id}", new Raw(block.Html), reference.Explicit,
            To(keys.Where(static key => key.Kind == EntityKind.Topics)), To(keys.Where(static key => key.Kind == EntityKind.Instruments)), link.Language, link.Direction);
    }

    /// <summary>All that a passage speaks of: what an editor says, then what it mentions.</summary>
    public IReadOnlyCollection<EntityKey> KeysOf(Statement statement, LinkedPassage passage, int index) =>
        site.Relations.KeysOf(statement, passage, index);

    /// <summary>The pages that refer to one, each with the sentence.</summary>
    public IReadOnlyList<ReferenceView> References(PageUrl url) => [.. site.Relations.To(url).Select(Make).OfType<ReferenceView>()];

    /// <summary>Counts by year with the gaps filled; empty when there is but one year.</summary>
    public IReadOnlyList<YearView> Years(IEnumerable<DateOnly> dates)
    {
        var counts = dates.GroupBy(static date => date.Year).ToDictionary(static group => group.Key, static group => group.Count());
        if (counts.Count < 2) return [];
        var (first, last, most) = (counts.Keys.Min(), counts.Keys.Max(), counts.Values.Max());
        var years = new List<YearView>(last - first + 1);
        for (var year = first; year <= last; year++)
        {
            var count = counts.GetValueOrDefault(year);
            years.Add(new YearView(year, count, count > 0 && site.HasYears ? Href(Routes.Year(year)) : null, count == 0 ? 0 : Math.Max(4, count * 100 / most)));
        }

        return years;
    }

    /// <summary>An entity as an entry of a list.</summary>
    public EntityRow Row(Entity entity)
    {
        var passages = site.Relations.PassagesOn(entity.Key);
        var statements = site.Relations.StatementsOf(entity.Key);
        var dates = passages.Count > 0 ? passages.Select(static passage => passage.Statement.Date) : statements.Select(static statement => statement.Date);
        var years = Years(dates);
        return new EntityRow(
            entity.Title, Href(Routes.Entity(entity.Key)), Inline(site.Texts.Of(entity.Document).Summary), passages.Count, statements.Count, entity.Key.Kind.Name(), Note(entity), years,
            years.Count == 0 ? null : site.Strings.Text("spark", Name(years[0]), Name(years[^1]), Name(years.Last(static year => year.Height == 100))));

        static string Name(YearView year) => year.Century + year.YearOfCentury;
    }

    /// <summary>Terms of a text.</summary>
    public static LicenseView? License(License? license) => license is null ? null : new LicenseView(license.Name, license.Url);

    /// <summary>A short text without paragraph tags; null when it is empty.</summary>
    public static Raw? Inline(RenderedBody body) => body.ToInlineMarkup() is { } html ? new Raw(html) : null;

    /// <summary>A text in full; null when it is empty.</summary>
    public static Raw? Full(RenderedBody body) => body.ToMarkup() is { } html ? new Raw(html) : null;

    /// <summary>A word of a fixed list, such as a genre, in the language of the interface.</summary>
    public string? Word(string list, string? word) => word is null ? null : site.Strings.Text($"{list}_{word}");

    private StatementLink Make(Statement statement) => new(
        statement.Heading, Href(statement.Url), statement.Date, To(statement.Delegations), To(statement.Speakers), statement.Role, To(site.Archive.ForumOf(statement)), To(statement.Meeting),
        Word("genre", statement.Genre), Word("delivery", statement.Delivery), statement.Language, LanguageTag.Direction(statement.Language),
        site.Texts.Of(statement.Document).Body.Passages.Count, statement.Withdrawn is not null,
        statement.Withdrawn is null && site.Config.Exports.Has("metadata") ? new Raw(Coins.Write(CitedStatement.Of(statement, site.Archive, site.Texts, site.Strings))) : null);

    private string? Note(Entity entity) => entity switch
    {
        Person person => person.Roles.Count > 0 ? person.Roles[^1].Role : person.Native,
        Instrument instrument => instrument.Symbol != instrument.Title ? instrument.Symbol : null,
        Meeting meeting => meeting.Start is { } start ? site.Strings.Date(start) : null,
        Forum forum => forum.Short,
        Topic topic => topic.Norm,
        _ => null,
    };

    private ReferenceView? Make(Reference reference)
    {
        if (FindPage(reference.From) is not { } from) return null;
        var passage = reference.Passage.Passage;
        var text = passage.Text;
        var range = Links.Sentence.Around(text, reference.Mention.Start);
        var (start, end) = (range.Start.Value, range.End.Value);
        var markEnd = Math.Min(reference.Mention.End, end);
        var html = new StringBuilder();
        html.Append(Escape(text[start..reference.Mention.Start])).Append("<mark>").Append(Escape(text[reference.Mention.Start..markEnd])).Append("</mark>").Append(Escape(text[markEnd..end]));
        var url = Href(reference.From.Url) + (passage.Id.Length > 0 ? "#" + passage.Id : "");
        var how = reference.Mention.Kind switch { MentionKind.Name => "name", MentionKind.Citation => "citation", _ => "link" };
        return new ReferenceView(from, reference.From.Statement?.Date, passage.Number, url, Raw.Of(html.ToString()), how);
    }

    private Link? FindPage(LinkedText text)
    {
        if (text.Statement is { } statement) return new Link(statement.Heading, Href(text.Url), "statements");
        var parts = text.Url.Path.TrimEnd('/').Split('/');
        if (parts.Length == 2 && EntityKinds.Find(parts[0]) is { } kind && site.Archive.Find(new EntityKey(kind, parts[1])) is { } entity) return To(entity.Key);
        var page = site.Archive.Pages.FirstOrDefault(page => page.Url == text.Url);
        return page is null ? null : new Link(page.Title, Href(page.Url), "pages");
    }

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);
}
