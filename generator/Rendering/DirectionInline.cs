using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rostrum.Rendering;

/// <summary>Words that run from left to right in a text that runs from right to left, isolated so that their punctuation stays with them (Unicode Standard Annex 9, 2.7).</summary>
internal sealed class DirectionInline : ContainerInline
{
    /// <summary>Gives Latin blocks, and quotations of two or more Latin words within others, their own direction. The block is changed in place.</summary>
    public static void Isolate(Markdig.Syntax.Block block, TextScratch scratch)
    {
        Direct(block, scratch);
        var (inlines, text) = InlineText.Of(block, scratch);
        foreach (var (start, end) in Quotations(text.ToString()))
        {
            var run = inlines.Runs.FindLast(run => run.Start <= start && run.End >= end);
            if (run.Inline is LiteralInline) MentionLinker.Wrap([run], start, end, new DirectionInline());
        }
    }

    private static void Direct(Markdig.Syntax.Block block, TextScratch scratch)
    {
        if (block is QuoteBlock or ParagraphBlock && IsLeftToRight(InlineText.Of(block, scratch).Text.Span))
        {
            if (block is ParagraphBlock { Parent: ListItemBlock { Parent: ListBlock { IsLoose: false } } } item) item.Inline!.EmbraceChildrenBy(new DirectionInline());
            else block.GetAttributes().AddProperty("dir", "ltr");
        }
        else if (block is ContainerBlock container)
        {
            foreach (var child in container) Direct(child, scratch);
        }
    }

    // From the last to the first, so that the places of those before stay true while the text is split.
    private static IEnumerable<(int Start, int End)> Quotations(string text)
    {
        var end = text.Length;
        while (end > 0 && text.LastIndexOfAny(['”', '»', '"'], end - 1) is > 0 and var close)
        {
            var open = text.LastIndexOf(text[close] switch { '”' => '“', '»' => '«', _ => '"' }, close - 1);
            end = open < 0 ? close : open;
            if (open >= 0 && text.AsSpan(open + 1, close - open - 1).Contains(' ') && IsLeftToRight(text.AsSpan(open, close - open))) yield return (open + 1, close);
        }
    }

    // Hebrew, Arabic, Syriac and their neighbours, and their presentation forms.
    private static bool IsLeftToRight(ReadOnlySpan<char> text)
    {
        var hasLatin = false;
        foreach (var c in text)
        {
            if (c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')) return false;
            hasLatin |= char.IsLetter(c);
        }

        return hasLatin;
    }
}
