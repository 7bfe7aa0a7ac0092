using System.Text.Json;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>Writes entities as nodes of schema.org (release 30.0): DefinedTerm, Person, Organization, Event, CreativeWork. The same node has the same <c>@id</c> on every page.</summary>
public sealed class EntityNodes(Archive archive)
{
    private static readonly string[] Fragments = ["term", "person", "organization", "organization", "event", "work"];

    /// <summary>The id of the archive as a collection.</summary>
    public string ArchiveId => archive.Config.BaseUrl.AbsoluteUri + "#archive";

    /// <summary>The id of an entity's node.</summary>
    public string IdOf(EntityKey key) => $"{UrlOf(key)}#{Fragments[(int)key.Kind]}";

    /// <summary>An entity as a node; nothing for one that is not published.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="key">Which.</param>
    /// <param name="role">A person's role at the time.</param>
    public void Write(Utf8JsonWriter json, EntityKey key, string? role = null)
    {
        if (archive.Find(key) is not { } entity) return;
        Begin(json, entity);
        switch (entity)
        {
            case Person person: WritePerson(json, person, role); break;
            case Meeting meeting: WriteMeeting(json, meeting); break;
            case Topic: json.WriteString("inDefinedTermSet", Routes.Index(EntityKind.Topics).Absolute(archive.Config.BaseUrl)); break;
            case Instrument instrument: json.Text("sameAs", instrument.Url); break;
        }

        json.WriteEndObject();
    }

    /// <summary>An entity as the subject of its own page, with all that is known of it.</summary>
    public void WriteWhole(Utf8JsonWriter json, Entity entity, string? description)
    {
        Begin(json, entity);
        json.Text("description", description);
        if (entity is not (Person or Instrument)) json.Texts("alternateName", Names(entity));
        switch (entity)
        {
            case Topic topic: WriteTopic(json, topic); break;
            case Person person:
                WritePerson(json, person, person.Roles.Count > 0 ? person.Roles[^1].Role : null);
                if (person.Delegation is { } delegation) WriteAs(json, "affiliation", delegation);
                break;
            case Delegation own: WriteDelegation(json, own); break;
            case Forum { Parent: { } parent }: WriteAs(json, "parentOrganization", parent); break;
            case Meeting meeting: WriteMeeting(json, meeting); break;
            case Instrument instrument: WriteInstrument(json, instrument); break;
        }

        json.WriteEndObject();
    }

    /// <summary>The archive as a collection and the site that shows it.</summary>
    public void WriteArchive(Utf8JsonWriter json)
    {
        var config = archive.Config;
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", config.BaseUrl.AbsoluteUri + "#website");
        json.WriteString("url", config.BaseUrl.AbsoluteUri);
        json.WriteString("name", config.Title);
        json.Text("description", config.Description);
        json.WriteString("inLanguage", config.Language);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("@type", "Collection");
        json.WriteString("@id", ArchiveId);
        json.WriteString("url", config.BaseUrl.AbsoluteUri);
        json.WriteString("name", config.Title);
        json.Text("description", config.Description);
        WriteLicense(json, config.License);
        if (config.Publisher is { } publisher) WriteOrganization(json, "publisher", publisher);
        json.WriteEndObject();
    }

