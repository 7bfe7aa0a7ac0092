namespace Rostrum.Diagnostics;

/// <summary>Finds the word a mistyped one was probably meant to be (optimal string alignment distance).</summary>
public static class DidYouMean
{
    // Nobody mistypes a word of this length by a letter; comparing them takes time and memory that grow with the square of it.
    private const int LongestWord = 100;

    /// <summary>The candidate at the smallest distance, at most a third of the word's length and at least one edit allowed; null when none is near. Ties go to the ordinally first.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord) return null;
        var allowed = Math.Max(1, word.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed) continue;
            var distance = Distance(word, candidate);
            if (distance > allowed) continue;
            if (distance < allowed || best is null || string.CompareOrdinal(candidate, best) < 0) best = candidate;
            allowed = distance;
        }

        return best;
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    public static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[from.Length, to.Length];
    }
}
