namespace Rostrum.Model;

/// <summary>One sitting.</summary>
public sealed record Meeting : Entity
{
    /// <summary>The body that met.</summary>
    public EntityKey? Forum { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>in-person, virtual or hybrid.</summary>
    public string? Mode { get; init; }

    /// <summary>Delegations that convened it.</summary>
    public IReadOnlyList<EntityKey> Organizers { get; init; } = [];

    /// <summary>Symbol of the official record, or <c>none</c> where it is known that there is none.</summary>
    public string? Record { get; init; }

    /// <summary>Interventions known but not held.</summary>
    public IReadOnlyList<KnownIntervention> Known { get; init; } = [];

    /// <summary>What <see cref="Mode"/> may be.</summary>
    public static readonly IReadOnlyList<string> Modes = ["in-person", "virtual", "hybrid"];
}

/// <summary>An intervention that is known to have been made, and whose text the archive does not hold.</summary>
public sealed record KnownIntervention(EntityKey? Delegation, string? Speaker, string? Note, string? Url);
