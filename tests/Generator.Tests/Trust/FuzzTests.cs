using System.Text;
using Rostrum.Tests.Harness;
using Rostrum.Tests.Importing;

namespace Rostrum.Tests.Trust;

/// <summary>Whatever content says: no exception that is not a problem with its place, no file outside the folder, no script in a page.</summary>
public sealed class FuzzTests(ITestOutputHelper log)
{
    private static readonly string[] Yaml =
    [
        "title: ", "date: ", "2020-01-01", "2020-13-45", "speaker: ", "delegation: ", "topics: ", "passages: ", "source: ", "url: ", "https://example.org/", "javascript:alert(1)", "moved_from: ", "id: ", "license: ", "language: ", "translation_of: ", "cites: ", "withdrawn: ", "revisions: ", "extra: ", "abstract: ", "aliases: ", "p: ", "quote: ", "reason: ",
        "a", "norms", "~", "null", "true", "1", "-1", "1e99", "0x1F", "\"", "'", "''", "\"\"", "[", "]", "{", "}", ",", ", ", ": ", ":", "- ", "-", "? ", "|\n", ">\n", "|2-\n", "&a ", "*a ", "<<: ", "!!str ", "!x ", "%YAML 1.2\n", "---\n", "...\n", "# ", "\t", " ", "  ", "    ", "\n", "\n", "\n", "\n\n", "\r\n", "@", "`", "é", "日本", "\u0001", "\uFEFF", "\u2028", "😀", "../", "..\\", "/", "//", "%2e%2e/", "<b>", "<script>", "\"><script>x</script>", "{{ page }}", "\\", "\\x41", "\\u0000", "p1", "page", "index", "CON",
    ];

    private static readonly string[] Markdown =
    [
        "\n", "\n", "\n\n", "\n\n", " ", "  ", "    ", "\t", "text ", "Norms ", "norms", "Japan ", "A/RES/70/237 ", "Article 51 of the Charter", "“", "”", "\"", "*", "**", "_", "`", "```", "```\n", "~~~\n", "# ", "## ", "- ", "* ", "1. ", "9) ", "> ", ">", "|", "|-|", "|a|b|\n|-|-:|\n|c|d|\n", ":", "\n: ", "---\n", "===\n", "\\", "\\\n",
        "[", "]", "(", ")", "![", "[[", "]]", "[[norms]]", "[[norms|", "[[a#p1]]", "[[!", "[[topics:", "[[#p1]]", "#p2", "[a](b.md)", "[a](../topics/norms.md#x)", "[a]: ", "[^1]", "[^1]: ", "{#p1}", "{#p3}", "{#x}", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!x",
        "<script>", "</script>", "<style>", "</style>", "<div>", "</div>", "<div ", "<p ", "<a href=\"", "<a href=", "<img src=x ", "<img src=", "onerror=alert(1)", "onclick=\"x\"", " style=\"x:y\"", "<svg>", "<svg/onload=x>", "<math>", "<iframe src=\"//x\">", "<object data=x>", "<embed src=x>", "<form action=x>", "<input ", "<button formaction=x>", "<base href=x>", "<meta http-equiv=refresh>", "<link rel=stylesheet href=x>", "<template>", "<noscript>", "<textarea>", "<title>", "<plaintext>", "<xmp>", "<table>", "<td>", "<select>", "<option>", "<details open>", "<b>", "</b>", "<i title='", "'", "\">", "'>",
        "javascript:", "JaVaScRiPt:", "java\tscript:", "\u0001javascript:alert(1)", "data:text/html,", "vbscript:", "&#106;avascript:", "javascript&colon;", "&Tab;", "&NewLine;", "&lt;", "&#0;", "&amp", "\u0000", "\u0001", "\u00A0", "\u200B", "\u202E", "\uFEFF", "\uD83D\uDE00", "日本", "é", "http://", "https://example.org/", "//example.org", "www.x.y", "<http://x>", "<javascript:x>", "mailto:a@b", "tel:1", "%00", "%2e%2e%2f", "..", "/", "../", "?x=y&z",
    ];

    private static readonly string[] Patterns =
        ["a", "A", "/", "\\d", "\\d+", "+", "*", "?", "(", ")", "(?:", "(?<n>", "(?=", "(?!", "(?<=", "(?>", "[", "]", "[^", "a-z", "-", "{2}", "{1,}", "{1000}", "{99999999999}", "|", ".", ".*", ".*?", "^", "$", "\\b", "\\1", "\\k<n>", "\\p{L}", "\\p{Zz}", "(?i)", "(?s:", "\\", "\\x", "\\u", "#", " ", "é", "国", "(a+)+", "(a|a)*", "(.*)*", "$0", "$1"];

