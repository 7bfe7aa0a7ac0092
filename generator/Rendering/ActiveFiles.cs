using System.Xml;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>
/// Tells files that a browser only shows or saves from those in which it would run something at the site's own address.
/// Content may publish the first; the others need content that is trusted.
/// </summary>
internal static class ActiveFiles
{
    private static readonly HashSet<string> Passive = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".ico", ".tif", ".tiff", ".heic",
        ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub",
        ".txt", ".csv", ".tsv", ".json", ".jsonl", ".geojson", ".md", ".markdown", ".yml", ".yaml", ".bib", ".ris", ".ics", ".vtt", ".srt",
        ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".webm", ".ogv", ".mov",
        ".zip", ".gz", ".tgz", ".xz", ".7z", ".tar",
    };

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0 };

    // What can run something, load something, or change a link while it is shown (https://www.w3.org/TR/SVG2/interact.html).
    private static readonly HashSet<string> ActiveElements = new(StringComparer.OrdinalIgnoreCase)
        { "script", "foreignObject", "iframe", "embed", "object", "handler", "listener", "set", "animate", "animateTransform", "animateMotion", "discard", "a", "feImage" };

    /// <summary>Why a file must not be published by content that isn't trusted; null when it may.</summary>
    public static string? Why(SourceFile file)
    {
        var ending = Path.GetExtension(file.Name);
        if (Passive.Contains(ending)) return null;
        if (!ending.Equals(".svg", StringComparison.OrdinalIgnoreCase)) return ending.Length == 0 ? "its name doesn't say of what kind it is" : $"a file ending in {ending} might hold a script that runs on the site";
        return WhyDrawing(file.Bytes);
    }

    private static string? WhyDrawing(byte[] bytes)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), Safe);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.ProcessingInstruction) return "the drawing holds a processing instruction";
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.NamespaceURI != "http://www.w3.org/2000/svg" && xml.NamespaceURI.Contains("xhtml", StringComparison.OrdinalIgnoreCase)) return "the drawing holds a piece of a web page";
                if (ActiveElements.Contains(xml.LocalName)) return $"the drawing holds the element <{xml.LocalName}>";
                while (xml.MoveToNextAttribute())
                {
                    if (xml.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return $"the drawing holds the attribute {xml.LocalName}";
                    if (xml.LocalName is "href" or "src" && !xml.Value.TrimStart().StartsWith('#') && !xml.Value.TrimStart().StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return "the drawing loads something from elsewhere";
                }
            }

            return null;
        }
        catch (XmlException exception)
        {
            return $"the drawing can't be read ({exception.Message.TrimEnd('.')})";
        }
    }
}
