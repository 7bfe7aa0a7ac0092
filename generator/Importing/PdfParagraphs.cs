namespace Rostrum.Importing;

/// <summary>Joins the lines of pages into paragraphs by their gaps, indents and ends.</summary>
internal static class PdfParagraphs
{
    private const int MostHeadLines = 30;

    /// <summary>The paragraphs in order; the line of each is its page.</summary>
    public static IReadOnlyList<ImportBlock> Join(IReadOnlyList<PdfLine> lines)
    {
        var gap = Median(Enumerable.Range(1, lines.Count - 1).Where(i => lines[i].Page == lines[i - 1].Page).Select(i => lines[i - 1].Y - lines[i].Y).Where(static gap => gap > 0));
        var left = Median(lines.Select(static line => line.Left));
        var right = lines.Select(static line => line.Right).OrderDescending().ElementAt(lines.Count / 10);
        var whole = string.Join(' ', lines.Select(static line => line.Text));
        var blocks = new List<ImportBlock>();
        var text = lines[0].Text;
        var page = lines[0].Page;
        for (var i = 1; i < lines.Count; i++)
        {
            if (!Breaks(lines[i - 1], lines[i], gap, left, right) && (i > MostHeadLines || (!IsHeadLine(lines[i - 1]) && !IsHeadLine(lines[i]))))
            {
                text = Joined(text, lines[i].Text, whole);
                continue;
            }

            blocks.Add(ToBlock(text, page));
            (text, page) = (lines[i].Text, lines[i].Page);
        }

        blocks.Add(ToBlock(text, page));
        return blocks;
    }

    private static ImportBlock ToBlock(string text, int page)
    {
        var isItem = text.Length > 2 && text[0] is '•' or '◦' or '▪' or '\uF0B7' or '●' && text[1] == ' ';
        return isItem ? new ImportBlock(ImportKind.Item, text[2..].Trim(), "- " + MarkdownEscape.LineStart(MarkdownEscape.Inline(text[2..].Trim())), page) : ImportBlock.Plain(text, page);
    }

    // A date, an address or a note on the delivery is a line of its own, however close the next one stands.
    private static bool IsHeadLine(PdfLine line) => HeadingLines.KindOf(line.Text) is LineKind.Date or LineKind.Delivery or LineKind.Symbol or LineKind.Labelled or LineKind.Letterhead;

    private static bool Breaks(PdfLine above, PdfLine below, double gap, double left, double right)
    {
        var isShort = above.Right < right - ((right - left) * 0.12);
        var ends = HeadingLines.LastSign(above.Text) is '.' or '!' or '?' or ':' or '。' or '؟' or '！' or '？' or ';';
        if (Math.Abs(above.Size - below.Size) > 1.2 || "•◦▪●".Contains(below.Text[0], StringComparison.Ordinal)) return true;
        if (above.Page == below.Page && above.Y - below.Y > gap * 1.35) return true;
        if (below.Left > left + 12 && below.Left > above.Left + 8) return ends || isShort;
        if (above.Page != below.Page) return ends && (isShort || below.Left > left + 8);
        return isShort && (ends || (below.Text.Length > 0 && !char.IsLower(below.Text[0])));
    }

    // "co-" and "operate" are one word, unless the text writes it with a hyphen elsewhere.
    private static string Joined(string text, string next, string whole)
    {
        if (text.Length < 3 || text[^1] is not ('-' or '‐' or '\u00AD') || !char.IsLetter(text[^2]) || !char.IsLower(next[0])) return PlainTextReader.Join(text, next);
        var first = text[(text.LastIndexOf(' ') + 1)..^1];
        var second = next.Split(' ')[0].TrimEnd('.', ',', ';', ':');
        return whole.Contains($"{first}-{second}", StringComparison.OrdinalIgnoreCase) ? text + next : text[..^1] + next;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 12 : sorted[sorted.Count / 2];
    }
}
