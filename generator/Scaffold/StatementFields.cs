using Rostrum.Model;
using static Rostrum.Scaffold.FieldCatalog;

namespace Rostrum.Scaffold;

/// <summary>The fields of a statement.</summary>
internal static class StatementFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FieldEntry> All =>
    [
        Text("id", "Makes the address and never changes; the file's name unless given."),
        Text("title", "As published."),
        Text("short_title", "For lists and citations; up to 80 characters."),
        Date("date", "The day it was delivered, as 2020-05-22."),
        Date("published", "The day the source put it online."),
        List("speaker", "Who spoke: a key of content/people, or a name."),
        Text("role", "The role at that time, as printed."),
        List("delegation", "On whose behalf: a key of content/delegations, or a name."),
        Text("forum", "The standing body."),
        Text("meeting", "The sitting."),
        Choice("genre", "What kind of text it is.", Statement.Genres),
        Choice("delivery", "How the text relates to what was said.", Statement.Deliveries),
        Text("language", "BCP 47 language of the text."),
        Text("title_language", "Language of the title, where it differs."),
        Text("translation_of", "Id of the statement that this one translates."),
        Choice("translation_status", "What the translation is worth.", Statement.TranslationStatuses),
        List("topics", "What the whole statement is about."),
        Records("passages", "Which paragraph speaks to which topic.", [Text("p", "A number, such as 3 or 3a, or a range, such as 3-5.") with { Required = true }, List("topics", "Keys of topics."), Text("speaker", "Who speaks it, where several do."), Text("quote", "Words that stand in that paragraph."), Text("note", "What the archive has to say of it.")]),
        TextsOrRecords("cites", "Instruments cited: keys, or {ref, p}.", [Needed("ref", "Key of the instrument."), Text("p", "The paragraph that cites it.")]),
        Records("source", "Where the text came from.", [Web("url", "The page."), Date("retrieved", "The day it was taken."), Text("sha256", "SHA-256 of the file."), Web("archived", "A copy kept by others."), Text("publisher", "Who published it."), Text("file", "A copy kept here.")]),
        License("SPDX id, or {name, url}."),
        Text("abstract", "What it says, in the archive's words; Markdown."),
        Text("editor_note", "What the archive did to the text; Markdown."),
        Records("revisions", "Public change log.", [Date("date", "The day.") with { Required = true }, Text("what", "What was changed.") with { Required = true }]),
        Text("supersedes", "Id of the statement that this one replaces."),
        Record("withdrawn", "A withdrawn statement leaves a page that says so.", [Date("date", "The day."), Text("reason", "Why.") with { Required = true }]),
        Flag("mentions", "false: names in the text do not become links."),
        List("moved_from", "Old addresses; each becomes a redirect."),
        Flag("draft", "Left out unless --drafts; may lack title and date."),
        Any("extra", "Fields of the archive's own."),
    ];
}
