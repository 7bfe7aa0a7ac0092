using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rostrum.Importing;

/// <summary>Finds the title and the main text of a page: the innermost element that holds nearly all of its running words.</summary>
internal static partial class HtmlMainText
{
    private const double Nearly = 0.85;
    private const string NotRunning = "a,dl,h1,h2,h3";
    private const string Never = "script,style,noscript,template,iframe,object,embed,svg,canvas,form,button,input,select,textarea,nav,aside,dialog,[hidden],[aria-hidden=true],[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=complementary],[role=dialog],[role=alert]";

    /// <summary>Takes out what is no text: scripts, menus, forms, and what names itself as share buttons, breadcrumbs and the like.</summary>
    public static void RemoveClutter(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Never).ToList()) RemoveUnlessMain(element);
        foreach (var footer in document.QuerySelectorAll("footer,header").ToList())
        {
            if (footer.QuerySelector("h1,p:nth-of-type(4)") is null) footer.Remove();
        }

        foreach (var element in document.Body!.QuerySelectorAll("[class],[id],[style]").ToList())
        {
            var names = $"{element.ClassName} {element.Id}";
            var isHidden = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
            if (isHidden || Clutter().IsMatch(names)) RemoveUnlessMain(element);
        }
    }

    /// <summary>The element that is the page's title: the heading that says what the head says, else the only first heading.</summary>
    public static IElement? FindTitle(IHtmlDocument document, string? named)
    {
        var headings = document.QuerySelectorAll("h1,h2,h3,[itemprop=headline]").Where(static heading => HtmlBlocks.TextOf(heading).Length > 0).ToList();
        if (named is not null)
        {
            var wanted = Plain(named);
            if (headings.Find(heading => Plain(HtmlBlocks.TextOf(heading)) is { Length: > 3 } words && (words == wanted || (words.Length > 15 && wanted.StartsWith(words, StringComparison.Ordinal)))) is { } same) return same;
        }

        var first = headings.Where(static heading => heading.LocalName == "h1").ToList();
        if (first.Count == 1) return first[0];
        var opening = headings.Where(static heading => GenreWords.Opens(HtmlBlocks.TextOf(heading))).ToList();
        return opening.Count == 1 ? opening[0] : null;
    }

    /// <summary>The element that holds the text.</summary>
    public static IElement Find(IHtmlDocument document, IElement? title)
    {
        if (document.QuerySelector("[itemprop=articleBody]") is { } body && Words(body) > 20) return body;
        IElement at = document.Body!;
        foreach (var name in (ReadOnlySpan<string>)["article", "main", "[role=main]"])
        {
            var all = document.QuerySelectorAll(name);
            if (all.Length == 1 && Words(all[0]) > 40) at = all[0];
            if (at != document.Body) break;
        }

        while (true)
        {
            var whole = Words(at);
            var inner = at.Children.FirstOrDefault(child => child.LocalName is not ("p" or "ul" or "ol" or "blockquote" or "table" or "dl" or "pre") && Words(child) >= whole * Nearly && whole > 0);
            if (inner is null || IsInline(inner)) return at;
            if (HoldsTextBeside(at, inner, title)) return at;
            at = inner;
        }
    }

    /// <summary>Dates that stand on the page before the text, near its title.</summary>
    public static IReadOnlyList<ImportBlock> Around(IHtmlDocument document, IElement main)
    {
        var scope = main;
        while (scope.ParentElement is { } parent && parent.LocalName != "html" && scope.QuerySelector("h1,h2") is null) scope = parent;
        var around = new List<ImportBlock>();
        foreach (var element in scope.QuerySelectorAll("*"))
        {
            if (main.Contains(element) || element.Contains(main) || element.Children.Any(static child => !IsInline(child))) continue;
            if ((main.CompareDocumentPosition(element) & DocumentPositions.Preceding) == 0 && element.LocalName != "time") continue;
            var text = HtmlBlocks.TextOf(element);
            if (text.Length is > 0 and < 400 && (HeadingLines.KindOf(text) is LineKind.Date or LineKind.Delivery or LineKind.Labelled || (element.LocalName == "p" && GenreWords.Opens(text)))) around.Add(ImportBlock.Plain(text, element.SourceReference?.Position.Line ?? 0));
        }

        return [.. around.DistinctBy(static block => block.Text)];
    }

    /// <summary>Whether an element stands within a line.</summary>
    public static bool IsInline(IElement element) => element.LocalName is "a" or "abbr" or "b" or "bdi" or "bdo" or "br" or "cite" or "code" or "del" or "dfn" or "em" or "font" or "i" or "img" or "ins" or "kbd" or "mark" or "q" or "s" or "samp" or "small" or "span" or "strike" or "strong" or "sub" or "sup" or "time" or "tt" or "u" or "var" or "wbr" or "rt" or "ruby" or "rp" or "label" or "big" or "center" or "o:p";

    // A paragraph directly beside the inner element belongs to the text; before it only one with sentences does, and the title does not.
    private static bool HoldsTextBeside(IElement at, IElement inner, IElement? title)
    {
        var isBehind = false;
        foreach (var child in at.ChildNodes)
        {
            isBehind |= child == inner;
            if (child == inner || (title is not null && child is IElement element && (element == title || element.Contains(title)))) continue;
            if (child is IText { Data: var data } && data.Trim().Length > 60) return true;
            if (child is IElement { LocalName: "p" or "blockquote" } paragraph && LinkShare(paragraph) < 0.5 && HtmlBlocks.TextOf(paragraph) is { Length: > 0 } words && (isBehind || HeadingLines.KindOf(words) is LineKind.Sentence or LineKind.Salutation)) return true;
        }

        return false;
    }

    // Running words: those of an element without the words of its links, its headings and of lists of particulars (From: …, Published: …).
    private static int Words(IElement element) => Count(element) - element.QuerySelectorAll(NotRunning).Where(static inner => inner.ParentElement?.Closest(NotRunning) is null).Sum(Count);

    private static int Count(IElement element) => element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(static word => 1 + (word.Count(static c => Scripts.IsEastAsian(Scripts.Of(c))) / 2));

    private static double LinkShare(IElement element)
    {
        var all = element.TextContent.Trim().Length;
        return all == 0 ? 1 : (double)element.QuerySelectorAll("a").Sum(static link => link.TextContent.Trim().Length) / all;
    }

    // A clumsy name must not cost the text itself: what holds most of the page's words, or its title, stays.
    private static void RemoveUnlessMain(IElement element)
    {
        if (element.LocalName is "body" or "html" or "main" or "article" || element.Owner?.Body is not { } body || !body.Contains(element))
        {
            if (element.LocalName is "script" or "style") element.Remove();
            return;
        }

        var isCode = element.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "nav";
        if (isCode || (element.QuerySelector("h1") is null && element.LocalName != "h1" && Words(element) * 2 < Words(body))) element.Remove();
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"(^|[\s_-])(share|sharing|social|breadcrumbs?|menu|navbar|sidebar|related|comments?|cookies?|newsletter|subscribe|pager|pagination|toolbar|print|addthis|sharethis|skip|skip-link|sr-only|visually-?hidden|screen-reader(-text)?|element-invisible|element-focusable|advert(isement)?|promo|popup|modal|tags?-list|site-footer|site-header|footer|masthead|back-to-top|search)(\s|[_-](buttons?|links?|bar|box|block|list|nav|navigation|wrapper|container|icons?|tools?|widget|item|form|menu|posts?|articles?|content|banner|area|section))*(\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Clutter();
}
