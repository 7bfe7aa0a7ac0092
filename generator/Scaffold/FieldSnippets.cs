using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rostrum.Scaffold;

/// <summary>Writes <see cref="FieldCatalog"/>'s fields as snippets of Visual Studio Code, which complete front matter in Markdown files, where its YAML extension does not look.</summary>
internal static class FieldSnippets
{
    /// <summary>The file's bytes, UTF-8 with a line feed at its end. A field that several kinds write alike is one snippet.</summary>
    public static byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            var alike = FieldCatalog.Kinds.Where(static kind => kind != "site").SelectMany(static kind => FieldCatalog.Of(kind).Select(field => (Kind: kind, Field: field)))
                .GroupBy(static pair => (pair.Field.Name, pair.Field.About, Body: string.Join('\n', Body(pair.Field))));
            foreach (var same in alike)
            {
                var kinds = string.Join(", ", same.Select(static pair => pair.Kind));
                json.WriteStartObject($"{same.Key.Name} ({kinds})");
                json.WriteString("scope", "markdown,yaml");
                json.WriteString("prefix", same.Key.Name);
                json.WriteStartArray("body");
                foreach (var line in Body(same.First().Field)) json.WriteStringValue(line);
                json.WriteEndArray();
                json.WriteString("description", $"{same.Key.About} ({kinds})");
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static string[] Body(FieldEntry field) => field.Type switch
    {
        FieldType.Choice => [$"{field.Name}: ${{1|{string.Join(',', field.Choices)}|}}"],
        FieldType.Flag => [$"{field.Name}: ${{1|true,false|}}"],
        FieldType.Date => [$"{field.Name}: ${{1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}"],
        FieldType.List or FieldType.TextsOrRecords => [$"{field.Name}: [$1]"],
        FieldType.Record => [$"{field.Name}:", .. field.Fields.Select(static (inner, i) => $"  {inner.Name}: ${i + 1}")],
        FieldType.Records => [$"{field.Name}:", .. field.Fields.Select(static (inner, i) => $"  {(i == 0 ? "- " : "  ")}{inner.Name}: {(inner.Type == FieldType.List ? $"[${i + 1}]" : $"${i + 1}")}")],
        FieldType.Text when field.Name is "title" or "short_title" => [$"{field.Name}: \"$1\""],
        _ => [$"{field.Name}: $1"],
    };
}
