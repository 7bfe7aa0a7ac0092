namespace Rostrum.Sources;

/// <summary>What Rostrum needs to know of BCP 47 language tags.</summary>
public static class LanguageTag
{
    private static readonly HashSet<string> RightToLeft = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

    /// <summary>Whether the tag has the form of RFC 5646: parts of one to eight letters and digits, the first of two or three letters.</summary>
    public static bool IsWellFormed(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(static part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary><c>rtl</c> for languages written from right to left, else <c>ltr</c>.</summary>
    public static string Direction(string tag) =>
        RightToLeft.Contains(tag.Split('-')[0].ToLowerInvariant()) && !tag.Contains("-Latn", StringComparison.OrdinalIgnoreCase) ? "rtl" : "ltr";
}
