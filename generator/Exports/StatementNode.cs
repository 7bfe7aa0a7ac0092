using System.Text.Json;
using Rostrum.Model;

namespace Rostrum.Exports;

/// <summary>Writes a statement as an Article of schema.org (which has no type for a speech), with its passages as Quotations.</summary>
public static class StatementNode
{
    /// <summary>The node.</summary>
    public static void Write(Utf8JsonWriter json, StatementRecord record, EntityNodes entities)
    {
        var (statement, archive) = (record.Statement, record.Archive);
        json.WriteStartObject();
        json.WriteString("@type", "Article");
        json.WriteString("@id", IdOf(statement, archive));
        json.WriteString("url", record.Url);
        json.WriteString("mainEntityOfPage", record.Url);
        json.WriteString("headline", statement.Title);
        json.Text("alternativeHeadline", statement.ShortTitle);
        json.Text("abstract", record.Cited.Abstract);
        json.Text("genre", Word("genre", statement.Genre));
        json.Text("creativeWorkStatus", statement.Delivery == "unknown" ? null : Word("delivery", statement.Delivery));
        json.WriteString("inLanguage", statement.Language);
        json.Day("datePublished", statement.Date);
        json.Day("dateModified", record.Modified);
        Entities("author", statement.Speakers, statement.Role);
        if (statement.Speakers.Count == 0) Entities("author", statement.Delegations);
        Entities("sourceOrganization", statement.Delegations);
        WriteOccasion();
        json.Texts("isBasedOn", [.. statement.Sources.Select(static source => source.Url).OfType<string>()]);
        json.Texts("archivedAt", [.. statement.Sources.Select(static source => source.Archived).OfType<string>()]);
        Entities("about", statement.Topics);
        Entities("citation", record.Cites);
        Entities("mentions", new[] { EntityKind.People, EntityKind.Delegations, EntityKind.Forums, EntityKind.Meetings }.SelectMany(record.Mentioned));
        json.Texts("correction", [.. statement.Revisions.Select(static revision => revision.What)]);
        WriteTranslations();
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "Collection");
        json.WriteString("@id", entities.ArchiveId);
        json.WriteString("name", archive.Config.Title);
        json.WriteEndObject();
        json.Nodes("hasPart", record.Passages, passage => WritePassage(passage.Passage));
        json.Nodes("encoding", StatementRecord.FilesOf(statement, archive.Config), WriteFile);
        EntityNodes.WriteOrganization(json, "sdPublisher", archive.Config.Publisher ?? archive.Config.Title);
        EntityNodes.WriteLicense(json, record.License);
        json.WriteString("version", (statement.Revisions.Count + 1).ToString());
        json.WriteEndObject();

        void Entities(string property, IEnumerable<EntityKey> keys, string? role = null) =>
            json.Nodes(property, [.. keys.Where(key => archive.Find(key) is not null)], key => entities.Write(json, key, role));

        void WriteOccasion()
        {
            if (archive.Find(statement.Meeting) is { } meeting)
            {
                json.WritePropertyName("recordedAt");
                entities.Write(json, meeting.Key);
            }
            else if (archive.Find(archive.ForumOf(statement)) is { } forum)
            {
                json.WriteStartObject("recordedAt");
                json.WriteString("@type", "Event");
                json.WriteString("name", forum.Title);
                json.Day("startDate", statement.Date);
                json.WritePropertyName("organizer");
                entities.Write(json, forum.Key);
                json.WriteEndObject();
            }
        }

        void WriteTranslations()
        {
            if (statement.TranslationOf is { } of && archive.FindStatement(of.Value) is { } original)
            {
                json.WriteStartObject("translationOfWork");
                json.WriteString("@id", IdOf(original, archive));
                json.WriteEndObject();
            }

            json.Nodes("workTranslation", [.. record.Translations.Where(other => other.TranslationOf?.Value == statement.Id)], other =>
            {
                json.WriteStartObject();
                json.WriteString("@type", "Article");
                json.WriteString("@id", IdOf(other, archive));
                json.WriteString("inLanguage", other.Language);
                json.WriteEndObject();
            });
        }

        void WritePassage(Passage passage)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Quotation");
            json.WriteString("@id", record.UrlOf(passage));
            if (int.TryParse(passage.Number, out var number)) json.WriteNumber("position", number);
            else json.WriteString("position", passage.Number);
            json.WriteEndObject();
        }

        void WriteFile(StatementFile file)
        {
            json.WriteStartObject();
            json.WriteString("@type", "MediaObject");
            json.WriteString("encodingFormat", file.Type);
            json.WriteString("contentUrl", file.Url.Absolute(archive.Config.BaseUrl));
            json.WriteEndObject();
        }

        string? Word(string list, string? word) => word is null ? null : record.Strings.Text($"{list}_{word}");
    }

    private static string IdOf(Statement statement, Archive archive) => statement.Url.Absolute(archive.Config.BaseUrl) + "#work";
}
