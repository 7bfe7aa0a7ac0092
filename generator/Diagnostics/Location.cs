namespace Rostrum.Diagnostics;

/// <summary>A place in an input file: path relative to the archive's root with forward slashes; line and column count from 1, columns in UTF-16 units.</summary>
public readonly record struct Location(string Path, int Line, int Column) : IComparable<Location>
{
    /// <summary>The first character of a file, for problems that concern the whole of it.</summary>
    public static Location StartOf(string path) => new(path, 1, 1);

    /// <inheritdoc/>
    public int CompareTo(Location other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        if (byPath != 0) return byPath;
        return Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
    }

    public static bool operator <(Location left, Location right) => left.CompareTo(right) < 0;

    public static bool operator >(Location left, Location right) => left.CompareTo(right) > 0;

    public static bool operator <=(Location left, Location right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Location left, Location right) => left.CompareTo(right) >= 0;
}
