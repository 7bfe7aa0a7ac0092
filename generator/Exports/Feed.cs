namespace Rostrum.Exports;

/// <summary>A feed: what it is of, and its entries, the latest change first. All addresses are absolute.</summary>
public sealed record Feed
{
    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what it is of.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Language of its name.</summary>
    public required string Language { get; init; }

    /// <summary>The page it is of.</summary>
    public required string PageUrl { get; init; }

    /// <summary>Its own address; for an archive, that of the feed it belongs to.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The same feed as JSON Feed.</summary>
    public required string JsonUrl { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Terms of texts that name none.</summary>
    public string? Rights { get; init; }

    /// <summary>A picture that stands for it.</summary>
    public string? Logo { get; init; }

    /// <summary>The latest of its entries' moments.</summary>
    public required FeedMoment Updated { get; init; }

    /// <summary>Its place among archived parts (RFC 5005); null for a feed that has none.</summary>
    public FeedPart? Part { get; init; }

    /// <summary>Its entries; made one by one as they are written.</summary>
    public required IEnumerable<FeedEntry> Entries { get; init; }
}

/// <summary>The place of a document in a feed with archives, as RFC 5005 has it.</summary>
/// <param name="ArchiveUrl">Address of the document, when it is an archive; null for the feed that is subscribed to.</param>
/// <param name="Previous">The archive with what is older.</param>
/// <param name="Next">The archive with what is newer.</param>
public sealed record FeedPart(string? ArchiveUrl, string? Previous, string? Next);

/// <summary>An entry of a feed.</summary>
/// <param name="Id">Identifies it for good, also after its address has changed.</param>
/// <param name="Url">Its page.</param>
/// <param name="Title">Its name.</param>
/// <param name="Language">Language of its text.</param>
/// <param name="Published">When it was delivered.</param>
/// <param name="Updated">When it was last changed, as far as its change log says.</param>
/// <param name="Authors">Who speaks.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Summary">What it says, in the archive's words.</param>
/// <param name="Source">Where the text came from.</param>
/// <param name="Html">The whole text; every address in it is absolute.</param>
public sealed record FeedEntry(
    string Id, string Url, string Title, string Language, FeedMoment Published, FeedMoment Updated, IReadOnlyList<FeedName> Authors, IReadOnlyList<FeedName> Topics, string? Summary, string? Source, string Html);

/// <summary>A name with its page, if it has one.</summary>
public sealed record FeedName(string Name, string? Url);

/// <summary>The first moment of a calendar day, in a time zone: feeds want a moment where an archive has a day.</summary>
public readonly record struct FeedMoment(DateOnly Day, TimeZoneInfo Zone)
{
    /// <summary>As RFC 3339 has it.</summary>
    public override string ToString()
    {
        var offset = Zone.GetUtcOffset(Day.ToDateTime(TimeOnly.MinValue));
        var minutes = (int)offset.TotalMinutes;
        var zone = minutes == 0 ? "Z" : $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}";
        return $"{Day:yyyy-MM-dd}T00:00:00{zone}";
    }
}
