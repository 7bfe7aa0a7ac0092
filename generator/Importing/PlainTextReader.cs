namespace Rostrum.Importing;

/// <summary>Reads plain text: paragraphs are parted by empty lines or by line ends, and lines broken at a margin are joined again.</summary>
internal static class PlainTextReader
{
    private const int WidestMargin = 130;
    private const int NarrowestMargin = 30;

    /// <summary>The blocks of a text with line feeds.</summary>
    public static ImportText Read(string text)
    {
        var lines = text.Split('\n');
        var margin = FindMargin(lines);
        var blocks = new List<ImportBlock>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            var first = i;
            while (margin > 0 && i + 1 < lines.Length && IsSoft(lines[i], lines[i + 1], margin)) line = Join(line, lines[++i].Trim());
            blocks.Add(ToBlock(line, first + 1));
        }

        return new ImportText { Blocks = blocks };
    }

    /// <summary>Two pieces of one paragraph: with a space where the writing has spaces.</summary>
    public static string Join(string line, string next)
    {
        if (line.Length == 0 || next.Length == 0) return line + next;
        var eastAsian = IsWide(line[^1]) && IsWide(next[0]);
        return eastAsian ? line + next : $"{line} {next}";
    }

    private static ImportBlock ToBlock(string line, int number)
    {
        var isItem = line.Length > 2 && line[0] is '•' or '-' or '*' or '◦' or '▪' or '·' or '\uF0B7' && line[1] is ' ' or '\t' or '\u00A0';
        if (!isItem) return ImportBlock.Plain(line, number);
        var words = line[2..].Trim();
        return new ImportBlock(ImportKind.Item, words, "- " + MarkdownEscape.LineStart(MarkdownEscape.Inline(words)), number);
    }

    /// <summary>The column at which most lines were broken, or 0 where lines end only with their paragraph.</summary>
    private static int FindMargin(string[] lines)
    {
        var widest = lines.Select(static line => Width(line.Trim())).DefaultIfEmpty(0).Max();
        if (widest is > WidestMargin or < NarrowestMargin) return 0;
        var (soft, all) = (0, 0);
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || lines[i + 1].Trim().Length == 0) continue;
            all++;
            if (IsSoft(lines[i], lines[i + 1], widest)) soft++;
        }

        return soft >= 3 && soft * 2 >= all ? widest : 0;
    }

    // A line was broken at the margin when the next word would not have fitted.
    private static bool IsSoft(string line, string next, int margin)
    {
        var (ended, begun) = (line.Trim(), next.Trim());
        if (ended.Length == 0 || begun.Length == 0) return false;
        var width = Width(ended);
        if (IsWide(begun[0])) return width + 4 >= margin;
        var space = begun.IndexOf(' ', StringComparison.Ordinal);
        return width >= margin * 3 / 5 && width + 1 + Width(space < 0 ? begun : begun[..space]) > margin - 2;
    }

    private static int Width(string text) => text.Sum(static c => IsWide(c) ? 2 : 1);

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60';
}
