using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Describes the data set to search engines, as a node of https://schema.org/Dataset.</summary>
public static class DatasetNode
{
    /// <summary>The node.</summary>
    public static void Write(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Dataset");
        json.WriteString("@id", data.PageUrl);
        json.WriteString("name", data.Title);
        json.WriteString("description", data.Description);
        json.WriteString("url", data.PageUrl);
        json.Day("dateModified", data.Updated);
        json.WriteString("temporalCoverage", $"{data.First:yyyy-MM-dd}/{data.Last:yyyy-MM-dd}");
        json.WriteBoolean("isAccessibleForFree", true);
        json.Texts("inLanguage", data.Languages);
        json.Texts("keywords", data.Keywords);
        if (data.License is { } license)
        {
            if (license.Url is not null) json.WriteString("license", license.Url);
            else Thing(json, "license", "CreativeWork", license.Name, null);
        }

        Thing(json, "creator", "Organization", data.Publisher, data.SiteUrl);
        json.Nodes("distribution", [.. data.Tables.SelectMany(static table => DataFormat.All, static (table, format) => (Table: table, Format: format))], download =>
        {
            json.WriteStartObject();
            json.WriteString("@type", "DataDownload");
            json.WriteString("name", download.Format.FileOf(download.Table));
            json.WriteString("encodingFormat", download.Format.MediaType);
            json.WriteString("contentUrl", data.PageUrl + download.Format.FileOf(download.Table));
            json.WriteEndObject();
        });
        json.Texts("variableMeasured", [.. data.Tables.SelectMany(static table => table.Columns).Select(static column => column.Name).Distinct()]);
        json.WriteEndObject();
    }

    private static void Thing(Utf8JsonWriter json, string property, string type, string name, string? url)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.Text("url", url);
        json.WriteEndObject();
    }
}
