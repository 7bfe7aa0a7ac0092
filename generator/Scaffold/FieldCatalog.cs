using Rostrum.Model;

namespace Rostrum.Scaffold;

/// <summary>What a field holds.</summary>
internal enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A web address.</summary>
    Web,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>One text or several.</summary>
    List,

    /// <summary>A mapping of named fields.</summary>
    Record,

    /// <summary>One such mapping or several.</summary>
    Records,

    /// <summary>A text, or a mapping of named fields.</summary>
    TextOrRecord,

    /// <summary>Texts and such mappings, one or several.</summary>
    TextsOrRecords,

    /// <summary>Anything at all.</summary>
    Any,
}

/// <summary>One field of front matter or of site.yml.</summary>
internal sealed record FieldEntry(string Name, FieldType Type, string About)
{
    /// <summary>Whether the file can't do without it.</summary>
    public bool Required { get; init; }

    /// <summary>The words allowed, for a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The fields inside, for a record.</summary>
    public IReadOnlyList<FieldEntry> Fields { get; init; } = [];
}

/// <summary>The fields of every kind of file, described once; a test holds them against the readers.</summary>
internal static class FieldCatalog
{
    /// <summary>The kinds of file: site.yml, statements, pages and the six kinds of entity.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["site", "statements", "pages", .. Sources.SiteConfig.AllKinds];

    /// <summary>The fields of a kind.</summary>
    public static IReadOnlyList<FieldEntry> Of(string kind) => kind switch
    {
        "site" => SiteFields.All,
        "statements" => StatementFields.All,
        "pages" => [Needed("title", "The page's title."), Text("summary", "One line on what it is."), Number("weight", "Its place in lists; smaller comes first."), Flag("navigation", "false keeps it out of the navigation."), List("moved_from", "Old addresses; each becomes a redirect."), Flag("draft", "Left out unless --drafts."), Any("extra", "Fields of the archive's own.")],
        _ => [.. Common, .. OfEntity(kind)],
    };

    private static IReadOnlyList<FieldEntry> Common =>
    [
        Needed("title", "The name."),
        TextsOrRecords("aliases", "Other names found in texts; {text, case: exact, mention: false} for one that needs care.", [Needed("text", "The name."), Choice("case", "Whether capitals count.", ["exact", "any"]), Flag("mention", "false: the name does not become a link.")]),
        Text("summary", "One line on what it is."),
        Flag("mention", "false: its names do not become links."),
        List("moved_from", "Old addresses; each becomes a redirect."),
        Flag("draft", "Left out unless --drafts."),
        Any("extra", "Fields of the archive's own."),
    ];

    private static IReadOnlyList<FieldEntry> OfEntity(string kind) => kind switch
    {
        "topics" => [List("broader", "Keys of broader topics."), List("related", "Keys of related topics."), Text("norm", "The norm it stands for, such as 13(f).")],
        "people" =>
        [
            Text("family", "Family name."), Text("given", "Given name."), Text("native", "The name in its own script."), Choice("order", "Which name comes first.", ["family-first", "given-first"]),
            Records("roles", "Roles held.", [Text("role", "The role."), Text("from", "First day."), Text("to", "Last day.")]), Text("delegation", "Key of the delegation."),
        ],
        "delegations" => [Text("code", "ISO 3166 code."), Text("short", "Short name."), List("member_of", "Keys of the groups it belongs to."), Choice("type", "What it is.", Delegation.Types)],
        "forums" => [Text("short", "Short name."), Text("parent", "Key of the forum it belongs to.")],
        "meetings" =>
        [
            Text("forum", "Key of the body that met."), Date("start", "First day."), Date("end", "Last day."), Text("place", "Where."), Choice("mode", "How.", Meeting.Modes), List("organizers", "Keys of the delegations that convened it."),
            Text("record", "Symbol of the official record, or none."), Records("known", "Interventions known and not held.", [Text("delegation", "Key."), Text("speaker", "Name."), Text("note", "What is known."), Web("url", "Where.")]),
        ],
        _ => [Text("symbol", "Symbol of the document."), Web("url", "Where it can be read."), Date("adopted", "The day it was adopted."), Text("body", "Who adopted it."), Records("parts", "Its parts.", [Text("id", "Anchor."), Text("title", "Title.")])],
    };

    internal static FieldEntry License(string about) => TextOrRecord("license", about, [Needed("name", "The name of the terms."), Web("url", "Where they can be read.")]);

    internal static FieldEntry Needed(string name, string about) => new(name, FieldType.Text, about) { Required = true };

    internal static FieldEntry Text(string name, string about) => new(name, FieldType.Text, about);

    internal static FieldEntry Date(string name, string about) => new(name, FieldType.Date, about);

    internal static FieldEntry Web(string name, string about) => new(name, FieldType.Web, about);

    internal static FieldEntry Flag(string name, string about) => new(name, FieldType.Flag, about);

    internal static FieldEntry Number(string name, string about) => new(name, FieldType.Number, about);

    internal static FieldEntry List(string name, string about) => new(name, FieldType.List, about);

    internal static FieldEntry Any(string name, string about) => new(name, FieldType.Any, about);

    internal static FieldEntry TextOrRecord(string name, string about, IReadOnlyList<FieldEntry> fields) => new(name, FieldType.TextOrRecord, about) { Fields = fields };

    internal static FieldEntry TextsOrRecords(string name, string about, IReadOnlyList<FieldEntry> fields) => new(name, FieldType.TextsOrRecords, about) { Fields = fields };

    internal static FieldEntry Choice(string name, string about, IReadOnlyList<string> choices) => new(name, FieldType.Choice, about) { Choices = choices };

    internal static FieldEntry Record(string name, string about, IReadOnlyList<FieldEntry> fields) => new(name, FieldType.Record, about) { Fields = fields };

    internal static FieldEntry Records(string name, string about, IReadOnlyList<FieldEntry> fields) => new(name, FieldType.Records, about) { Fields = fields };
}
