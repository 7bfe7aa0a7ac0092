using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rostrum.Exports;

/// <summary>Writes the description of the data set as Data Package 2.0 has it (https://datapackage.org/standard/data-package/): files, columns, types, keys, terms.</summary>
public static class DataPackage
{
    private static readonly Regex LicenseName = new("^[-a-zA-Z0-9._]+$", RegexOptions.NonBacktracking);

    /// <summary>The description.</summary>
    public static void Write(DataSet data, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json.Readable);
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name", NameOf(new Uri(data.SiteUrl)));
        json.WriteString("id", data.PageUrl);
        json.WriteString("title", data.Title);
        json.WriteString("description", data.Description);
        json.WriteString("homepage", data.PageUrl);
        json.WriteString("version", data.Updated.ToString("yyyy.M.d", CultureInfo.InvariantCulture));
        WriteTexts(json, "keywords", data.Keywords);
        WriteLicense(json, data);
        json.WriteStartArray("contributors");
        json.WriteStartObject();
        json.WriteString("title", data.Publisher);
        json.WriteString("path", data.SiteUrl);
        WriteTexts(json, "roles", ["publisher"]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("resources");
        foreach (var table in data.Tables)
        {
            foreach (var format in DataFormat.All) WriteResource(json, data, table, format);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    // Lower-case Latin letters, digits and - . _ only, the same for as long as the address is.
    private static string NameOf(Uri site) => (site.IdnHost + site.AbsolutePath.TrimEnd('/').Replace('/', '-')).ToLowerInvariant().Replace("%", "", StringComparison.Ordinal);

    private static void WriteLicense(Utf8JsonWriter json, DataSet data)
    {
        if (data.License is not { } license || (license.Url is null && !LicenseName.IsMatch(license.Name))) return;
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        if (LicenseName.IsMatch(license.Name)) json.WriteString("name", license.Name);
        if (license.Url is not null) json.WriteString("path", license.Url);
        json.WriteString("title", license.Name);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResource(Utf8JsonWriter json, DataSet data, DataTable table, DataFormat format)
    {
        json.WriteStartObject();
        json.WriteString("name", $"{table.Name}-{format.Ending}");
        json.WriteString("path", format.FileOf(table));
        json.WriteString("type", "table");
        json.WriteString("title", data.Strings.Text($"table_{table.Name}"));
        json.WriteString("format", format.Ending);
        json.WriteString("mediatype", format.MediaType);
        json.WriteString("encoding", "utf-8");
        if (format.Ending == "csv")
        {
            json.WriteStartObject("dialect");
            json.WriteString("lineTerminator", "\n");
            json.WriteEndObject();
        }

        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns) WriteField(json, data, column, format);
        json.WriteEndArray();
        WriteTexts(json, "primaryKey", table.Key);
        if (table.Reference is { } reference)
        {
            json.WriteStartArray("foreignKeys");
            json.WriteStartObject();
            WriteTexts(json, "fields", [reference.Column]);
            json.WriteStartObject("reference");
            json.WriteString("resource", $"{reference.Table}-{format.Ending}");
            WriteTexts(json, "fields", [reference.Column]);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, DataSet data, DataColumn column, DataFormat format)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type switch
        {
            DataType.Number => "integer",
            DataType.Day => "date",
            DataType.Flag => "boolean",
            DataType.List when format.Ending == "csv" => "list",
            DataType.List => "array",
            _ => "string",
        });
        if (column.Type == DataType.Address) json.WriteString("format", "uri");
        if (column.Type == DataType.List && format.Ending == "csv")
        {
            json.WriteString("delimiter", DataFiles.Separator);
            json.WriteString("itemType", "string");
        }

        json.WriteString("description", data.Describe(column));
        if (column.Required)
        {
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
