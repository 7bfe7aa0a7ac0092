using System.Net;
using System.Text;

namespace Rostrum.Rendering;

/// <summary>Reads the text of blocks that are no passages (code, footnotes) back from their markup, which this program wrote itself.</summary>
public static class MarkupText
{
    private const string Note = "<li id=\"fn";
    private const string Back = "<a class=\"back\"";

    /// <summary>The text without tags, its entities resolved; footnotes have their numbers and not the arrows that lead back.</summary>
    public static string Of(ReadOnlySpan<byte> html)
    {
        var markup = Encoding.UTF8.GetString(html);
        var text = new StringBuilder(markup.Length);
        for (var at = 0; at < markup.Length;)
        {
            var open = markup.IndexOf('<', at);
            text.Append(WebUtility.HtmlDecode(markup[at..(open < 0 ? markup.Length : open)]));
            if (open < 0) break;
            at = EndOfTag(markup, open);
            var tag = markup.AsSpan(open, at - open);
            if (tag.StartsWith(Note, StringComparison.Ordinal)) text.Append(tag[Note.Length..].TrimEnd("\">")).Append(". ");
            else if (tag.StartsWith(Back, StringComparison.Ordinal)) at = markup.IndexOf("</a>", at, StringComparison.Ordinal) is var end and >= 0 ? end : at;
        }

        return string.Join('\n', text.ToString().Split('\n').Select(static line => line.TrimEnd())).Trim();
    }

    // An attribute's value may hold the character that ends a tag.
    private static int EndOfTag(string markup, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < markup.Length; i++)
        {
            if (quote != '\0') quote = markup[i] == quote ? '\0' : quote;
            else if (markup[i] is '"' or '\'') quote = markup[i];
            else if (markup[i] == '>') return i + 1;
        }

        return markup.Length;
    }
}
