using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rostrum.Model;
using Rostrum.Sources;
using Rostrum.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace Rostrum.Tests.Exports;

/// <summary>Any text comes through every form in which a statement is written: made at random, written, read back by another reader, equal.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Pieces =
    [
        "word", "Two words", "\"", "'", "“", "”", "&", "&amp;", "<", ">", "</script>", "<b>", ",", ";", ":", "#", "- ", "[", "]", "[[", "]]", "{", "}", "%", "$", "_", "*", "`", "\\", "~", "^", "|", "=1+1", "+", "@",
        "\n", "\n\n", "👩‍🚀", "😀", "بيان الأحمد", "赤堀毅", "サイバー", "Émile", "ß", "¶", "\u00A0", "\u200F", "\u2028", "1. ", "a@b.org", "https://example.com/?a=1&b=2", "[1] ", "---", "ER  - ",
    ];

    // What stands at the start of a line decides what a block of Markdown is; a word before it keeps it a paragraph.
    private static Gen<string> Lines => Gen.ListOf(Gen.Elements(Pieces)).Select(static pieces => "x" + string.Concat(pieces));

    private static Gen<string> Line => Lines.Select(static text => string.Join(' ', text.Split((char[])['\n', '\u2028'], StringSplitOptions.RemoveEmptyEntries)).Trim());

    /// <summary>A statement whose every text is difficult.</summary>
    public static Arbitrary<Difficult> Statements() => (
        from title in Line
        from name in Line
        from summary in Line
        from body in Lines
        select new Difficult(title, name, summary, body)).ToArbitrary();

    [Property(Arbitrary = [typeof(RoundTripTests)], MaxTest = 60, Replay = "20200522,1")]
    public void TheHeadOfAPageGivesBackEveryText(Difficult difficult)
    {
        var made = Build(difficult);
        var page = new HtmlParser().ParseDocument(made.Site.Render("/statements/a/")!);
        Assert.Equal(made.Statement.Title, Meta("citation_title"));
        Assert.Equal(made.Statement.Title, Meta("DC.title"));
        Assert.Equal(difficult.Name, Meta("z:meetingName"));
        var graph = JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent).RootElement.GetProperty("@graph");
        Assert.Equal(made.Statement.Title, graph[0].GetProperty("headline").GetString());
        Assert.Equal(difficult.Name, graph[0].GetProperty("recordedAt").GetProperty("name").GetString());
        var list = new HtmlParser().ParseDocument(made.Site.Render("/statements/")!);
        var fields = list.QuerySelector("span.Z3988")!.GetAttribute("title")!.Split('&').Select(static field => field.Split('=')).ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal([made.Statement.Title, difficult.Name], [fields["rft.title"], fields["rft.source"]]);

        string? Meta(string name) => page.QuerySelector($"meta[name='{name}']")!.GetAttribute("content");
    }

    [Property(Arbitrary = [typeof(RoundTripTests)], MaxTest = 60, Replay = "20200522,1")]
    public void JsonAndPlainTextGiveBackEveryPassage(Difficult difficult)
    {
        var made = Build(difficult);
        var json = JsonDocument.Parse(made.Site.Render("/statements/a/statement.json")!).RootElement;
        Assert.Equal([made.Statement.Title, difficult.Name], [json.GetProperty("title").GetString(), json.GetProperty("meeting").GetProperty("name").GetString()]);
        Assert.Equal(made.Passages, json.GetProperty("passages").EnumerateArray().Select(static passage => passage.GetProperty("text").GetString()));
        var text = made.Site.Render("/statements/a/statement.txt")!;
        Assert.StartsWith(made.Statement.Title + "\n\n", text, StringComparison.Ordinal);
        var rest = text;
        for (var i = 0; i < made.Passages.Count; i++)
        {
            var begin = $"\n[{i + 1}] https://example.org/statements/a/#p{i + 1}\n";
            var at = rest.IndexOf(begin, StringComparison.Ordinal);
            Assert.True(at >= 0, text);
            rest = rest[(at + begin.Length)..];
            Assert.StartsWith(made.Passages[i] + "\n", rest, StringComparison.Ordinal);
        }
    }

    [Property(Arbitrary = [typeof(RoundTripTests)], MaxTest = 60, Replay = "20200522,1")]
    public void TheMarkdownIsAStatementWithTheSamePassages(Difficult difficult)
    {
        var made = Build(difficult);
        var markdown = made.Site.Render("/statements/a/index.md")!;
        var yaml = new YamlStream();
        yaml.Load(new StringReader(markdown[4..markdown.IndexOf("\n---\n", 4, StringComparison.Ordinal)]));
        var front = (YamlMappingNode)yaml.Documents[0].RootNode;
        Assert.Equal([made.Statement.Title, difficult.Name], [((YamlScalarNode)front["title"]).Value, ((YamlScalarNode)front["meeting"]).Value]);
        var again = TestSite.Build([KeyValuePair.Create("site.yml", "title: T\nbase_url: https://example.org/\nmentions: false\npatterns: []\n"), KeyValuePair.Create("content/statements/a.md", markdown)]);
        var read = Assert.Single(again.Site!.Plan.Content.Archive.Statements);
        Assert.Equal(made.Statement.Title, read.Title);
        Assert.Equal(made.Passages, Passages(again, read));
    }

    [Property(Arbitrary = [typeof(RoundTripTests)], MaxTest = 60, Replay = "20200522,1")]
    public void CslJsonGivesBackEveryText(Difficult difficult)
    {
        var made = Build(difficult);
        var item = Assert.Single(JsonDocument.Parse(made.Site.Render("/statements/a/citation.csl.json")!).RootElement.EnumerateArray().ToList());
        Assert.Equal([made.Statement.Title, difficult.Name], [item.GetProperty("title").GetString(), item.GetProperty("event-title").GetString()]);
        var tags = made.Site.Render("/statements/a/citation.ris")!.Split("\r\n").Where(static line => line.Length > 0).ToDictionary(static line => line[..2], static line => line[6..]);
        Assert.Equal([OneLine(made.Statement.Title), OneLine(difficult.Name)], [tags["TI"], tags["T2"]]);
    }

    private static Made Build(Difficult difficult)
    {
        var quoted = (string text) => YamlText.Quote(text);
        var site = TestSite.Build(
            [
                KeyValuePair.Create("site.yml", Utf8("title: T\nbase_url: https://example.org/\nmentions: false\npatterns: []\nkinds: [topics]\n")),
                KeyValuePair.Create("content/meetings/m.md", Utf8($"---\ntitle: {quoted(difficult.Name)}\n---\n")),
                KeyValuePair.Create("content/statements/a.md", Utf8($"---\ntitle: {quoted(difficult.Title)}\ndate: 2020-05-22\nmeeting: m\nabstract: {quoted(difficult.Summary)}\n---\n{difficult.Body}\n\nLast.\n")),
            ],
            tiny: false);
        var statement = site.Site!.Plan.Content.Archive.Statements[0];
        Assert.Equal(difficult.Title, statement.Title);
        return new Made(site, statement, Passages(site, statement));
    }

    private static IReadOnlyList<string> Passages(TestSite site, Statement statement) => [.. site.Site!.Plan.Content.Texts.Of(statement.Document).Body.Passages.Select(static passage => passage.Passage.Text)];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed record Made(TestSite Site, Statement Statement, IReadOnlyList<string> Passages);

    /// <summary>The texts of a statement.</summary>
    public sealed record Difficult(string Title, string Name, string Summary, string Body);
}
