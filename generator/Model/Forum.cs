namespace Rostrum.Model;

/// <summary>The standing body in which statements are made.</summary>
public sealed record Forum : Entity
{
    /// <summary>Short name for tables.</summary>
    public string? Short { get; init; }

    /// <summary>The body it belongs to.</summary>
    public EntityKey? Parent { get; init; }
}
