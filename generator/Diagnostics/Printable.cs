namespace Rostrum.Diagnostics;

/// <summary>
/// Makes words of content safe to print: a terminal or a build log takes control characters, and lines that begin in a certain way, for commands.
/// </summary>
internal static class Printable
{
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>The text on one line, each control character as the picture that Unicode has for it, and marks that turn the direction of writing left out.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F') || text.AsSpan().IndexOfAny(Turning) >= 0 ? string.Concat(text.Select(Of)) : text;

    private static char Of(char c) => c switch
    {
        '\n' or '\r' or '\t' => ' ',
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        > '\u007F' and <= '\u009F' => '\uFFFD',
        _ => Turning.Contains(c, StringComparison.Ordinal) ? '\uFFFD' : c,
    };
}
