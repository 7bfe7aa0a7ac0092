using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;
using Rostrum.Exports;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Exports;

/// <summary>The data set read back, by a reader of CSV that is not of this project, and held against the archive and its own description.</summary>
public sealed class DataTests
{
    private static readonly string[] Signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Made = new(static () => TestSite.Build(MadeSite.Files(60)).RenderAll());

    [Fact]
    public void EveryAwkwardTextComesThroughCsvAndJsonLinesUnharmed()
    {
        var files = TestSite.Build([KeyValuePair.Create("site.yml", "title: T\n"u8.ToArray()), .. Awkward.Texts.Select(static (text, i) => Awkward.Statement($"s-{i:000}", text))]).RenderAll();
        var (titles, texts) = (Csv(files, "statements"), Csv(files, "passages"));
        var (jsonTitles, jsonTexts) = (Lines(files, "statements"), Lines(files, "passages"));
        for (var i = 0; i < Awkward.Texts.Count; i++)
        {
            Assert.Equal(Awkward.Texts[i], Unguarded(titles[i]["title"]));
            Assert.Equal(Awkward.Texts[i], jsonTitles[i].GetProperty("title").GetString());
            Assert.Equal(Awkward.Texts[i], Unguarded(texts[i]["text"]));
            Assert.Equal(Awkward.Texts[i], jsonTexts[i].GetProperty("text").GetString());
        }
    }

