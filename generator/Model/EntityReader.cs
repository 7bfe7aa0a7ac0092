using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Reads an entity's front matter, each kind with the fields that it alone has.</summary>
internal static class EntityReader
{
    /// <summary>The entity, as far as it could be read.</summary>
    public static Entity Read(SourceDocument document, EntityKey key, KeyBook keys, DiagnosticBag bag)
    {
        var fields = new FieldReader(document.FrontMatter, Singular(key.Kind), bag);
        var entity = ReadKind(fields, key, keys) with
        {
            Document = document,
            Aliases = ReadAliases(fields),
            Summary = fields.Text("summary"),
            Mention = fields.Flag("mention", true),
            MovedFrom = ReadOldAddresses(fields),
            Extra = fields.Value("extra") as YamlMap,
        };
        fields.Flag("draft");
        fields.Finish();
        return entity;
    }

    /// <summary>Old addresses, each a path within the site.</summary>
    public static IReadOnlyList<Located<string>> ReadOldAddresses(FieldReader fields)
    {
        var addresses = new List<Located<string>>();
        foreach (var written in fields.Texts("moved_from"))
        {
            var path = written.Value.TrimStart('/');
            var isPath = path.Length > 0 && !path.Contains("//", StringComparison.Ordinal) && path.AsSpan().IndexOfAny("?#\\:%*\"<>|") < 0
                && !path.Split('/').Any(static part => part is "." or "..") && !path.StartsWith('.') && !path.Any(char.IsControl);
            if (isPath) addresses.Add(written.With(path));
            else fields.Bag.Add(Problems.NotAnAddress(written.At, written.Value));
        }

        return addresses.ToArray();
    }

    private static Entity ReadKind(FieldReader fields, EntityKey key, KeyBook keys)
    {
        var title = fields.Text("title");
        if (title is null) fields.Missing("title");
        title ??= KeyBook.Humanise(key.Key);
        return key.Kind switch
        {
            EntityKind.Topics => ReadTopic(fields, key, title, keys),
            EntityKind.People => ReadPerson(fields, key, title, keys),
            EntityKind.Delegations => ReadDelegation(fields, key, title, keys),
            EntityKind.Forums => new Forum { Key = key, Title = title, Short = fields.Text("short"), Parent = keys.Key(fields, "parent", EntityKind.Forums) },
            EntityKind.Meetings => ReadMeeting(fields, key, title, keys),
            _ => ReadInstrument(fields, key, title),
        };
    }

    private static Topic ReadTopic(FieldReader fields, EntityKey key, string title, KeyBook keys) => new()
    {
        Key = key,
        Title = title,
        Broader = keys.Keys(fields, "broader", EntityKind.Topics),
        Related = keys.Keys(fields, "related", EntityKind.Topics),
        Norm = fields.Text("norm"),
    };

    private static Person ReadPerson(FieldReader fields, EntityKey key, string title, KeyBook keys) => new()
    {
        Key = key,
        Title = title,
        Family = fields.Text("family"),
        Given = fields.Text("given"),
        Native = fields.Text("native"),
        FamilyFirst = fields.Choice("order", ["family-first", "given-first"]) == "family-first",
        Roles = [.. fields.NestedList("roles").Select(ReadRole).OfType<PersonRole>()],
        Delegation = keys.Key(fields, "delegation", EntityKind.Delegations),
    };

    private static PersonRole? ReadRole(FieldReader fields)
    {
        var role = fields.Text("role");
        if (role is null) fields.Missing("role");
        var read = new PersonRole(role ?? "", fields.Date("from", TimeZoneInfo.Utc)?.Value, fields.Date("to", TimeZoneInfo.Utc)?.Value);
        fields.Finish();
        return role is null ? null : read;
    }

    private static Delegation ReadDelegation(FieldReader fields, EntityKey key, string title, KeyBook keys) => new()
    {
        Key = key,
        Title = title,
        Code = fields.Text("code"),
        Short = fields.Text("short"),
        MemberOf = keys.Keys(fields, "member_of", EntityKind.Delegations),
        Type = fields.Choice("type", Delegation.Types),
    };

    private static Meeting ReadMeeting(FieldReader fields, EntityKey key, string title, KeyBook keys) => new()
    {
        Key = key,
        Title = title,
        Forum = keys.Key(fields, "forum", EntityKind.Forums),
        Start = fields.Date("start", TimeZoneInfo.Utc)?.Value,
        End = fields.Date("end", TimeZoneInfo.Utc)?.Value,
        Place = fields.Text("place"),
        Mode = fields.Choice("mode", Meeting.Modes),
        Organizers = keys.Keys(fields, "organizers", EntityKind.Delegations),
        Record = fields.Text("record"),
        Known = [.. fields.NestedList("known").Select(nested => ReadKnown(nested, keys))],
    };

    private static KnownIntervention ReadKnown(FieldReader fields, KeyBook keys)
    {
        var known = new KnownIntervention(keys.Key(fields, "delegation", EntityKind.Delegations), fields.Text("speaker"), fields.Text("note"), fields.WebAddress("url"));
        fields.Finish();
        return known;
    }

    private static Instrument ReadInstrument(FieldReader fields, EntityKey key, string title) => new()
    {
        Key = key,
        Title = title,
        Symbol = fields.Text("symbol"),
        Url = fields.WebAddress("url"),
        Adopted = fields.Date("adopted", TimeZoneInfo.Utc)?.Value,
        Body = fields.Text("body"),
        Parts = [.. fields.NestedList("parts").Select(ReadPart).OfType<InstrumentPart>()],
    };

    private static InstrumentPart? ReadPart(FieldReader fields)
    {
        var id = fields.LocatedText("id");
        var title = fields.Text("title");
        fields.Finish();
        if (id is null) fields.Missing("id");
        return id is null ? null : new InstrumentPart(Slug.Of(id.Value.Value), title ?? id.Value.Value);
    }

    private static List<Alias> ReadAliases(FieldReader fields)
    {
        var aliases = new List<Alias>();
        foreach (var item in fields.Items("aliases"))
        {
            if (item is YamlMap map)
            {
                var nested = new FieldReader(map, "aliases", fields.Bag);
                var text = nested.LocatedText("text");
                var exact = nested.Choice("case", ["exact", "any"]);
                var mention = nested.Flag("mention", true);
                nested.Finish();
                if (text is null) nested.Missing("text");
                else aliases.Add(new Alias(text.Value, exact is null ? null : exact == "exact", mention));
            }
            else if (item is YamlScalar { IsNull: false } scalar) aliases.Add(new Alias(new Located<string>(scalar.Text.Trim(), scalar.At), null, true));
            else fields.Bag.Add(Problems.WrongType(item.At, "aliases", "text or a mapping", item.Kind));
        }

        return aliases;
    }

    /// <summary>A name without a small letter (ARF, A/70/174) is found only as it is written: <c>us</c> is not the US.</summary>
    public static bool IsAcronym(string name) => name.Any(char.IsUpper) && !name.Any(char.IsLower);

    private static string Singular(EntityKind kind) => kind switch
    {
        EntityKind.Topics => "a topic",
        EntityKind.People => "a person",
        EntityKind.Delegations => "a delegation",
        EntityKind.Forums => "a forum",
        EntityKind.Meetings => "a meeting",
        _ => "an instrument",
    };
}
