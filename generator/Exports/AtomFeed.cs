using System.Xml;

namespace Rostrum.Exports;

/// <summary>Writes feeds as RFC 4287 has them, full text included, with the links between archived parts of RFC 5005.</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string History = "http://purl.org/syndication/history/1.0";

    /// <summary>The feed, or one of its archives.</summary>
    public static void Write(Feed feed, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Xml.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("feed", Namespace);
        if (feed.Part is not null) xml.WriteAttributeString("xmlns", "fh", null, History);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        Element(xml, "id", feed.FeedUrl);
        Element(xml, "title", feed.Title);
        if (feed.Subtitle is not null) Element(xml, "subtitle", feed.Subtitle);
        Element(xml, "updated", feed.Updated.ToString());
        Person(xml, new FeedName(feed.Publisher, null));
        if (feed.Logo is not null) Element(xml, "logo", feed.Logo);
        if (feed.Rights is not null) Element(xml, "rights", feed.Rights);
        Link(xml, "self", feed.Part?.ArchiveUrl ?? feed.FeedUrl, "application/atom+xml");
        Link(xml, "alternate", feed.PageUrl, "text/html");
        if (feed.Part is { } part) WritePart(xml, feed, part);
        foreach (var entry in feed.Entries) WriteEntry(xml, entry);
        xml.WriteEndElement();
    }

    private static void WritePart(XmlWriter xml, Feed feed, FeedPart part)
    {
        if (part.ArchiveUrl is not null)
        {
            xml.WriteStartElement("archive", History);
            xml.WriteEndElement();
            Link(xml, "current", feed.FeedUrl, "application/atom+xml");
        }

        if (part.Previous is not null) Link(xml, "prev-archive", part.Previous, "application/atom+xml");
        if (part.Next is not null) Link(xml, "next-archive", part.Next, "application/atom+xml");
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Title);
        Element(xml, "published", entry.Published.ToString());
        Element(xml, "updated", entry.Updated.ToString());
        Link(xml, "alternate", entry.Url, "text/html");
        if (entry.Source is not null) Link(xml, "via", entry.Source, null);
        foreach (var author in entry.Authors) Person(xml, author);
        foreach (var topic in entry.Topics) Category(xml, topic);
        if (entry.Summary is not null) Element(xml, "summary", entry.Summary);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Xml.Clean(entry.Html));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Xml.Clean(text));

    private static void Link(XmlWriter xml, string rel, string href, string? type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, FeedName person)
    {
        xml.WriteStartElement("author");
        Element(xml, "name", person.Name);
        if (person.Url is not null) Element(xml, "uri", person.Url);
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, FeedName topic)
    {
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", Xml.Clean(topic.Name));
        xml.WriteEndElement();
    }
}
