namespace Rostrum.Model;

/// <summary>Pairs the items of two sequences in order so that the sum of likenesses is greatest (Needleman and Wunsch, 1970, without a price for gaps).</summary>
public static class Alignment
{
    /// <summary>The pairs, in order; items that are not alike (likeness 0) are never paired. Beginnings that are as alike as can be are paired without looking further, so that an unchanged text costs one pass.</summary>
    /// <param name="left">Length of the first sequence.</param>
    /// <param name="right">Length of the second.</param>
    /// <param name="most">The greatest likeness there is.</param>
    /// <param name="likeness">How alike two items are, from 0.</param>
    public static IReadOnlyList<(int Left, int Right)> Find(int left, int right, int most, Func<int, int, int> likeness)
    {
        var pairs = new List<(int, int)>();
        var start = 0;
        while (start < Math.Min(left, right) && likeness(start, start) == most) pairs.Add((start, start++));
        var (rows, columns) = (left - start, right - start);
        if (rows == 0 || columns == 0) return pairs;
        var sums = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                var alike = likeness(start + i, start + j);
                sums[i, j] = Math.Max(Math.Max(sums[i + 1, j], sums[i, j + 1]), alike > 0 ? sums[i + 1, j + 1] + alike : 0);
            }
        }

        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            var alike = likeness(start + i, start + j);
            if (alike > 0 && sums[i, j] == sums[i + 1, j + 1] + alike) pairs.Add((start + i++, start + j++));
            else if (sums[i, j] == sums[i + 1, j]) i++;
            else j++;
        }

        return pairs;
    }
}
