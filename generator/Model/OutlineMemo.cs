namespace Rostrum.Model;

/// <summary>What was made of an archive without a look at its texts; it holds as long as the archive has the same outline.</summary>
public sealed class OutlineMemo<T>(bool keeps)
    where T : class
{
    private (object Outline, T Made)? last;

    /// <summary>The value that is known, or the one that is made. It must not hold statements, of which those that were rewritten are others now.</summary>
    public T Of(Archive archive, Func<T> make)
    {
        if (last is { } known && ReferenceEquals(known.Outline, archive.Outline)) return known.Made;
        var made = make();
        if (keeps) last = (archive.Outline, made);
        return made;
    }
}
