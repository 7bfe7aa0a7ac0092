using System.Globalization;
using System.Xml.Linq;

namespace Rostrum.Importing;

/// <summary>The place of a paragraph in a list: its depth, and the label that the word processor prints before it (null for a bullet).</summary>
internal sealed record DocxItem(int Level, string? Label);

/// <summary>Counts the numbered paragraphs of a document as the word processor does, because their numbers are not in the text.</summary>
internal sealed class DocxLists(DocxFile file)
{
    private const int Levels = 9;
    private readonly Dictionary<int, int[]> counts = [];

    /// <summary>The place of a paragraph in a list; null when it is in none.</summary>
    public DocxItem? Next(XElement paragraph)
    {
        var own = paragraph.Find("pPr", "numPr");
        var styled = Style(paragraph.Find("pPr", "pStyle").Value()).Find("pPr", "numPr");
        if ((own.Find("numId").Number() ?? styled.Find("numId").Number()) is not { } id || id <= 0) return null;
        var level = Math.Clamp(own.Find("ilvl").Number() ?? styled.Find("ilvl").Number() ?? 0, 0, Levels - 1);
        var formats = Formats(id);
        if (formats.Count == 0) return new DocxItem(level, null);
        if (!counts.TryGetValue(id, out var count)) counts[id] = count = [.. Enumerable.Range(0, Levels).Select(index => Start(formats, index) - 1)];
        count[level]++;
        for (var deeper = level + 1; deeper < Levels; deeper++) count[deeper] = Start(formats, deeper) - 1;
        var format = Format(formats, level);
        if (format.Find("numFmt").Value() is null or "bullet" or "none") return new DocxItem(level, null);
        var label = format.Find("lvlText").Value() ?? "%1.";
        for (var index = 0; index < Levels; index++)
        {
            var number = Math.Max(count[index], Start(formats, index));
            label = label.Replace($"%{index + 1}", Print(number, Format(formats, index)), StringComparison.Ordinal);
        }

        return new DocxItem(level, label.Trim());
    }

    private XElement? Style(string? name) => name is null ? null : file.Styles.All("style").FirstOrDefault(style => style.Value("styleId") == name);

    private List<XElement> Formats(int id)
    {
        var list = file.Numbering.All("num").FirstOrDefault(candidate => candidate.Number("numId") == id).Find("abstractNumId").Number();
        return list is null ? [] : file.Numbering.All("abstractNum").FirstOrDefault(candidate => candidate.Number("abstractNumId") == list).All("lvl").ToList();
    }

    private static XElement? Format(List<XElement> formats, int level) => formats.Find(candidate => candidate.Number("ilvl") == level);

    private static int Start(List<XElement> formats, int level) => Math.Clamp(Format(formats, level).Find("start").Number() ?? 1, 0, 10_000);

    private static string Print(int number, XElement? format) => format.Find("numFmt").Value() switch
    {
        "lowerLetter" => Letter(number, 'a'),
        "upperLetter" => Letter(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

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
