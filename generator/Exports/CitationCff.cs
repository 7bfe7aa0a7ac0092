using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Writes how the data set wants to be cited as CFF 1.2.0 has it (https://citation-file-format.github.io/).</summary>
public static class CitationCff
{
    // Of the SPDX ids that the format takes, those an archive is likely to name; others are given by their address.
    private static readonly string[] Licenses = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "MIT", "Apache-2.0"];

    /// <summary>The file.</summary>
    public static void Write(DataSet data, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1024, true) { NewLine = "\n" };
        text.WriteLine("cff-version: 1.2.0");
        Line("message", data.Strings.Text("data_please_cite"));
        text.WriteLine("type: dataset");
        Line("title", data.Title);
        Line("abstract", data.Description);
        text.WriteLine("authors:");
        text.WriteLine($"  - name: {Quoted(data.Publisher)}");
        Line("url", data.PageUrl);
        Line("version", data.Updated.ToString("yyyy.M.d", CultureInfo.InvariantCulture));
        text.WriteLine($"date-released: {data.Updated:yyyy-MM-dd}");
        if (data.License is { } license)
        {
            if (Licenses.Contains(license.Name)) text.WriteLine($"license: {license.Name}");
            else if (license.Url is not null) Line("license-url", license.Url);
        }

        if (data.Keywords.Count == 0) return;
        text.WriteLine("keywords:");
        foreach (var keyword in data.Keywords) text.WriteLine($"  - {Quoted(keyword)}");

        void Line(string name, string value) => text.WriteLine($"{name}: {Quoted(value)}");
    }

    // A JSON text is a YAML text in double quotation marks.
    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
