using System.Text;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>Each limit, on both sides of it; and inputs that are made to take for ever.</summary>
public sealed class LimitsTests
{
    private const string Head = "---\ntitle: A\ndate: 2020-01-01\n---\n";

    private static readonly Dictionary<string, (int Limit, Func<int, Dictionary<string, string>> Files, string Code)> Cases = new(StringComparer.Ordinal)
    {
        ["file_size"] = (200, static size => One(Head + new string('a', size - Head.Length)), "RS1017"),
        ["files"] = (40, static count => Enumerable.Range(0, count - TestSite.Templates.Count).ToDictionary(static i => $"static/{i}.txt", static _ => "x"), "RS1018"),
        ["yaml_values"] = (30, static count => One($"---\ntitle: A\ndate: 2020-01-01\nextra: {{a: [{string.Join(", ", Enumerable.Repeat("x", count - 9))}]}}\n---\n"), "RS1010"),
        ["yaml_depth"] = (6, static depth => One($"---\ntitle: A\ndate: 2020-01-01\nextra: {{a: {new string('[', depth - 1)}{new string(']', depth - 1)}}}\n---\n"), "RS1010"),
        ["mentions"] = (3, static count => One(Head + string.Join(" and ", Enumerable.Repeat("Norms", count)) + ".\n"), "RS1314"),
        ["brackets"] = (20, static count => One(Head + string.Concat(Enumerable.Repeat("\\[", count)) + "\n"), "RS1315"),
        ["addresses"] = (20, static count => One(Head + string.Concat(Enumerable.Repeat("www.example.org or\n", count)) + "\nhttps://example.org\n"), "RS1315"),
        ["definitions"] = (20, static count => One(Head + "[a]: https://example.org\n\n" + string.Concat(Enumerable.Range(1, count - 1).Select(static i => $"Part {i}\n===\n"))), "RS1315"),
        ["notes"] = (20, static count => One($"---\ntitle: A\ndate: 2020-01-01\npassages:\n  - {{p: 1-10, note: x}}\n  - {{p: 1-{count - 10}, note: y}}\n---\n{string.Concat(Enumerable.Repeat("a\n\n", 15))}"), "RS1317"),
        ["template_loops"] = (50, static count => Template($"{{{{ for i in 1..{count} }}}}x{{{{ end }}}}"), "RS1402"),
        ["template_depth"] = (20, static depth => Template($"{{{{ include \"deep\" n: {depth - 2} }}}}"), "RS1402"),
        ["page_bytes"] = (3000, static size => Template($"<p>{new string('x', size - 7)}</p>"), "RS1402"),
        ["page_seconds"] = (1, static seconds => Template(seconds > 1 ? "{{ for i in 1..1000000 }}{{ for j in 1..1000000 }}{{ end }}{{ end }}" : "x"), "RS1402"),
    };

