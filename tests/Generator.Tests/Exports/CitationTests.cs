using System.Text;
using System.Text.Json;
using Rostrum.Exports;

namespace Rostrum.Tests.Exports;

/// <summary>Citations that reference managers read, read back.</summary>
public sealed class CitationTests
{
    private static readonly string[] Difficult =
    [
        "Plain", "Fish & chips, \"quoted\" <b> 100 % of $5 #1 a_b {x}", "O’Neill – “said” ‘so’", "赤堀毅 大使", "بيان السيد الأحمد", "Émile Ça 👩‍🚀", "Two\nlines", "A ~ b ^ c \\ d", "} {{ a",  "= 1 + 1", "  spaces   inside ",
    ];

    [Fact]
    public void TheSeedIsCitedFieldByField()
    {
        var json = Csl(Statement("Statement by Mr. AKAHORI Takeshi"));
        Assert.Equal(
            """{"id":"jp","type":"speech","title":"Statement by Mr. AKAHORI Takeshi","title-short":"Short","author":[{"family":"Akahori","given":"Takeshi"}],"genre":"Statement (as delivered)","event-title":"Meeting","event-place":"New York (virtual)","publisher":"Mission","issued":{"date-parts":[[2020,5,22]]},"language":"en","abstract":"Abstract","URL":"https://example.org/statements/jp/"}""",
            JsonSerializer.Serialize(json));
    }

    [Fact]
    public void AParagraphAndARangeAreNamedBeforeTheirAddress()
    {
        var chicago = CitationStyles.Of(Statement("T"))[0];
        Assert.EndsWith("May 22, 2020, https://example.org/statements/jp/.", chicago.Text(), StringComparison.Ordinal);
        Assert.EndsWith("May 22, 2020, para. 3, https://example.org/statements/jp/#p3.", chicago.Text("3"), StringComparison.Ordinal);
        Assert.EndsWith("May 22, 2020, paras. 3–5, https://example.org/statements/jp/#p3-p5.", chicago.Text("3", "5"), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTextComesThroughCslJsonUnharmed()
    {
        foreach (var text in Difficult)
        {
            var item = Csl(Statement(text));
            Assert.Equal(text, item.GetProperty("title").GetString());
            Assert.Equal(text, item.GetProperty("abstract").GetString());
        }
    }

    [Fact]
    public void EveryTextComesThroughRisOnOneLine()
    {
        foreach (var text in Difficult)
        {
            var lines = Written(CitationFiles.WriteRis, Statement(text)).Split("\r\n");
            Assert.Equal($"TI  - {Spaced(text)}", Assert.Single(lines, static line => line.StartsWith("TI ", StringComparison.Ordinal)));
            Assert.Equal(["TY  - SLIDE", "ER  - ", ""], [lines[0], lines[^2], lines[^1]]);
            Assert.All(lines[..^1], static line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        }
    }

    [Fact]
    public void EveryTextComesThroughBibTexWithItsBracesBalanced()
    {
        foreach (var text in Difficult)
        {
            var bib = Written(CitationFiles.WriteBib, Statement(text));
            var line = Assert.Single(bib.Split('\n'), static line => line.StartsWith("  title = ", StringComparison.Ordinal));
            Assert.Equal(Spaced(text), Unescape(line["  title = {{".Length..^"}},".Length]));
            Assert.Equal(0, Depth(bib));
        }
    }

    private static CitedStatement Statement(string text) => new(
        "jp", [new CitedName("Akahori", "Takeshi", "AKAHORI Takeshi")], text, "Short", "Statement (as delivered)", "Meeting", "New York (virtual)", "Mission", new DateOnly(2020, 5, 22), "en",
        text.StartsWith("Statement", StringComparison.Ordinal) ? "Abstract" : text, "https://example.org/statements/jp/", ["Norms"]);

    private static JsonElement Csl(CitedStatement statement) => Assert.Single(JsonDocument.Parse(Written(CitationFiles.WriteCsl, statement)).RootElement.EnumerateArray().ToList());

    private static string Written(Action<IEnumerable<CitedStatement>, Stream> write, CitedStatement statement)
    {
        using var stream = new MemoryStream();
        write([statement], stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unescape(string tex) => tex.Replace("\\textbackslash{}", "\u0001", StringComparison.Ordinal).Replace("\\textasciitilde{}", "~", StringComparison.Ordinal)
        .Replace("\\textasciicircum{}", "^", StringComparison.Ordinal).Replace("\\textbraceleft{}", "{", StringComparison.Ordinal).Replace("\\textbraceright{}", "}", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Replace('\u0001', '\\');

    private static int Depth(string tex)
    {
        var depth = 0;
        for (var i = 0; i < tex.Length; i++)
        {
            depth += tex[i] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return depth;
    }
}
