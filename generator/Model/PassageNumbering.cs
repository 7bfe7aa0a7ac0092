namespace Rostrum.Model;

/// <summary>Ids for the passages of a text, and the published ones whose text is gone.</summary>
/// <param name="Ids">An id a passage, in order.</param>
/// <param name="Gone">Published passages that are no longer there, each with the number of passages that stand before it.</param>
/// <param name="Twice">Passages (by their place) whose pinned id another has too.</param>
public sealed record NumberedPassages(IReadOnlyList<string> Ids, IReadOnlyList<(LockedPassage Passage, int After)> Gone, IReadOnlyList<int> Twice);

/// <summary>
/// Gives passages their ids. What an editor pinned keeps its pin; what was published keeps its id as long as its text is recognisably the same,
/// also when it moved; the rest is numbered on, or gets a letter behind the number before it where the numbers are taken.
/// An id that was ever published never goes to another text.
/// </summary>
public static class PassageNumbering
{
    private static readonly string[] Usual = [.. Enumerable.Range(0, 256).Select(static number => $"p{number}")];

    /// <summary>Numbers passages.</summary>
    /// <param name="texts">Their texts in order.</param>
    /// <param name="pins">Ids that the editor pinned, or null, in the same order.</param>
    /// <param name="locked">What was published, in the order of the text at that time.</param>
    public static NumberedPassages Assign(IReadOnlyList<string> texts, IReadOnlyList<string?> pins, IReadOnlyList<LockedPassage> locked)
    {
        if (locked.Count == 0 && pins.All(static pin => pin is null)) return Fresh(texts.Count);
        var ids = new string?[texts.Count];
        var twice = new List<int>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (pins[i] is not { } pin) continue;
            if (taken.Add(pin)) ids[i] = pin;
            else twice.Add(i);
        }

        PassageMatching.Match(ids, texts, [.. locked.Where(passage => !taken.Contains(passage.Id)).DistinctBy(static passage => passage.Id)]);
        var gone = FindGone(ids, locked);
        taken.UnionWith(locked.Select(static passage => passage.Id));
        Fill(ids, taken);
        return new NumberedPassages(ids!, gone, twice);
    }

    /// <summary>Numbers passages of which none was ever published and none is pinned.</summary>
    public static NumberedPassages Fresh(int count) => new([.. Enumerable.Range(1, count).Select(IdOf)], [], []);

    private static string IdOf(int number) => number < Usual.Length ? Usual[number] : $"p{number}";

    private static List<(LockedPassage, int)> FindGone(string?[] ids, IReadOnlyList<LockedPassage> locked)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] is { } id) places.TryAdd(id, i);
        }

        var gone = new List<(LockedPassage, int)>();
        var after = 0;
        foreach (var passage in locked)
        {
            if (places.TryGetValue(passage.Id, out var place)) after = place + 1;
            else gone.Add((passage, after));
        }

        return gone;
    }

    private static void Fill(string?[] ids, HashSet<string> taken)
    {
        var highest = taken.Select(static id => NumberOf(id)).DefaultIfEmpty(0).Max();
        var previous = "p0";
        var following = NextOf(ids);
        var letters = new Dictionary<int, int>();
        for (var i = 0; i < ids.Length; i++)
        {
            var id = ids[i];
            if (id is null)
            {
                var next = following[i];
                var number = NumberOf(previous) + 1;
                var isFree = next is null ? number > highest || taken.Count == 0 : (number < NumberOf(next) || (number == NumberOf(next) && char.IsAsciiLetterLower(next[^1]))) && !taken.Contains($"p{number}");
                if (next is null && !isFree && NumberOf(previous) <= highest) (number, isFree) = (highest + 1, true);
                id = isFree ? $"p{number}" : WithLetter(number - 1, taken, letters);
                ids[i] = id ?? $"p{highest + 1}";
                highest = Math.Max(highest, NumberOf(ids[i]!));
                taken.Add(ids[i]!);
            }

            // Behind a number whose letters are used up, all that follows is numbered on as well.
            previous = id ?? previous;
        }
    }

    // The first id that is known already at each place or behind it.
    private static string?[] NextOf(string?[] ids)
    {
        var next = new string?[ids.Length];
        string? known = null;
        for (var i = ids.Length - 1; i >= 0; i--) next[i] = known = ids[i] ?? known;
        return next;
    }

    // From a to z, za to zz and so on, as many letters as can be read; null when none is left. Of each number it is known how many were tried.
    private static string? WithLetter(int number, HashSet<string> taken, Dictionary<int, int> tried)
    {
        for (var count = tried.GetValueOrDefault(number); count < 26 * PassageRange.MostLetters; count++)
        {
            tried[number] = count + 1;
            var id = $"p{number}{new string('z', count / 26)}{(char)('a' + (count % 26))}";
            if (!taken.Contains(id)) return id;
        }

        return null;
    }

    private static int NumberOf(string id)
    {
        var end = 1;
        while (end < id.Length && char.IsAsciiDigit(id[end])) end++;
        return int.Parse(id.AsSpan(1, end - 1));
    }
}
