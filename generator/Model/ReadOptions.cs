namespace Rostrum.Model;

/// <summary>What to leave out: drafts unless asked for, and what lies in the future unless asked for.</summary>
/// <param name="Drafts">Whether drafts are published.</param>
/// <param name="Future">Whether what is dated behind today is published.</param>
/// <param name="Now">The moment of the build.</param>
public sealed record ReadOptions(bool Drafts, bool Future, DateTimeOffset Now)
{
    /// <summary>The calendar day of the build in a time zone.</summary>
    public DateOnly Today(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, zone).DateTime);
}
