using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Exports;

/// <summary>The metadata of pages as browsers and reference managers find it, read back by an HTML parser and a JSON reader.</summary>
public sealed class MetadataTests
{
    private const string Base = "https://example.org/repo/";
    private const string Page = Base + "statements/arria/";
    private const string Hostile = "</script><script>alert(1)</script> “A” & \"B\" <b>, <!-- 1 = 2";

    private static readonly KeyValuePair<string, string>[] Files =
    [
        File("site.yml", $"title: T\nbase_url: {Base}\npublisher: Archive\nlicense: {{name: Terms, url: 'https://example.org/terms'}}\n"),
        File("content/people/akahori-takeshi.md", "---\ntitle: AKAHORI Takeshi\nfamily: Akahori\ngiven: Takeshi\nnative: 赤堀毅\norder: family-first\n---\n"),
        File("content/delegations/japan.md", "---\ntitle: Japan\ncode: JP\ntype: state\n---\n"),
        File("content/meetings/m.md", "---\ntitle: Arria-formula meeting\nstart: 2020-05-22\nplace: New York\nmode: virtual\norganizers: japan\n---\n"),
        File("content/topics/norms.md", "---\ntitle: Norms\nnorm: 13(c)\nsummary: Rules.\n---\n"),
        File("content/instruments/a-70-174.md", "---\ntitle: The report\nsymbol: A/70/174\nurl: https://docs.un.org/A/70/174\n---\n"),
        File("content/statements/arria.md", """
            ---
            title: Statement on "Cyber"
            short_title: On cyber
            date: 2020-05-22
            speaker: akahori-takeshi
            role: Ambassador
            delegation: japan
            meeting: m
            genre: statement
            delivery: as-delivered
            topics: norms
            passages: [{p: 1, topics: [trust, norms]}, {p: 2, topics: trust}]
            cites: [{ref: a-70-174, p: 2}]
            source: {url: "https://example.com/a?b=1&c=2", publisher: Mission, archived: "https://web.archive.org/x"}
            abstract: It *says* so.
            ---
            First.

            Second.
            """),
        File("content/topics/trust.md", "---\ntitle: Trust\n---\n"),
        File("content/statements/arria-ja.md", "---\ntitle: 発言\ndate: 2020-05-22\nlanguage: ja\ntranslation_of: arria\n---\n一。\n\n二。\n"),
    ];

    [Fact]
    public void AStatementIsAPresentationToReferenceManagersFieldByField()
    {
        var head = Head("/statements/arria/");
        Assert.Equal(
            [
                "citation_title=Statement on \"Cyber\"", "citation_author=Akahori, Takeshi", "citation_publication_date=2020/05/22", "citation_language=en", "citation_public_url=" + Page,
                "z:itemType=presentation", "z:meetingName=Arria-formula meeting", "z:place=New York (virtual)", "z:presentationType=Statement (as delivered)", "z:shortTitle=On cyber",
                "z:rights=Terms, https://example.org/terms", "z:extra=Delivered on behalf of Japan. Source: https://example.com/a?b=1&c=2",
                "DC.title=Statement on \"Cyber\"", "DC.creator=Akahori, Takeshi", "DC.date=2020-05-22", "DC.language=en", "DC.publisher=Mission", "DC.identifier=" + Page,
                "DC.source=https://example.com/a?b=1&c=2", "DCTERMS.abstract=It says so.", "DCTERMS.modified=2020-05-22",
            ],
            head.QuerySelectorAll("meta[name]").Select(static meta => $"{meta.GetAttribute("name")}={meta.GetAttribute("content")}").Where(static line => line.StartsWith("citation_", StringComparison.Ordinal) || line.StartsWith("z:", StringComparison.Ordinal) || line.StartsWith("DC", StringComparison.Ordinal)));
        Assert.Equal("article", Property(head, "og:type"));
        Assert.Equal("2020-05-22", Property(head, "article:published_time"));
        Assert.Equal(Page, Property(head, "og:url"));
        Assert.Equal("en", head.QuerySelector("html")!.GetAttribute("lang"));
    }

