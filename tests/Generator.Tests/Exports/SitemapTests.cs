using System.Xml.Linq;
using Rostrum.Exports;

namespace Rostrum.Tests.Exports;

/// <summary>Sitemaps read back, against the rules of sitemaps.org.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Format = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void FiftyThousandAddressesStandInOneFile()
    {
        var file = Assert.Single(Sitemap.Files(50_000, static () => Entries(50_000), Address));
        Assert.Equal("sitemap.xml", file.Name);
        Assert.Equal(50_000, Read(file.Write).Elements(Format + "url").Count());
    }

    [Fact]
    public void MoreThanThatAreCutIntoPartsThatTheIndexNames()
    {
        var files = Sitemap.Files(120_001, static () => Entries(120_001), Address).ToDictionary(static file => file.Name, static file => Read(file.Write));
        var parts = files["sitemap.xml"].Elements(Format + "sitemap").ToList();
        Assert.Equal(Format + "sitemapindex", files["sitemap.xml"].Name);
        Assert.Equal(["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml", "https://example.org/sitemap-3.xml"], parts.Select(static part => (string)part.Element(Format + "loc")!));
        Assert.Equal([50_000, 50_000, 20_001], parts.Select(part => files[((string)part.Element(Format + "loc")!)["https://example.org/".Length..]].Elements(Format + "url").Count()));
        Assert.Equal(120_001, files.Values.SelectMany(static file => file.Elements(Format + "url")).Select(static url => (string)url.Element(Format + "loc")!).Distinct().Count());
        Assert.Equal("2020-02-19", (string?)parts[0].Element(Format + "lastmod"));
    }

    private static string Address(string name) => "https://example.org/" + name;

    private static List<SitemapEntry> Entries(int count) => [.. Enumerable.Range(0, count).Select(static i => new SitemapEntry($"https://example.org/{i}/", new DateOnly(2020, 1, 1).AddDays(i % 50), []))];

    private static XElement Read(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return XDocument.Load(stream).Root!;
    }
}
