using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Exports;

/// <summary>Feeds read back: by a reader of Atom that is not of this project, and against the rules of RFC 4287, RFC 5005 and JSON Feed.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Made = new(static () => TestSite.Build(MadeSite.Files(130)).RenderAll());

    [Fact]
    public void EveryAtomFeedKeepsTheRulesOfItsFormat()
    {
        var feeds = Made.Value.Where(static file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal) || file.Key.StartsWith("feed/", StringComparison.Ordinal)).ToList();
        Assert.True(feeds.Count > 8);
        Assert.All(feeds, static file => CheckAtom(file.Value));
    }

    [Fact]
    public void AReaderThatIsNotOfThisProjectReadsEveryAtomFeed()
    {
        foreach (var (path, bytes) in Made.Value.Where(static file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal)))
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes));
            var feed = SyndicationFeed.Load(reader);
            Assert.Equal("https://example.org/repo/" + path, feed.Id);
            Assert.InRange(feed.Items.Count(), 1, 50);
            Assert.All(feed.Items, static item => Assert.Contains("¶ 1", ((TextSyndicationContent)item.Content).Text + (item.Title.Text.Contains("withdrawn", StringComparison.Ordinal) ? "¶ 1" : ""), StringComparison.Ordinal));
            Assert.Equal(feed.Items.Max(static item => item.LastUpdatedTime), feed.LastUpdatedTime);
        }
    }

    [Fact]
    public void EveryJsonFeedKeepsTheRulesOfItsFormatAndHoldsTheSameEntries()
    {
        var feeds = Made.Value.Where(static file => file.Key.EndsWith("feed.json", StringComparison.Ordinal)).ToList();
        Assert.True(feeds.Count > 8);
        foreach (var (path, bytes) in feeds)
        {
            var feed = JsonDocument.Parse(bytes).RootElement;
            CheckJson(feed);
            Assert.Equal("https://example.org/repo/" + path, feed.GetProperty("feed_url").GetString());
            var atom = Read(Made.Value[Path.ChangeExtension(path, ".xml")]);
            Assert.Equal(atom.Elements(Atom + "entry").Select(static entry => (string)entry.Element(Atom + "id")!), feed.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!));
            Assert.Equal(atom.Elements(Atom + "entry").Select(static entry => (string)entry.Element(Atom + "content")!), feed.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("content_html").GetString()!));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(130)]
    public void FollowingTheArchivesFromTheSitesFeedGivesEveryStatement(int count)
    {
        var files = TestSite.Build(MadeSite.Files(count)).RenderAll();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var visited = new List<string>();
        for (var next = "https://example.org/repo/feed.xml"; next is not null;)
        {
            var feed = Read(files[next["https://example.org/repo/".Length..]]);
            Assert.InRange(feed.Elements(Atom + "entry").Count(), 1, 50);
            Assert.Equal(visited.Count > 0, feed.Element(History + "archive") is not null);
            Assert.Equal("https://example.org/repo/feed.xml", (string?)feed.Element(Atom + "id"));
            Assert.Equal(visited.Count < 2 ? null : visited[^1], Link(feed, "next-archive"));
            Assert.Equal(next, Link(feed, "self"));
            found.UnionWith(feed.Elements(Atom + "entry").Select(static entry => (string)entry.Element(Atom + "id")!));
            visited.Add(next);
            next = Link(feed, "prev-archive");
        }

        Assert.Equal(count, found.Count);
        Assert.Equal(files.Keys.Count(static path => path.StartsWith("feed/", StringComparison.Ordinal)), visited.Count - 1);
    }

    [Fact]
    public void ANewStatementChangesNoArchiveThatWasPublished()
    {
        var (before, after) = (Archives(MadeSite.Files(130)), Archives([.. MadeSite.Files(130), New("2024-05-01"), New("2024-06-01"), New("2024-12-31")]));
        Assert.True(before.Count > 1);
        // The last archive of before learns which one follows it; its entries stay.
        Assert.All(before, archive => Assert.Equal(Ids(archive.Value), Ids(after[archive.Key])));
    }

    [Fact]
    public void WhatIsFiledUnderOneYearMovesNoOtherYearsArchives()
    {
        var (before, after) = (Archives(MadeSite.Files(130)), Archives([.. MadeSite.Files(130), New("2017-06-01")]));
        Assert.All(before.Where(static archive => !archive.Key.StartsWith("feed/2017", StringComparison.Ordinal)), archive => Assert.Equal(Ids(archive.Value), Ids(after[archive.Key])));
    }

    [Fact]
    public void EveryTextComesThroughBothFeedsUnharmed()
    {
        foreach (var text in Awkward.Texts)
        {
            var files = TestSite.Build([KeyValuePair.Create("site.yml", "title: T\n"u8.ToArray()), Awkward.Statement("a", text)]).RenderAll();
            var entry = Read(files["feed.xml"]).Element(Atom + "entry")!;
            var item = JsonDocument.Parse(files["feed.json"]).RootElement.GetProperty("items")[0];
            Assert.Equal(text, (string?)entry.Element(Atom + "title"));
            Assert.Equal(text, item.GetProperty("title").GetString());
            using var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((string)entry.Element(Atom + "content")!);
            Assert.Equal("¶ 1 " + Awkward.AsShown(text), Awkward.OneLine(html.QuerySelectorAll("p")[1].TextContent));
            Assert.Equal((string?)entry.Element(Atom + "content"), item.GetProperty("content_html").GetString());
        }
    }

    private static void CheckAtom(byte[] bytes)
    {
        var feed = Read(bytes);
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var single in new[] { "id", "title", "updated" }) Assert.Single(feed.Elements(Atom + single));
        Assert.NotEmpty(feed.Elements(Atom + "author"));
        CheckLinks(feed);
        var moments = new List<DateTimeOffset>();
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            foreach (var single in new[] { "id", "title", "updated", "published", "content" }) Assert.Single(entry.Elements(Atom + single));
            Assert.True(Uri.IsWellFormedUriString((string)entry.Element(Atom + "id")!, UriKind.Absolute));
            Assert.All(entry.Elements(Atom + "author"), static author => Assert.Single(author.Elements(Atom + "name")));
            Assert.All(entry.Elements(Atom + "category"), static category => Assert.NotEmpty((string?)category.Attribute("term") ?? ""));
            Assert.True(entry.Elements(Atom + "summary").Count() <= 1);
            Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
            CheckLinks(entry);
            moments.Add(Moment(entry.Element(Atom + "updated")!));
            Assert.True(Moment(entry.Element(Atom + "published")!) <= moments[^1]);
        }

        Assert.Equal(moments.OrderDescending(), moments);
        Assert.Equal(moments.Max(), Moment(feed.Element(Atom + "updated")!));
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(static entry => (string)entry.Element(Atom + "id")!).Distinct().Count());
    }

    // At most one alternate of a type and language; every address is one.
    private static void CheckLinks(XElement of)
    {
        var links = of.Elements(Atom + "link").ToList();
        Assert.All(links, static link => Assert.True(Uri.IsWellFormedUriString((string)link.Attribute("href")!, UriKind.Absolute)));
        Assert.Single(links, static link => (string?)link.Attribute("rel") == "alternate");
    }

    private static void CheckJson(JsonElement feed)
    {
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        Assert.All(feed.GetProperty("items").EnumerateArray(), static item =>
        {
            Assert.NotEmpty(item.GetProperty("id").GetString()!);
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
            Assert.True(DateTimeOffset.TryParseExact(item.GetProperty("date_modified").GetString(), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.All(item.GetProperty("authors").EnumerateArray(), static author => Assert.NotEmpty(author.GetProperty("name").GetString()!));
        });
    }

    private static DateTimeOffset Moment(XElement element) => DateTimeOffset.ParseExact(element.Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    private static XElement Read(byte[] xml) => XDocument.Load(new MemoryStream(xml)).Root!;

    private static string? Link(XElement feed, string rel) => (string?)feed.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == rel)?.Attribute("href");

    private static IEnumerable<string> Ids(byte[] feed) => Read(feed).Elements(Atom + "entry").Select(static entry => (string)entry.Element(Atom + "id")!);

    private static SortedDictionary<string, byte[]> Archives(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        new(TestSite.Build(files).RenderAll().Where(static file => file.Key.StartsWith("feed/", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    private static KeyValuePair<string, byte[]> New(string date) =>
        KeyValuePair.Create($"content/statements/new-{date}.md", Encoding.UTF8.GetBytes($"---\ntitle: New\ndate: {date}\n---\nText.\n"));
}