    /// <summary>A body that is known by its name only.</summary>
    internal static void WriteOrganization(Utf8JsonWriter json, string property, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", "Organization");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    /// <summary>Terms by their address, or by their name where they have none.</summary>
    internal static void WriteLicense(Utf8JsonWriter json, License? license)
    {
        json.Text("license", license?.Url);
        if (license is not { Url: null }) return;
        json.WriteStartObject("license");
        json.WriteString("@type", "CreativeWork");
        json.WriteString("name", license.Name);
        json.WriteEndObject();
    }

    private void Begin(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("@type", TypeOf(entity));
        json.WriteString("@id", IdOf(entity.Key));
        json.WriteString("name", entity.Title);
        if (archive.HasPages(entity.Key.Kind)) json.WriteString("url", UrlOf(entity.Key));
    }

    private static string TypeOf(Entity entity) => entity switch
    {
        Topic => "DefinedTerm",
        Person => "Person",
        Delegation { Type: "state" } => "GovernmentOrganization",
        Meeting => "Event",
        Instrument => "CreativeWork",
        _ => "Organization",
    };

    private static void WritePerson(Utf8JsonWriter json, Person person, string? role)
    {
        json.Text("familyName", person.Family);
        json.Text("givenName", person.Given);
        var direct = person is { Family: { } family, Given: { } given } ? new CitedName(family, given, person.Title).Direct : null;
        json.Texts("alternateName", [.. new[] { direct, person.Native }.OfType<string>().Where(name => name != person.Title).Distinct()]);
        json.Text("jobTitle", role);
    }

    private void WriteTopic(Utf8JsonWriter json, Topic topic)
    {
        json.Text("termCode", topic.Norm);
        json.WriteStartObject("inDefinedTermSet");
        WriteTermSet(json);
        json.WriteEndObject();
    }

    /// <summary>The set of topics, with some of them.</summary>
    public void WriteTerms(Utf8JsonWriter json, string name, IReadOnlyList<Entity> topics)
    {
        json.WriteStartObject();
        WriteTermSet(json);
        json.WriteString("name", name);
        json.Nodes("hasDefinedTerm", topics, topic =>
        {
            Begin(json, topic);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    // The same set stands around every topic.
    private void WriteTermSet(Utf8JsonWriter json)
    {
        var url = Routes.Index(EntityKind.Topics).Absolute(archive.Config.BaseUrl);
        json.WriteString("@type", "DefinedTermSet");
        json.WriteString("@id", url + "#terms");
        json.WriteString("url", url);
    }

    private void WriteDelegation(Utf8JsonWriter json, Delegation delegation)
    {
        if (delegation.Type == "state")
        {
            json.WriteStartObject("areaServed");
            json.WriteString("@type", "Country");
            json.WriteString("name", delegation.Title);
            json.Text("identifier", delegation.Code);
            json.WriteEndObject();
        }

        json.Nodes("memberOf", [.. delegation.MemberOf.Where(key => archive.Find(key) is not null)], key => Write(json, key));
    }

    private void WriteMeeting(Utf8JsonWriter json, Meeting meeting)
    {
        json.Day("startDate", meeting.Start);
        json.Day("endDate", meeting.End);
        if (meeting.Mode is { } mode)
            json.WriteString("eventAttendanceMode", "https://schema.org/" + mode switch { "virtual" => "OnlineEventAttendanceMode", "hybrid" => "MixedEventAttendanceMode", _ => "OfflineEventAttendanceMode" });
        var places = new[] { meeting.Mode is "virtual" or "hybrid" ? "VirtualLocation" : null, meeting.Place is null ? null : "Place" }.OfType<string>().ToList();
        json.Nodes("location", places, type =>
        {
            json.WriteStartObject();
            json.WriteString("@type", type);
            if (type == "Place") json.WriteString("name", meeting.Place);
            else json.WriteString("url", UrlOf(meeting.Key));
            json.WriteEndObject();
        });
        var organizers = meeting.Organizers.Count > 0 ? meeting.Organizers : meeting.Forum is { } forum ? [forum] : [];
        json.Nodes("organizer", [.. organizers.Where(key => archive.Find(key) is not null)], key => Write(json, key));
    }

    private static void WriteInstrument(Utf8JsonWriter json, Instrument instrument)
    {
        json.Texts("alternateName", Names(instrument));
        json.Text("identifier", instrument.Symbol);
        json.Text("sameAs", instrument.Url);
        json.Day("datePublished", instrument.Adopted);
        if (instrument.Body is { } body) WriteOrganization(json, "author", body);
    }

    private void WriteAs(Utf8JsonWriter json, string property, EntityKey key)
    {
        if (archive.Find(key) is null) return;
        json.WritePropertyName(property);
        Write(json, key);
    }

    private static List<string> Names(Entity entity)
    {
        var own = entity switch { Delegation delegation => delegation.Short, Forum forum => forum.Short, _ => null };
        return [.. entity.Aliases.Where(static alias => alias.Mention).Select(static alias => alias.Text.Value).Prepend(own).OfType<string>().Where(name => name != entity.Title).Distinct()];
    }

    private string UrlOf(EntityKey key) => Routes.Entity(key).Absolute(archive.Config.BaseUrl);
}
