using System.Xml;

namespace Rostrum.Exports;

/// <summary>A feed: what it is of, and its entries, newest first.</summary>
public sealed record Feed(string Title, string Language, string PageUrl, string FeedUrl, IReadOnlyList<FeedEntry> Entries);

/// <summary>An entry of a feed. Its id is its address and never changes.</summary>
public sealed record FeedEntry(string Url, string Title, string Language, DateOnly Date, DateOnly Updated, IReadOnlyList<string> Authors, string? Summary, string Html);

/// <summary>Writes feeds as RFC 4287 has them, full text included.</summary>
public static class AtomFeed
{
    /// <summary>Entries that a feed holds.</summary>
    public const int Length = 50;

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed. A day is written as its first moment in UTC.</summary>
    public static void Write(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Xml.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", feed.FeedUrl);
        xml.WriteElementString("title", Clean(feed.Title));
        xml.WriteElementString("updated", Moment(feed.Entries.Count == 0 ? DateOnly.FromDayNumber(719162) : feed.Entries.Max(static entry => entry.Updated)));
        Link(xml, "self", feed.FeedUrl, "application/atom+xml");
        Link(xml, "alternate", feed.PageUrl, "text/html");
        if (feed.Entries.Any(static entry => entry.Authors.Count == 0)) Author(xml, feed.Title);
        foreach (var entry in feed.Entries) Write(xml, entry);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", entry.Url);
        xml.WriteElementString("title", Clean(entry.Title));
        xml.WriteElementString("published", Moment(entry.Date));
        xml.WriteElementString("updated", Moment(entry.Updated));
        Link(xml, "alternate", entry.Url, "text/html");
        foreach (var author in entry.Authors) Author(xml, author);
        if (entry.Summary is not null) xml.WriteElementString("summary", Clean(entry.Summary));
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        xml.WriteString(Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author");
        xml.WriteElementString("name", Clean(name));
        xml.WriteEndElement();
    }

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd") + "T00:00:00Z";

    // Control characters can't stand in XML 1.0, not even escaped.
    private static string Clean(string text) => text.AsSpan().IndexOfAnyInRange('\u0001', '\u001F') < 0 ? text : string.Concat(text.Where(static c => c is '\n' or '\t' || c >= ' '));
}
