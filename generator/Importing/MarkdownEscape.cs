using System.Text;
using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>Writes plain text as Markdown that reads the same, with as few backslashes as that needs.</summary>
internal static partial class MarkdownEscape
{
    /// <summary>A paragraph; its line feeds become hard breaks.</summary>
    public static string Paragraph(string text)
    {
        var lines = text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).ToList();
        return string.Join("\\\n", lines.Select(static line => LineStart(Inline(line))));
    }

    /// <summary>Text within a line.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var hasLink = LinkLike().IsMatch(text);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (NeedsEscape(text, i, next, hasLink)) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return ForeignScheme().Replace(escaped.ToString(), static match => match.Value.Insert(match.Value.IndexOf(':', StringComparison.Ordinal), "\\"));
    }

    /// <summary>Escapes what only means something at the beginning of a line.</summary>
    public static string LineStart(string line)
    {
        var number = NumberStart().Match(line);
        if (number.Success) return line.Insert(number.Groups[1].Length, "\\");
        return BlockStart().IsMatch(line) ? "\\" + line : line;
    }

    /// <summary>The text with every mark of punctuation escaped: ugly, and safe whatever stands in it.</summary>
    public static string Everything(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c))) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text without what can't stand in a file: lone surrogates, controls and NUL.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') kept.Append((char)rune.Value);
            else if (rune.Value is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f') kept.Append('\n');
            else if (!Rune.IsControl(rune) && rune.Value is not ('\uFEFF' or '\u00AD')) kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static bool NeedsEscape(string text, int i, char next, bool hasLink) => text[i] switch
    {
        '*' or '`' or '|' => true,
        '\\' => next == '\0' || char.IsPunctuation(next) || char.IsSymbol(next),
        '_' => i == 0 || next == '\0' || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(next),
        '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
        '&' => EntityStart().IsMatch(text.AsSpan(i)),
        '[' => hasLink || next is '[' or '^',
        ']' => hasLink,
        '#' => i > 0 && text[i - 1] == '{',
        _ => false,
    };

    [GeneratedRegex(@"\]\s?[(\[:]|\[\[")]
    private static partial Regex LinkLike();

    [GeneratedRegex(@"^&(#|[A-Za-z][A-Za-z0-9]*;)")]
    private static partial Regex EntityStart();

    [GeneratedRegex(@"^(\d{1,9})[.)](\s|$)")]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"^(#{1,6}(\s|$)|>|[-+](\s|$)|[-=_]+\s*$|(-\s*){2,}$|~{3}|[:~]\s)")]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"\bftp://", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignScheme();
}
