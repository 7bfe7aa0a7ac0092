using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Reads a statement's front matter. Safe on any thread.</summary>
internal sealed class StatementReader(SiteConfig config, ReadOptions options, KeyBook keys, DiagnosticBag bag)
{
    private const int ShortTitleLimit = 80;
    private readonly DateOnly today = options.Today(config.TimeZone);

    /// <summary>The statement, or what is known of it where it is withheld.</summary>
    /// <param name="document">Its file, taken apart.</param>
    /// <param name="folder">The folder of statements in which it lies.</param>
    public (Statement? Statement, Withheld? Withheld) Read(SourceDocument document, string folder)
    {
        if (document is { BodyStart: 0, FrontMatter.Entries.Count: 0 })
        {
            bag.Add(Problems.NoFrontMatter(Location.StartOf(document.Path)));
            return default;
        }

        var fields = new FieldReader(document.FrontMatter, "a statement", bag);
        if (ReadId(fields, document, folder) is not { } id) return default;
        var draft = fields.Flag("draft");
        var title = fields.Text("title");
        var date = fields.Date("date", config.TimeZone)?.Value;
        if (draft && !options.Drafts) return (null, new Withheld(Location.StartOf(document.Path), id, title ?? id, null));
        if (title is null && !draft && fields.Value("title") is null) fields.Missing("title");
        if (date is null && !draft && fields.Value("date") is null) fields.Missing("date");
        if (date > today && !options.Future) return (null, new Withheld(Location.StartOf(document.Path), id, title ?? id, date));
        var statement = ReadRest(fields, document, id, title ?? id, date ?? today);
        fields.Finish();
        return (statement, null);
    }

    // Arrays, because most of them are empty, and an empty array is there already.
    private Statement ReadRest(FieldReader fields, SourceDocument document, string id, string title, DateOnly date) => new()
    {
        Id = id,
        Document = document.WithoutFrontMatter(),
        Title = title,
        Date = date,
        ShortTitle = ReadShortTitle(fields),
        Published = fields.Date("published", config.TimeZone)?.Value,
        Speakers = keys.Keys(fields, "speaker", EntityKind.People),
        Role = fields.Text("role"),
        Delegations = keys.Keys(fields, "delegation", EntityKind.Delegations),
        Forum = keys.Key(fields, "forum", EntityKind.Forums),
        Meeting = keys.Key(fields, "meeting", EntityKind.Meetings),
        Genre = fields.Choice("genre", Statement.Genres),
        Delivery = fields.Choice("delivery", Statement.Deliveries),
        Language = fields.Language("language") ?? config.Language,
        TitleLanguage = fields.Language("title_language"),
        TranslationOf = fields.LocatedText("translation_of"),
        TranslationStatus = fields.Choice("translation_status", Statement.TranslationStatuses),
        Topics = keys.Keys(fields, "topics", EntityKind.Topics),
        PassageNotes = fields.NestedList("passages").Select(ReadPassageNote).OfType<PassageNote>().ToArray(),
        Cites = ReadCites(fields).ToArray(),
        Sources = fields.NestedList("source").Select(ReadSource).ToArray(),
        License = SiteConfigReader.ReadLicense(fields, "license"),
        Abstract = fields.LocatedText("abstract"),
        EditorNote = fields.LocatedText("editor_note"),
        Revisions = fields.NestedList("revisions").Select(ReadRevision).OfType<Revision>().ToArray(),
        Supersedes = fields.LocatedText("supersedes"),
        Withdrawn = ReadWithdrawal(fields),
        Mentions = fields.Flag("mentions", true),
        MovedFrom = EntityReader.ReadOldAddresses(fields),
        Extra = fields.Value("extra") as YamlMap,
    };

    private string? ReadId(FieldReader fields, SourceDocument document, string folder)
    {
        if (fields.LocatedText("id") is { } written)
        {
            if (Slug.IsValid(written.Value)) return written.Value;
            bag.Add(Problems.NotASlug(written.At, "id", written.Value, Slug.Of(written.Value)));
            return Slug.IsUsable(Slug.Of(written.Value)) ? Slug.Of(written.Value) : null;
        }

        var path = config.IdsFromPath ? document.Path[(folder.Length + 1)..] : document.File.Name;
        var slug = Slug.Of(path[..path.LastIndexOf('.')]);
        if (Slug.IsUsable(slug)) return slug;
        bag.Add(Problems.NoSlug(Location.StartOf(document.Path), path));
        return null;
    }

    private string? ReadShortTitle(FieldReader fields)
    {
        if (fields.LocatedText("short_title") is not { } title) return null;
        if (title.Value.Length > ShortTitleLimit) bag.Add(Problems.TooLong(title.At, "short_title", title.Value.Length, ShortTitleLimit));
        return title.Value;
    }

    private PassageNote? ReadPassageNote(FieldReader fields)
    {
        var p = fields.LocatedText("p");
        var topics = keys.Keys(fields, "topics", EntityKind.Topics);
        var speaker = keys.Key(fields, "speaker", EntityKind.People);
        var quote = fields.LocatedText("quote");
        var note = fields.Text("note");
        fields.Finish();
        if (p is null) fields.Missing("p");
        else if (PassageRange.TryParse(p.Value.Value, out var range)) return new PassageNote(p.Value.At, range.First, range.Last, topics, speaker, quote, note);
        else bag.Add(Problems.NotAPassage(p.Value.At, p.Value.Value));
        return null;
    }

    private List<Citation> ReadCites(FieldReader fields)
    {
        var cites = new List<Citation>();
        foreach (var item in fields.Items("cites"))
        {
            if (item is YamlScalar scalar)
            {
                if (keys.Resolve(new Located<string>(scalar.Text, scalar.At), EntityKind.Instruments) is { } single) cites.Add(new Citation(single, null));
                continue;
            }

            if (item is not YamlMap map)
            {
                bag.Add(Problems.WrongType(item.At, "cites", "a key or a mapping", item.Kind));
                continue;
            }

            var nested = new FieldReader(map, "cites", bag);
            var instrument = keys.Key(nested, "ref", EntityKind.Instruments);
            var passage = nested.LocatedText("p");
            if (instrument is null) nested.Missing("ref");
            else cites.Add(new Citation(instrument.Value, passage));
            nested.Finish();
        }

        return cites;
    }

    private TextSource ReadSource(FieldReader fields)
    {
        var source = new TextSource(
            fields.WebAddress("url"),
            fields.Date("retrieved", config.TimeZone)?.Value,
            fields.Text("sha256"),
            fields.WebAddress("archived"),
            fields.Text("publisher"),
            fields.Text("file"));
        fields.Finish();
        return source;
    }

    private Revision? ReadRevision(FieldReader fields)
    {
        var date = fields.Date("date", config.TimeZone);
        var what = fields.Text("what");
        if (what is null) fields.Missing("what");
        if (date is null && fields.Value("date") is null) fields.Missing("date");
        fields.Finish();
        return date is null || what is null ? null : new Revision(date.Value.Value, what);
    }

    private Withdrawal? ReadWithdrawal(FieldReader fields)
    {
        if (fields.Nested("withdrawn") is not { } nested) return null;
        var withdrawal = new Withdrawal(nested.Date("date", config.TimeZone)?.Value, nested.Text("reason") ?? "");
        if (withdrawal.Reason.Length == 0) nested.Missing("reason");
        nested.Finish();
        return withdrawal;
    }
}
