using System.Xml;

namespace Rostrum.Exports;

/// <summary>An address with the day on which its content last changed, where that is known, and the same text in all its languages, itself included.</summary>
public sealed record SitemapEntry(string Url, DateOnly? Modified, IReadOnlyList<LanguageVersion> Versions);

/// <summary>A text in a language (BCP 47), and its address.</summary>
public sealed record LanguageVersion(string Language, string Url);

/// <summary>Writes sitemaps as https://www.sitemaps.org/protocol.html has them: at most 50,000 addresses a file, an index above that. Languages as https://developers.google.com/search/docs/specialty/international/localized-versions has them.</summary>
public static class Sitemap
{
    /// <summary>Addresses that one file may hold.</summary>
    public const int Limit = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The files that a list of addresses needs: one, or parts and an index of them.</summary>
    /// <param name="count">How many addresses there are.</param>
    /// <param name="entries">The addresses; asked for when a file is written.</param>
    /// <param name="address">The absolute address of a file.</param>
    public static IEnumerable<(string Name, Action<Stream> Write)> Files(int count, Func<IReadOnlyList<SitemapEntry>> entries, Func<string, string> address)
    {
        if (count <= Limit)
        {
            yield return ("sitemap.xml", stream => Write(entries(), stream));
            yield break;
        }

        var parts = Enumerable.Range(0, (count + Limit - 1) / Limit).ToList();
        foreach (var part in parts) yield return (Name(part), stream => Write(Part(part), stream));
        yield return ("sitemap.xml", stream => WriteIndex(parts.Select(part => (address(Name(part)), Part(part).Max(static entry => entry.Modified))), stream));

        static string Name(int part) => $"sitemap-{part + 1}.xml";

        List<SitemapEntry> Part(int part) => [.. entries().Skip(part * Limit).Take(Limit)];
    }

    private static void Write(IReadOnlyCollection<SitemapEntry> entries, Stream stream)
    {
        using var xml = Begin("urlset", stream);
        if (entries.Any(static entry => entry.Versions.Count > 0)) xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        foreach (var entry in entries)
        {
            xml.WriteStartElement("url");
            WriteLocation(xml, entry.Url, entry.Modified);
            foreach (var version in entry.Versions)
            {
                xml.WriteStartElement("link", Xhtml);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", version.Language);
                xml.WriteAttributeString("href", version.Url);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }

    private static void WriteIndex(IEnumerable<(string Url, DateOnly? Modified)> parts, Stream stream)
    {
        using var xml = Begin("sitemapindex", stream);
        foreach (var (url, modified) in parts)
        {
            xml.WriteStartElement("sitemap");
            WriteLocation(xml, url, modified);
            xml.WriteEndElement();
        }
    }

    // The writer ends what is open when it is closed.
    private static XmlWriter Begin(string root, Stream stream)
    {
        var xml = XmlWriter.Create(stream, Xml.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement(root, Namespace);
        return xml;
    }

    private static void WriteLocation(XmlWriter xml, string url, DateOnly? modified)
    {
        xml.WriteElementString("loc", url);
        if (modified is { } day) xml.WriteElementString("lastmod", day.ToString("yyyy-MM-dd"));
    }
}
