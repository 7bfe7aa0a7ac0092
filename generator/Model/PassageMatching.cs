namespace Rostrum.Model;

/// <summary>
/// Finds published passages again in a new version of their text: in order, where they were rewritten, or elsewhere. Where more than two thousand have
/// changed on both sides, not all can be compared; what then is not found again gets a new id, and no passage gets that of another.
/// </summary>
internal static class PassageMatching
{
    /// <summary>Gives the passages that have no id yet those of the published ones that are found again.</summary>
    /// <param name="ids">An id a passage, or null.</param>
    /// <param name="texts">The texts of the passages.</param>
    /// <param name="locked">The published passages, without those whose ids are given already.</param>
    public static void Match(string?[] ids, IReadOnlyList<string> texts, List<LockedPassage> locked)
    {
        if (locked.Count == 0) return;
        var open = Enumerable.Range(0, ids.Length).Where(i => ids[i] is null).ToList();
        var sketches = open.ConvertAll(i => TextSketch.Of(texts[i]));
        var previous = (Left: -1, Right: -1);
        foreach (var (left, right) in Alignment.Find(locked.ConvertAll(static passage => passage.Sketch), sketches).Append((locked.Count, open.Count)))
        {
            // As many left out on both sides: each may be the other, rewritten where it stood.
            var between = left - previous.Left - 1;
            for (var i = 1; between == right - previous.Right - 1 && between <= Alignment.MostPassages && i <= between; i++)
            {
                if (locked[previous.Left + i].Sketch.Distance(sketches[previous.Right + i]) <= TextSketch.AlikeInPlace) ids[open[previous.Right + i]] = locked[previous.Left + i].Id;
            }

            if (left < locked.Count) ids[open[right]] = locked[left].Id;
            previous = (left, right);
        }

        var known = ids.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = locked.Where(passage => !known.Contains(passage.Id)).ToList();
        var places = Enumerable.Range(0, open.Count).Where(i => ids[open[i]] is null).Select(i => new Place(open[i], sketches[i])).ToList();
        MatchMoved(ids, places, free);
    }

    // What moved: the nearest of those that are left, wherever they stand.
    private static void MatchMoved(string?[] ids, List<Place> places, List<LockedPassage> free)
    {
        if (places.Count == 0 || free.Count == 0) return;
        var same = free.GroupBy(static passage => passage.Sketch).ToDictionary(static group => group.Key, static group => new Queue<LockedPassage>(group));
        foreach (var place in places)
        {
            if (same.TryGetValue(place.Sketch, out var equal) && equal.TryDequeue(out var passage)) ids[place.Index] = passage.Id;
        }

        var known = ids.OfType<string>().ToHashSet(StringComparer.Ordinal);
        free.RemoveAll(passage => known.Contains(passage.Id));
        places.RemoveAll(place => ids[place.Index] is not null);
        if ((long)free.Count * places.Count > Alignment.MostPassages * Alignment.MostPassages) return;
        for (var distance = 1; distance <= TextSketch.AlikeAnywhere; distance++)
        {
            foreach (var place in places.Where(place => ids[place.Index] is null))
            {
                if (free.Find(passage => passage.Sketch.Distance(place.Sketch) == distance && !known.Contains(passage.Id)) is not { } passage) continue;
                known.Add(passage.Id);
                ids[place.Index] = passage.Id;
            }
        }
    }

    private sealed record Place(int Index, TextSketch Sketch);
}
