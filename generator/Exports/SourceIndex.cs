using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Writes which pages of the archive were made from an address: a JSON object of address to list of addresses.</summary>
public static class SourceIndex
{
    /// <summary>The index. What comes twice counts once.</summary>
    public static void Write(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> sources, Stream stream)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(stream, Json.Readable);
        json.WriteStartObject();
        foreach (var (source, pages) in sources)
        {
            if (!known.Add(source)) continue;
            json.WriteStartArray(source);
            foreach (var page in pages) json.WriteStringValue(page);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>An address as readers see it: without its scheme and <c>www.</c></summary>
    public static string Shown(string url)
    {
        var rest = url[(url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..];
        return (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest).TrimEnd('/');
    }
}
