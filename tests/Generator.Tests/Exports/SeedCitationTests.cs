using System.Text.Json;
using NJsonSchema;
using Rostrum.Diagnostics;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Exports;

/// <summary>The citation of the archive's first statement, field by field, and citation files against the schema that CSL publishes.</summary>
public sealed class SeedCitationTests
{
    private const string Folder = "/statements/jp-2020-05-22-unsc-arria-cyber/";
    private const string Url = "https://rostrum.example" + Folder;
    private const string Title = "Statement by Mr. AKAHORI Takeshi, Ambassador for Cyber Policy of the Ministry of Foreign Affairs of Japan, on the occasion of the UN Security Council Arria-Formula Meeting: Cyber Stability, Conflict Prevention and Capacity Building";
    private const string ShortTitle = "Statement at the Arria-formula meeting on cyber stability";
    private const string Meeting = "UN Security Council Arria-formula meeting: Cyber Stability, Conflict Prevention and Capacity Building";
    private const string Mission = "Permanent Mission of Japan to the United Nations";
    private const string Abstract = "Japan calls on Members of the United Nations to recognise explicitly that State responsibility, the right of self-defence and international humanitarian law apply in cyberspace, urges respect for the norms of 2015, and describes its own part in confidence-building and capacity-building.";

    private static readonly TestSite Site = Load();

    [Fact]
    public void TheSeedAsCslJson()
    {
        var item = Assert.Single(JsonDocument.Parse(Site.Render(Folder + "citation.csl.json")!).RootElement.EnumerateArray().ToList());
        Assert.Equal(
            [
                $"id=jp-2020-05-22-unsc-arria-cyber", "type=speech", $"title={Title}", $"title-short={ShortTitle}", """author=[{"family":"Akahori","given":"Takeshi"}]""", "genre=Statement (as delivered)",
                $"event-title={Meeting}", "event-place=New York (virtual)", $"publisher={Mission}", """issued={"date-parts":[[2020,5,22]]}""", "language=en", $"abstract={Abstract}", $"URL={Url}",
            ],
            item.EnumerateObject().Select(static field => $"{field.Name}={(field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : JsonSerializer.Serialize(field.Value))}"));
    }

    [Fact]
    public void TheSeedAsRis() => Assert.Equal(
        [
            "TY  - SLIDE", "ID  - jp-2020-05-22-unsc-arria-cyber", "AU  - Akahori, Takeshi", $"TI  - {Title}", $"ST  - {ShortTitle}", $"T2  - {Meeting}", "M3  - Statement (as delivered)", "CY  - New York (virtual)",
            $"PB  - {Mission}", "PY  - 2020", "DA  - 2020/05/22", "LA  - en",
            "KW  - International peace and security", "KW  - International law", "KW  - Norms of responsible State behaviour", "KW  - Stability in cyberspace", "KW  - Conflict prevention",
            "KW  - Confidence-building measures", "KW  - Capacity-building", $"AB  - {Abstract}", $"UR  - {Url}", "ER  - ", "",
        ],
        Site.Render(Folder + "citation.ris")!.Split("\r\n"));

    [Fact]
    public void TheSeedAsBibTex() => Assert.Equal(
        [
            "@unpublished{jp-2020-05-22-unsc-arria-cyber,", "  author = {Akahori, Takeshi},", $"  title = {{{{{Title}}}}},", $"  shorttitle = {{{ShortTitle}}},", $"  eventtitle = {{{Meeting}}},", "  eventdate = {2020-05-22},",
            "  venue = {New York (virtual)},", "  type = {Statement (as delivered)},", $"  organization = {{{Mission}}},", "  date = {2020-05-22},", "  year = {2020},", "  month = may,", "  langid = {en},", $"  abstract = {{{Abstract}}},",
            "  note = {Statement (as delivered)},", $"  url = {{{Url}}},", "}", "",
        ],
        Site.Render(Folder + "citation.bib")!.Split('\n'));

    [Fact]
    public void TheSeedAsCitationsOfItsThirdParagraph()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Site.Render(Folder)!);
        var cited = page.QuerySelectorAll(".citations dd[data-one]").Select(static cite => cite.TextContent).ToList();
        Assert.Equal(
            [
                $"Takeshi Akahori, “{Title},” Statement (as delivered), {Meeting}, New York (virtual), {Mission}, May 22, 2020, {Url}.",
                $"Takeshi Akahori, ‘{Title}’ (New York (virtual), 22 May 2020) <{Url}>",
                $"Akahori, T. (2020, May 22). {Title} [Statement (as delivered)]. {Mission}. {Meeting}, New York (virtual). {Url}",
                $"Takeshi Akahori, “{Title}”, {Meeting}, New York (virtual), 22 May 2020. Available at {Url}.",
            ],
            cited);
    }

    [Fact]
    public async Task EveryCslFileHoldsToTheSchemaThatCslPublishes()
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Tests, "Schemas", "csl-data.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var made = TestSite.Build(MadeSite.Files(30), tiny: false);
        var files = 0;
        foreach (var site in new[] { Site, made })
        {
            foreach (var file in site.Site!.Plan.Files.Where(static file => file.Url.Path.EndsWith(".csl.json", StringComparison.Ordinal)))
            {
                files++;
                Assert.Equal([], schema.Validate(site.Render(file.Url.ToString())!).Select(error => $"{file.Url}: {error}"));
            }
        }

        Assert.True(files > 30);
        Assert.NotEmpty(schema.Validate("""[{"id": "a", "type": "statement", "event_title": "x"}]"""));
    }

    private static TestSite Load()
    {
        var bag = new DiagnosticBag();
        return new TestSite(SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(Repository.Root, names, bag, most), TestSite.Options, null), bag), bag);
    }
}
