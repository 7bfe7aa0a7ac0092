using System.Collections.Concurrent;

namespace Rostrum.Sources;

/// <summary>
/// What a pure stage made of each of its inputs when it last saw them, by the path of the input. It never changes a result: whoever takes a value
/// says whether it still holds for the input at hand. A memo that keeps nothing has everything made anew. Safe on any thread within a round.
/// </summary>
public sealed class Memo<T>(bool keeps)
    where T : class
{
    private const int Spare = 1000;
    private readonly ConcurrentDictionary<string, T> entries = new(StringComparer.Ordinal);
    private int made;
    private int most;

    /// <summary>How many values were made anew in this round.</summary>
    public int Made => made;

    /// <summary>The known value if it still holds; else the one that is made, from the one before where that helps.</summary>
    public T Get(string key, Func<T, bool> holds, Func<T?, T> make)
    {
        if (!keeps) return make(null);
        entries.TryGetValue(key, out var known);
        if (known is not null && holds(known)) return known;
        Interlocked.Increment(ref made);
        return entries[key] = make(known);
    }

    /// <summary>Begins a round. Where most of what is kept can't be asked for any more, since files went, everything is forgotten.</summary>
    public void Begin()
    {
        most = Math.Max(most, made);
        made = 0;
        if (entries.Count > 2 * most + Spare) entries.Clear();
    }
}

/// <summary>A value that equals only itself, whatever it holds.</summary>
public readonly record struct Same<T>(T Value)
    where T : class
{
    /// <inheritdoc/>
    public bool Equals(Same<T> other) => ReferenceEquals(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Value);
}
