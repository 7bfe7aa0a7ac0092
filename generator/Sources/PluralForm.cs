namespace Rostrum.Sources;

/// <summary>Which form of a text a whole number takes in a language, by the plural rules of the Unicode CLDR for whole numbers.</summary>
internal static class PluralForm
{
    /// <summary>For a language's two letters: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Of(string language, long number)
    {
        var (ten, hundred) = (number % 10, number % 100);
        return language switch
        {
            "ja" or "zh" or "ko" or "vi" or "th" or "id" or "ms" => "other",
            "fr" or "hi" or "fa" or "bn" => number is 0 or 1 ? "one" : "other",
            "ru" or "uk" or "be" or "sr" or "hr" or "bs" => (ten, hundred) switch
            {
                (1, not 11) => "one",
                ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
                _ => "many",
            },
            "pl" => (number, ten, hundred) switch
            {
                (1, _, _) => "one",
                (_, >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
                _ => "many",
            },
            "cs" or "sk" => number switch { 1 => "one", >= 2 and <= 4 => "few", _ => "other" },
            "he" => number switch { 1 => "one", 2 => "two", _ => "other" },
            "ar" => (number, hundred) switch
            {
                (0, _) => "zero",
                (1, _) => "one",
                (2, _) => "two",
                (_, >= 3 and <= 10) => "few",
                (_, >= 11) => "many",
                _ => "other",
            },
            _ => number == 1 ? "one" : "other",
        };
    }
}
