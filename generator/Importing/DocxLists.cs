using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rostrum.Importing;

/// <summary>The place of a paragraph in a list: its depth, and the label that the word processor prints before it (null for a bullet).</summary>
internal sealed record DocxItem(int Level, string? Label);

/// <summary>Counts the numbered paragraphs of a document as the word processor does, because their numbers are not in the text.</summary>
internal sealed class DocxLists(MainDocumentPart part)
{
    private const int Levels = 9;
    private readonly Dictionary<int, int[]> counts = [];

    /// <summary>The place of a paragraph in a list; null when it is in none.</summary>
    public DocxItem? Next(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var styled = Style(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)?.StyleParagraphProperties?.NumberingProperties;
        if ((own?.NumberingId?.Val?.Value ?? styled?.NumberingId?.Val?.Value) is not { } id || id <= 0) return null;
        var level = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? styled?.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var formats = Formats(id);
        if (formats.Count == 0) return new DocxItem(level, null);
        if (!counts.TryGetValue(id, out var count)) counts[id] = count = [.. Enumerable.Range(0, Levels).Select(index => Start(formats, index) - 1)];
        count[level]++;
        for (var deeper = level + 1; deeper < Levels; deeper++) count[deeper] = Start(formats, deeper) - 1;
        var format = formats.Find(candidate => candidate.LevelIndex?.Value == level);
        if (format?.NumberingFormat?.Val is not { } kind || kind.Value == NumberFormatValues.Bullet || kind.Value == NumberFormatValues.None) return new DocxItem(level, null);
        var label = format.LevelText?.Val?.Value ?? "%1.";
        for (var index = 0; index < Levels; index++)
        {
            var number = Math.Max(count[index], Start(formats, index));
            label = label.Replace($"%{index + 1}", Print(number, formats.Find(candidate => candidate.LevelIndex?.Value == index)), StringComparison.Ordinal);
        }

        return new DocxItem(level, label.Trim());
    }

    private Style? Style(string? name) => name is null ? null : part.StyleDefinitionsPart?.Styles?.Elements<Style>().FirstOrDefault(style => style.StyleId?.Value == name);

    private List<Level> Formats(int id)
    {
        var numbering = part.NumberingDefinitionsPart?.Numbering;
        var instance = numbering?.Elements<NumberingInstance>().FirstOrDefault(candidate => candidate.NumberID?.Value == id);
        var list = numbering?.Elements<AbstractNum>().FirstOrDefault(candidate => candidate.AbstractNumberId?.Value == instance?.AbstractNumId?.Val?.Value);
        return list is null ? [] : [.. list.Elements<Level>()];
    }

    private static int Start(List<Level> formats, int level) => Math.Clamp(formats.Find(candidate => candidate.LevelIndex?.Value == level)?.StartNumberingValue?.Val?.Value ?? 1, 0, 10_000);

    private static string Print(int number, Level? format)
    {
        var kind = format?.NumberingFormat?.Val?.Value;
        if (kind == NumberFormatValues.LowerLetter) return Letter(number, 'a');
        if (kind == NumberFormatValues.UpperLetter) return Letter(number, 'A');
        if (kind == NumberFormatValues.LowerRoman) return Roman(number).ToLowerInvariant();
        return kind == NumberFormatValues.UpperRoman ? Roman(number) : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Letter(int number, char first) => number < 1 ? "" : new string((char)(first + ((number - 1) % 26)), Math.Min(1 + ((number - 1) / 26), 5));

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) roman += sign;
        }

        return roman;
    }
}
