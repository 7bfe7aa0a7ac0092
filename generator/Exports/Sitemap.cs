using System.Xml;

namespace Rostrum.Exports;

/// <summary>An address with the day on which its content last changed, where that is known.</summary>
public sealed record SitemapEntry(string Url, DateOnly? Modified);

/// <summary>Writes sitemaps as https://www.sitemaps.org/protocol.html has them: at most 50,000 addresses a file, an index above that.</summary>
public static class Sitemap
{
    /// <summary>Addresses that one file may hold.</summary>
    public const int Limit = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>One file of addresses.</summary>
    public static void Write(IEnumerable<SitemapEntry> entries, Stream stream) => Write("urlset", "url", entries, stream);

    /// <summary>An index of such files.</summary>
    public static void WriteIndex(IEnumerable<string> parts, Stream stream) => Write("sitemapindex", "sitemap", parts.Select(static part => new SitemapEntry(part, null)), stream);

    private static void Write(string root, string element, IEnumerable<SitemapEntry> entries, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Xml.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement(root, Namespace);
        foreach (var entry in entries)
        {
            xml.WriteStartElement(element);
            xml.WriteElementString("loc", entry.Url);
            if (entry.Modified is { } day) xml.WriteElementString("lastmod", day.ToString("yyyy-MM-dd"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

/// <summary>How all XML is written: UTF-8 without a mark, line feeds, two spaces.</summary>
internal static class Xml
{
    public static readonly XmlWriterSettings Settings = new() { Encoding = new System.Text.UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
}
