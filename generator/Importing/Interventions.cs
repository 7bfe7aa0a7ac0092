namespace Rostrum.Importing;

/// <summary>Parts a page that holds several statements, each under a heading and a line of date or delivery of its own.</summary>
internal static class Interventions
{
    /// <summary>The parts; the text itself where it is one.</summary>
    public static IReadOnlyList<ImportText> Split(ImportText text)
    {
        var starts = Enumerable.Range(0, text.Blocks.Count).Where(index => IsStart(text.Blocks, index)).ToList();
        if (starts.Count < 2 || (!text.IsBodyAlone && text.Blocks.Take(starts[0]).Any(static block => HeadingLines.KindOf(block.Text) is LineKind.Sentence or LineKind.Salutation))) return [MarkHeadings(text)];
        if (text.IsBodyAlone && starts[0] > 0) return [MarkHeadings(text)];
        var parts = new List<ImportText>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Blocks.Count;
            var from = i == 0 ? 0 : starts[i];
            parts.Add(text with { Blocks = [.. text.Blocks.Skip(from).Take(end - from)], Title = null, IsBodyAlone = false });
        }

        return parts;
    }

    private static bool IsStart(IReadOnlyList<ImportBlock> blocks, int index)
    {
        var block = blocks[index];
        if (!IsHeading(block)) return false;
        for (var next = index + 1; next < blocks.Count && next <= index + 3; next++)
        {
            var kind = HeadingLines.KindOf(blocks[next].Text);
            if (kind == LineKind.Date) return true;
            if (kind is LineKind.Sentence or LineKind.Salutation || IsHeading(blocks[next])) return false;
        }

        return false;
    }

    private static bool IsHeading(ImportBlock block) =>
        block.Kind is ImportKind.Paragraph or ImportKind.Heading && block.Text.Length < 400 && GenreWords.Opens(block.Text) && block.Text[^1] is not ('.' or ':' or ',' or ';') && HeadingLines.KindOf(block.Text) == LineKind.Other;

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
