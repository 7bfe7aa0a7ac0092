using System.Text;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>Shortens a text for a description.</summary>
internal static class Excerpt
{
    private const int Length = 160;
    private const int MostBytes = 4 * (Length + 1);

    /// <summary>The same of a passage, of which no more is decoded than can stand in it.</summary>
    public static string Of(Passage passage) => Of(Encoding.UTF8.GetString(passage.TextUtf8.Span[..Math.Min(passage.TextUtf8.Length, MostBytes)]));

    /// <summary>At most about 160 characters, cut at a word.</summary>
    public static string Of(string text)
    {
        text = text.Replace('\n', ' ');
        if (text.Length <= Length) return text;
        var end = text.LastIndexOf(' ', Length);
        return text[..(end > Length / 2 ? end : Length)].TrimEnd(' ', ',', ';', '.') + "…";
    }
}
