using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rostrum.Diagnostics;
using Rostrum.Pages;

namespace Rostrum.Checking;

/// <summary>What other pages can ask of a finished page: its anchors, where it leads, what it calls itself and its versions in other languages.</summary>
internal sealed record FinishedPage(PlannedPage Page, HashSet<string> Ids, IReadOnlyList<string> Links, string? Canonical, bool Hidden, IReadOnlyList<string> Alternates)
{
    private static readonly string[] Addresses = ["href", "src", "poster", "action", "data"];
    private static readonly string[] References = ["for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto", "aria-activedescendant"];

    /// <summary>Reads a page and reports what is wrong with it alone.</summary>
    public static FinishedPage Read(PlannedPage page, ReadOnlyMemory<byte> html, DiagnosticBag bag)
    {
        using var document = Parse(html);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var address = page.Url.ToString();
        foreach (var element in document.QuerySelectorAll("[id]"))
        {
            if (!ids.Add(element.Id!)) bag.Add(Problems.DuplicateId(page.Source, address, element.Id!));
        }

        CheckImages(document, page, bag);
        CheckHeadings(document, page, bag);
        CheckPolicy(document, page, bag);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            if (element.LocalName != "base") links.UnionWith(LinksOf(element));
            foreach (var name in References)
            {
                foreach (var id in (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!ids.Contains(id)) bag.Add(Problems.BrokenReference(page.Source, address, name, id));
                }
            }
        }

        return new FinishedPage(
            page,
            ids,
            [.. links],
            document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
            document.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true,
            [.. document.QuerySelectorAll("link[rel=alternate][hreflang][href]").Select(static link => link.GetAttribute("href")!)]);
    }

    /// <summary>The text of a page without its white space and in lower case, so that a quotation can be looked for in it.</summary>
    public static string ReadText(ReadOnlyMemory<byte> html)
    {
        using var document = Parse(html);
        foreach (var unread in document.QuerySelectorAll("script,style,template").ToList()) unread.Remove();
        return TextFragment.Plain(document.Body?.TextContent ?? "");
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(ReadOnlyMemory<byte> html) => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(html.Span));

    private static IEnumerable<string> LinksOf(IElement element)
    {
        foreach (var name in Addresses)
        {
            if (element.GetAttribute(name) is { } address && (name != "data" || element.LocalName == "object")) yield return address;
        }

        // https://html.spec.whatwg.org/multipage/images.html#srcset-attribute
        foreach (var candidate in (element.GetAttribute("srcset") ?? "").Split([", ", ",\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return candidate.Split([' ', '\t', '\n'])[0];
        }

        if (element.LocalName == "meta" && element.GetAttribute("http-equiv")?.Equals("refresh", StringComparison.OrdinalIgnoreCase) == true && (element.GetAttribute("content") ?? "").Split("url=", 2) is [_, var target]) yield return target;
    }

    private static void CheckImages(IDocument document, PlannedPage page, DiagnosticBag bag)
    {
        foreach (var image in document.QuerySelectorAll("img"))
        {
            if (string.IsNullOrWhiteSpace(image.GetAttribute("alt")) && image.GetAttribute("role") != "presentation") bag.Add(Problems.ImageWithoutText(page.Source, page.Url.ToString(), image.GetAttribute("src") ?? ""));
        }
    }

    private static void CheckHeadings(IDocument document, PlannedPage page, DiagnosticBag bag)
    {
        var level = 0;
        foreach (var heading in document.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (level > 0 && next > level + 1) bag.Add(Problems.HeadingSkipped(page.Source, page.Url.ToString(), level, next));
            level = next;
        }
    }

    // Where a policy without 'unsafe-inline' stands, browsers ignore what a template writes into the page itself.
    private static void CheckPolicy(IDocument document, PlannedPage page, DiagnosticBag bag)
    {
        var policy = document.QuerySelector("meta[http-equiv='Content-Security-Policy']")?.GetAttribute("content");
        if (policy is null || policy.Contains("'unsafe-inline'", StringComparison.Ordinal)) return;
        foreach (var element in document.All)
        {
            if (element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") is null or "" or "module" or "text/javascript") bag.Add(Problems.IgnoredByPolicy(page.Source, page.Url.ToString(), "a script"));
            if (element.LocalName == "style" || element.HasAttribute("style")) bag.Add(Problems.IgnoredByPolicy(page.Source, page.Url.ToString(), "a style"));
            if (element.Attributes.Any(static attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))) bag.Add(Problems.IgnoredByPolicy(page.Source, page.Url.ToString(), "a handler"));
        }
    }
}
