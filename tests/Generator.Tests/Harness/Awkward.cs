using System.Text;
using System.Text.Json;

namespace Rostrum.Tests.Harness;

/// <summary>Texts that formats stumble over.</summary>
internal static class Awkward
{
    /// <summary>What has broken exports before, anywhere.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "Plain", "Fish & chips, \"quoted\" <b> 100 % of $5 #1 a_b {x}", "O’Neill – “said” ‘so’", "赤堀毅 大使、国際法。", "بيان السيد الأحمد، عام ٢٠٢٠", "Émile Ça 👩‍🚀🇯🇵", "a, b; c | d\te",
        "=1+1", "+49 30 1234", "-5 degrees", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\",\"click\")", "'=1+1", "''", "\"\"", "]]>", "</script><!--", "&amp; &lt; &#39;", "A \\ b ^ c ~ d", "1,2;3", "0012", "true", "NULL", "2020-05-22",
        "＝1+1", "ends with a quote\"", "\"begins with one", "‏right to left‏", "zero\u200bwidth",
    ];

    /// <summary>A statement whose title and only paragraph are the text.</summary>
    public static KeyValuePair<string, byte[]> Statement(string id, string text) =>
        KeyValuePair.Create($"content/statements/{id}.md", Encoding.UTF8.GetBytes($"---\ntitle: {JsonSerializer.Serialize(text)}\ndate: 2020-05-22\n---\n{Escape(text)}\n"));

    /// <summary>The text as a page shows it: runs of blanks are one.</summary>
    public static string AsShown(string text) => OneLine(text);

    /// <summary>The text with every run of blanks as one space.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // So that Markdown takes it for nothing but words.
    private static string Escape(string text) => string.Concat(text.Select(static c => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) ? $"\\{c}" : c.ToString()));
}
