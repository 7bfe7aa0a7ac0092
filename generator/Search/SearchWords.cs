using System.Text;
using Rostrum.Model;

namespace Rostrum.Search;

/// <summary>Takes one word of a text.</summary>
public delegate void WordSink(ReadOnlySpan<char> word);

/// <summary>
/// Cuts text into the words that are searched for: compatibility forms and case folded, diacritics and the marks of Arabic and Hebrew gone, scripts
/// without spaces in pairs of characters (the last one also alone, so that each character begins a word). templates/assets/search.js does the same;
/// shared test vectors hold them together. One reader belongs to one thread.
/// </summary>
public sealed class SearchWords
{
    /// <summary>A word is cut behind so many UTF-16 units.</summary>
    public const int Longest = 32;

    private const int MostKnown = 20_000;

    private readonly char[] ascii = new char[Longest];
    private readonly Dictionary<string, string[]> known = new(StringComparer.Ordinal);

    /// <summary>Hands every word of a UTF-8 text to <paramref name="sink"/>, in order.</summary>
    public void Read(ReadOnlySpan<byte> text, WordSink sink)
    {
        for (var i = 0; i < text.Length;)
        {
            if (EndLength(text[i..]) is var gap and > 0)
            {
                i += gap;
                continue;
            }

            var start = i;
            var plain = true;
            while (i < text.Length && EndLength(text[i..]) == 0) plain &= text[i++] < 0x80;
            if (plain) Plain(text[start..i], sink);
            else Fold(Encoding.UTF8.GetString(text[start..i]), sink);
        }
    }

    // What ends a run of characters without a look at the tables: ASCII that is neither letter nor digit, and U+2010 to U+2027 (dashes, quotation marks, dots).
    private static int EndLength(ReadOnlySpan<byte> text)
    {
        if (text[0] < 0x80) return char.IsAsciiLetterOrDigit((char)text[0]) ? 0 : 1;
        return text[0] == 0xE2 && text.Length > 2 && text[1] == 0x80 && text[2] is >= 0x90 and <= 0xA7 ? 3 : 0;
    }

    private void Plain(ReadOnlySpan<byte> run, WordSink sink)
    {
        var length = Math.Min(run.Length, Longest);
        for (var i = 0; i < length; i++) ascii[i] = run[i] is >= (byte)'A' and <= (byte)'Z' ? (char)(run[i] | 0x20) : (char)run[i];
        sink(ascii.AsSpan(0, length));
    }

    private void Fold(string run, WordSink sink)
    {
        if (!known.TryGetValue(run, out var words))
        {
            words = [.. Split(Folded(run))];
            if (run.Length <= Longest && known.Count < MostKnown) known[run] = words;
        }

        foreach (var word in words) sink(word);
    }

    private static string Folded(string run)
    {
        var kept = new StringBuilder(run.Length);
        foreach (var rune in UnicodeForms.Decompose(run).EnumerateRunes())
        {
            if (!IsDropped(rune.Value)) kept.Append(rune);
        }

        var folded = new StringBuilder(kept.Length);
        foreach (var rune in UnicodeForms.Recompose(kept.ToString()).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (Same(lower.Value) is { } same) folded.Append(same);
            else folded.Append(lower);
        }

        return folded.ToString();
    }

    private static List<string> Split(string folded)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        Rune? before = null; // the character before, where it stands in a run without spaces
        foreach (var rune in folded.EnumerateRunes())
        {
            var paired = IsPaired(rune.Value);
            if (before is { } first)
            {
                words.Add(paired ? $"{first}{rune}" : first.ToString());
                before = null;
            }

            if (paired)
            {
                End();
                before = rune;
            }
            else if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || UnicodeForms.IsMark(rune)) word.Append(rune);
            else End();
        }

        if (before is { } last) words.Add(last.ToString());
        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.Length > Longest ? word.ToString(0, Longest) : word.ToString());
            word.Clear();
        }
    }

    // Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, and Chinese characters.
    private static bool IsPaired(int code) => code is (>= 0x0E01 and <= 0x0E4E) or (>= 0x0E81 and <= 0x0ECD) or (>= 0x1000 and <= 0x1049) or (>= 0x1780 and <= 0x17D3)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    // Soft hyphens and invisible characters; marks on Latin, Greek and Cyrillic; Hebrew points; Arabic vowels and tatweel.
    private static bool IsDropped(int code) => code is 0xAD or (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05BD) or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7
        or (>= 0x0610 and <= 0x061A) or 0x0640 or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E4) or 0x06E7 or 0x06E8 or (>= 0x06EA and <= 0x06ED)
        or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF;

    private static string? Same(int code) => code switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        0x0649 or 0x06CC => "\u064A", // alef maksura and the Persian yeh: yeh
        0x0629 => "\u0647", // teh marbuta: heh
        0x06A9 => "\u0643", // the Persian kaf: kaf
        _ => null,
    };
}
