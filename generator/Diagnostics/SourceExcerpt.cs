namespace Rostrum.Diagnostics;

/// <summary>The line that a problem points at, cut to what fits, and the place of the caret below it (from 0).</summary>
public readonly record struct SourceExcerpt(string Text, int Caret)
{
    private const int Widest = 160;

    /// <summary>The excerpt of a line of a text at a place; null when there is no such line or nothing stands in it.</summary>
    public static SourceExcerpt? Of(IReadOnlyList<string> lines, Location at)
    {
        if (at.Line < 1 || at.Line > lines.Count) return null;
        var line = lines[at.Line - 1].Replace('\t', ' ');
        var column = Math.Clamp(at.Column - 1, 0, line.Length);
        var start = column > Widest * 3 / 4 ? column - (Widest / 2) : 0;
        var shown = line[start..Math.Min(line.Length, start + Widest)];
        return shown.Trim().Length == 0 ? null : new SourceExcerpt(Printable.Of(shown), column - start);
    }
}
