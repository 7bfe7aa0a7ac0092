using System.Text;

namespace Rostrum.Importing;

/// <summary>Words of one look, or the sign of a footnote (its number, else 0).</summary>
internal sealed record DocxRun(string Text, bool Bold, bool Italic, string? Url, int Note)
{
    /// <summary>Runs as Markdown; neighbours of one look are one. A paragraph that is all of one look has none.</summary>
    public static string Write(IReadOnlyList<DocxRun> runs)
    {
        var words = runs.Where(static run => run.Text.Trim().Length > 0).ToList();
        var (allBold, allItalic) = (words.TrueForAll(static run => run.Bold), words.TrueForAll(static run => run.Italic));
        var markdown = new StringBuilder();
        var plain = string.Concat(runs.Select(static run => run.Text));
        var position = 0;
        foreach (var group in Merge(runs.Select(run => run with { Bold = run.Bold && !allBold, Italic = run.Italic && !allItalic })))
        {
            var next = position + group.Text.Length < plain.Length ? plain[position + group.Text.Length] : ' ';
            if (group.Note > 0) markdown.Append("[^").Append(group.Note).Append(']');
            else markdown.Append(Mark(group, markdown.Length == 0 ? ' ' : markdown[^1], next));
            position += group.Text.Length;
        }

        return HtmlInlines.Finish(MarkdownEscape.Clean(markdown.ToString()));
    }

    private static IEnumerable<DocxRun> Merge(IEnumerable<DocxRun> runs)
    {
        DocxRun? last = null;
        foreach (var run in runs)
        {
            if (last is not null && last with { Text = "" } == run with { Text = "" } && run.Note == 0) last = last with { Text = last.Text + run.Text };
            else
            {
                if (last is not null) yield return last;
                last = run;
            }
        }

        if (last is not null) yield return last;
    }

    private static string Mark(DocxRun run, char before, char after)
    {
        var bare = run.Text.Trim();
        var escaped = MarkdownEscape.Inline(run.Text);
        var core = MarkdownEscape.Inline(bare);
        if (bare.Length == 0 || bare.Contains('\n', StringComparison.Ordinal) || escaped.Trim() != core) return escaped;
        var mark = (run.Bold ? "**" : "") + (run.Italic ? "*" : "");
        var left = char.IsWhiteSpace(run.Text[0]) ? ' ' : before;
        var right = char.IsWhiteSpace(run.Text[^1]) ? ' ' : after;
        var isClear = !char.IsLetterOrDigit(left) && left != '*' && !char.IsLetterOrDigit(right) && char.IsLetterOrDigit(bare[0]) && (char.IsLetterOrDigit(bare[^1]) || char.IsWhiteSpace(right));
        if (run.Url is { } url && bare.AsSpan().IndexOfAny("[]") < 0 && url.AsSpan().IndexOfAny("()<>\\ *|") < 0) core = $"[{core}]({url})";
        else if (mark.Length == 0 || !isClear) return escaped;
        else core = mark + core + (run.Italic ? "*" : "") + (run.Bold ? "**" : "");
        var start = run.Text.Length - run.Text.TrimStart().Length;
        return run.Text[..start] + core + run.Text[(start + bare.Length)..];
    }
}
