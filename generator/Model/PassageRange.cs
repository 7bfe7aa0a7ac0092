namespace Rostrum.Model;

/// <summary>Passage numbers as editors write them: <c>3</c>, <c>3a</c>, or <c>3-5</c>.</summary>
public readonly record struct PassageRange(string First, string Last)
{
    /// <summary>Letters that can stand behind a number.</summary>
    public const int MostLetters = 4;

    // A text of ten megabytes has no more than five million passages.
    private const int MostDigits = 7;

    /// <summary>True when <paramref name="text"/> names a passage or a range of them, with or without the letter p.</summary>
    public static bool TryParse(string text, out PassageRange range)
    {
        var parts = text.Split('-', '–');
        range = new PassageRange(parts[0].Trim().TrimStart('p'), parts[^1].Trim().TrimStart('p'));
        return parts.Length <= 2 && IsNumber(range.First) && IsNumber(range.Last);
    }

    /// <summary>Whether a text is a passage number: digits, and letters for what was inserted later.</summary>
    public static bool IsNumber(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits < 0 ? text.Length is > 0 and <= MostDigits : digits is > 0 and <= MostDigits && text.Length <= digits + MostLetters && !text.AsSpan(digits).ContainsAnyExceptInRange('a', 'z');
    }
}
