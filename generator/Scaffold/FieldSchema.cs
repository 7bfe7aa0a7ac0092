using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Scaffold;

/// <summary>Writes the JSON Schema of <see cref="FieldCatalog"/>'s fields, for editors that complete and check as one types.</summary>
internal static class FieldSchema
{
    /// <summary>The schema of one kind of file, as UTF-8 with a line feed at its end.</summary>
    public static byte[] Write(string kind)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", kind == "site" ? "site.yml" : $"Front matter of {kind}");
            WriteObject(json, FieldCatalog.Of(kind));
            if (kind == "statements") WriteUnlessDraft(json);
            json.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static void WriteObject(Utf8JsonWriter json, IReadOnlyList<FieldEntry> fields)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        if (fields.Any(static field => field.Required))
        {
            json.WriteStartArray("required");
            foreach (var field in fields.Where(static field => field.Required)) json.WriteStringValue(field.Name);
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            if (field.About.Length > 0) json.WriteString("description", field.About);
            WriteType(json, field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // A draft may lack them.
    private static void WriteUnlessDraft(Utf8JsonWriter json)
    {
        json.WritePropertyName("if");
        json.WriteRawValue("""{"required": ["draft"], "properties": {"draft": {"const": true}}}""");
        json.WritePropertyName("else");
        json.WriteRawValue("""{"required": ["title", "date"]}""");
    }

    private static void WriteType(Utf8JsonWriter json, FieldEntry field)
    {
        switch (field.Type)
        {
            case FieldType.List:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                WriteText(json);
                json.WriteEndObject();
                json.WriteStartObject();
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteText(json);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case FieldType.TextOrRecord: WriteTextOrObject(json, field.Fields); break;
            case FieldType.TextsOrRecords:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                WriteTextOrObject(json, field.Fields);
                json.WriteEndObject();
                json.WriteStartObject();
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteTextOrObject(json, field.Fields);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case FieldType.Records:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                WriteObject(json, field.Fields);
                json.WriteEndObject();
                json.WriteStartObject();
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteObject(json, field.Fields);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case FieldType.Record: WriteObject(json, field.Fields); break;
            case FieldType.Date:
                json.WriteString("type", "string");
                json.WriteString("pattern", @"^\d{4}-\d{2}-\d{2}");
                break;
            case FieldType.Web:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^https?://");
                break;
            case FieldType.Flag: json.WriteString("type", "boolean"); break;
            case FieldType.Number: json.WriteString("type", "integer"); break;
            case FieldType.Choice:
                json.WriteStartArray("enum");
                foreach (var choice in field.Choices) json.WriteStringValue(choice);
                json.WriteEndArray();
                break;
            case FieldType.Text: WriteText(json); break;
        }
    }

    private static void WriteTextOrObject(Utf8JsonWriter json, IReadOnlyList<FieldEntry> fields)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteText(json);
        json.WriteEndObject();
        json.WriteStartObject();
        WriteObject(json, fields);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteEndArray();
    }
}
