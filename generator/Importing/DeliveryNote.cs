namespace Rostrum.Importing;

/// <summary>Reads a note on the delivery at the end of a title, in brackets or behind a dash; the title itself stays as printed.</summary>
internal static class DeliveryNote
{
    /// <summary>The title without the note, and what the note says.</summary>
    public static (string Title, string? Delivery) TakeFrom(string title)
    {
        foreach (var mark in (ReadOnlySpan<string>)["(", "（", "[", " – ", " — ", " -- ", " - ", " | "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && HeadingLines.DeliveryOf(title[at..].Replace("--", "", StringComparison.Ordinal).Trim(' ', '|')) is { } delivery) return (title[..at].TrimEnd(), delivery);
        }

        return (title, null);
    }
}
