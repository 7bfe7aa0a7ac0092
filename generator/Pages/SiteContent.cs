using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Everything that views are made from: the archive, its rendered texts, their relations, and the words of the interface.</summary>
public sealed record SiteContent(Archive Archive, ArchiveTexts Texts, Relations Relations, UiStrings Strings, LinkRules Rules)
{
    /// <summary>site.yml.</summary>
    public SiteConfig Config => Archive.Config;

    /// <summary>Path part of the base address.</summary>
    public string BasePath => Config.BasePath;

    /// <summary>Whether years have pages.</summary>
    public bool HasYears => Config.Exports.Has("years");
}
