using Rostrum.Diagnostics;

namespace Rostrum.Model;

/// <summary>The entities that have a file: their titles, and every key, name and alias that stands for one of them.</summary>
internal sealed class KeyNames(IReadOnlyDictionary<EntityKey, string> titles, IReadOnlyDictionary<EntityKey, EntityKey> names)
{
    /// <summary>Titles by key.</summary>
    public IReadOnlyDictionary<EntityKey, string> Titles => titles;

    /// <summary>The key that a text stands for; null when it has no letter or digit.</summary>
    public EntityKey? Resolve(string written, EntityKind kind)
    {
        var slug = Slug.Of(written);
        if (!Slug.IsUsable(slug)) return null;
        var key = new EntityKey(kind, slug);
        return names.TryGetValue(key, out var named) ? named : key;
    }

    /// <summary>Whether another says the same.</summary>
    public bool IsSame(KeyNames other) => AreEqual(titles, other.Titles) && AreEqual(names, other.Names);

    private IReadOnlyDictionary<EntityKey, EntityKey> Names => names;

    private static bool AreEqual<T>(IReadOnlyDictionary<EntityKey, T> one, IReadOnlyDictionary<EntityKey, T> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(value, pair.Value));
}

/// <summary>One place where a key is used: the key, and what was written.</summary>
internal sealed record KeyUse(EntityKey Key, Located<string> Written);
