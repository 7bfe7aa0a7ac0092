namespace Rostrum.Model;

/// <summary>
/// Pairs the passages of two versions of a text, in order, so that the sum of likenesses is greatest (Needleman and Wunsch, 1970, without a price for gaps).
/// Versions that differ in more than two thousand passages are cut first, at their equal ends and at the passages that each has once; what is then still
/// too long is compared near its diagonal alone. So time and memory grow with the length of the text, and no faster.
/// </summary>
public static class Alignment
{
    /// <summary>How many passages of a stretch may differ on both sides for all of them to be compared with one another.</summary>
    public const int MostPassages = 2_000;

    /// <summary>The pairs, in order; passages that are not alike are never paired. Equal beginnings are paired without looking further, so that an unchanged text costs one pass.</summary>
    public static IReadOnlyList<(int Left, int Right)> Find(IReadOnlyList<TextSketch> left, IReadOnlyList<TextSketch> right)
    {
        var pairs = new List<(int, int)>();
        var start = 0;
        while (start < Math.Min(left.Count, right.Count) && left[start] == right[start]) pairs.Add((start, start++));
        var rest = new Stretch(start, left.Count, start, right.Count);
        if (rest.IsShort)
        {
            AddBest(pairs, left, right, rest);
            return pairs;
        }

        while (rest.Rows > 0 && rest.Columns > 0 && left[rest.LeftEnd - 1] == right[rest.RightEnd - 1]) rest = rest with { LeftEnd = rest.LeftEnd - 1, RightEnd = rest.RightEnd - 1 };
        var (fromLeft, fromRight) = (start, start);
        foreach (var (l, r) in UniquePassages.Find(left, right, rest))
        {
            AddBest(pairs, left, right, new Stretch(fromLeft, l, fromRight, r));
            pairs.Add((l, r));
            (fromLeft, fromRight) = (l + 1, r + 1);
        }

        AddBest(pairs, left, right, rest with { Left = fromLeft, Right = fromRight });
        for (var i = 0; rest.LeftEnd + i < left.Count; i++) pairs.Add((rest.LeftEnd + i, rest.RightEnd + i));
        return pairs;
    }

    private static void AddBest(List<(int, int)> pairs, IReadOnlyList<TextSketch> left, IReadOnlyList<TextSketch> right, Stretch stretch)
    {
        if (stretch.Rows == 0 || stretch.Columns == 0) return;
        var sums = new AlignmentSums(stretch.Rows, stretch.Columns);

        // Where not all can be compared, only what would be known again anywhere counts.
        var alikeTo = stretch.IsShort ? TextSketch.AlikeInOrder : TextSketch.AlikeAnywhere;
        for (var i = stretch.Rows - 1; i >= 0; i--)
        {
            for (var j = sums.End(i) - 1; j >= sums.Start(i); j--)
            {
                var alike = Likeness(i, j);
                sums.Set(i, j, Math.Max(Math.Max(sums.Get(i + 1, j), sums.Get(i, j + 1)), alike > 0 ? sums.Get(i + 1, j + 1) + alike : 0));
            }
        }

        for (var (i, j) = (0, 0); i < stretch.Rows && j < stretch.Columns;)
        {
            var alike = Likeness(i, j);
            if (alike > 0 && sums.Get(i, j) == sums.Get(i + 1, j + 1) + alike) pairs.Add((stretch.Left + i++, stretch.Right + j++));
            else if (sums.Get(i, j) == sums.Get(i + 1, j)) i++;
            else j++;
        }

        int Likeness(int i, int j) => left[stretch.Left + i].Distance(right[stretch.Right + j]) is var distance && distance <= alikeTo ? TextSketch.AlikeInOrder + 1 - distance : 0;
    }
}

/// <summary>A stretch of two versions of a text: from a passage of each to before another.</summary>
internal readonly record struct Stretch(int Left, int LeftEnd, int Right, int RightEnd)
{
    /// <summary>Passages on the left.</summary>
    public int Rows => LeftEnd - Left;

    /// <summary>Passages on the right.</summary>
    public int Columns => RightEnd - Right;

    /// <summary>Whether all of its passages can be compared with one another.</summary>
    public bool IsShort => (long)Rows * Columns <= Alignment.MostPassages * Alignment.MostPassages;
}
