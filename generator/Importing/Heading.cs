namespace Rostrum.Importing;

/// <summary>What was read from the head of a statement, and where its body begins.</summary>
internal sealed record Heading
{
    /// <summary>The title.</summary>
    public Found<string>? Title { get; init; }

    /// <summary>The title with a line feed where the source begins a new line, which ends a name.</summary>
    public string TitleLines { get; init; } = "";

    /// <summary>Lines of the head beside the title, each with its kind.</summary>
    public IReadOnlyList<(LineKind Kind, ImportBlock Block)> Lines { get; init; } = [];

    /// <summary>Index of the body's first block.</summary>
    public int BodyStart { get; init; }
}

/// <summary>Parts the head of a text from its body: everything up to the last line that can only be heading, before the first sentence or salutation.</summary>
internal static class HeadingReader
{
    private const int MostLines = 25;
    private static readonly string[] Connectors = ["by", "on", "of", "at", "the", "and", "to", "for", "in", "from", "with", "de", "du", "des", "la", "le", "les", "par", "sur", "à", "au", "lors", "devant", "before", "during", "el", "los", "del", "por", "para", "en", "y", "et"];

    /// <summary>The head of a text.</summary>
    public static Heading Read(ImportText text)
    {
        if (text.IsBodyAlone) return ReadMarked(text);
        var heading = ReadUnmarked(text);
        return text.Around.Count == 0 ? heading : heading with { Lines = [.. text.Around.Select(static block => (HeadingLines.KindOf(block.Text), block)), .. heading.Lines] };
    }

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

        return new Heading { Title = text.Title, TitleLines = text.Title?.Value ?? "", Lines = lines, BodyStart = start };
    }

    private static Heading ReadUnmarked(ImportText text)
    {
        var lines = new List<(LineKind Kind, ImportBlock Block)>();
        var end = 0;
        foreach (var block in text.Blocks.Take(MostLines))
        {
            var kind = HeadingLines.KindOf(block.Text);
            if (end == 0 && kind == LineKind.Salutation && lines.Count is 1 or 2) end = lines.Count;
            if (kind is LineKind.Salutation or LineKind.Sentence || block.Kind == ImportKind.Item) break;
            lines.Add((kind, block));
            if (IsAnchor(kind) || (kind == LineKind.Other && GenreWords.Opens(block.Text)) || (end == 0 && block.Kind == ImportKind.Heading && kind == LineKind.Other)) end = lines.Count;
        }

        var own = lines.FindIndex(0, end, static line => line.Kind == LineKind.Other && GenreWords.Opens(line.Block.Text));
        var title = text.IsTitleApart && own >= 0 ? null : text.Title;
        var first = title is null ? own : -1;
        if (title is null && first < 0) first = lines.FindIndex(0, end, IsTitle);
        if (first < 0) return new Heading { Title = title, TitleLines = title?.Value ?? "", Lines = lines[..end], BodyStart = end };
        var last = LastOfTitle(lines, first, Math.Max(end, first + 1));
        var words = string.Join('\n', lines[first..(last + 1)].Select(static line => line.Block.Text));
        var onOneLine = words.Replace('\n', ' ');
        title = new Found<string>(onOneLine, lines[first].Block.Line, onOneLine);
        end = Math.Max(end, last + 1);
        return new Heading { Title = title, TitleLines = words, Lines = [.. lines[..first], .. lines[(last + 1)..end]], BodyStart = end };
    }

    private static bool IsAnchor(LineKind kind) => kind is LineKind.Date or LineKind.Delivery or LineKind.Labelled or LineKind.Symbol or LineKind.Note or LineKind.Letterhead;

    private static bool IsTitle((LineKind Kind, ImportBlock Block) line) =>
        line.Kind == LineKind.Other && line.Block.Text.Length is > 3 and < 500 && IsWriting(line.Block.Text) && SpeakerNames.Find(line.Block.Text, false).Count == 0 && !RoleText.IsRole(line.Block.Text);

    // Bytes that are no text also have a first line.
    private static bool IsWriting(string text) =>
        text.Count(static c => char.IsLetterOrDigit(c) || c == ' ') * 4 >= text.Length * 3 && (text.Length < 60 || text.Contains(' ', StringComparison.Ordinal) || text.Any(static c => Scripts.IsEastAsian(Scripts.Of(c))));

    // A title goes on in the next line where it can't end, where that line can't begin one, or where a line can't that stands right below; and with the role below its name.
    private static int LastOfTitle(List<(LineKind Kind, ImportBlock Block)> lines, int first, int end)
    {
        var last = first;
        while (last + 1 < end && lines[last + 1].Kind == LineKind.Other)
        {
            if (GoesOn(lines[last].Block.Text, lines[last + 1].Block.Text) || (IsBelow(lines, last + 1) && RoleText.IsRole(lines[last + 1].Block.Text)))
            {
                last++;
                continue;
            }

            var ahead = last + 2;
            while (ahead < end && lines[ahead].Kind == LineKind.Other && IsBelow(lines, ahead) && !GoesOn(lines[ahead - 1].Block.Text, lines[ahead].Block.Text)) ahead++;
            if (ahead >= end || lines[ahead].Kind != LineKind.Other || !IsBelow(lines, ahead) || !IsBelow(lines, last + 1) || GenreWords.Opens(lines[last + 1].Block.Text)) break;
            last = ahead;
        }

        return last;
    }

    private static bool IsBelow(List<(LineKind Kind, ImportBlock Block)> lines, int index) => lines[index].Block.Line <= lines[index - 1].Block.Line + 1;

    private static bool GoesOn(string ended, string next)
    {
        ended = ended.TrimEnd();
        return ended[^1] is ',' or '–' or '—' or '-' || Connectors.Contains(ended[(ended.LastIndexOf(' ') + 1)..].ToLowerInvariant()) || char.IsLower(next[0]) || Connectors.Contains(next.Split(' ')[0].ToLowerInvariant());
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
