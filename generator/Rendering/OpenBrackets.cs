namespace Rostrum.Rendering;

/// <summary>Counts what a Markdown text opens between two empty lines: brackets and tags within one another take time that grows with the square of their number.</summary>
internal static class OpenBrackets
{
    /// <summary>The line (from 0) of the first stretch without an empty line that opens more than so many; -1 when none does.</summary>
    public static int FindLine(string markdown, int most)
    {
        if (markdown.AsSpan().Count('[') + markdown.AsSpan().Count('<') <= most) return -1;
        var (line, start, count) = (0, 0, 0);
        foreach (var text in markdown.AsSpan().EnumerateLines())
        {
            if (text.IsWhiteSpace()) (count, start) = (0, line + 1);
            count += text.Count('[') + text.Count('<');
            if (count > most) return start;
            line++;
        }

        return -1;
    }
}
