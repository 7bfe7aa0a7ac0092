namespace Rostrum.Model;

/// <summary>What is talked about.</summary>
public sealed record Topic : Entity
{
    /// <summary>Topics that contain this one.</summary>
    public IReadOnlyList<EntityKey> Broader { get; init; } = [];

    /// <summary>Topics beside this one.</summary>
    public IReadOnlyList<EntityKey> Related { get; init; } = [];

    /// <summary>The norm it stands for, such as 13(f).</summary>
    public string? Norm { get; init; }
}
