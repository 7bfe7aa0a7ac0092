using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Rostrum.Importing;

/// <summary>Writes what stands within a line: its words, and its emphasis and links as Markdown. A line break of the page is a line feed.</summary>
internal static partial class HtmlInlines
{
    /// <summary>Appends the words of a node.</summary>
    public static void AppendText(INode node, StringBuilder text)
    {
        switch (node)
        {
            case IText data: text.Append(Space().Replace(data.Data, " ")); break;
            case IElement { LocalName: "br" }: text.Append('\n'); break;
            case IElement { LocalName: "rt" or "rp" or "script" or "style" }: break;
            case IElement element:
                var isBlock = !HtmlMainText.IsInline(element);
                if (isBlock) text.Append(' ');
                foreach (var child in element.ChildNodes) AppendText(child, text);
                if (isBlock) text.Append(' ');
                break;
        }
    }

    /// <summary>The nodes as Markdown, not yet finished: paragraphs are still parted by two line feeds.</summary>
    public static string Write(IEnumerable<INode> nodes)
    {
        var markdown = new StringBuilder();
        foreach (var node in nodes) Append(node, markdown, "");
        return Collapse(Merge().Replace(markdown.ToString(), "$1"));
    }

    /// <summary>A paragraph as it goes into the file: breaks made hard, beginnings of lines escaped.</summary>
    public static string Finish(string paragraph) =>
        string.Join("\\\n", paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MarkdownEscape.LineStart));

    /// <summary>One space for each run of spaces; a no-break space stays only where a language asks for it, at a mark of punctuation.</summary>
    public static string Collapse(string text)
    {
        text = NoBreak().Replace(text, " ");
        text = Spaces().Replace(text, static match => match.Value.Contains('\u00A0', StringComparison.Ordinal) && match.Length == 1 ? "\u00A0" : " ");
        return AroundBreak().Replace(text, "\n");
    }

    private static void Append(INode node, StringBuilder markdown, string open)
    {
        switch (node)
        {
            case IText data: markdown.Append(MarkdownEscape.Inline(Space().Replace(data.Data, " "))); break;
            case IElement { LocalName: "br" }: markdown.Append('\n'); break;
            case IElement { LocalName: "rt" or "rp" or "script" or "style" or "img" }: break;
            case IElement sign when sign.GetAttribute(HtmlFootnotes.Sign) is { } note: markdown.Append("[^").Append(note).Append(']'); break;
            case IElement element: AppendElement(element, markdown, open); break;
        }
    }

    private static void AppendElement(IElement element, StringBuilder markdown, string open)
    {
        var mark = element.LocalName switch { "em" or "i" or "cite" => "*", "strong" or "b" => "**", _ => "" };
        if (mark.Length > 0 && open.Contains(mark == "*" ? 'i' : 'b', StringComparison.Ordinal)) mark = "";
        var inner = new StringBuilder();
        var nested = open + mark switch { "*" => "i", "**" => "b", _ => "" };
        foreach (var child in element.ChildNodes) Append(child, inner, nested);
        var words = inner.ToString();
        var bare = words.Trim(' ', '\n', '\u00A0', '\t');
        if (bare.Length == 0 || bare.Contains('\n', StringComparison.Ordinal)) markdown.Append(words);
        else if (mark.Length > 0 && CanMark(words, bare, markdown, element)) markdown.Append(words.Replace(bare, mark + bare + mark, StringComparison.Ordinal));
        else if (element.LocalName == "a" && Target(element) is { } url && !bare.Contains('[', StringComparison.Ordinal) && open.Length < 9) markdown.Append(words.Replace(bare, $"[{bare}]({url})", StringComparison.Ordinal));
        else if (element.LocalName is "sup" or "sub" && bare.All(char.IsLetterOrDigit)) markdown.Append('<').Append(element.LocalName).Append('>').Append(bare).Append("</").Append(element.LocalName).Append('>');
        else markdown.Append(words);
    }

    // Asterisks open and close only beside spaces or punctuation on the right sides.
    private static bool CanMark(string words, string bare, StringBuilder before, IElement element)
    {
        if (words.IndexOf(bare, StringComparison.Ordinal) != words.LastIndexOf(bare, StringComparison.Ordinal)) return false;
        var left = before.Length == 0 || words[0] != bare[0] ? ' ' : before[^1];
        var right = words[^1] != bare[^1] ? ' ' : element.NextSibling?.TextContent is { Length: > 0 } next ? next[0] : ' ';
        return !IsWordSign(left) && !IsWordSign(right) && left != '*' && (char.IsLetterOrDigit(bare[0]) || !char.IsLetterOrDigit(left)) && (char.IsLetterOrDigit(bare[^1]) || !char.IsLetterOrDigit(right));
    }

    private static bool IsWordSign(char c) => char.IsLetterOrDigit(c);

    private static string? Target(IElement link)
    {
        var url = link.GetAttribute("href")?.Trim() ?? "";
        var isWeb = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return isWeb && url.AsSpan().IndexOfAny("()<>\\\"` \n\t*[]|") < 0 ? url : null;
    }

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\u00A0(?![:;?!»%])(?<!«\u00A0)")]
    private static partial Regex NoBreak();

    [GeneratedRegex(@"[ \u00A0]*\n[ \u00A0]*")]
    private static partial Regex AroundBreak();

    [GeneratedRegex(@"(?<=\w)\*\*(\s?)\*\*(?=\w)")]
    private static partial Regex Merge();
}
