namespace Rostrum.Importing;

/// <summary>What a source holds: its statements, and the head that stands over all of them where they are several.</summary>
internal sealed record Parted(ImportText? Head, IReadOnlyList<ImportText> Parts);

/// <summary>Parts a page that holds several statements, each under a heading with a day of its own.</summary>
internal static class Interventions
{
    private const int LongestHeading = 400;

    /// <summary>The parts; the text itself where it is one.</summary>
    public static Parted Split(ImportText text)
    {
        var all = Starts(text.Blocks);
        var starts = all.Where((start, index) => HoldsText(text.Blocks, start, index + 1 < all.Count ? all[index + 1] : text.Blocks.Count)).ToList();
        if (starts.Count < 2) return new Parted(null, [MarkHeadings(text)]);
        var before = text.Blocks.Take(starts[0]).ToList();
        if (before.Exists(static block => HeadingLines.KindOf(block.Text) is LineKind.Sentence or LineKind.Salutation)) return new Parted(null, [MarkHeadings(text)]);
        var head = text.IsBodyAlone || before.Count > 0 ? text with { Blocks = before } : null;
        var parts = new List<ImportText>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Blocks.Count;
            parts.Add(text with { Blocks = [.. text.Blocks.Skip(starts[i]).Take(end - starts[i])], Around = [], Title = null, Speaker = null, Date = null, IsBodyAlone = false });
        }

        return new Parted(head, parts);
    }

    /// <summary>The headings within one statement that open as titles do: it may be several.</summary>
    public static IReadOnlyList<ImportBlock> Headings(ImportText text, int bodyStart) => [.. text.Blocks.Skip(bodyStart).Where(static block => block.Kind == ImportKind.Heading && IsHeading(block))];

    private static List<int> Starts(IReadOnlyList<ImportBlock> blocks)
    {
        var starts = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (!IsHeading(blocks[i])) continue;
            var isBelowDay = i > 0 && HeadingLines.IsDate(blocks[i - 1].Text) && (starts.Count == 0 || starts[^1] < i - 2);
            if (WrittenDates.FindAll(blocks[i].Text) is [.., { Day: not null }] || IsAboveDay(blocks, i)) starts.Add(i);
            else if (isBelowDay) starts.Add(i - 1);
        }

        return starts;
    }

    // The title of a whole page has only lines of its head below it, and then the first of the statements; a link to another statement has nothing.
    private static bool HoldsText(IReadOnlyList<ImportBlock> blocks, int start, int end) =>
        blocks.Skip(start + 1).Take(end - start - 1).Any(static block => HeadingLines.KindOf(block.Text) is LineKind.Sentence or LineKind.Salutation);

    private static bool IsAboveDay(IReadOnlyList<ImportBlock> blocks, int index)
    {
        for (var next = index + 1; next < blocks.Count && next <= index + 4; next++)
        {
            var kind = HeadingLines.KindOf(blocks[next].Text);
            if (kind == LineKind.Date) return true;
            if (kind is LineKind.Sentence or LineKind.Salutation || IsHeading(blocks[next])) return false;
        }

        return false;
    }

    private static bool IsHeading(ImportBlock block) =>
        block.Kind is ImportKind.Paragraph or ImportKind.Heading && block.Text.Length is > 0 and < LongestHeading && GenreWords.Opens(block.Text) && block.Text[^1] is not ('.' or ':' or ',' or ';') && HeadingLines.KindOf(block.Text) == LineKind.Other;

    // A short line in the midst of plain text that opens as a title does is the heading of what follows.
    private static ImportText MarkHeadings(ImportText text)
    {
        var head = HeadingReader.Read(text).BodyStart;
        return text with
        {
            Blocks = [.. text.Blocks.Select((block, index) => index >= head && block.Kind == ImportKind.Paragraph && !block.Text.Contains('\n', StringComparison.Ordinal) && index + 1 < text.Blocks.Count && block.Text.Length < 160 && IsHeading(block)
                ? block with { Kind = ImportKind.Heading, Markdown = "## " + MarkdownEscape.Inline(block.Text) }
                : block)],
        };
    }
}
