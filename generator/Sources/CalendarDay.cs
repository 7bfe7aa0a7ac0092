using System.Globalization;

namespace Rostrum.Sources;

/// <summary>Reads calendar days as ISO 8601 writes them; a moment counts as its day in the archive's time zone.</summary>
public static class CalendarDay
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>True when <paramref name="text"/> is a day (<c>2020-05-22</c>) or a moment, with or without an offset from UTC.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        foreach (var format in Moments)
        {
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                day = DateOnly.FromDateTime(local);
                return true;
            }

            if (DateTimeOffset.TryParseExact(text, format + "zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                || DateTimeOffset.TryParseExact(text, format + "'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            {
                day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
                return true;
            }
        }

        return false;
    }
}
