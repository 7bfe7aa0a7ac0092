using System.Globalization;
using System.Text;

namespace Rostrum.Exports;

/// <summary>
/// Writes what the head of a statement's page tells reference managers (Highwire's <c>citation_*</c>, Zotero's <c>z:*</c>), libraries (Dublin Core),
/// previews (Open Graph) and programs (the links of RFC 8574 and FAIR Signposting). Zotero saves the page as a presentation:
/// a title of a conference, a report or a journal would outrank that and is never given.
/// </summary>
public static class StatementHead
{
    /// <summary>The elements, one a line.</summary>
    public static byte[] Write(StatementRecord record)
    {
        var (statement, cited, config) = (record.Statement, record.Cited, record.Archive.Config);
        var html = new StringBuilder(4096);
        var people = cited.Authors.Where(static name => !name.IsBody).Select(static name => name.Inverted).ToList();
        Meta("citation_title", cited.Title);
        foreach (var name in people) Meta("citation_author", name);
        Meta("citation_publication_date", cited.Date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        Meta("citation_language", cited.Language);
        Meta("citation_public_url", cited.Url);
        Meta("z:itemType", "presentation");
        Meta("z:meetingName", cited.Event);
        Meta("z:place", cited.Place);
        Meta("z:presentationType", cited.Genre);
        Meta("z:shortTitle", cited.ShortTitle);
        Meta("z:rights", record.License is { } terms ? terms.Url is null ? terms.Name : $"{terms.Name}, {terms.Url}" : null);
        Meta("z:extra", Extra());
        Link("schema.DC", "http://purl.org/dc/elements/1.1/");
        Link("schema.DCTERMS", "http://purl.org/dc/terms/");
        Meta("DC.title", cited.Title);
        foreach (var name in cited.Authors) Meta("DC.creator", name.Inverted);
        Meta("DC.date", Iso(cited.Date));
        Meta("DC.language", cited.Language);
        Meta("DC.publisher", cited.Publisher);
        Meta("DC.identifier", cited.Url);
        foreach (var source in statement.Sources) Meta("DC.source", source.Url);
        Meta("DCTERMS.abstract", cited.Abstract);
        Meta("DCTERMS.modified", Iso(record.Modified));
        Add("<meta property=\"article:published_time\" content=\"", Iso(cited.Date), "\">\n");
        Link("cite-as", cited.Url);
        foreach (var file in StatementRecord.FilesOf(statement, config)) Link(file.Title == "CSL-JSON" ? "describedby" : "alternate", file.Url.Href(config.BasePath), file.Type);
        if (record.Translations.Count > 0)
        {
            foreach (var text in record.Translations.Prepend(statement)) Add("<link rel=\"alternate\" hreflang=\"", text.Language, "\" href=\"", text.Url.Absolute(config.BaseUrl), "\">\n");
        }

        if (record.License?.Url is { } license) Link("license", license);
        return Encoding.UTF8.GetBytes(html.ToString());

        string? Extra()
        {
            var delegations = record.Names(statement.Delegations);
            var source = statement.Sources.Select(static source => source.Url).FirstOrDefault(static url => url is not null);
            var parts = new[]
            {
                delegations.Count == 0 ? null : record.Strings.Text("on_behalf_of", string.Join(", ", delegations)),
                source is null ? null : $"{record.Strings.Text("source")}: {source}",
            };
            return string.Join(' ', parts.OfType<string>());
        }

        void Meta(string name, string? content)
        {
            if (!string.IsNullOrWhiteSpace(content)) Add("<meta name=\"", name, "\" content=\"", content, "\">\n");
        }

        void Link(string rel, string href, string? type = null)
        {
            if (type is null) Add("<link rel=\"", rel, "\" href=\"", href, "\">\n");
            else Add("<link rel=\"", rel, "\" type=\"", type, "\" href=\"", href, "\">\n");
        }

        // Every second piece is markup, the others are text.
        void Add(params ReadOnlySpan<string> pieces)
        {
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i % 2 == 0) html.Append(pieces[i]);
                else html.Append(Escape(pieces[i]));
            }
        }
    }

    /// <summary>Text for an attribute between double quotation marks.</summary>
    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