    private static readonly string[] SiteSettings =
        ["title: T\n", "base_url: ", "https://example.org/", "https://example.org/a b/?c#d", "language: ", "en", "xx-", "time_zone: ", "UTC", "Asia/Tokyo", "logo: ", "../x", "static/logo.svg", "accent: ", "'#fff'", "red;}", "footer: ", "<script>x</script>", "*x*", "license: ", "{name: ", "statements: ", "[content/statements, ../x, /etc]", "navigation: ", "[topics, {title: x, url: 'javascript:x'}, {page: a}]", "kinds: ", "closed: ", "fields: ", "{a: b, title: date}", "patterns: ", "[{match: '(', instrument: '$0'}]", "page_size: ", "html: ", "limits: ", "{files: 1}", "{yaml_depth: 9999}", "exports: ", "{feeds: none, data: false}", "ids: path\n", "[", "]", "}", "\"", "1", "-1", "true", "\n", "\n", " "];

    [Fact]
    public void FrontMatterOfAnyKindGivesAPageOrProblemsWithTheirPlace() =>
        Say("front matters", Fuzz.Run(150, Yaml, 24, static text => SafePages.Build(Site("---\n" + text + "\n---\nText.\n", "---\ntitle: Norms\n" + text + "\n---\n"))));

    [Fact]
    public void MarkdownOfAnyKindGivesAPageWithoutScript() =>
        Say("texts", Fuzz.Run(150, Markdown, 40, static text => SafePages.Build(Site("---\ntitle: A\ndate: 2020-01-01\ntopics: norms\npassages: [{p: 1, topics: norms}]\n---\n" + text + "\n", "---\ntitle: Norms\nsummary: S\n---\n" + text + "\n"))));

    [Fact]
    public void SettingsOfAnyKindGiveASiteOrProblemsWithTheirPlace() =>
        Say("settings", Fuzz.Run(100, SiteSettings, 14, static text =>
        {
            var files = Site("---\ntitle: A\ndate: 2020-01-01\n---\nText.\n", "---\ntitle: Norms\n---\n");
            files["site.yml"] = text;
            SafePages.Build(files);
        }));

    [Fact]
    public void CitationPatternsOfAnyKindAreUsedOrReported() =>
        Say("patterns", Fuzz.Run(150, Patterns, 10, static text =>
        {
            var files = Site("---\ntitle: A\ndate: 2020-01-01\n---\n" + string.Concat(Enumerable.Repeat("aaaaaaaa A/1/2 国 ", 300)) + "\n", "---\ntitle: Norms\n---\n");
            files["site.yml"] = $"title: T\npatterns: [{{match: '{text.Replace("'", "''", StringComparison.Ordinal)}', instrument: 'X $0 $1', url: 'https://example.org/$0'}}]\n";
            SafePages.Build(files);
        }));

    [Fact]
    public void TheLockOfAnyKindIsReadOrReported() =>
        Say("locks", Fuzz.Run(100, ["statements/a/", "topics/norms/", "\n", "\n", " ", "p1", "p2", "p99999999999", " p1 ", "\t", "/", "../", "a", "é", ":", "0123456789abcdef", "ffffffffffffffff", "# x", "\r\n", "\u0001"], 20, static text =>
        {
            var files = Site("---\ntitle: A\ndate: 2020-01-01\n---\nText.\n\nMore {#p7}\n", "---\ntitle: Norms\n---\n");
            files["content/published.lock"] = text;
            SafePages.Build(files);
        }));

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.md")]
    public void ImportsOfAnyKindBuildWithoutAnError(string name) =>
        Say($"imports of {name}", Fuzz.Run(60, [.. Markdown, .. Yaml, "Statement by Mr. ", "AKAHORI Takeshi", "(As delivered)\n", "22 May 2020\n", "<html><body><p>", "</p>", "<h1>", "<meta charset=x>", "<title>x</title>"], 40, text =>
        {
            foreach (var file in Import.Files(name, Encoding.UTF8.GetBytes(text)))
            {
                Assert.Equal([], Import.Build(file.Text).Problems.Where(static problem => problem.Contains("): error ", StringComparison.Ordinal)));
                SafePages.Build(Site(file.Text, "---\ntitle: Norms\n---\n"));
            }
        }));

    [Theory]
    [MemberData(nameof(CorpusFiles))]
    public void WhatWasFoundOnceStaysFound(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Tests, "Trust", "Corpus", name));
        SafePages.Build(Site(text, "---\ntitle: Norms\n---\n"));
        SafePages.Build(Site("---\ntitle: A\ndate: 2020-01-01\n---\n" + text, text));
    }

    /// <summary>Statements that once broke something, and classic attacks.</summary>
    public static IEnumerable<TheoryDataRow<string>> CorpusFiles =>
        Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Trust", "Corpus"), "*.md").Select(static file => new TheoryDataRow<string>(Path.GetFileName(file))).OrderBy(static row => row.Data, StringComparer.Ordinal);

    private static Dictionary<string, string> Site(string statement, string topic) => new()
    {
        ["site.yml"] = "title: T\nbase_url: https://example.org/repo/\n",
        ["content/statements/a.md"] = statement,
        ["content/statements/b.md"] = "---\ntitle: B\ndate: 2021-01-01\ndelegation: japan\n---\nNorms, and [[a]].\n",
        ["content/topics/norms.md"] = topic,
        ["content/delegations/japan.md"] = "---\ntitle: Japan\n---\n",
    };

    private void Say(string what, int count) => log.WriteLine($"{count} {what}");
}
