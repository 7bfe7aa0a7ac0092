using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Rostrum.Exports;

/// <summary>
/// Writes JSON-LD for a script element of a page. Every <c>&lt;</c> is escaped, so that no text can end the element;
/// the bytes are what stands between its tags, whole, so that a checksum of them is one of the element.
/// </summary>
public static class JsonLd
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A graph of nodes of schema.org.</summary>
    public static byte[] Graph(params IEnumerable<Action<Utf8JsonWriter>> nodes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var node in nodes) node(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The way from the top to a page; the page itself, last, has no address.</summary>
    public static void WriteBreadcrumbs(Utf8JsonWriter json, IReadOnlyList<(string Title, string? Url)> steps)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < steps.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", steps[i].Title);
            json.Text("item", steps[i].Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A property, left out when it has no value.</summary>
    internal static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) json.WriteString(name, value);
    }

    /// <summary>A property with any number of values: none is left out, one stands alone, several are an array.</summary>
    internal static void Texts(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 1) json.Text(name, values[0]);
        if (values.Count < 2) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A property whose values are nodes; left out when there are none.</summary>
    internal static void Nodes<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    /// <summary>A calendar day, left out when there is none.</summary>
    internal static void Day(this Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known) json.WriteString(name, known.ToString("yyyy-MM-dd"));
    }
}
