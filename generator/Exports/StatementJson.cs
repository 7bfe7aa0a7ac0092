using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Model;
using Rostrum.Rendering;

namespace Rostrum.Exports;

/// <summary>Writes a statement as JSON: its record with keys and names, and every passage with its address, its text and what it speaks of. A field without a value is left out.</summary>
public static class StatementJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object.</summary>
    public static void Write(StatementRecord record, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            WriteRecord(json, record);
            WriteText(json, record);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteRecord(Utf8JsonWriter json, StatementRecord record)
    {
        var (statement, archive) = (record.Statement, record.Archive);
        json.WriteString("id", statement.Id);
        json.WriteString("url", record.Url);
        json.WriteString("title", statement.Title);
        json.Text("short_title", statement.ShortTitle);
        json.Day("date", statement.Date);
        json.Day("published", statement.Published);
        json.Day("modified", record.Modified);
        Entities("speakers", statement.Speakers);
        json.Text("role", statement.Role);
        Entities("delegations", statement.Delegations);
        One("forum", archive.ForumOf(statement));
        One("meeting", statement.Meeting);
        json.Text("place", record.Cited.Place);
        json.Text("genre", statement.Genre);
        json.Text("delivery", statement.Delivery);
        json.WriteString("language", statement.Language);
        json.Text("title_language", statement.TitleLanguage);
        json.Text("translation_of", statement.TranslationOf?.Value);
        json.Text("translation_status", statement.TranslationStatus);
        json.Nodes("translations", record.Translations, other =>
        {
            json.WriteStartObject();
            json.WriteString("id", other.Id);
            json.WriteString("language", other.Language);
            json.WriteString("url", other.Url.Absolute(archive.Config.BaseUrl));
            json.WriteEndObject();
        });
        Entities("topics", statement.Topics);
        Entities("cites", record.Cites);
        json.Nodes("sources", statement.Sources, source =>
        {
            json.WriteStartObject();
            json.Text("url", source.Url);
            json.Text("publisher", source.Publisher);
            json.Day("retrieved", source.Retrieved);
            json.Text("sha256", source.Sha256);
            json.Text("archived", source.Archived);
            json.Text("file", source.File);
            json.WriteEndObject();
        });
        if (record.License is { } license)
        {
            json.WriteStartObject("license");
            json.WriteString("name", license.Name);
            json.Text("url", license.Url);
            json.WriteEndObject();
        }

        json.Text("abstract", record.Cited.Abstract);
        json.Text("editor_note", Join(record.Texts.EditorNote));
        json.Text("supersedes", statement.Supersedes?.Value);
        json.Nodes("revisions", statement.Revisions, revision =>
        {
            json.WriteStartObject();
            json.Day("date", revision.Date);
            json.WriteString("what", revision.What);
            json.WriteEndObject();
        });

        void Entities(string name, IEnumerable<EntityKey> keys) => StatementJson.Entities(json, record, name, keys);

        void One(string name, EntityKey? key)
        {
            if (archive.Find(key) is not { } entity) return;
            json.WritePropertyName(name);
            Write(json, entity, archive);
        }
    }

    private static void WriteText(Utf8JsonWriter json, StatementRecord record)
    {
        json.WriteNumber("words", record.Passages.Sum(static passage => passage.Passage.Words));
        json.WriteStartArray("passages");
        var (heading, under) = (0, (string?)null);
        var notes = record.Relations.NotesOn(record.Statement);
        foreach (var block in record.Texts.Body.Blocks)
        {
            if (block.Kind == BlockKind.Heading) under = record.Texts.Body.Headings[heading++].Title;
            if (block.Kind != BlockKind.Passage) continue;
            var linked = record.Passages[block.Passage];
            var keys = record.Relations.KeysOf(record.Statement, linked, block.Passage).ToList();
            json.WriteStartObject();
            json.WriteString("id", linked.Passage.Id);
            json.WriteString("number", linked.Passage.Number);
            json.WriteString("url", record.UrlOf(linked.Passage));
            json.Text("heading", under);
            json.WriteString("text", linked.Passage.TextUtf8.Span);
            json.WriteString("text_sha256", Convert.ToHexStringLower(SHA256.HashData(linked.Passage.TextUtf8.Span)));
            json.WriteNumber("words", linked.Passage.Words);
            if (notes.SpeakerOf(block.Passage) is { } speaker && record.Archive.Find(speaker) is { } speaks)
            {
                json.WritePropertyName("speaker");
                Write(json, speaks, record.Archive);
            }

            Entities(json, record, "topics", keys.Where(static key => key.Kind == EntityKind.Topics));
            Entities(json, record, "cites", keys.Where(static key => key.Kind == EntityKind.Instruments));
            Entities(json, record, "names", keys.Where(static key => key.Kind is not (EntityKind.Topics or EntityKind.Instruments)));
            json.Text("note", string.Join("\n", notes.NotesOf(block.Passage)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Text("footnotes", MarkupText.Of(record.Texts.Body.Notes.Span));
    }

    private static void Entities(Utf8JsonWriter json, StatementRecord record, string name, IEnumerable<EntityKey> keys) =>
        json.Nodes(name, [.. keys.Select(key => record.Archive.Find(key)).OfType<Entity>()], entity => Write(json, entity, record.Archive));

    private static void Write(Utf8JsonWriter json, Entity entity, Archive archive)
    {
        json.WriteStartObject();
        json.WriteString("key", entity.Key.Key);
        json.WriteString("name", entity.Title);
        if (entity is Person person)
        {
            json.Text("family", person.Family);
            json.Text("given", person.Given);
            json.Text("native", person.Native);
        }

        if (entity is Delegation delegation) json.Text("code", delegation.Code);
        if (entity is Instrument instrument) json.Text("symbol", instrument.Symbol);
        if (archive.HasPages(entity.Key.Kind)) json.WriteString("url", Routes.Entity(entity.Key).Absolute(archive.Config.BaseUrl));
        json.WriteEndObject();
    }

    private static string? Join(RenderedBody body) => body.Passages.Count == 0 ? null : string.Join("\n", body.Passages.Select(static passage => passage.Passage.Text));
}
