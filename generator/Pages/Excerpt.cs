namespace Rostrum.Pages;

/// <summary>Shortens a text for a description.</summary>
internal static class Excerpt
{
    private const int Length = 160;

    /// <summary>At most about 160 characters, cut at a word.</summary>
    public static string Of(string text)
    {
        text = text.Replace('\n', ' ');
        if (text.Length <= Length) return text;
        var end = text.LastIndexOf(' ', Length);
        return text[..(end > Length / 2 ? end : Length)].TrimEnd(' ', ',', ';', '.') + "…";
    }
}
