namespace Rostrum.Model;

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
            if (c < 128)
            {
                var letter = char.IsAsciiLetterOrDigit(c);
                if (letter && !inWord) count++;
                inWord = letter || (inWord && c is not (' ' or (>= '\t' and <= '\r')));
            }
            else if (c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'))
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
