using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>The six kinds of thing that statements are about, by or at.</summary>
public enum EntityKind
{
    /// <summary>What is talked about.</summary>
    Topics,

    /// <summary>Who spoke.</summary>
    People,

    /// <summary>On whose behalf.</summary>
    Delegations,

    /// <summary>The standing body.</summary>
    Forums,

    /// <summary>One sitting.</summary>
    Meetings,

    /// <summary>What is cited.</summary>
    Instruments,
}

/// <summary>Names of the kinds as they stand in folders, addresses and <c>[[kind:key]]</c>.</summary>
public static class EntityKinds
{
    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<EntityKind> All = Enum.GetValues<EntityKind>();

    /// <summary>The kind's folder and address.</summary>
    public static string Name(this EntityKind kind) => SiteConfig.AllKinds[(int)kind];

    /// <summary>The kind of a folder name or of its singular; null for any other word.</summary>
    public static EntityKind? Find(string name) => name switch
    {
        "topics" or "topic" => EntityKind.Topics,
        "people" or "person" => EntityKind.People,
        "delegations" or "delegation" => EntityKind.Delegations,
        "forums" or "forum" => EntityKind.Forums,
        "meetings" or "meeting" => EntityKind.Meetings,
        "instruments" or "instrument" => EntityKind.Instruments,
        _ => null,
    };
}

/// <summary>Which entity: its kind and its key (a slug).</summary>
public readonly record struct EntityKey(EntityKind Kind, string Key) : IComparable<EntityKey>
{
    /// <inheritdoc/>
    public int CompareTo(EntityKey other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Key, other.Key);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind.Name()}:{Key}";

    public static bool operator <(EntityKey left, EntityKey right) => left.CompareTo(right) < 0;

    public static bool operator >(EntityKey left, EntityKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(EntityKey left, EntityKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EntityKey left, EntityKey right) => left.CompareTo(right) >= 0;
}