    [Fact]
    public void AStatementLeadsProgramsToItsAddressItsFilesItsTranslationsAndItsTerms()
    {
        var links = Head("/statements/arria/").QuerySelectorAll("link[rel]").Where(static link => link.GetAttribute("rel") is not ("stylesheet" or "icon") && link.GetAttribute("type") is not ("application/atom+xml" or "application/feed+json"))
            .Select(static link => $"{link.GetAttribute("rel")} {link.GetAttribute("type") ?? link.GetAttribute("hreflang")} {link.GetAttribute("href")}");
        Assert.Equal(
            [
                $"canonical  {Page}", "schema.DC  http://purl.org/dc/elements/1.1/", "schema.DCTERMS  http://purl.org/dc/terms/", $"cite-as  {Page}",
                "describedby application/vnd.citationstyles.csl+json /repo/statements/arria/citation.csl.json", "alternate application/x-research-info-systems /repo/statements/arria/citation.ris",
                "alternate application/x-bibtex /repo/statements/arria/citation.bib", "alternate text/markdown /repo/statements/arria/index.md", "alternate text/plain /repo/statements/arria/statement.txt",
                "alternate application/json /repo/statements/arria/statement.json", $"alternate en {Page}", $"alternate ja {Base}statements/arria-ja/", "license  https://example.org/terms",
            ],
            links);
    }

    [Fact]
    public void NothingOnAStatementsPageOutranksItsMetadata()
    {
        var page = Head("/statements/arria/");
        Assert.Empty(page.QuerySelectorAll(".Z3988, [class*=byline], [class*=vcard], [name^=citation_conference], [name^=citation_technical], [name=citation_journal_title], [name='DC.description']"));
        Assert.Equal(2, Head("/statements/").QuerySelectorAll("span.Z3988[title]").Length);
        Assert.Single(Head("/people/akahori-takeshi/").QuerySelectorAll("span.Z3988[title]"));
    }

    [Fact]
    public void AListOffersEachStatementAsAPresentation()
    {
        var title = Head("/people/akahori-takeshi/").QuerySelector("span.Z3988")!.GetAttribute("title")!;
        Assert.Equal(
            [
                "ctx_ver=Z39.88-2004", "rft_val_fmt=info:ofi/fmt:kev:mtx:dc", "rft.type=presentation", "rft.title=Statement on \"Cyber\"", "rft.au=Akahori, Takeshi", "rft.date=2020-05-22",
                "rft.source=Arria-formula meeting", "rft.place=New York (virtual)", "rft.publisher=Mission", "rft.language=en", "rft.identifier=" + Page,
            ],
            title.Split('&').Select(Uri.UnescapeDataString));
    }

    [Theory]
    [InlineData("/topics/trust/")]
    [InlineData("/topics/norms/")]
    [InlineData("/delegations/japan/trust/")]
    public void AStatementThatAPageQuotesOrListsIsOfferedOnce(string address) => Assert.Single(Head(address).QuerySelectorAll("span.Z3988[title]"));

