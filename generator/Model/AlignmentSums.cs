namespace Rostrum.Model;

/// <summary>
/// The greatest sum of likenesses from each pair of passages to the end of a stretch. As many are kept as a short stretch has: all of it, or of a longer one
/// a band along the diagonal, outside of which every sum is 0.
/// </summary>
internal sealed class AlignmentSums
{
    private readonly int rows;
    private readonly int columns;
    private readonly int width;
    private readonly int[] sums;

    public AlignmentSums(int rows, int columns)
    {
        (this.rows, this.columns) = (rows, columns);
        width = Math.Clamp(Alignment.MostPassages * Alignment.MostPassages / rows, 1, columns);
        sums = new int[rows * width];
    }

    /// <summary>The first column of the band in a row.</summary>
    public int Start(int row) => (int)Math.Clamp(((long)row * columns / rows) - (width / 2), 0, columns - width);

    /// <summary>The column behind its last.</summary>
    public int End(int row) => Start(row) + width;

    /// <summary>A sum.</summary>
    public int Get(int row, int column) => row < rows && column - Start(row) is var place && place >= 0 && place < width ? sums[(row * width) + place] : 0;

    /// <summary>Sets a sum within the band.</summary>
    public void Set(int row, int column, int sum) => sums[(row * width) + column - Start(row)] = sum;
}
