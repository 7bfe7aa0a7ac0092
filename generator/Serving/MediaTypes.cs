using Microsoft.AspNetCore.StaticFiles;

namespace Rostrum.Serving;

/// <summary>The media type of a file by the ending of its name, as GitHub Pages gives it. Text says that it is UTF-8.</summary>
internal static class MediaTypes
{
    /// <summary>The type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    private const string Unknown = "application/octet-stream";
    private static readonly FileExtensionContentTypeProvider Types = new(new FileExtensionContentTypeProvider().Mappings.Concat(
    [
        new(".md", "text/markdown"),
        new(".markdown", "text/markdown"),
        new(".js", "application/javascript"),
        new(".mjs", "application/javascript"),
        new(".json", "application/json"),
        new(".geojson", "application/geo+json"),
        new(".jsonld", "application/ld+json"),
        new(".webmanifest", "application/manifest+json"),
        new(".xml", "application/xml"),
        new(".atom", "application/atom+xml"),
        new(".rss", "application/rss+xml"),
        new(".yml", "text/yaml"),
        new(".yaml", "text/yaml"),
        new(".ris", "application/x-research-info-systems"),
        new(".vtt", "text/vtt"),
        new(".wasm", "application/wasm"),
        new(".avif", "image/avif"),
        new(".webp", "image/webp"),
        new(".woff2", "font/woff2"),
    ]).GroupBy(static pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(static pairs => pairs.Key, static pairs => pairs.Last().Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>The type of a file.</summary>
    public static string Of(string path)
    {
        if (!Types.TryGetContentType(path, out var type)) return Unknown;
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "application/json" or "application/xml" ? type + "; charset=utf-8" : type;
    }
}
