namespace Rostrum.Model;

/// <summary>Counts words: runs of letters and digits between spaces, and each character of scripts without spaces.</summary>
internal static class WordCount
{
    private const byte Letter = 1;
    private const byte Space = 2;

    // What each ASCII character is; a table, because which comes next can't be foretold.
    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 128).Select(static c => char.IsLetterOrDigit((char)c) ? Letter : char.IsWhiteSpace((char)c) ? Space : (byte)0)];

    /// <summary>How many words a text has.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var kinds = Kinds.AsSpan();
        var (count, inWord) = (0, 0);
        foreach (var c in text)
        {
            if (c < kinds.Length)
            {
                var kind = kinds[c];
                count += kind & ~inWord & Letter;
                inWord = (inWord | kind) & ~(kind >> 1) & Letter;
            }
            else if (c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'))
            {
                count++;
                inWord = 0;
            }
            else if (char.IsWhiteSpace(c)) inWord = 0;
            else if (char.IsLetterOrDigit(c))
            {
                count += ~inWord & Letter;
                inWord = Letter;
            }
        }

        return count;
    }
}
