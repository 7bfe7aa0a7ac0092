using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rostrum.Importing;

/// <summary>What the head of a page says of it: JSON-LD, Open Graph, Dublin Core and plain names.</summary>
internal sealed record HtmlMetadata(string? Title, DateOnly? Date, DateOnly? Published, string? Url, string? Publisher, string? Language)
{
    /// <summary>Reads the head; JSON-LD wins where it speaks.</summary>
    public static HtmlMetadata Read(IHtmlDocument document)
    {
        var meta = document.QuerySelectorAll("meta[content]").OfType<IHtmlMetaElement>()
            .Select(static element => (Name: (element.GetAttribute("property") ?? element.Name ?? "").ToLowerInvariant(), Value: (element.Content ?? "").Trim()))
            .Where(static pair => pair.Name.Length > 0 && pair.Value.Length > 0).ToLookup(static pair => pair.Name, static pair => pair.Value);
        var linked = ReadLinkedData(document);
        var title = linked.GetValueOrDefault("headline") ?? First(meta, "og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title") ?? WithoutSite(document, First(meta, "og:site_name"));
        var url = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? First(meta, "og:url", "dc.identifier", "dcterms.identifier");
        return new HtmlMetadata(
            title,
            Day(First(meta, "dc.date.created", "dcterms.created", "citation_date", "date")),
            Day(linked.GetValueOrDefault("datePublished")) ?? Day(First(meta, "article:published_time", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "citation_publication_date", "pubdate", "og:published_time")),
            Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !url!.Any(char.IsWhiteSpace) ? url : null,
            linked.GetValueOrDefault("publisher") ?? First(meta, "dc.publisher", "dcterms.publisher", "og:site_name"),
            document.DocumentElement.GetAttribute("lang") ?? First(meta, "dc.language", "dcterms.language"));
    }

    private static string? First(ILookup<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (meta[name].FirstOrDefault() is { } value) return value;
        }

        return null;
    }

    // "Title | Ministry": the site's own name goes where the page says what it is, or behind a bar.
    private static string? WithoutSite(IHtmlDocument document, string? site)
    {
        var title = document.Title?.Trim();
        if (string.IsNullOrEmpty(title)) return null;
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", "｜"])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && (mark is " | " or "｜" || title[(at + mark.Length)..].Trim() == site)) return title[..at].Trim();
        }

        return title;
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Dictionary<string, string> ReadLinkedData(IHtmlDocument document)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                Collect(json.RootElement, values, 0);
            }
            catch (JsonException)
            {
                // A page with broken linked data is read by its other signs.
            }
        }

        return values;
    }

    private static void Collect(JsonElement element, Dictionary<string, string> values, int depth)
    {
        if (depth > 4) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, values, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var isArticle = element.TryGetProperty("headline", out _) || element.TryGetProperty("datePublished", out _);
            foreach (var property in element.EnumerateObject())
            {
                if (property.Name == "@graph") Collect(property.Value, values, depth + 1);
                else if (!isArticle) continue;
                else if (property.Value.ValueKind == JsonValueKind.String && property.Name is "headline" or "datePublished") values.TryAdd(property.Name, property.Value.GetString()!.Trim());
                else if (property.Name == "publisher" && property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String) values.TryAdd("publisher", name.GetString()!.Trim());
            }
        }
    }
}
