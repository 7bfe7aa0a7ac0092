namespace Rostrum.Importing;

/// <summary>The writing systems that the import tells apart.</summary>
internal enum Script
{
    /// <summary>Signs, digits and spaces.</summary>
    None,

    /// <summary>Latin letters.</summary>
    Latin,

    /// <summary>Greek letters.</summary>
    Greek,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic,

    /// <summary>Arabic letters.</summary>
    Arabic,

    /// <summary>Hiragana and katakana.</summary>
    Kana,

    /// <summary>Chinese characters.</summary>
    Han,

    /// <summary>Korean syllables.</summary>
    Hangul,

    /// <summary>Any other letters.</summary>
    Other,
}

/// <summary>Tells the writing system of characters and the language of texts.</summary>
internal static class Scripts
{
    private static readonly (string Language, HashSet<string> Words)[] Marks =
    [
        ("en", ["the", "and", "of", "to", "in", "is", "that", "for", "we", "this", "with", "our", "are", "have", "by"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "que", "dans", "pour", "une", "est", "nous", "aux", "sur", "par"]),
        ("es", ["el", "los", "las", "y", "del", "que", "en", "para", "una", "es", "por", "con", "se", "nuestro", "la"]),
        ("de", ["der", "die", "das", "und", "ist", "nicht", "wir", "mit", "für", "den", "ein", "zu", "von", "auf"]),
        ("pt", ["o", "os", "as", "e", "do", "da", "que", "em", "para", "uma", "não", "com", "dos", "das"]),
    ];

    /// <summary>The script of a character.</summary>
    public static Script Of(char c)
    {
        if (c is 'ー' or '々' or '〆') return Script.Kana;
        if (!char.IsLetter(c)) return Script.None;
        return c switch
        {
            < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') => Script.Latin,
            >= '\u0370' and <= '\u03FF' => Script.Greek,
            >= '\u0400' and <= '\u052F' => Script.Cyrillic,
            (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFEFC') => Script.Arabic,
            (>= '\u3040' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9F') => Script.Kana,
            (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') => Script.Han,
            >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
            _ => Script.Other,
        };
    }

    /// <summary>Whether a script is written without spaces between words.</summary>
    public static bool IsEastAsian(Script script) => script is Script.Kana or Script.Han;

    /// <summary>The language of a text, or null where it is not plain; <paramref name="least"/> is how many of its small words must speak for a language in Latin letters.</summary>
    public static string? LanguageOf(string text, int least = 3)
    {
        var counts = new int[9];
        foreach (var c in text) counts[(int)Of(c)]++;
        counts[0] = 0;
        var total = counts.Sum();
        if (total == 0) return null;
        var eastAsian = counts[(int)Script.Han] + counts[(int)Script.Kana];
        if (eastAsian * 3 > total) return counts[(int)Script.Kana] * 20 > eastAsian ? "ja" : "zh";
        if (counts[(int)Script.Hangul] * 2 > total) return "ko";
        if (counts[(int)Script.Cyrillic] * 2 > total) return text.AsSpan().IndexOfAny("іїєґІЇЄҐ") >= 0 ? null : "ru";
        if (counts[(int)Script.Arabic] * 2 > total) return text.AsSpan().IndexOfAny("پچگکی") >= 0 ? null : "ar";
        return counts[(int)Script.Latin] * 2 > total ? ByWords(text, least) : null;
    }

    private static string? ByWords(string text, int least)
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '\t', ',', '.', '’', '\'', ';', ':', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var ranked = Marks.Select(mark => (mark.Language, Count: words.Count(mark.Words.Contains))).OrderByDescending(static mark => mark.Count).ToList();
        return ranked[0].Count >= least && ranked[0].Count > ranked[1].Count * 1.3 ? ranked[0].Language : null;
    }
}
