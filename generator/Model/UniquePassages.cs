namespace Rostrum.Model;

/// <summary>Finds the passages that two versions of a text have once each, in the longest order that both share: what the “patience” comparison of program texts cuts at.</summary>
internal static class UniquePassages
{
    /// <summary>The pairs, in order.</summary>
    public static List<(int Left, int Right)> Find(IReadOnlyList<TextSketch> left, IReadOnlyList<TextSketch> right, Stretch stretch)
    {
        var onLeft = PlacesOf(left, stretch.Left, stretch.LeftEnd);
        var onRight = PlacesOf(right, stretch.Right, stretch.RightEnd);
        var pairs = new List<(int Left, int Right)>();
        for (var i = stretch.Left; i < stretch.LeftEnd; i++)
        {
            if (onLeft[left[i]] == i && onRight.TryGetValue(left[i], out var place) && place is { } j) pairs.Add((i, j));
        }

        return LongestRising(pairs);
    }

    // The place of each passage; null for one that is there twice.
    private static Dictionary<TextSketch, int?> PlacesOf(IReadOnlyList<TextSketch> sketches, int start, int end)
    {
        var places = new Dictionary<TextSketch, int?>();
        for (var i = start; i < end; i++) places[sketches[i]] = places.ContainsKey(sketches[i]) ? null : i;
        return places;
    }

    private static List<(int Left, int Right)> LongestRising(List<(int Left, int Right)> pairs)
    {
        // Of the rising runs of each length, the pair at the end of the one that ends lowest; and the pair before each pair.
        var ends = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].Right < pairs[i].Right) low = middle + 1;
                else high = middle;
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }

        var rising = new List<(int Left, int Right)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i]) rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }
}
