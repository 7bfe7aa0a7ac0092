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
        if (locked.Count == 0 && pins.All(static pin => pin is null)) return new NumberedPassages([.. Enumerable.Range(1, texts.Count).Select(IdOf)], [], []);
        var ids = new string?[texts.Count];
        var twice = new List<int>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (pins[i] is not { } pin) continue;
            if (taken.Add(pin)) ids[i] = pin;
            else twice.Add(i);
        }

        Match(ids, texts, [.. locked.Where(passage => !taken.Contains(passage.Id))]);
        var gone = FindGone(ids, locked);
        taken.UnionWith(locked.Select(static passage => passage.Id));
        Fill(ids, taken);
        return new NumberedPassages(ids!, gone, twice);
    }

    private static string IdOf(int number) => number < Usual.Length ? Usual[number] : $"p{number}";

    private static void Match(string?[] ids, IReadOnlyList<string> texts, List<LockedPassage> locked)
    {
        if (locked.Count == 0) return;
        var open = Enumerable.Range(0, ids.Length).Where(i => ids[i] is null).ToList();
        var sketches = open.ConvertAll(i => TextSketch.Of(texts[i]));
        var previous = (Left: -1, Right: -1);
        var aligned = Alignment.Find(locked.Count, open.Count, TextSketch.AlikeInOrder + 1, (l, r) => Likeness(locked[l].Sketch, sketches[r]));
        foreach (var (left, right) in aligned.Append((locked.Count, open.Count)))
        {
            // As many left out on both sides: each may be the other, rewritten where it stood.
            for (var i = 1; left - previous.Left == right - previous.Right && i < left - previous.Left; i++)
            {
                if (locked[previous.Left + i].Sketch.Distance(sketches[previous.Right + i]) <= TextSketch.AlikeInPlace) ids[open[previous.Right + i]] = locked[previous.Left + i].Id;
            }

            if (left < locked.Count) ids[open[right]] = locked[left].Id;
            previous = (left, right);
        }

        // What moved: the nearest of those that are left, wherever they stand.
        var free = locked.Where(passage => !ids.Contains(passage.Id)).ToList();
        var pairs = free.SelectMany(passage => open.Select((place, i) => (passage, place, Distance: passage.Sketch.Distance(sketches[i]))))
            .Where(pair => ids[pair.place] is null && pair.Distance <= TextSketch.AlikeAnywhere).OrderBy(static pair => pair.Distance).ThenBy(static pair => pair.place);
        foreach (var (passage, place, _) in pairs)
        {
            if (ids[place] is null && !ids.Contains(passage.Id)) ids[place] = passage.Id;
        }
    }

    private static int Likeness(TextSketch one, TextSketch other) => Math.Max(0, TextSketch.AlikeInOrder + 1 - one.Distance(other));

    private static List<(LockedPassage, int)> FindGone(string?[] ids, IReadOnlyList<LockedPassage> locked)
    {
        var gone = new List<(LockedPassage, int)>();
        var after = 0;
        foreach (var passage in locked)
        {
            var place = Array.IndexOf(ids, passage.Id);
            if (place >= 0) after = place + 1;
            else gone.Add((passage, after));
        }

        return gone;
    }

    private static void Fill(string?[] ids, HashSet<string> taken)
    {
        var highest = taken.Select(static id => NumberOf(id)).DefaultIfEmpty(0).Max();
        var previous = "p0";
        var following = NextOf(ids);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] is null)
            {
                var next = following[i];
                var number = NumberOf(previous) + 1;
                var isFree = next is null ? number > highest || taken.Count == 0 : (number < NumberOf(next) || (number == NumberOf(next) && char.IsAsciiLetterLower(next[^1]))) && !taken.Contains($"p{number}");
                if (next is null && !isFree && NumberOf(previous) <= highest) (number, isFree) = (highest + 1, true);
                ids[i] = isFree ? $"p{number}" : WithLetter(previous, taken);
                highest = Math.Max(highest, NumberOf(ids[i]!));
                taken.Add(ids[i]!);
            }

            previous = ids[i]!;
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

    private static string WithLetter(string previous, HashSet<string> taken)
    {
        var stem = $"p{NumberOf(previous)}";
        for (var round = stem; ; round += 'z')
        {
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                if (!taken.Contains($"{round}{letter}")) return $"{round}{letter}";
            }
        }
    }

    private static int NumberOf(string id)
    {
        var end = 1;
        while (end < id.Length && char.IsAsciiDigit(id[end])) end++;
        return int.Parse(id.AsSpan(1, end - 1));
    }
}
