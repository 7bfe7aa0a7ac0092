using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>
/// What each delegation has said on each topic, passage by passage, oldest first. Translations of a text that the archive holds do not count again;
/// a joint statement counts for each delegation that made it.
/// </summary>
public sealed class Positions
{
    private readonly Dictionary<EntityKey, DelegationPositions> byDelegation;

    private Positions(Dictionary<EntityKey, DelegationPositions> byDelegation) => this.byDelegation = byDelegation;

    /// <summary>Nothing.</summary>
    public static Positions None { get; } = new([]);

    /// <summary>Those of each delegation that has spoken on any topic, by key.</summary>
    public IReadOnlyList<DelegationPositions> All => field ??= [.. byDelegation.Values.OrderBy(static positions => positions.Delegation)];

    /// <summary>The passages of a delegation on a topic.</summary>
    public IReadOnlyList<PassageReference> On(EntityKey delegation, EntityKey topic) => byDelegation.GetValueOrDefault(delegation)?.On(topic) ?? [];

    /// <summary>The topics on which a delegation has spoken, by key, with its passages.</summary>
    public IReadOnlyList<KeyValuePair<EntityKey, IReadOnlyList<PassageReference>>> Of(EntityKey delegation) => byDelegation.GetValueOrDefault(delegation)?.ByTopic ?? [];

    /// <summary>Joins what each part of the archive holds; nothing where the archive shows neither positions nor the comparison.</summary>
    internal static Positions Gather(Archive archive, Relations relations, PositionsMemo memo)
    {
        var exports = archive.Config.Exports;
        if (!exports.Has("positions") && !exports.Has("compare")) return None;
        if (!archive.HasPages(EntityKind.Topics) || !archive.HasPages(EntityKind.Delegations)) return None;
        return memo.Of(archive, relations.Parts, before => before is null ? Gather(archive, relations.Parts) : before.Positions.Changed(archive, before.Parts, relations.Parts));
    }

    private static Positions Gather(Archive archive, IReadOnlyList<RelationsPart> parts)
    {
        var joined = new Dictionary<EntityKey, Dictionary<EntityKey, IReadOnlyList<PassageReference>>>();
        Parallel.ForEach(parts, static part => _ = part.Positions);
        foreach (var (delegation, topics) in parts.SelectMany(static part => part.Positions))
        {
            if (archive.Find(delegation) is null) continue;
            if (!joined.TryGetValue(delegation, out var all)) joined[delegation] = all = [];
            Relations.Join(all, topics);
        }

        return new Positions(joined.Select(pair => DelegationPositions.Of(archive, pair.Key, pair.Value)).OfType<DelegationPositions>().ToDictionary(static positions => positions.Delegation));
    }

    // Joined anew is only who speaks in a part that is not as it was.
    private Positions Changed(Archive archive, IReadOnlyList<RelationsPart> before, IReadOnlyList<RelationsPart> now)
    {
        var all = new Dictionary<EntityKey, DelegationPositions>(byDelegation);
        var changed = new HashSet<EntityKey>();
        for (var i = 0; i < now.Count; i++)
        {
            if (!ReferenceEquals(before[i], now[i])) changed.UnionWith(Differences(before[i].Positions, now[i].Positions));
        }

        foreach (var delegation in changed.Where(key => archive.Find(key) is not null))
        {
            var topics = new Dictionary<EntityKey, IReadOnlyList<PassageReference>>();
            foreach (var part in now)
            {
                if (part.Positions.TryGetValue(delegation, out var own)) Relations.Join(topics, own);
            }

            if (DelegationPositions.Of(archive, delegation, topics) is { } made) all[delegation] = made;
            else all.Remove(delegation);
        }

        return new Positions(all);
    }

    private static IEnumerable<EntityKey> Differences(Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>> before, Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>> now) =>
        before.Keys.Union(now.Keys).Where(key => !before.TryGetValue(key, out var one) || !now.TryGetValue(key, out var other) || one.Count != other.Count
            || one.Any(topic => !other.TryGetValue(topic.Key, out var list) || !Relations.AreSame(topic.Value, list)));
}

/// <summary>What one delegation has said; the same object from build to build as long as it has said the same.</summary>
public sealed class DelegationPositions
{
    private readonly Dictionary<EntityKey, IReadOnlyList<PassageReference>> byTopic;

    private DelegationPositions(EntityKey delegation, Dictionary<EntityKey, IReadOnlyList<PassageReference>> byTopic)
    {
        Delegation = delegation;
        this.byTopic = byTopic;
        ByTopic = [.. byTopic.OrderBy(static pair => pair.Key)];
    }

    /// <summary>Who speaks.</summary>
    public EntityKey Delegation { get; }

    /// <summary>The topics on which it has spoken, by key, with its passages.</summary>
    public IReadOnlyList<KeyValuePair<EntityKey, IReadOnlyList<PassageReference>>> ByTopic { get; }

    /// <summary>Its passages on a topic.</summary>
    public IReadOnlyList<PassageReference> On(EntityKey topic) => byTopic.GetValueOrDefault(topic) ?? [];

    /// <summary>The positions of a delegation; null when all topics on which it has spoken are unknown to the archive.</summary>
    internal static DelegationPositions? Of(Archive archive, EntityKey delegation, Dictionary<EntityKey, IReadOnlyList<PassageReference>> topics)
    {
        foreach (var unknown in topics.Keys.Where(topic => archive.Find(topic) is null).ToList()) topics.Remove(unknown);
        return topics.Count == 0 ? null : new DelegationPositions(delegation, topics);
    }
}

/// <summary>The positions as they were last gathered.</summary>
internal sealed class PositionsMemo(bool keeps)
{
    private (object Outline, Gathered Made)? last;

    /// <summary>The positions in some parts: those of the last round where no part changed, else what is made, of the last round's where it can be.</summary>
    public Positions Of(Archive archive, IReadOnlyList<RelationsPart> parts, Func<Gathered?, Positions> make)
    {
        var before = last is { } known && ReferenceEquals(known.Outline, archive.Outline) && known.Made.Parts.Count == parts.Count ? known.Made : null;
        if (before is not null && before.Parts.SequenceEqual(parts, ReferenceEqualityComparer.Instance)) return before.Positions;
        var made = make(before);
        if (keeps) last = (archive.Outline, new Gathered(parts, made));
        return made;
    }

    /// <summary>Positions, and the parts from which they were gathered.</summary>
    internal sealed record Gathered(IReadOnlyList<RelationsPart> Parts, Positions Positions);
}
