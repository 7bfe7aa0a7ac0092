using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>What a page's head tells of an entity, kind by kind.</summary>
internal sealed class EntityFacts(ViewMaker maker)
{
    private readonly LinkMaker links = maker.Links;

    private readonly Lazy<ILookup<EntityKey, EntityKey>> below = new(() => maker.Site.Archive.Entities
        .SelectMany(static entity => Above(entity).Select(above => (Above: above, entity.Key)))
        .ToLookup(static pair => pair.Above, static pair => pair.Key));

    /// <summary>The facts in the order in which they are shown; none empty.</summary>
    public IReadOnlyList<Fact> Of(Entity entity)
    {
        var all = entity switch
        {
            Topic topic => OfTopic(topic),
            Person person => OfPerson(person),
            Delegation delegation => OfDelegation(delegation),
            Forum forum => OfForum(forum),
            Meeting meeting => OfMeeting(meeting),
            Instrument instrument => OfInstrument(instrument),
            _ => [],
        };
        var names = entity.Aliases.Where(static alias => alias.Mention).Select(static alias => alias.Text.Value).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. all.Append(Texts("also_found_as", names)).Where(static fact => fact.Values.Count > 0)];
    }

    private IEnumerable<Fact> OfTopic(Topic topic) =>
    [
        Texts("norm", topic.Norm), Keys("broader", topic.Broader), Keys("narrower", below.Value[topic.Key]), Keys("related_topics", topic.Related.Except(topic.Broader).Except(below.Value[topic.Key])),
    ];

    private IEnumerable<Fact> OfPerson(Person person) =>
    [
        Texts("native_name", person.Native),
        Texts("roles", person.Roles.Select(Role)),
        Keys("delegation", person.Delegation is { } delegation ? [delegation] : []),
    ];

    private IEnumerable<Fact> OfDelegation(Delegation delegation) =>
    [
        Texts("code", delegation.Code), Keys("member_of", delegation.MemberOf), Keys("members", below.Value[delegation.Key]),
    ];

    private IEnumerable<Fact> OfForum(Forum forum) =>
    [
        Texts("short_name", forum.Short),
        Keys("parent", forum.Parent is { } parent ? [parent] : []),
        Keys("bodies", below.Value[forum.Key].Where(static key => key.Kind == EntityKind.Forums)),
        Keys("meetings", below.Value[forum.Key].Where(static key => key.Kind == EntityKind.Meetings)),
    ];

    private IEnumerable<Fact> OfMeeting(Meeting meeting) =>
    [
        Texts("date", meeting.Start is not { } start ? null : meeting.End is { } end && end != start ? $"{maker.Site.Strings.Date(start)} – {maker.Site.Strings.Date(end)}" : maker.Site.Strings.Date(start)),
        Keys("forum", meeting.Forum is { } forum ? [forum] : []),
        Texts("place", meeting.Place),
        Texts("mode", links.Word("mode", meeting.Mode)),
        Keys("organizers", meeting.Organizers),
        Texts("record", meeting.Record == "none" ? maker.Text("no_official_record") : meeting.Record),
    ];

    private IEnumerable<Fact> OfInstrument(Instrument instrument) =>
    [
        new Fact(maker.Text("symbol"), instrument.Symbol is null ? [] : [new Link(instrument.Symbol, null)]),
        Texts("adopted", instrument.Adopted is { } day ? maker.Site.Strings.Date(day) : null),
        Texts("body", instrument.Body),
        new Fact(maker.Text("read_at"), instrument.Url is null ? [] : [new Link(new Uri(instrument.Url).Host, instrument.Url)]),
    ];

    private string Role(PersonRole role) => (role.From, role.To) switch
    {
        ({ } from, { } to) => $"{role.Role} ({from.Year}–{to.Year})",
        ({ } from, null) => $"{role.Role} ({maker.Text("since", from.Year.ToString())})",
        (null, { } to) => $"{role.Role} ({maker.Text("until", to.Year.ToString())})",
        _ => role.Role,
    };

    private Fact Keys(string label, IEnumerable<EntityKey> keys) => new(maker.Text(label), links.To(keys));

    private Fact Texts(string label, string? text) => new(maker.Text(label), text is null ? [] : [new Link(text, null)]);

    private Fact Texts(string label, IEnumerable<string> texts) => new(maker.Text(label), [.. texts.Select(static text => new Link(text, null))]);

    private static IEnumerable<EntityKey> Above(Entity entity) => entity switch
    {
        Topic topic => topic.Broader,
        Delegation delegation => delegation.MemberOf,
        Forum { Parent: { } parent } => [parent],
        Meeting { Forum: { } forum } => [forum],
        _ => [],
    };
}