    /// <summary>Each by its name.</summary>
    public static IEnumerable<TheoryDataRow<string>> Names => Limits.All.Select(static limit => new TheoryDataRow<string>(limit.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported(string name)
    {
        var (limit, files, code) = Cases[name];
        Assert.Equal([], Problems(name, limit, files(limit)));
        Assert.Equal([code], Problems(name, limit, files(limit + 1)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ALimitBelowItsLeastOrAboveItsMostIsReported(string name)
    {
        var limit = Limits.All.Single(limit => limit.Name == name);
        Assert.Equal(["RS1102"], Problems(name, limit.Least - 1, []));
        if (limit.Most < int.MaxValue) Assert.Equal(["RS1102"], Problems(name, limit.Most + 1, []));
        Assert.InRange(limit.Get(Limits.Default), limit.Least, limit.Most);
    }

    [Fact]
    public void TheGuideGivesEachLimitWithItsValueAndReason()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "content", "pages", "guide", "settings.md"));
        Assert.All(Limits.All, limit => Assert.Contains(FormattableString.Invariant($"| `{limit.Name}` | {limit.Get(Limits.Default):#,0} | {limit.Reason} |"), guide, StringComparison.Ordinal));
    }

    [Fact]
    public void QuotationsAndListsAreTakenUntilTheyAreDeeperThanTheStackAllows()
    {
        Assert.Equal([], Codes(One(Head + new string('>', 40) + " deep\n")));
        Assert.Equal(["RS1311"], Codes(One(Head + new string('>', 400) + " deep\n")));
        Assert.Equal(["RS1311"], Codes(One(Head + string.Concat(Enumerable.Range(0, 400).Select(static i => new string(' ', 2 * i) + "- a\n")))));
    }

    [Fact]
    public void AnAliasBombIsReportedAtItsLine()
    {
        var bomb = new StringBuilder("---\ntitle: A\ndate: 2020-01-01\nextra:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++) bomb.Append($"  a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var site = TestSite.Build(One(bomb.Append("---\nText.\n").ToString()));
        Assert.Contains("content/statements/a.md(9,", Assert.Single(site.Problems, static line => line.Contains("RS1010", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void WhatIsMadeToTakeForEverEnds(string name)
    {
        // As a process of its own thread, so that what hangs fails this test and not all of them.
        var count = Fuzz.Time > TimeSpan.Zero ? 5_000 : 2_000;
        TestSite? site = null;
        var build = new Thread(() =>
        {
            site = TestSite.Build(One(Head + Pathological[name](count) + "\n"));
            site.Render("/statements/a/");
        });
        build.Start();
        Assert.True(build.Join(TimeSpan.FromMinutes(4)), "It does not end.");
        Assert.NotNull(site);
    }

    /// <summary>Texts that have made other programs hang, by what they are made of.</summary>
    private static readonly Dictionary<string, Func<int, string>> Pathological = new(StringComparer.Ordinal)
    {
        ["emphasis opened"] = static n => Repeat("*a **b ", n),
        ["emphasis closed"] = static n => Repeat("a** b* ", n),
        ["emphasis mixed"] = static n => Repeat("*a_ ", n),
        ["asterisks"] = static n => Repeat("*", n),
        ["brackets opened"] = static n => Repeat("[a", n),
        ["brackets in pairs"] = static n => Repeat("[]", n),
        ["images opened"] = static n => Repeat("![a", n),
        ["links opened"] = static n => Repeat("[a](", n),
        ["links within links"] = static n => Repeat("[", n) + "a" + Repeat("](b)", n),
        ["all at once"] = static n => Repeat("[[x ** _y_ [z](", n / 3),
        ["double brackets"] = static n => Repeat("[[a ", n),
        ["unknown keys"] = static n => Repeat("[[a]] ", n),
        ["backticks"] = static n => Repeat("`a ``b ", n),
        ["tags opened"] = static n => Repeat("<a b=\"", n),
        ["elements within elements"] = static n => Repeat("<div>\n", n),
        ["instructions"] = static n => Repeat("<?", n),
        ["comments"] = static n => Repeat("<!--", n),
        ["cdata"] = static n => Repeat("<![CDATA[", n),
        ["entities"] = static n => Repeat("&#", n),
        ["bare addresses"] = static n => Repeat("http://a.", n),
        ["quotations"] = static n => Repeat("> ", n),
        ["list items"] = static n => Repeat("- a\n* b\n", n),
        ["lists in a line"] = static n => Repeat("- ", n),
        ["links without an end"] = static n => Repeat("[a](b", n),
        ["titles without an end"] = static n => Repeat("[a](b (c", n),
        ["addresses"] = static n => Repeat("www.a.b ", n),
        ["underlined headings"] = static n => Repeat("a\n=\n", n),
        ["definitions apart"] = static n => string.Concat(Enumerable.Range(0, n).Select(static i => $"[a{i}]: /u\n\n")),
        ["definitions"] = static n => string.Concat(Enumerable.Range(0, n).Select(static i => $"[a{i}]: /u\n")),
        ["notes"] = static n => string.Concat(Enumerable.Range(0, n).Select(static i => $"[^{i}] ")) + "\n\n" + string.Concat(Enumerable.Range(0, n).Select(static i => $"[^{i}]: x\n\n")),
        ["links to paragraphs"] = static n => string.Concat(Enumerable.Range(1, n).Select(static i => $"[[#p{i}]]\n\n")),
        ["links to no paragraph"] = static n => string.Concat(Enumerable.Range(1, n).Select(static i => $"[a](#x{i})\n\n")),
        ["columns"] = static n => "|" + Repeat("a|", n) + "\n|" + Repeat("-|", n) + "\n|" + Repeat("b|", n),
        ["rows"] = static n => "|a|b|\n|-|-|\n" + Repeat("|c|d|\n", n),
        ["headings"] = static n => Repeat("# a\n\n", n),
        ["paragraphs"] = static n => Repeat("Norms.\n\n", n),
        ["pinned paragraphs"] = static n => Repeat("a {#p1}\n\n", n),
        ["names"] = static n => Repeat("Norms ", n),
        ["names in quotation marks"] = static n => Repeat("“Norms ", n),
        ["symbols"] = static n => Repeat("A/RES/70/237 ", n),
        ["slashes"] = static n => "A" + Repeat("/A", n),
        ["articles"] = static n => Repeat("Article 1 and ", n) + "of the Charter",
        ["backslashes"] = static n => Repeat("\\", n),
        ["empty lines"] = static n => Repeat("\n", n),
        ["one word"] = static n => Repeat("a", n * 10),
    };

    /// <summary>Their names.</summary>
    public static IEnumerable<TheoryDataRow<string>> Endless => Pathological.Keys.Select(static name => new TheoryDataRow<string>(name));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static Dictionary<string, string> One(string statement) => new() { ["content/statements/a.md"] = statement, ["content/topics/norms.md"] = "---\ntitle: Norms\n---\n", ["site.yml"] = "title: T\n" };

    private static Dictionary<string, string> Template(string text) => new()
    {
        ["templates/not-found.html"] = text,
        ["templates/layout.html"] = "{{ include page.template }}",
        ["templates/deep.html"] = "{{ if $.n > 0 }}{{ include \"deep\" n: ($.n - 1) }}{{ end }}",
    };

    private static List<string> Problems(string name, int value, Dictionary<string, string> files)
    {
        files["site.yml"] = $"title: T\nlimits: {{{name}: {value}}}\n";
        return Codes(files);
    }

    private static List<string> Codes(Dictionary<string, string> files)
    {
        files.TryAdd("site.yml", "title: T\n");
        var site = TestSite.Build(files);
        site.Render("/statements/a/");
        site.Render("/404.html");
        return [.. site.Bag.ToSorted().Where(static problem => problem.Severity != Diagnostics.Severity.Note).Select(static problem => problem.Code)];
    }
}
