using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Any page that is no statement and no entity: about, method, a guide.</summary>
public sealed record Page
{
    /// <summary>Path below content/pages without its ending; <c>guide</c> for <c>guide/index.md</c>, empty for the home page's text.</summary>
    public required string Key { get; init; }

    /// <summary>The file.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>Order among its neighbours; the lightest first.</summary>
    public int Weight { get; init; }

    /// <summary>Whether lists of pages show it.</summary>
    public bool InNavigation { get; init; } = true;

    /// <summary>One line on what it is.</summary>
    public string? Summary { get; init; }

    /// <summary>Old addresses.</summary>
    public IReadOnlyList<Located<string>> MovedFrom { get; init; } = [];

    /// <summary>Folder of <see cref="Key"/>; empty at the top.</summary>
    public string Folder => Key.LastIndexOf('/') is var slash and >= 0 ? Key[..slash] : "";

    /// <summary>Where it is published.</summary>
    public PageUrl Url => Routes.Page(Key);
}
