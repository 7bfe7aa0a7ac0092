namespace Rostrum.Search;

/// <summary>
/// Brings the forms of a word under one key: plurals, -ed, -ing, -ion and the like are cut off words in the basic Latin alphabet, all others stand
/// for themselves. Made for finding the neighbours of a word and not for grammar. templates/assets/search.js does the same.
/// </summary>
public static class WordStem
{
    private static readonly string[] AfterT = ["ion", "ive", "or", "io"];

    /// <summary>The key of a folded word.</summary>
    public static string Of(string word)
    {
        if (word.Length < 4 || word.AsSpan().ContainsAnyExceptInRange('a', 'z')) return word;
        var stem = word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
        stem = Uninflected(stem);
        if (stem.Length > 3 && stem[^1] == 'y') stem = stem[..^1] + "i";
        return stem.Length > 5 && stem.EndsWith("ti", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    private static string Uninflected(string word)
    {
        foreach (var ending in AfterT)
        {
            if (word.Length >= ending.Length + 5 && word.EndsWith(ending, StringComparison.Ordinal) && (word[^(ending.Length + 1)] == 't' || (ending == "ion" && word[^4] == 's'))) return word[..^ending.Length];
        }

        var cut = word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : "";
        if (cut.Length < 3 || !cut.AsSpan().ContainsAny("aeiouy")) return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
        if (cut.Length > 3 && cut[^1] == cut[^2] && !"aeiolsz".Contains(cut[^1], StringComparison.Ordinal)) return cut[..^1];
        return cut.Length == 3 && !IsVowel(cut[0]) && IsVowel(cut[1]) && !IsVowel(cut[2]) && !"wxy".Contains(cut[2], StringComparison.Ordinal) ? cut + "e" : cut;
    }

    private static bool IsVowel(char letter) => "aeiou".Contains(letter, StringComparison.Ordinal);
}
