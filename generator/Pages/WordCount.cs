namespace Rostrum.Pages;

/// <summary>Counts words: runs of letters and digits between spaces, and each character of scripts without spaces.</summary>
internal static class WordCount
{
    /// <summary>How many words a text has.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'))
            {
                count++;
                inWord = false;
            }
            else if (char.IsWhiteSpace(c)) inWord = false;
            else if (!inWord && char.IsLetterOrDigit(c))
            {
                count++;
                inWord = true;
            }
        }

        return count;
    }
}

/// <summary>Shortens a text for a description.</summary>
internal static class Excerpt
{
    private const int Length = 160;

    /// <summary>At most about 160 characters, cut at a word.</summary>
    public static string Of(string text)
    {
        text = text.Replace('\n', ' ');
        if (text.Length <= Length) return text;
        var end = text.LastIndexOf(' ', Length);
        return text[..(end > Length / 2 ? end : Length)].TrimEnd(' ', ',', ';', '.') + "…";
    }
}
