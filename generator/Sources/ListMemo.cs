namespace Rostrum.Sources;

/// <summary>
/// What a pure stage made of each item of a list in the last round, by place. An item that stands where it stood, counted from the beginning or the end,
/// and is the very same is not looked at, as long as the rest of what the stage depends on is the very same too: of ten thousand items with one
/// change this costs a comparison of references each. It never changes a result. Not safe on several threads at once.
/// </summary>
public sealed class ListMemo<TItem, TMade>(bool keeps)
    where TItem : class
{
    private IReadOnlyList<TItem> items = [];
    private TMade[] made = [];
    private object? rest;

    /// <summary>What is made of some items, in their order; what is not known is made in parallel.</summary>
    /// <param name="now">The items.</param>
    /// <param name="other">All else that the results depend on, one object as long as none of it changes.</param>
    /// <param name="make">Makes the result of the item at a place.</param>
    public TMade[] Of(IReadOnlyList<TItem> now, object other, Func<int, TMade> make)
    {
        var all = new TMade[now.Count];
        var anew = new List<int>();
        var known = ReferenceEquals(rest, other) ? items : [];
        var shift = known.Count - now.Count;
        for (var i = 0; i < all.Length; i++)
        {
            if (i < known.Count && ReferenceEquals(known[i], now[i])) all[i] = made[i];
            else if (i + shift >= 0 && i + shift < known.Count && ReferenceEquals(known[i + shift], now[i])) all[i] = made[i + shift];
            else anew.Add(i);
        }

        Parallel.For(0, anew.Count, i => all[anew[i]] = make(anew[i]));
        if (keeps) (items, made, rest) = (now, all, other);
        return all;
    }
}
