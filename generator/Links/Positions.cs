using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>
/// What each delegation has said on each topic, passage by passage, oldest first. Translations of a text that the archive holds do not count again;
/// a joint statement counts for each delegation that made it.
/// </summary>
public sealed class Positions
{
    private readonly Dictionary<EntityKey, Dictionary<EntityKey, IReadOnlyList<PassageReference>>> byTopic = [];

    private Positions()
    {
    }

    /// <summary>The delegations that have spoken on any topic, by key.</summary>
    public IReadOnlyList<EntityKey> Delegations { get; private set; } = [];

    /// <summary>The topics on which a delegation has spoken, by key, with its passages.</summary>
    public IEnumerable<KeyValuePair<EntityKey, IReadOnlyList<PassageReference>>> Of(EntityKey delegation) =>
        byTopic.Where(pair => pair.Value.ContainsKey(delegation)).OrderBy(static pair => pair.Key).Select(pair => KeyValuePair.Create(pair.Key, pair.Value[delegation]));

    /// <summary>The passages of a delegation on a topic.</summary>
    public IReadOnlyList<PassageReference> On(EntityKey delegation, EntityKey topic) =>
        byTopic.TryGetValue(topic, out var delegations) && delegations.TryGetValue(delegation, out var passages) ? passages : [];

    /// <summary>Joins what each part of the archive holds; nothing where the archive shows neither positions nor the comparison.</summary>
    public static Positions Gather(Archive archive, Relations relations)
    {
        var positions = new Positions();
        var exports = archive.Config.Exports;
        if (!exports.Has("positions") && !exports.Has("compare")) return positions;
        if (!archive.HasPages(EntityKind.Topics) || !archive.HasPages(EntityKind.Delegations)) return positions;
        Parallel.ForEach(relations.Parts, static part => _ = part.Positions);
        foreach (var part in relations.Parts)
        {
            foreach (var (topic, delegations) in part.Positions)
            {
                if (archive.Find(topic) is null) continue;
                if (!positions.byTopic.TryGetValue(topic, out var joined)) positions.byTopic[topic] = joined = [];
                Relations.Join(joined, delegations);
            }
        }

        positions.Delegations = [.. positions.byTopic.Values.SelectMany(static delegations => delegations.Keys).Distinct().Where(key => archive.Find(key) is not null).Order()];
        return positions;
    }
}