    [Fact]
    public void AnyTextComesThroughCsvUnharmedAndIsNoFormula()
    {
        var fragments = Gen.Elements(Awkward.Texts.Concat(Signs).Concat(["\"", ",", ";", "\r\n", "'", " ", "x", "é", "\U0001F680"]).ToArray());
        var text = from parts in fragments.ListOf() select string.Concat(parts);
        Prop.ForAll(text.ListOf().ToArbitrary(), static cells =>
        {
            if (cells.Count == 0) return;
            var table = new DataTable("t", [], [.. cells.Select(static (_, i) => new DataColumn($"c{i}", DataType.Text))], () => [[.. cells], [.. cells]]);
            using var stream = new MemoryStream();
            DataFiles.WriteCsv(table, stream);
            var rows = Csv(stream.ToArray());
            Assert.Equal(2, rows.Count);
            foreach (var row in rows)
            {
                Assert.Equal(cells, row.Values.Select(Unguarded));
                Assert.DoesNotContain(row.Values, static cell => Array.Exists(Signs, sign => cell.StartsWith(sign, StringComparison.Ordinal)));
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20200522UL, 1UL));
    }

    [Fact]
    public void BothFormatsHoldTheSame()
    {
        foreach (var table in new[] { "statements", "passages" })
        {
            var (csv, lines) = (Csv(Made.Value, table), Lines(Made.Value, table));
            Assert.Equal(csv.Count, lines.Count);
            for (var i = 0; i < csv.Count; i++)
            {
                Assert.Equal(csv[i].Keys, lines[i].EnumerateObject().Select(static property => property.Name));
                foreach (var (name, cell) in csv[i]) Assert.Equal(AsCell(lines[i].GetProperty(name)), Unguarded(cell));
            }
        }
    }

    [Fact]
    public void ARowAPassageLeadsToItsParagraphAndHoldsItsWords()
    {
        var rows = Csv(Made.Value, "passages");
        Assert.True(rows.Count > 300);
        Assert.Equal(
            ["statement_id", "paragraph_id", "url", "seq", "date", "speaker_id", "speaker_name", "speaker_role", "on_behalf_of", "forum", "meeting_id", "record_symbol", "genre", "delivery", "lang", "topics", "norms", "cites", "text", "text_sha256", "revision", "source_url"],
            rows[0].Keys);
        foreach (var row in rows)
        {
            Assert.Equal($"https://example.org/repo/statements/{row["statement_id"]}/#{row["paragraph_id"]}", row["url"]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Unguarded(row["text"])))), row["text_sha256"]);
        }

        var first = rows.First(static row => row["statement_id"] == "s-030" && row["paragraph_id"] == "p2");
        Assert.Equal(("JP", "m-1", "none", "remarks", "as-delivered", "2017-07-03"), (first["on_behalf_of"], first["meeting_id"], first["record_symbol"], first["genre"], first["delivery"], first["date"]));
        Assert.Equal(("akahori", "AKAHORI Takeshi", "unsc", "en"), (first["speaker_id"], first["speaker_name"], first["forum"], first["lang"]));
    }

    [Fact]
    public void KeysIdentifyARowAndEveryPassageBelongsToAStatement()
    {
        var (statements, passages) = (Csv(Made.Value, "statements"), Csv(Made.Value, "passages"));
        var ids = statements.Select(static row => row["statement_id"]).ToHashSet();
        Assert.Equal(60, ids.Count);
        Assert.Equal(statements.Count, ids.Count);
        Assert.Equal(passages.Count, passages.Select(static row => (row["statement_id"], row["paragraph_id"])).Distinct().Count());
        Assert.All(passages, row => Assert.Contains(row["statement_id"], ids));
        Assert.Equal(passages.Count, statements.Sum(static row => int.Parse(row["passages"], CultureInfo.InvariantCulture)));
        Assert.Contains(statements, static row => row["withdrawn"] == "true" && row["passages"] == "0");
    }

    [Fact]
    public void TheDescriptionNamesEveryFileColumnTypeAndKeyAsTheyAre()
    {
        var package = JsonDocument.Parse(Made.Value["data/datapackage.json"]).RootElement;
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", package.GetProperty("$schema").GetString());
        Assert.Matches("^[-a-z0-9._/]+$", package.GetProperty("name").GetString());
        var resources = package.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(["passages.csv", "passages.jsonl", "statements.csv", "statements.jsonl"], resources.Select(static resource => resource.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        foreach (var resource in resources.Where(static resource => resource.GetProperty("format").GetString() == "csv"))
        {
            var rows = Csv(Made.Value["data/" + resource.GetProperty("path").GetString()]);
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            Assert.Equal(rows[0].Keys, fields.Select(static field => field.GetProperty("name").GetString()!));
            foreach (var field in fields) Assert.All(rows, row => CheckValue(field, row[field.GetProperty("name").GetString()!]));
            Assert.All(resource.GetProperty("schema").GetProperty("primaryKey").EnumerateArray(), key => Assert.Contains(key.GetString()!, rows[0].Keys));
        }
    }

    [Fact]
    public void TheTermsOfTheArchiveAreNamedWhereverTheyCanBe()
    {
        var files = TestSite.Build([KeyValuePair.Create("site.yml", "title: \"T: \\\"x\\\" # y\"\npublisher: The Office\nlicense: CC-BY-4.0\nbase_url: https://example.org/\n"u8.ToArray()), Awkward.Statement("a", "Text")]).RenderAll();
        var license = JsonDocument.Parse(files["data/datapackage.json"]).RootElement.GetProperty("licenses")[0];
        Assert.Equal(("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"), (license.GetProperty("name").GetString(), license.GetProperty("path").GetString()));
        var cff = new YamlDotNet.Serialization.Deserializer().Deserialize<Dictionary<string, object>>(Encoding.UTF8.GetString(files["CITATION.cff"]));
        Assert.Equal(("1.2.0", "dataset", "T: \"x\" # y", "CC-BY-4.0", "2020-05-22"), ((string)cff["cff-version"], (string)cff["type"], (string)cff["title"], (string)cff["license"], (string)cff["date-released"]));
        Assert.Equal("The Office", ((Dictionary<object, object>)((List<object>)cff["authors"])[0])["name"]);
        Assert.NotEmpty((string)cff["message"]);
    }

    [Fact]
    public void ThePageOfTheDataTellsSearchEnginesWhereItsFilesAre()
    {
        var files = TestSite.Build(MadeSite.Files(20), tiny: false).RenderAll();
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(files["data/index.html"]));
        var dataset = page.QuerySelectorAll("script[type='application/ld+json']").SelectMany(static script => JsonDocument.Parse(script.TextContent).RootElement.GetProperty("@graph").EnumerateArray()).Single(static node => node.GetProperty("@type").GetString() == "Dataset");
        Assert.InRange(dataset.GetProperty("description").GetString()!.Length, 50, 5000);
        Assert.All(dataset.GetProperty("distribution").EnumerateArray(), download => Assert.Contains(download.GetProperty("contentUrl").GetString()!["https://example.org/repo/".Length..], files.Keys));
        Assert.Equal(4, dataset.GetProperty("distribution").GetArrayLength());
    }

    private static void CheckValue(JsonElement field, string cell)
    {
        if (cell.Length == 0)
        {
            Assert.False(field.TryGetProperty("constraints", out _), $"{field.GetProperty("name")} is empty");
            return;
        }

        switch (field.GetProperty("type").GetString())
        {
            case "integer":
                Assert.True(int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _));
                break;
            case "date":
                Assert.True(DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _));
                break;
            case "boolean":
                Assert.True(cell is "true" or "false");
                break;
            case "string" when field.TryGetProperty("format", out _):
                Assert.True(Uri.IsWellFormedUriString(cell, UriKind.Absolute));
                break;
            default:
                Assert.True(field.GetProperty("type").GetString() is "string" or "list");
                break;
        }
    }

    // What the page of the data tells readers of the files to do.
    private static string Unguarded(string cell)
    {
        var rest = cell.TrimStart('\'');
        return rest.Length < cell.Length && Array.Exists(Signs, sign => rest.StartsWith(sign, StringComparison.Ordinal)) ? cell[1..] : cell;
    }

    private static string AsCell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(static item => item.GetString())),
        JsonValueKind.Number => value.GetRawText(),
        _ => value.GetString()!,
    };

    private static List<Dictionary<string, string>> Csv(IReadOnlyDictionary<string, byte[]> files, string table) => Csv(files[$"data/{table}.csv"]);

    private static List<Dictionary<string, string>> Csv(byte[] bytes)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, true)), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", IgnoreBlankLines = false });
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.Select((name, i) => (name, Value: csv.GetField(i)!)).ToDictionary(static pair => pair.name, static pair => pair.Value));
        return rows;
    }

    private static List<JsonElement> Lines(IReadOnlyDictionary<string, byte[]> files, string table) =>
        [.. Encoding.UTF8.GetString(files[$"data/{table}.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
}
