using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rostrum.Diagnostics;

namespace Rostrum.Rendering;

/// <summary>A text as Markdown that other tools can read: links between double brackets become ordinary ones, and addresses within the archive absolute. All else stays as it was written.</summary>
public static class PortableMarkdown
{
    /// <summary>A text that stands in a document: its body, or a field of its front matter.</summary>
    public static string Of(string written, BodySource source, LinkRules rules, Uri baseUrl)
    {
        if (CostlyMarkdown.Find(written, rules.Limits) is not null) return written; // reported when the text was rendered
        MarkdownDocument document;
        try
        {
            document = BodyRenderer.Parse(written);
        }
        catch (ArgumentException)
        {
            return written; // likewise
        }

        new LinkRewriter(source, rules, new DiagnosticBag()).Rewrite(document);
        var origin = baseUrl.GetLeftPart(UriPartial.Authority);
        var edits = new SortedDictionary<int, (int End, string Text)>();
        foreach (var inline in document.Descendants<Inline>())
        {
            if (inline is LiteralInline literal && IsCross(written, literal.Span)) edits[literal.Span.Start] = (literal.Span.End, Escape(literal.Content.ToString()));
            else if (inline is LinkInline link) Edit(link);
        }

        var text = new StringBuilder(written.Length + 256);
        var done = 0;
        foreach (var (start, edit) in edits)
        {
            if (start < done) continue;
            text.Append(written, done, start - done).Append(edit.Text);
            done = edit.End + 1;
        }

        return text.Append(written, done, written.Length - done).ToString();

        void Edit(LinkInline link)
        {
            var url = link.Url is ['/', not '/', ..] or ['/'] ? origin + link.Url : link.Url ?? "";
            var place = link.Reference is { } definition ? definition.UrlSpan : link.UrlSpan;
            if (link.Reference is null && IsCross(written, link.Span)) edits[link.Span.Start] = (link.Span.End, $"[{Escape(Words(link))}]({url})");
            else if (place is { IsEmpty: false, End: > 0 } && place.End < written.Length && link.Url != link.Reference?.Url && url != written[place.Start..(place.End + 1)]) edits[place.Start] = (place.End, url);
        }
    }

    private static bool IsCross(string text, SourceSpan span) => span.Length > 3 && span.End < text.Length && text.AsSpan(span.Start, 2) is "[[" && text.AsSpan(span.End - 1, 2) is "]]";

    private static string Words(LinkInline link) => (link.FirstChild as LiteralInline)?.Content.ToString() ?? "";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c is '\\' or '[' or ']' or '*' or '_' or '`' or '<' or '&') escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
