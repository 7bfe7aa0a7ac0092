using System.Collections.Concurrent;

namespace Rostrum.Sources;

/// <summary>
/// What a pure stage made of each of its inputs when it last saw them, by the path of the input. It never changes a result: whoever takes a value
/// says whether it still holds for the input at hand. A memo that keeps nothing has everything made anew. Safe on any thread within a round.
/// </summary>
public sealed class Memo<T>(bool keeps)
    where T : class
{
    private const int RoundsToForget = 32;
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private int round;
    private int made;

    /// <summary>How many values were made anew in this round.</summary>
    public int Made => made;

    /// <summary>The known value if it still holds; else the one that is made, from the one before where that helps.</summary>
    public T Get(string key, Func<T, bool> holds, Func<T?, T> make)
    {
        if (!keeps) return make(null);
        entries.TryGetValue(key, out var known);
        if (known is not null && holds(known.Value))
        {
            known.Round = round;
            return known.Value;
        }

        Interlocked.Increment(ref made);
        var value = make(known?.Value);
        entries[key] = new Entry(value) { Round = round };
        return value;
    }

    /// <summary>Begins a round; now and then what was not asked for in the last one is forgotten.</summary>
    public void Begin()
    {
        if (round++ % RoundsToForget == RoundsToForget - 1)
        {
            foreach (var (key, entry) in entries)
            {
                if (entry.Round != round - 1) entries.TryRemove(key, out _);
            }
        }

        made = 0;
    }

    private sealed class Entry(T value)
    {
        public T Value => value;

        public int Round { get; set; }
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
