using System.Text;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>
/// Writes a statement as Markdown with front matter. Names stand where the archive has keys, so that the file says everything by itself;
/// Rostrum reads it as a statement, and other tools find <c>title</c>, <c>date</c> and <c>abstract</c> where they look for them.
/// </summary>
public static class StatementMarkdown
{
    /// <summary>The front matter, then the text.</summary>
    public static void Write(StatementRecord record, Stream stream)
    {
        using var file = new StreamWriter(stream, new UTF8Encoding(false), 1024, true) { NewLine = "\n" };
        file.WriteLine("---");
        WriteRecord(file, record);
        file.WriteLine("extra:");
        file.WriteLine($"  url: {YamlText.Quote(record.Url)}");
        if (record.Statement.TranslationOf is { } of && record.Archive.FindStatement(of.Value) is { } original)
            file.WriteLine($"  translation_of: {YamlText.Quote(original.Url.Absolute(record.Archive.Config.BaseUrl))}");
        file.WriteLine("---");
        file.WriteLine();
        file.Write(Portable(record, record.Statement.Document.ReadBody()).Trim('\n'));
        file.WriteLine();
    }

    private static void WriteRecord(StreamWriter file, StatementRecord record)
    {
        var statement = record.Statement;
        Text("id", statement.Id);
        Text("title", statement.Title);
        Text("short_title", statement.ShortTitle);
        Day("date", statement.Date);
        Day("published", statement.Published);
        Names("speaker", statement.Speakers);
        Text("role", statement.Role);
        Names("delegation", statement.Delegations);
        Names("forum", record.Archive.ForumOf(statement) is { } forum ? [forum] : []);
        Names("meeting", statement.Meeting is { } meeting ? [meeting] : []);
        Text("genre", statement.Genre);
        Text("delivery", statement.Delivery);
        Text("language", statement.Language);
        Text("title_language", statement.TitleLanguage);
        Names("topics", statement.Topics);
        if (statement.PassageNotes.Count > 0) file.WriteLine("passages:");
        foreach (var note in statement.PassageNotes) WriteNote(file, record, note);
        var cites = statement.Cites.Where(cite => record.Archive.Find(cite.Instrument) is not null).ToList();
        if (cites.Count > 0) file.WriteLine("cites:");
        foreach (var cite in cites) file.WriteLine($"  - {{ref: {YamlText.Quote(record.Archive.Find(cite.Instrument)!.Title)}{(cite.Passage is { } place ? $", p: {YamlText.Quote(place.Value)}" : "")}}}");
        if (statement.Sources.Count > 0) file.WriteLine("source:");
        foreach (var source in statement.Sources) WriteSource(file, source);
        if (record.License is { } license) file.WriteLine(license.Url is null ? $"license: {YamlText.Quote(license.Name)}" : $"license: {{name: {YamlText.Quote(license.Name)}, url: {YamlText.Quote(license.Url)}}}");
        Text("abstract", statement.Abstract is { } said ? Portable(record, said.Value) : null);
        Text("editor_note", statement.EditorNote is { } remark ? Portable(record, remark.Value) : null);
        if (statement.Revisions.Count > 0) file.WriteLine("revisions:");
        foreach (var revision in statement.Revisions) file.WriteLine($"  - {{date: {revision.Date:yyyy-MM-dd}, what: {YamlText.Quote(revision.What)}}}");

        void Text(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) file.WriteLine($"{name}: {YamlText.Quote(value)}");
        }

        void Day(string name, DateOnly? day)
        {
            if (day is { } known) file.WriteLine($"{name}: {known:yyyy-MM-dd}");
        }

        void Names(string name, IReadOnlyList<EntityKey> keys)
        {
            var names = record.Names(keys);
            if (names.Count > 0) file.WriteLine(names.Count == 1 ? $"{name}: {YamlText.Quote(names[0])}" : $"{name}: [{string.Join(", ", names.Select(YamlText.Quote))}]");
        }
    }

    private static string Portable(StatementRecord record, string markdown) =>
        PortableMarkdown.Of(markdown, new BodySource(record.Statement.Document, record.Statement.Url, record.Statement), record.Rules, record.Archive.Config.BaseUrl);

    private static void WriteNote(StreamWriter file, StatementRecord record, PassageNote note)
    {
        file.WriteLine($"  - p: {(note.First == note.Last ? note.First : $"{note.First}-{note.Last}")}");
        var topics = record.Names(note.Topics);
        if (topics.Count > 0) file.WriteLine($"    topics: [{string.Join(", ", topics.Select(YamlText.Quote))}]");
        if (record.Archive.Find(note.Speaker) is { } speaker) file.WriteLine($"    speaker: {YamlText.Quote(speaker.Title)}");
        if (note.Quote is { } quote) file.WriteLine($"    quote: {YamlText.Quote(quote.Value)}");
        if (note.Note is not null) file.WriteLine($"    note: {YamlText.Quote(note.Note)}");
    }

    private static void WriteSource(StreamWriter file, TextSource source)
    {
        var fields = new[]
        {
            ("url", source.Url), ("publisher", source.Publisher), ("retrieved", source.Retrieved?.ToString("yyyy-MM-dd")), ("sha256", source.Sha256), ("archived", source.Archived), ("file", source.File),
        };
        file.WriteLine($"  - {{{string.Join(", ", fields.Where(static field => field.Item2 is not null).Select(static field => $"{field.Item1}: {YamlText.Quote(field.Item2!)}"))}}}");
    }
}
