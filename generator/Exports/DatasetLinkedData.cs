using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Describes the data set to search engines as https://schema.org/Dataset has it. Safe within a script element: &lt; is written as an escape.</summary>
public static class DatasetLinkedData
{
    /// <summary>The description.</summary>
    public static void Write(DataSet data, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "Dataset");
        json.WriteString("@id", data.PageUrl);
        json.WriteString("name", data.Title);
        json.WriteString("description", data.Description);
        json.WriteString("url", data.PageUrl);
        json.WriteString("dateModified", data.Updated.ToString("yyyy-MM-dd"));
        json.WriteString("temporalCoverage", $"{data.First:yyyy-MM-dd}/{data.Last:yyyy-MM-dd}");
        json.WriteBoolean("isAccessibleForFree", true);
        Texts("inLanguage", data.Languages);
        Texts("keywords", data.Keywords);
        if (data.License is { } license)
        {
            if (license.Url is not null) json.WriteString("license", license.Url);
            else
            {
                json.WriteStartObject("license");
                json.WriteString("@type", "CreativeWork");
                json.WriteString("name", license.Name);
                json.WriteEndObject();
            }
        }

        json.WriteStartObject("creator");
        json.WriteString("@type", "Organization");
        json.WriteString("name", data.Publisher);
        json.WriteString("url", data.SiteUrl);
        json.WriteEndObject();
        json.WriteStartArray("distribution");
        foreach (var table in data.Tables)
        {
            foreach (var format in DataFormat.All) Download(table, format);
        }

        json.WriteEndArray();
        Texts("variableMeasured", [.. data.Tables.SelectMany(static table => table.Columns).Select(static column => column.Name).Distinct()]);
        json.WriteEndObject();

        void Download(DataTable table, DataFormat format)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DataDownload");
            json.WriteString("name", format.FileOf(table));
            json.WriteString("encodingFormat", format.MediaType);
            json.WriteString("contentUrl", data.PageUrl + format.FileOf(table));
            json.WriteEndObject();
        }

        void Texts(string name, IReadOnlyList<string> texts)
        {
            if (texts.Count == 0) return;
            json.WriteStartArray(name);
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }
}
