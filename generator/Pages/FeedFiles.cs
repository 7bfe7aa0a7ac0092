using System.Globalization;
using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>
/// Plans the feeds of the site and of every entity. A feed holds the statements that changed last; behind the site's own lie archives with
/// all others (RFC 5005), cut by the year of the last change so that what is filed under one year does not move another's.
/// </summary>
internal sealed class FeedFiles(ViewMaker maker)
{
    /// <summary>Entries that a feed, and each archived part, holds at most.</summary>
    public const int Length = 50;

    private readonly SiteContent site = maker.Site;
    private readonly FeedText text = new(maker);

    /// <summary>The feeds of the site.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo)
    {
        if (!site.HasFeed) return [];
        var order = memo.Feeds.Of(site.Archive, () => FeedOrder.Of(site.Archive));
        var parts = site.Config.Exports.Feeds == "all" ? order.Parts : [];
        return SiteFeeds(order.Latest, parts);
    }

    /// <summary>Whether an address is that of a feed.</summary>
    public static bool IsFeed(PageUrl url) => url.Path.EndsWith(Routes.Feed(Routes.Home).Path, StringComparison.Ordinal) || url.Path.EndsWith(Routes.JsonFeed(Routes.Home).Path, StringComparison.Ordinal);

    /// <summary>The feeds of an entity.</summary>
    public static IEnumerable<PlannedFile> Plan(Entity entity)
    {
        var page = Routes.Entity(entity.Key);
        var source = entity.Document is null ? Location.StartOf("site.yml") : entity.At;
        yield return PlannedExport.Of(Routes.Feed(page), source, (content, stream) => AtomFeed.Write(content.Views.Feeds.Of(entity), stream));
        yield return PlannedExport.Of(Routes.JsonFeed(page), source, (content, stream) => JsonFeed.Write(content.Views.Feeds.Of(entity), stream));
    }

    private IEnumerable<PlannedFile> SiteFeeds(int[] latest, IReadOnlyList<FeedCut> parts)
    {
        var source = Location.StartOf("site.yml");
        var newest = parts.Count > 0 ? new FeedPart(null, maker.Canonical(parts[^1].Url), null) : null;
        yield return PlannedExport.Of(Routes.Feed(Routes.Home), source, stream => AtomFeed.Write(OfSite(latest) with { Part = newest }, stream));
        yield return PlannedExport.Of(Routes.JsonFeed(Routes.Home), source, stream => JsonFeed.Write(OfSite(latest), stream));
        for (var i = 0; i < parts.Count; i++)
        {
            var (_, url, statements) = parts[i];
            var place = new FeedPart(maker.Canonical(url), i > 0 ? maker.Canonical(parts[i - 1].Url) : null, i + 1 < parts.Count ? maker.Canonical(parts[i + 1].Url) : null);
            yield return PlannedExport.Of(url, source, stream => AtomFeed.Write(OfSite(statements) with { Part = place }, stream));
        }
    }

    private Feed OfSite(int[] statements) => Make(site.Config.Title, site.Config.Description, Routes.Home, [.. statements.Select(place => site.Archive.Statements[place])]);

    private Feed Of(Entity entity)
    {
        var statements = site.Relations.StatementsOf(entity.Key).Concat(site.Relations.PassagesOn(entity.Key).Select(static passage => passage.Statement)).DistinctBy(static statement => statement.Id)
            .OrderByDescending(static statement => statement.Updated).ThenByDescending(static statement => statement.Date).ThenByDescending(static statement => statement.Id, StringComparer.Ordinal)
            .Take(Length).ToList();
        var summary = site.Texts.Of(entity.Document).Summary.Passages;
        return Make(maker.Title(entity.Title), summary.Count > 0 ? summary[0].Passage.Text : null, Routes.Entity(entity.Key), statements);
    }

    private Feed Make(string title, string? subtitle, PageUrl page, List<Statement> statements) => new()
    {
        Title = title,
        Subtitle = subtitle,
        Language = site.Config.Language,
        PageUrl = maker.Canonical(page),
        FeedUrl = maker.Canonical(Routes.Feed(page)),
        JsonUrl = maker.Canonical(Routes.JsonFeed(page)),
        Publisher = site.Config.Publisher ?? site.Config.Title,
        Rights = site.Config.License is { } license ? license.Url is null ? license.Name : string.Create(CultureInfo.InvariantCulture, $"{license.Name}: {license.Url}") : null,
        Updated = new FeedMoment(statements[0].Updated, site.Config.TimeZone),
        Entries = statements.Select(text.Entry),
    };
}

/// <summary>Statements by their places in the archive, as the site's feed and its parts hold them: those that changed last first.</summary>
internal sealed record FeedOrder(int[] Latest, IReadOnlyList<FeedCut> Parts)
{
    /// <summary>
    /// Cuts an archive into parts. Only parts that nothing can be added to any more are archived: those of years that are over, and full ones.
    /// What is left over is less than a part, and the feed itself holds it.
    /// </summary>
    public static FeedOrder Of(Archive archive)
    {
        // Those of one day stay in the order of the archive.
        var ordered = archive.Statements.Select(static (statement, place) => new Placed(place, statement.Updated)).OrderBy(static placed => placed.Updated).ToList();
        var parts = ordered.GroupBy(static placed => placed.Updated.Year)
            .SelectMany(static year => year.Chunk(FeedFiles.Length).Select((part, i) => new FeedCut(year.Key, Routes.FeedArchive(year.Key, i + 1), PlacesOf(part))))
            .Where(part => part.Statements.Length == FeedFiles.Length || part.Year < ordered[^1].Updated.Year);
        return new FeedOrder(PlacesOf([.. ordered.TakeLast(FeedFiles.Length)]), ordered.Count > FeedFiles.Length ? [.. parts] : []);
    }

    // Those that changed last first.
    private static int[] PlacesOf(Placed[] part)
    {
        var places = Array.ConvertAll(part, static placed => placed.Place);
        Array.Reverse(places);
        return places;
    }

    private sealed record Placed(int Place, DateOnly Updated);
}

/// <summary>An archived part of the site's feed: its year, address, and the places of its statements in the archive.</summary>
internal sealed record FeedCut(int Year, PageUrl Url, int[] Statements);