    [Fact]
    public void AStatementIsAnArticleOfSchemaOrgWithItsPassagesAsQuotations()
    {
        var article = Node("/statements/arria/", "Article");
        Assert.Equal(["Statement on \"Cyber\"", "Statement", "As delivered", "en", "2020-05-22"], new[] { "headline", "genre", "creativeWorkStatus", "inLanguage", "datePublished" }.Select(name => article.GetProperty(name).GetString()));
        var author = article.GetProperty("author")[0];
        Assert.Equal(["Person", "Akahori", "Takeshi", "Ambassador", Base + "people/akahori-takeshi/#person"], new[] { "@type", "familyName", "givenName", "jobTitle", "@id" }.Select(name => author.GetProperty(name).GetString()));
        Assert.Equal(["Takeshi Akahori", "赤堀毅"], author.GetProperty("alternateName").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal("GovernmentOrganization", article.GetProperty("sourceOrganization")[0].GetProperty("@type").GetString());
        Assert.Equal("https://schema.org/OnlineEventAttendanceMode", article.GetProperty("recordedAt").GetProperty("eventAttendanceMode").GetString());
        Assert.Equal("https://example.com/a?b=1&c=2", article.GetProperty("isBasedOn").GetString());
        Assert.Equal("https://web.archive.org/x", article.GetProperty("archivedAt").GetString());
        Assert.Equal(Base + "topics/norms/#term", article.GetProperty("about")[0].GetProperty("@id").GetString());
        Assert.Equal("The report", article.GetProperty("citation")[0].GetProperty("name").GetString());
        Assert.Equal([Page + "#p1", Page + "#p2"], article.GetProperty("hasPart").EnumerateArray().Select(static part => part.GetProperty("@id").GetString()));
        Assert.Equal(6, article.GetProperty("encoding").GetArrayLength());
        Assert.Equal(Base + "statements/arria-ja/#work", article.GetProperty("workTranslation")[0].GetProperty("@id").GetString());
        Assert.Equal(Page + "#work", Node("/statements/arria-ja/", "Article").GetProperty("translationOfWork").GetProperty("@id").GetString());
    }

    [Theory]
    [InlineData("/topics/norms/", "DefinedTerm", "CollectionPage")]
    [InlineData("/people/akahori-takeshi/", "Person", "ProfilePage")]
    [InlineData("/delegations/japan/", "GovernmentOrganization", "CollectionPage")]
    [InlineData("/meetings/m/", "Event", "CollectionPage")]
    [InlineData("/instruments/a-70-174/", "CreativeWork", "CollectionPage")]
    public void AnEntityIsTheMainSubjectOfItsPage(string address, string type, string page)
    {
        Assert.Equal(Node(address, type).GetProperty("@id").GetString(), Node(address, page).GetProperty("mainEntity").GetProperty("@id").GetString());
        var steps = Node(address, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal([1, 2], steps.Select(static step => step.GetProperty("position").GetInt32()));
        Assert.StartsWith(Base, steps[0].GetProperty("item").GetString(), StringComparison.Ordinal);
        Assert.False(steps[1].TryGetProperty("item", out _));
    }

    [Fact]
    public void TheTopicsAreOneSetOfTerms()
    {
        var set = Node("/topics/", "DefinedTermSet");
        Assert.Equal(Base + "topics/norms/#term", set.GetProperty("hasDefinedTerm")[0].GetProperty("@id").GetString());
        var term = Node("/topics/norms/", "DefinedTerm");
        Assert.Equal(set.GetProperty("@id").GetString(), term.GetProperty("inDefinedTermSet").GetProperty("@id").GetString());
        Assert.Equal("13(c)", term.GetProperty("termCode").GetString());
    }

    [Fact]
    public void NoTextCanEndTheElementThatItStandsIn()
    {
        var site = Build(File("content/statements/x.md", $"---\ntitle: '{Hostile}'\nshort_title: x\ndate: 2020-01-01\nrole: '{Hostile}'\n---\nText.\n"));
        var page = new HtmlParser().ParseDocument(site.Render("/statements/x/")!);
        var script = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
        Assert.Equal(Hostile, JsonDocument.Parse(script.TextContent).RootElement.GetProperty("@graph")[0].GetProperty("headline").GetString());
        Assert.Equal(Hostile, page.QuerySelector("meta[name=citation_title]")!.GetAttribute("content"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), static element => element.TextContent.Contains("alert(1)", StringComparison.Ordinal) && element.GetAttribute("type") != "application/ld+json");
    }

    private static JsonElement Node(string address, string type)
    {
        var script = Assert.Single(Head(address).QuerySelectorAll("script[type='application/ld+json']"));
        var root = JsonDocument.Parse(script.TextContent).RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        return Assert.Single(root.GetProperty("@graph").EnumerateArray().Where(node => node.GetProperty("@type").GetString() == type).ToList());
    }

    private static IDocument Head(string address) => new HtmlParser().ParseDocument(Build().Render(address)!);

    private static TestSite Build(params KeyValuePair<string, string>[] more)
    {
        var site = TestSite.Build(Files.Concat(more).Select(static file => KeyValuePair.Create(file.Key, System.Text.Encoding.UTF8.GetBytes(file.Value))), tiny: false);
        Assert.Equal([], site.Problems);
        return site;
    }

    private static string? Property(IDocument head, string name) => head.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

    private static KeyValuePair<string, string> File(string path, string text) => KeyValuePair.Create(path, text);
}
