using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Search;

/// <summary>The files that search.js fetches by need: a directory first, then a shard a word, a unit of text a result, a filter when it is opened.</summary>
public sealed class SearchFiles(Archive archive, IReadOnlyList<SearchUnit> units, Relations relations, UiStrings strings)
{
    // A unit's length is told in eighths of the mean, at most this many.
    private const int MostLength = 35;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<IReadOnlyList<SearchFilter>> filters = new(() => SearchFilter.All([.. archive.Statements.Where(static statement => statement.Withdrawn is null)], archive, relations, strings));

    /// <summary>The index.</summary>
    public SearchIndex Index { get; } = new(units);

    /// <summary>Writes what is fetched first: where each shard begins, how long units are, what is too common to be searched, and the small filters.</summary>
    public void WriteDirectory(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartObject();
        json.WriteString("version", Index.Version);
        WriteTexts(json, "borders", Index.Borders);
        WriteTexts(json, "common", Index.Common);
        var mean = Math.Max(1, Index.Lengths.Sum(static length => (long)length) / Math.Max(1, Index.Lengths.Count));
        json.WriteString("lengths", string.Concat(Index.Lengths.Select(length => SearchFilter.Base36((int)Math.Min(MostLength, length * 8L / mean)))));
        json.WriteStartArray("continued");
        for (var i = 0; i < Index.Units.Count; i++)
        {
            if (Index.Units[i].First > 0) json.WriteNumberValue(i);
        }

        json.WriteEndArray();
        json.WriteStartArray("filters");
        foreach (var filter in filters.Value)
        {
            json.WriteStartObject();
            json.WriteString("name", filter.Name);
            if (filter.IsSmall) WriteContent(json, filter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a filter; nothing in it where it would tell nothing apart.</summary>
    public void WriteFilter(string name, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartObject();
        if (filters.Value.FirstOrDefault(filter => filter.Name == name) is { } filter) WriteContent(json, filter);
        json.WriteEndObject();
    }

    /// <summary>Writes a unit: what is known of its statement, and its passages.</summary>
    public void WriteUnit(SearchUnit unit, Stream stream)
    {
        var statement = unit.Statement;
        using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartObject();
        json.WriteString("url", PageUrl.Escape(statement.Url.Path));
        json.WriteString("title", statement.Heading);
        json.WriteString("language", statement.Language);
        if (LanguageTag.Direction(statement.Language) is var direction and not "ltr") json.WriteString("direction", direction);
        json.WriteString("day", statement.Date.ToString("yyyy-MM-dd"));
        json.WriteString("date", strings.Date(statement.Date));
        WriteEntities(json, "delegations", statement.Delegations);
        WriteEntities(json, "speakers", statement.Speakers);
        if (statement.Role is { } role) json.WriteString("role", role);
        if ((archive.Find(statement.Meeting) ?? archive.Find(archive.ForumOf(statement))) is { } occasion) WriteEntities(json, "occasion", [occasion.Key]);
        if (statement.Delivery is { } delivery && strings.Has("delivery_" + delivery)) json.WriteString("delivery", strings.Text("delivery_" + delivery));
        json.WriteStartArray("passages");
        foreach (var passage in unit.Passages)
        {
            json.WriteStartArray();
            json.WriteStringValue(passage.Passage.Id);
            json.WriteStringValue(passage.Passage.TextUtf8.Span);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteEntities(Utf8JsonWriter json, string name, IReadOnlyList<EntityKey> keys)
    {
        if (keys.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var entity in keys.Select(archive.Find).OfType<Entity>())
        {
            json.WriteStartArray();
            json.WriteStringValue((entity as Delegation)?.Short ?? entity.Title);
            if (archive.HasPages(entity.Key.Kind)) json.WriteStringValue(PageUrl.Escape(Routes.Entity(entity.Key).Path));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter json, SearchFilter filter)
    {
        json.WriteStartArray("values");
        foreach (var (key, title) in filter.Values)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            if (title != key) json.WriteStringValue(title);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("of", filter.Of);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
