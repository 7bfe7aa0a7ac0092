namespace Rostrum.Model;

/// <summary>Who spoke.</summary>
public sealed record Person : Entity
{
    /// <summary>Family name.</summary>
    public string? Family { get; init; }

    /// <summary>Given name.</summary>
    public string? Given { get; init; }

    /// <summary>The name in its own script.</summary>
    public string? Native { get; init; }

    /// <summary>Whether the family name comes first in the person's own usage.</summary>
    public bool FamilyFirst { get; init; }

    /// <summary>What the person was, and when.</summary>
    public IReadOnlyList<PersonRole> Roles { get; init; } = [];

    /// <summary>On whose behalf the person usually speaks.</summary>
    public EntityKey? Delegation { get; init; }
}

/// <summary>A role with its first and last day, where known.</summary>
public sealed record PersonRole(string Role, DateOnly? From, DateOnly? To);
