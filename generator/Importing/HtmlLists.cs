using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Rostrum.Importing;

/// <summary>Writes lists and tables of a page as Markdown.</summary>
internal static class HtmlLists
{
    private const int Deepest = 5;

    /// <summary>A list with its nested lists.</summary>
    public static string Write(IElement list, int depth)
    {
        var markdown = new StringBuilder();
        var number = int.TryParse(list.GetAttribute("start"), out var start) && start is >= 0 and < 100_000 ? start : 1;
        foreach (var item in list.Children.Where(static child => child.LocalName == "li"))
        {
            var mark = list.LocalName == "ol" ? (number++).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            var words = HtmlInlines.Finish(HtmlInlines.Write(item.ChildNodes.Where(static node => node is not IElement { LocalName: "ul" or "ol" })).Replace("\n\n", "\n", StringComparison.Ordinal));
            words = words.Replace("\n", "\n" + new string(' ', mark.Length + (depth * 3)), StringComparison.Ordinal);
            if (words.Length > 0) markdown.Append(' ', depth * 3).Append(mark).Append(words).Append('\n');
            if (depth >= Deepest) continue;
            foreach (var nested in item.Children.Where(static child => child.LocalName is "ul" or "ol")) markdown.Append(Write(nested, depth + 1)).Append('\n');
        }

        return markdown.ToString().TrimEnd('\n');
    }

    /// <summary>Whether a table holds data: rows of the same width, at least two by two, without tables or paragraphs inside.</summary>
    public static bool IsData(IElement table)
    {
        var rows = table.QuerySelectorAll("tr");
        if (rows.Length < 2 || table.QuerySelector("table,ul,ol,h1,h2,h3,td p + p,[colspan],[rowspan]") is not null) return false;
        var width = rows[0].Children.Length;
        return width > 1 && rows.All(row => row.Children.Length == width);
    }

    /// <summary>A table of data.</summary>
    public static string WriteTable(IElement table)
    {
        var markdown = new StringBuilder();
        var isFirst = true;
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            markdown.Append("| ").AppendJoin(" | ", row.Children.Select(static cell => MarkdownEscape.Inline(HtmlBlocks.TextOf(cell)))).Append(" |\n");
            if (isFirst) markdown.Append('|').Insert(markdown.Length, " --- |", row.Children.Length).Append('\n');
            isFirst = false;
        }

        return markdown.ToString().TrimEnd('\n');
    }
}
