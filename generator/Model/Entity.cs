using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>What every kind of entity has. A key that is used and has no file is an entity with nothing but a name.</summary>
public abstract record Entity
{
    /// <summary>Kind and key.</summary>
    public required EntityKey Key { get; init; }

    /// <summary>The name.</summary>
    public required string Title { get; init; }

    /// <summary>The file, or null for a key without one.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>Other names found in texts.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>One line on what it is.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether its names become links where texts mention them.</summary>
    public bool Mention { get; init; } = true;

    /// <summary>Old addresses.</summary>
    public IReadOnlyList<Located<string>> MovedFrom { get; init; } = [];

    /// <summary>Fields that the archive keeps for itself.</summary>
    public YamlMap? Extra { get; init; }

    /// <summary>Where it is written; the start of no file for a key without one.</summary>
    public Location At => Document is null ? Location.StartOf("") : Location.StartOf(Document.Path);
}
