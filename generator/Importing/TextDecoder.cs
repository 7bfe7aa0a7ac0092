using System.Text;

namespace Rostrum.Importing;

/// <summary>Turns bytes of an unknown encoding into text: by byte order mark, by the encoding that was named, as UTF-8 where the bytes are UTF-8, else as the encoding whose text looks most like writing.</summary>
internal static class TextDecoder
{
    private const int Sample = 65536;

    // Windows code pages of Western, Central European, Cyrillic, Greek, Turkish, Arabic; then the East Asian ones.
    private static readonly int[] Guesses = [1252, 1251, 1256, 1250, 932, 936, 949, 950];

    /// <summary>Whether an encoding of that name exists.</summary>
    public static bool IsEncoding(string name) => Find(name) is not null;

    /// <summary>The text, with line feeds only and without what can't stand in a file; <paramref name="name"/> overrules detection.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        var text = DecodeMarked(bytes) ?? (name is null ? null : Find(name)?.GetString(bytes)) ?? DecodeUnmarked(bytes);
        return MarkdownEscape.Clean(text.ReplaceLineEndings("\n").Replace('\r', '\n'));
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        if (FindUtf16(bytes) is { } wide) return wide.GetString(bytes);
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Guess(bytes).GetString(bytes);
        }
    }

    // Text of most languages in UTF-16 has spaces and line ends, whose one byte is zero, always on the same side.
    private static Encoding? FindUtf16(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, Sample) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            if (bytes[i] == 0 && bytes[i + 1] != 0) even++;
            if (bytes[i + 1] == 0 && bytes[i] != 0) odd++;
        }

        if (Math.Max(even, odd) * 50 < length || Math.Min(even, odd) * 10 > Math.Max(even, odd) || length < 4) return null;
        return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        Encoding best = Encoding.Latin1;
        var bestScore = double.MinValue;
        foreach (var page in Guesses)
        {
            var encoding = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding(page)!.Clone();
            encoding.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
            var score = Score(encoding.GetString(sample));
            if (score > bestScore) (best, bestScore) = (encoding, score);
        }

        return best;
    }

    /// <summary>How much a text looks like writing: letters of one script beside each other count for it, stray signs, broken characters and mixed scripts against it.</summary>
    private static double Score(string text)
    {
        var score = 0.0;
        var previous = Script.None;
        var foreign = 0;
        var before = ' ';
        foreach (var c in text)
        {
            if (c < 128)
            {
                previous = char.IsAsciiLetter(c) ? Script.Latin : Script.None;
                before = c;
                continue;
            }

            foreign++;
            var script = Scripts.Of(c);
            if (c == '\uFFFD' || char.IsControl(c) || c is >= '\uE000' and <= '\uF8FF') score -= 20;
            else if (c is >= '\uFF61' and <= '\uFF9F') score -= 2;
            else if (script == Script.None) score += "’‘“”–—…«»。、，（）「」・　・：".Contains(c, StringComparison.Ordinal) ? 1 : -1.5;
            else if (previous != Script.None && previous != script && !(Scripts.IsEastAsian(previous) && Scripts.IsEastAsian(script))) score -= 3;
            else score += Weight(script, c, before) + Company(script, before);
            previous = script;
            before = c;
        }

        return foreign == 0 ? 0 : score / foreign;
    }

    // A capital within a word is a sign of the wrong code page; kana and everyday ideographs of the right one.
    private static double Weight(Script script, char c, char before) => script switch
    {
        Script.Latin or Script.Cyrillic or Script.Greek => char.IsUpper(c) && char.IsLower(before) ? -2 : char.IsLower(c) ? 1 : 0.5,
        Script.Kana => 2.2,
        Script.Han => c < '\u9FA6' ? 1.6 : -1,
        Script.Hangul => 1.2,
        _ => 1,
    };

    // Letters with marks stand alone among plain ones; those of other scripts stand together.
    private static double Company(Script script, char before)
    {
        if (before < 128 || !char.IsLetter(before)) return 0;
        return script == Script.Latin ? -1.5 : script is Script.Cyrillic or Script.Greek or Script.Arabic ? 0.8 : 0;
    }

    private static Encoding? Find(string name)
    {
        name = name.Trim().ToLowerInvariant();
        if (name is "shift_jis" or "shift-jis" or "sjis" or "cp932") name = "932";
        if (name.StartsWith("cp", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiDigit(name[2])) name = name[2..];
        try
        {
            if (int.TryParse(name, out var page)) return page is 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
