using Ganss.Xss;

namespace Rostrum.Rendering;

/// <summary>The raw HTML that content may use: text-level and block elements without scripts, styles, forms or ids.</summary>
internal sealed class HtmlAllowList
{
    private static readonly string[] Tags =
    [
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
        ["alt", "cite", "class", "colspan", "datetime", "dir", "height", "href", "lang", "open", "rowspan", "scope", "src", "start", "title", "value", "width"];

    private static readonly string[] Classes = ["note", "back", "right", "center", "table"];

    private readonly HtmlSanitizer sanitizer = new();

    public HtmlAllowList()
    {
        Fill(sanitizer.AllowedTags, Tags);
        Fill(sanitizer.AllowedAttributes, Attributes);
        Fill(sanitizer.AllowedSchemes, ["http", "https", "mailto", "tel"]);
        Fill(sanitizer.AllowedClasses, Classes);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowDataAttributes = false;
        sanitizer.RemovingTag += (_, e) => Removed?.Invoke($"the element <{e.Tag.LocalName}>");
        sanitizer.RemovingAttribute += (_, e) => Removed?.Invoke($"the attribute {e.Attribute.Name} of <{e.Tag.LocalName}>");
        sanitizer.PostProcessNode += (_, e) => MendImage(e.Node);
        sanitizer.RemovingComment += (_, e) => e.Cancel = false;
    }

    private event Action<string>? Removed;

    /// <summary>The allowed part of a fragment; <paramref name="removed"/> hears what was left out.</summary>
    public string Clean(string html, Action<string> removed)
    {
        Removed = removed;
        return sanitizer.Sanitize(html);
    }

    // An image whose address was not allowed shows nothing, and one without a text must say that it has none.
    private static void MendImage(AngleSharp.Dom.INode node)
    {
        if (node is not AngleSharp.Html.Dom.IHtmlImageElement image) return;
        if (!image.HasAttribute("src")) image.Remove();
        else if (!image.HasAttribute("alt")) image.SetAttribute("alt", "");
    }

    private static void Fill(ISet<string> set, IEnumerable<string> values)
    {
        set.Clear();
        set.UnionWith(values);
    }
}
