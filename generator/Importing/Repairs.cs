using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>Mends what only a copying can have broken, a space missing between two sentences, and says so. Nothing else of a text is changed.</summary>
internal static partial class Repairs
{
    private const int MostNamed = 5;

    /// <summary>The blocks with their repairs; <paramref name="note"/> names each, or is null.</summary>
    public static IReadOnlyList<ImportBlock> Mend(IEnumerable<ImportBlock> blocks, out string? note)
    {
        var mended = new List<ImportBlock>();
        var places = new List<string>();
        foreach (var block in blocks)
        {
            if (block.Kind is not (ImportKind.Paragraph or ImportKind.Item) || !Gap().IsMatch(block.Markdown))
            {
                mended.Add(block);
                continue;
            }

            places.AddRange(Gap().Matches(block.Text).Select(match => Before(block.Text, match.Index + match.Length)));
            mended.Add(block with { Text = Gap().Replace(block.Text, "$0 "), Markdown = Gap().Replace(block.Markdown, "$0 ") });
        }

        var named = string.Join(", ", places.Take(MostNamed).Select(static place => $"“{place}”"));
        note = places.Count switch
        {
            0 => null,
            1 => $"A space has been supplied after {named}, where the source runs two sentences together; nothing else in the text has been changed.",
            <= MostNamed => $"Spaces have been supplied after {named}, where the source runs two sentences together; nothing else in the text has been changed.",
            _ => $"Spaces have been supplied in {places.Count} places where the source runs two sentences together, the first after {named}; nothing else in the text has been changed.",
        };
        return mended;
    }

    // The last words before a gap, as many as let an editor find it.
    private static string Before(string text, int end)
    {
        var start = Math.Max(0, end - 24);
        while (start > 0 && text[start - 1] != ' ' && end - start < 40) start--;
        var words = text[start..end].Trim().Split(' ');
        return string.Join(' ', words.TakeLast(2));
    }

    [GeneratedRegex(@"(?<![\p{L}\d]*[@/.][\p{L}\d]*)(?<=(?:^|[\s(“‘""'’])\p{L}{0,20}\p{Ll}{3})[.!?](?=\p{Lu}\p{Ll}*[\s’'])")]
    private static partial Regex Gap();
}
