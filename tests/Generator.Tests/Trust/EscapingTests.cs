using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Rostrum.Templates;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>Whatever stands in a field is text on every page, in every template.</summary>
public sealed partial class EscapingTests
{
    private const string Hostile = "x\\\"'><evil onx=1>&amp;{{ site }}";
    private const string Shown = "x\"'><evil onx=1>&amp;{{ site }}";

    [Fact]
    public void NoValueOfAnyFieldBecomesMarkupOnAnyPage()
    {
        var site = TestSite.Build(Files().Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))), tiny: false);
        var rendered = site.RenderAll();
        Assert.DoesNotContain(site.Problems, static line => line.Contains(": error ", StringComparison.Ordinal));
        var templates = new HashSet<string>(StringComparer.Ordinal);
        var shown = 0;
        foreach (var page in site.Site!.Plan.Files.OfType<Pages.PlannedPage>())
        {
            templates.Add(page.View(site.Site.Plan.Content).Template);
            var html = Encoding.UTF8.GetString(rendered[page.Url.FilePath]);
            SafePages.AssertIsSafe(page.Url.ToString(), html);
            using var document = new HtmlParser().ParseDocument(html);
            Assert.Empty(document.QuerySelectorAll("evil"));
            Assert.DoesNotContain(document.All, static element => element.Attributes.Any(static attribute => attribute.Name.Contains("evil", StringComparison.Ordinal) || attribute.Name.StartsWith("onx", StringComparison.Ordinal)));
            if (document.DocumentElement.TextContent.Contains(Shown, StringComparison.Ordinal)) shown++;
        }

        Assert.True(shown > 30, $"The values are shown on {shown} pages only.");
        var pages = BuiltInTemplates().Select(static file => file.Name).Where(static name => !name.Contains('/', StringComparison.Ordinal)).Except(["layout", "not-found"]);
        Assert.Equal([], pages.Except(templates).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoBuiltInTemplateWritesAnythingUnescapedOrWhereEscapingIsNotEnough()
    {
        var wrong = new List<string>();
        foreach (var (name, text) in BuiltInTemplates())
        {
            if (Regex.IsMatch(text, @"\{\{[^}]*\braw\b", RegexOptions.None)) wrong.Add($"{name} uses raw");
            if (Regex.IsMatch(text, @"<(script|style)\b(?![^>]*\bsrc=)[^>]*>[^<]*\{\{", RegexOptions.IgnoreCase)) wrong.Add($"{name} writes into a script or a style");
            if (Regex.IsMatch(text, @"\s(on\w+|style|srcdoc)\s*=", RegexOptions.IgnoreCase)) wrong.Add($"{name} has a handler or a style");
            wrong.AddRange(Unquoted().Matches(text).Select(match => $"{name}: {match.Value}"));
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("{{ import \"x\" }}")]
    [InlineData("{{ include \"/etc/passwd\" }}")]
    [InlineData("{{ include \"../../site.yml\" }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ env.PATH }}")]
    [InlineData("{{ object.eval \"1\" }}")]
    [InlineData("{{ regex.match \"a\" \"a\" }}")]
    [InlineData("{{ math.random 1 2 }}")]
    [InlineData("{{ math.uuid }}")]
    [InlineData("{{ site.title = \"x\" }}")]
    [InlineData("{{ page.get_type }}")]
    [InlineData("{{ site.policy = \"x\" }}")]
    public void ATemplateCanReachNoFileNoClockNoChanceAndCanChangeNothing(string template)
    {
        var site = TestSite.Build(new Dictionary<string, string> { ["site.yml"] = "title: T\n", ["templates/not-found.html"] = template });
        site.Render("/404.html");
        Assert.Contains(site.Problems, static line => line.Contains("RS140", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Text)> BuiltInTemplates()
    {
        var folder = Path.Combine(Repository.Root, "templates");
        return Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/')[..^5], File.ReadAllText(file)));
    }

    private static Dictionary<string, string> Files()
    {
        var h = $"\"{Hostile}\"";
        var files = new Dictionary<string, string>
        {
            ["site.yml"] = $"title: {h}\nbase_url: https://example.org/repo/\ndescription: {h}\nfooter: {h}\nlicense: {{name: {h}, url: 'https://example.org/?a=\"><evil>'}}\npublisher: {h}\nedit_url: 'https://example.org/\"><evil>/{{path}}'\nnavigation: [topics, {{title: {h}, page: about}}]\npage_size: 2\n",
            ["content/pages/about.md"] = $"---\ntitle: {h}\nsummary: {h}\n---\nText.\n",
            ["content/people/p.md"] = $"---\ntitle: {h}\nfamily: {h}\ngiven: {h}\nnative: {h}\nroles: [{{role: {h}, from: 2020-01-01}}]\ndelegation: d\nsummary: {h}\nmoved_from: /old/p/\n---\n",
            ["content/delegations/d.md"] = $"---\ntitle: {h}\nshort: {h}\n---\n",
            ["content/delegations/e.md"] = $"---\ntitle: {h}2\n---\n",
            ["content/forums/f.md"] = $"---\ntitle: {h}\nshort: {h}\n---\n".Replace("\"2", "2\"", StringComparison.Ordinal),
            ["content/meetings/m.md"] = $"---\ntitle: {h}\nforum: f\nstart: 2020-01-01\nplace: {h}\norganizers: [d]\nrecord: {h}\nknown: [{{delegation: e, speaker: {h}, note: {h}, url: 'https://example.org/?\"><evil>'}}]\n---\n",
            ["content/topics/t.md"] = $"---\ntitle: {h}\naliases: [{h}]\nnorm: {h}\nsummary: {h}\nrelated: [u]\nbroader: u\n---\n",
            ["content/topics/u.md"] = "---\ntitle: U\n---\n",
            ["content/instruments/i.md"] = $"---\ntitle: {h}\nsymbol: {h}\nurl: 'https://example.org/?\"><evil>'\nbody: {h}\nparts: [{{id: a, title: {h}}}]\n---\n",
        };
        files["content/delegations/e.md"] = files["content/delegations/e.md"].Replace("\"2", "2\"", StringComparison.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            files[$"content/statements/s{i}.md"] = $"---\ntitle: {h}\nshort_title: {h}\ndate: {2020 + (i % 2)}-01-0{1 + i}\nspeaker: p\nrole: {h}\ndelegation: {(i % 2 == 0 ? "d" : "e")}\nforum: f\nmeeting: m\ntopics: [t, u]\npassages: [{{p: 1, topics: t, note: {h}}}]\ncites: [{{ref: i, p: 1}}]\n"
                + $"source: {{url: 'https://example.org/?\"><evil>', publisher: {h}, retrieved: 2020-01-01, archived: 'https://example.org/\"><evil>'}}\nlicense: {{name: {h}}}\nabstract: {h}\neditor_note: {h}\nrevisions: [{{date: 2020-02-0{1 + i}, what: {h}}}]\n{(i == 5 ? $"withdrawn: {{date: 2021-01-01, reason: {h}}}\n" : "")}{(i == 4 ? "translation_of: s0\nlanguage: fr\ntranslation_status: courtesy\n" : "")}---\nText with x\"'\\>\\<evil onx=1\\>&amp;amp;{{{{ site }}}} and Resolution 99 in it.\n\n## x\"'\\>\\<evil onx=1\\>&amp;amp;{{{{ site }}}}\n\nMore.\n";
        }

        return files;
    }

    // A value in a tag and outside quotation marks.
    [GeneratedRegex(@"<[a-zA-Z][^<>{}""]*=\{\{[^}]*\}\}")]
    private static partial Regex Unquoted();
}
