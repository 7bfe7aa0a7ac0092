using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>
/// What each delegation has said on each topic, passage by passage, oldest first. Translations of a text that the archive holds do not count again;
/// a joint statement counts for each delegation that made it.
/// </summary>
public sealed class Positions
{
    private readonly SortedDictionary<EntityKey, SortedDictionary<EntityKey, List<PassageReference>>> byDelegation = [];

    private Positions()
    {
    }

    /// <summary>The delegations that have spoken on any topic, by key.</summary>
    public IReadOnlyCollection<EntityKey> Delegations => byDelegation.Keys;

    /// <summary>The topics on which a delegation has spoken, by key, with its passages.</summary>
    public IEnumerable<KeyValuePair<EntityKey, IReadOnlyList<PassageReference>>> Of(EntityKey delegation) =>
        byDelegation.TryGetValue(delegation, out var topics) ? topics.Select(static pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<PassageReference>)pair.Value)) : [];

    /// <summary>The passages of a delegation on a topic.</summary>
    public IReadOnlyList<PassageReference> On(EntityKey delegation, EntityKey topic) =>
        byDelegation.TryGetValue(delegation, out var topics) && topics.TryGetValue(topic, out var passages) ? passages : [];

    /// <summary>Sorts the passages on every topic by who made them; empty where the archive shows neither positions nor the comparison.</summary>
    public static Positions Gather(Archive archive, Relations relations)
    {
        var positions = new Positions();
        var exports = archive.Config.Exports;
        if (!exports.Has("positions") && !exports.Has("compare")) return positions;
        if (!archive.HasPages(EntityKind.Topics) || !archive.HasPages(EntityKind.Delegations)) return positions;
        var keys = archive.Of(EntityKind.Topics).ToArray();
        var sorted = new Dictionary<EntityKey, List<PassageReference>>[keys.Length];
        Parallel.For(0, keys.Length, i => sorted[i] = Sort(relations.PassagesOn(keys[i].Key), archive));
        foreach (var (topic, found) in keys.Zip(sorted))
        {
            foreach (var (delegation, passages) in found)
            {
                if (!positions.byDelegation.TryGetValue(delegation, out var topics)) positions.byDelegation[delegation] = topics = [];
                topics[topic.Key] = passages;
            }
        }

        return positions;
    }

    // The passages of a statement follow one another, so that its delegations are looked up once.
    private static Dictionary<EntityKey, List<PassageReference>> Sort(IReadOnlyList<PassageReference> passages, Archive archive)
    {
        var sorted = new Dictionary<EntityKey, List<PassageReference>>();
        Statement? statement = null;
        IReadOnlyList<List<PassageReference>> lists = [];
        foreach (var passage in passages)
        {
            if (!ReferenceEquals(passage.Statement, statement))
            {
                statement = passage.Statement;
                var isHeldTranslation = statement.TranslationOf is { } original && archive.FindStatement(original.Value) is not null;
                lists = isHeldTranslation ? [] : [.. statement.Delegations.Select(ListOf).OfType<List<PassageReference>>()];
            }

            foreach (var list in lists) list.Add(passage);
        }

        return sorted;

        List<PassageReference>? ListOf(EntityKey delegation)
        {
            if (!sorted.TryGetValue(delegation, out var list) && archive.Find(delegation) is not null) sorted[delegation] = list = [];
            return list;
        }
    }
}
