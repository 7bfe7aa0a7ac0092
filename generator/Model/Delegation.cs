namespace Rostrum.Model;

/// <summary>On whose behalf a statement is made.</summary>
public sealed record Delegation : Entity
{
    /// <summary>ISO 3166-1 code, if any.</summary>
    public string? Code { get; init; }

    /// <summary>Short name for tables.</summary>
    public string? Short { get; init; }

    /// <summary>Groups it belongs to.</summary>
    public IReadOnlyList<EntityKey> MemberOf { get; init; } = [];

    /// <summary>state, group or organisation.</summary>
    public string? Type { get; init; }

    /// <summary>What <see cref="Type"/> may be.</summary>
    public static readonly IReadOnlyList<string> Types = ["state", "group", "organisation"];
}
