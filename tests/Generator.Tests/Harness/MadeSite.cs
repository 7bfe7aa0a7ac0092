using System.Text;

namespace Rostrum.Tests.Harness;

/// <summary>A mid-sized archive, made from a number alone, that uses every part of the content model.</summary>
internal static class MadeSite
{
    private static readonly string[] Words =
        ["norms", "confidence-building measures", "Security Council resolution 1325 (2000)", "A/RES/70/237", "Article 51 of the Charter", "capacity building", "Japan", "Estonia", "Ångström", "国際法", "trust", "peace", "État"];

    /// <summary>The archive with so many statements. Nothing in it is reported.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Files(int statements)
    {
        var files = new List<KeyValuePair<string, string>>
        {
            new("site.yml", "title: Made\nbase_url: https://example.org/repo/\npage_size: 7\nfooter: By *us*.\naccent: '#123456'\nlogo: static/logo.svg\n"),
            new("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
            new("static/CNAME", "example.org\n"),
            new("content/topics/norms.md", "---\ntitle: Norms\naliases: [rules of behaviour]\nsummary: What *States* do.\nnorm: 13(f)\nmoved_from: /tags/norms/\n---\nSee [[capacity-building]].\n"),
            new("content/topics/capacity-building.md", "---\ntitle: capacity building\nbroader: norms\nrelated: [trust]\n---\nText.\n"),
            new("content/topics/confidence.md", "---\ntitle: confidence-building measures\naliases: [国際法]\n---\nText, see [the first](../statements/s-000.md#p1).\n"),
            new("content/delegations/japan.md", "---\ntitle: Japan\ncode: JP\nmember_of: g7\n---\n"),
            new("content/delegations/estonia.md", "---\ntitle: Estonia\n---\nText.\n"),
            new("content/people/akahori.md", "---\ntitle: AKAHORI Takeshi\nnative: 赤堀毅\nroles: [{role: Ambassador, from: 2019-01-01}]\n---\n"),
            new("content/forums/unsc.md", "---\ntitle: Security Council\nshort: UNSC\n---\n"),
            new("content/meetings/m-1.md", "---\ntitle: A meeting\nforum: unsc\nstart: 2020-05-22\nmode: virtual\nrecord: none\nknown: [{delegation: estonia, note: opened}]\n---\n"),
            new("content/instruments/un-charter.md", "---\ntitle: Charter of the United Nations\nparts: [{id: article-51, title: Article 51}]\n---\n"),
            new("content/pages/index.md", "---\ntitle: Welcome\n---\nHome.\n"),
            new("content/pages/guide/index.md", "---\ntitle: Guide\nsummary: How.\n---\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n"),
            new("content/pages/guide/more.md", "---\ntitle: More\nweight: 2\n---\nText.\n"),
            new("content/statements/chart.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
        };
        for (var i = 0; i < statements; i++) files.Add(new(i % 7 == 0 ? $"content/statements/s-{i:000}.md" : $"content/statements/{2015 + (i % 7)}/s-{i:000}.md", Statement(i)));
        return [.. files.Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value)))];
    }

    private static string Statement(int number)
    {
        var text = new StringBuilder("---\n");
        text.Append($"title: \"Statement {number} on {Words[number % Words.Length]}\"\ndate: {2015 + (number % 7)}-{1 + (number % 12):00}-{1 + (number % 28):00}\n");
        text.Append($"speaker: {(number % 2 == 0 ? "akahori" : "Someone Else")}\ndelegation: {(number % 3 == 0 ? "japan" : "estonia")}\ntopics: [norms, {(number % 4 == 0 ? "trust" : "confidence")}]\n");
        if (number % 5 == 0) text.Append("meeting: m-1\ngenre: remarks\ndelivery: as-delivered\n");
        if (number % 6 == 0) text.Append("passages: [{p: 1, topics: trust, note: A note.}]\ncites: [A/RES/70/237]\n");
        else if (number % 11 == 10) text.Append("withdrawn: {date: 2024-01-01, reason: Sent in error.}\n");
        text.Append("---\nMr. President,\n\n## A heading\n\n");
        for (var i = 0; i < 4; i++) text.Append($"We speak of {Words[(number + i) % Words.Length]} and of {Words[(number * 3 + i * 5) % Words.Length]}, in paragraph {i}.[^1]\n\n");
        return text.Append("- an item on *norms*\n- another\n\n> A quotation.\n\n| a | b |\n|---|--:|\n| c | d |\n\n[^1]: A note.\n").ToString();
    }
}
