namespace Rostrum.Importing;

/// <summary>What was read from the head of a statement, and where its body begins.</summary>
internal sealed record Heading
{
    /// <summary>The title.</summary>
    public Found<string>? Title { get; init; }

    /// <summary>Lines of the head beside the title, each with its kind.</summary>
    public IReadOnlyList<(LineKind Kind, ImportBlock Block)> Lines { get; init; } = [];

    /// <summary>Index of the body's first block.</summary>
    public int BodyStart { get; init; }
}

/// <summary>Parts the head of a text from its body: everything up to the last line that can only be heading, before the first sentence or salutation.</summary>
internal static class HeadingReader
{
    private const int MostLines = 25;
    private static readonly string[] Connectors = ["by", "on", "of", "at", "the", "and", "to", "for", "in", "from", "with", "de", "du", "des", "la", "le", "les", "par", "sur", "à", "au", "el", "los", "del", "por", "para", "en", "y", "et"];

    /// <summary>The head of a text.</summary>
    public static Heading Read(ImportText text) => text.IsBodyAlone ? ReadMarked(text) : ReadUnmarked(text);

    // The format keeps the title apart: only lines that the record holds in full are taken from the body, so that none of its words is lost.
    private static Heading ReadMarked(ImportText text)
    {
        var lines = text.Around.Select(static block => (HeadingLines.KindOf(block.Text), block)).ToList();
        var start = 0;
        for (; start < text.Blocks.Count; start++)
        {
            var block = text.Blocks[start];
            var isTitle = text.Title is not null && Plain(block.Text) == Plain(text.Title.Value);
            if (!isTitle && (block.Text.Contains('\n', StringComparison.Ordinal) || !HeadingLines.IsWhollyRecorded(block.Text))) break;
            if (!isTitle) lines.Add((HeadingLines.KindOf(block.Text), block));
        }

        return new Heading { Title = text.Title, Lines = lines, BodyStart = start };
    }

    private static Heading ReadUnmarked(ImportText text)
    {
        var lines = new List<(LineKind Kind, ImportBlock Block)>();
        var end = 0;
        foreach (var block in text.Blocks.Take(MostLines))
        {
            var kind = HeadingLines.KindOf(block.Text);
            if (kind is LineKind.Salutation or LineKind.Sentence || block.Kind == ImportKind.Item) break;
            lines.Add((kind, block));
            if (IsAnchor(kind) || (kind == LineKind.Other && GenreWords.Opens(block.Text)) || (end == 0 && block.Kind == ImportKind.Heading && kind == LineKind.Other)) end = lines.Count;
        }

        var title = text.Title;
        var first = title is null ? lines.FindIndex(0, end, static line => line.Kind == LineKind.Other && GenreWords.Opens(line.Block.Text)) : -1;
        if (title is null && first < 0) first = lines.FindIndex(0, end, IsTitle);
        if (first < 0) return new Heading { Title = title, Lines = lines[..end], BodyStart = end };
        var last = LastOfTitle(lines, first, Math.Max(end, first + 1));
        var words = string.Join(' ', lines[first..(last + 1)].Select(static line => line.Block.Text));
        title = new Found<string>(words, lines[first].Block.Line, words);
        end = Math.Max(end, last + 1);
        return new Heading { Title = title, Lines = [.. lines[..first], .. lines[(last + 1)..end]], BodyStart = end };
    }

    private static bool IsAnchor(LineKind kind) => kind is LineKind.Date or LineKind.Delivery or LineKind.Labelled or LineKind.Symbol or LineKind.Note or LineKind.Letterhead;

    private static bool IsTitle((LineKind Kind, ImportBlock Block) line) =>
        line.Kind == LineKind.Other && line.Block.Text.Length is > 3 and < 500 && SpeakerNames.Find(line.Block.Text, false).Count == 0 && !RoleText.IsRole(line.Block.Text);

    // A title goes on in the next line where it can't end or that line can't begin one.
    private static int LastOfTitle(List<(LineKind Kind, ImportBlock Block)> lines, int first, int end)
    {
        var last = first;
        while (last + 1 < end && lines[last + 1].Kind == LineKind.Other)
        {
            var (ended, next) = (lines[last].Block.Text.TrimEnd(), lines[last + 1].Block.Text);
            var open = ended[^1] is ',' or '–' or '—' or '-' || Connectors.Contains(ended[(ended.LastIndexOf(' ') + 1)..].ToLowerInvariant());
            if (!open && !char.IsLower(next[0]) && !Connectors.Contains(next.Split(' ')[0].ToLowerInvariant())) break;
            last++;
        }

        return last;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
