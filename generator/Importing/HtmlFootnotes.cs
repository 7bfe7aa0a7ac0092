using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Rostrum.Importing;

/// <summary>Takes the footnotes of a page out of it: a number that links to a place further down is a sign, and the block at that place its note.</summary>
internal static partial class HtmlFootnotes
{
    /// <summary>The attribute that bears the number of a note where its sign stood.</summary>
    public const string Sign = "data-rostrum-note";

    /// <summary>The notes in order, as blocks; their signs stay in the page as elements with <see cref="Sign"/>.</summary>
    public static IReadOnlyList<ImportBlock> Take(IHtmlDocument document)
    {
        var notes = new List<IElement>();
        foreach (var link in document.QuerySelectorAll("a[href^='#']").ToList())
        {
            if (!Label().IsMatch(link.TextContent.Trim()) || Find(document, link) is not { } note) continue;
            if (!notes.Contains(note)) notes.Add(note);
            var sign = document.CreateElement("span");
            sign.SetAttribute(Sign, (notes.IndexOf(note) + 1).ToString(CultureInfo.InvariantCulture));
            var whole = link.ParentElement is { LocalName: "sup", ChildElementCount: 1 } raised && raised.TextContent.Trim() == link.TextContent.Trim() ? raised : link;
            whole.Replace(sign);
        }

        return [.. notes.Select(ToBlock)];
    }

    // The block that a sign leads to: it follows the sign, and is no part of what the sign stands in.
    private static IElement? Find(IHtmlDocument document, IElement link)
    {
        var name = link.GetAttribute("href")![1..];
        if (name.Length == 0 || name.Any(static c => c is '"' or '\\' or '\'' or '\n')) return null;
        var target = document.GetElementById(name) ?? document.QuerySelector($"a[name=\"{name}\"]");
        var block = target is null || !HtmlMainText.IsInline(target) ? target : target.Closest("li,p,dd,td,div");
        if (block is null || block.LocalName is "body" or "h1" or "h2" or "h3" or "main" or "article" || block.Contains(link)) return null;
        return (link.CompareDocumentPosition(block) & DocumentPositions.Following) != 0 && block.TextContent.Trim().Length > 0 ? block : null;
    }

    private static ImportBlock ToBlock(IElement note, int index)
    {
        foreach (var back in note.QuerySelectorAll("a[href^='#']").ToList()) back.Remove();
        foreach (var sign in note.QuerySelectorAll("sup").Where(static raised => Label().IsMatch(raised.TextContent.Trim())).Take(1).ToList()) sign.Remove();
        note.Remove();
        var text = Leading().Replace(HtmlBlocks.TextOf(note), "");
        var line = note.SourceReference?.Position.Line ?? 0;
        var marked = Leading().Replace(HtmlInlines.Write([note]).Replace('\n', ' ').Trim(), "");
        return new ImportBlock(ImportKind.Other, text, $"[^{index + 1}]: {(marked.Length == 0 ? "–" : marked)}", line);
    }

    [GeneratedRegex(@"^[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[ivx]{1,5}|[a-z])[\])]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:\\?\[?\d{1,3}\\?[\].)]|[↩↑^])\s*|\s*[↩↑⏎]\uFE0E?\s*$")]
    private static partial Regex Leading();
}
