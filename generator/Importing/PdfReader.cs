using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Rostrum.Importing;

/// <summary>Reads a PDF with a text layer: lines are put together from words, paragraphs from lines across pages; running heads and page numbers are dropped, hyphenation is undone.</summary>
internal static partial class PdfReader
{
    /// <summary>The document, or null when it can't be read or holds no text.</summary>
    public static ImportText? Read(byte[] bytes)
    {
        List<List<PdfLine>> pages;
        try
        {
            using var document = PdfDocument.Open(bytes);
            pages = [.. document.GetPages().Select(ToLines)];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws whatever a broken file leads it to.
            return null;
        }

        DropRunningHeads(pages);
        var lines = pages.SelectMany(static page => page).ToList();
        return lines.Count == 0 ? null : new ImportText { Blocks = PdfParagraphs.Join(lines) };
    }

    private static List<PdfLine> ToLines(Page page)
    {
        var lines = new List<List<Word>>();
        foreach (var word in page.GetWords().Where(static word => word.Text.Trim().Length > 0).OrderByDescending(static word => word.BoundingBox.Bottom))
        {
            var height = Math.Max(1, word.BoundingBox.Height);
            var row = lines.FindLast(line => Math.Abs(Baseline(line[0]) - Baseline(word)) < height * 0.5);
            if (row is null) lines.Add([word]);
            else row.Add(word);
        }

        return [.. lines.Select(words => ToLine([.. words.OrderBy(static word => word.BoundingBox.Left)], page.Number))];
    }

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static PdfLine ToLine(List<Word> words, int page)
    {
        var text = words.Aggregate("", static (line, word) => PlainTextReader.Join(line, word.Text));
        var letters = words.SelectMany(static word => word.Letters).ToList();
        return new PdfLine(MarkdownEscape.Clean(text).Replace('\n', ' '), page, words[0].BoundingBox.Left, words[^1].BoundingBox.Right, Baseline(words[0]), letters.Max(static letter => letter.PointSize));
    }

    // What stands at the edge of a page and again, but for its numbers, at the edge of others belongs to the paper.
    private static void DropRunningHeads(List<List<PdfLine>> pages)
    {
        var edges = pages.SelectMany(static page => page.Take(3).Concat(page.TakeLast(3)).DistinctBy(static line => line.Y).Select(static line => (Form(line.Text), line.Page))).Distinct().GroupBy(static edge => edge.Item1).ToDictionary(static group => group.Key, static group => group.Count());
        var enough = Math.Max(2, (pages.Count + 1) / 2);
        foreach (var page in pages)
        {
            var outer = page.Take(3).Concat(page.TakeLast(3)).ToHashSet();
            page.RemoveAll(line => outer.Contains(line) && (PageNumber().IsMatch(line.Text) || (pages.Count > 1 && edges[Form(line.Text)] >= enough)));
        }
    }

    private static string Form(string text) => Digits().Replace(text, "0");

    [GeneratedRegex(@"^\W*(?:(?:page|p\.|seite|página|стр\.?|第)\s*)?\d{1,4}\W*(?:(?:of|/|de|sur|из)\s*\d{1,4})?\W*(?:页|ページ|頁)?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}

/// <summary>A line of a page: its words, and where it stands in points from the lower left corner.</summary>
internal sealed record PdfLine(string Text, int Page, double Left, double Right, double Y, double Size);
