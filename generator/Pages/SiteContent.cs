using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Everything that views are made from: the archive, its rendered texts, their relations, and the words of the interface.</summary>
public sealed record SiteContent(Archive Archive, ArchiveTexts Texts, Relations Relations, Positions Positions, UiStrings Strings, LinkRules Rules)
{
    private ViewMaker? views;

    /// <summary>site.yml.</summary>
    public SiteConfig Config => Archive.Config;

    /// <summary>Makes the views of pages.</summary>
    internal ViewMaker Views => views ?? Interlocked.CompareExchange(ref views, new ViewMaker(this), null) ?? views;

    /// <summary>Path part of the base address.</summary>
    public string BasePath => Config.BasePath;

    /// <summary>Whether positions have pages.</summary>
    public bool HasPositions => Config.Exports.Has("positions") && Positions.All.Count > 0;

    /// <summary>Whether the comparison has a page: where two delegations have spoken.</summary>
    public bool HasCompare => Config.Exports.Has("compare") && Positions.All.Count > 1;

    /// <summary>Whether anything is known to be missing, so that coverage has a page.</summary>
    public bool HasCoverage => Archive.HasPages(EntityKind.Forums) && Archive.Of(EntityKind.Meetings).OfType<Meeting>().Any(static meeting => meeting is { Known.Count: > 0, Start: not null });

    /// <summary>Whether there is a page of citations that lead to no instrument.</summary>
    public bool HasUnresolved => Archive.HasPages(EntityKind.Instruments) && Config.Patterns is not { Count: 0 };

    /// <summary>Whether the archive is offered as data.</summary>
    public bool HasData => Config.Exports.Has("data") && Archive.Statements.Count > 0;

    /// <summary>Whether there is a list of where texts come from.</summary>
    public bool HasSources => Config.Exports.Has("sources") && Archive.Statements.Any(static statement => statement.Sources.Any(static source => source.Url is not null));

    /// <summary>Whether the archive is introduced to language models.</summary>
    public bool HasLlms => Config.Exports.Has("llms") && Archive.Statements.Count > 0;

    /// <summary>Whether there is a sitemap.</summary>
    public bool HasSitemap => Config.Exports.Has("sitemap");

    /// <summary>Whether the site has a feed: once there is something to put in it.</summary>
    public bool HasFeed => Config.Exports.Feeds != "none" && Archive.Statements.Count > 0;

    /// <summary>Whether an entity has a feed: where it has a page and statements name it or speak of it.</summary>
    public bool HasFeedOf(Entity entity) => Config.Exports.Feeds == "all" && Archive.HasPages(entity.Key.Kind) && (Relations.StatementsOf(entity.Key).Count > 0 || Relations.PassagesOn(entity.Key).Count > 0);

    /// <summary>Whether there is a search: where there is a statement to find.</summary>
    public bool HasSearch => Config.Exports.Has("search") && Archive.Statements.Any(static statement => statement.Withdrawn is null);

    /// <summary>Whether years have pages.</summary>
    public bool HasYears => Config.Exports.Has("years");
}
