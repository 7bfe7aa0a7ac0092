using System.Text;
using System.Xml.Linq;

namespace Rostrum.Importing;

/// <summary>Reads a word processor's file (Office Open XML): paragraphs with their emphasis, headings, lists, tables, links and footnotes.</summary>
internal sealed class DocxReader
{
    private readonly DocxFile file;
    private readonly List<ImportBlock> blocks = [];
    private readonly List<(bool IsEnd, int Id)> notes = [];
    private readonly int[] indents = new int[10];
    private readonly DocxLists lists;

    private DocxReader(DocxFile file) => (this.file, lists) = (file, new DocxLists(file));

    /// <summary>The document, or null when the bytes are none.</summary>
    public static ImportText? Read(byte[] bytes)
    {
        try
        {
            if (DocxFile.Read(bytes) is not { } file || file.Document.Find("body") is not { } body) return null;
            var reader = new DocxReader(file);
            foreach (var element in body.Elements()) reader.Add(element);
            reader.AddNotes();
            return new ImportText { Blocks = reader.blocks, Around = reader.ReadHeaders() };
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ArgumentException or System.Xml.XmlException or NotSupportedException or UriFormatException)
        {
            return null;
        }
    }

    private void Add(XElement element)
    {
        switch (element.Kind())
        {
            case "p": AddParagraph(element); break;
            case "tbl": AddTable(element); break;
            case "sdt":
                foreach (var inner in element.Find("sdtContent")?.Elements() ?? []) Add(inner);
                break;
        }
    }

    private void AddParagraph(XElement paragraph)
    {
        var runs = Read(paragraph);
        var item = lists.Next(paragraph);
        var text = MarkdownEscape.Clean(string.Concat(runs.Select(static run => run.Text))).Trim();
        if (text.Length == 0) return;
        var markdown = DocxRun.Write(runs);
        var style = paragraph.Find("pPr", "pStyle").Value() ?? "";
        var number = blocks.Count + 1;
        if (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style is "Title")
        {
            var level = style.Length > 7 && char.IsAsciiDigit(style[^1]) ? style[^1] - '0' + 1 : 2;
            blocks.Add(new ImportBlock(ImportKind.Heading, text.Replace('\n', ' '), $"{new string('#', Math.Clamp(level, 2, 6))} {MarkdownEscape.Inline(text.Replace('\n', ' '))}", number));
        }
        else if (item is not null || style.StartsWith("ListBullet", StringComparison.OrdinalIgnoreCase)) AddItem(item ?? new DocxItem(0, null), text, markdown);
        else blocks.Add(new ImportBlock(ImportKind.Paragraph, text, markdown, number));
    }

    // A label that Markdown counts itself makes a list; any other, such as (a), is part of the text.
    private void AddItem(DocxItem item, string text, string markdown)
    {
        var number = blocks.Count + 1;
        if (item.Label is { } label && !(label.Length is > 1 and < 10 && label[^1] == '.' && label[..^1].All(char.IsAsciiDigit)))
        {
            blocks.Add(new ImportBlock(ImportKind.Paragraph, $"{label} {text}", MarkdownEscape.LineStart(MarkdownEscape.Inline(label)) + " " + markdown, number));
            return;
        }

        var level = blocks.Count > 0 && blocks[^1].Kind == ImportKind.Item ? Math.Min(item.Level, Depth(blocks[^1]) + 1) : 0;
        var mark = item.Label is null ? "- " : item.Label + " ";
        var indent = level == 0 ? 0 : indents[level];
        indents[level + 1] = indent + mark.Length;
        var space = new string(' ', indent);
        blocks.Add(new ImportBlock(ImportKind.Item, text, space + mark + markdown.Replace("\n", "\n" + space + new string(' ', mark.Length), StringComparison.Ordinal), number));
    }

    private int Depth(ImportBlock block) => Math.Max(0, Array.IndexOf(indents, block.Markdown.Length - block.Markdown.TrimStart(' ').Length, 0, 9));

    // What stands above every page is the paper's head, and no text.
    private List<ImportBlock> ReadHeaders() =>
        [.. file.Headers.SelectMany(static header => header.Descendants().Where(static element => element.Kind() == "p")).Select(static paragraph => MarkdownEscape.Clean(string.Concat(paragraph.Texts())).Trim())
            .Where(static line => line.Length > 0 && HeadingLines.KindOf(line) is LineKind.Letterhead or LineKind.Delivery).Distinct().Select(static line => ImportBlock.Plain(line, 0))];

    private void AddTable(XElement table)
    {
        var rows = table.All("tr").Select(static row => row.All("tc").ToList()).Where(static row => row.Count > 0).ToList();
        var isData = rows.Count > 1 && rows[0].Count > 1 && rows.TrueForAll(row => row.Count == rows[0].Count) && rows.SelectMany(static row => row).All(static cell => !cell.All("tbl").Any());
        if (!isData)
        {
            foreach (var element in rows.SelectMany(static row => row).SelectMany(static cell => cell.Elements())) Add(element);
            return;
        }

        var markdown = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            markdown.Append("| ").AppendJoin(" | ", rows[i].Select(static cell => MarkdownEscape.Inline(Plain(cell)))).Append(" |\n");
            if (i == 0) markdown.Append('|').Insert(markdown.Length, " --- |", rows[0].Count).Append('\n');
        }

        blocks.Add(new ImportBlock(ImportKind.Other, string.Join('\n', rows.Select(static row => string.Join(' ', row.Select(Plain)))), markdown.ToString().TrimEnd(), blocks.Count + 1));
    }

    private void AddNotes()
    {
        for (int i = 0, count = notes.Count; i < count; i++)
        {
            var (isEnd, id) = notes[i];
            var note = (isEnd ? file.Endnotes.All("endnote") : file.Footnotes.All("footnote")).FirstOrDefault(candidate => candidate.Number("id") == id);
            var words = note is not null ? MarkdownEscape.Clean(string.Join(' ', note.All("p").Select(paragraph => string.Concat(Read(paragraph).Select(static run => run.Text))))).Replace('\n', ' ').Trim() : "";
            var marked = note is null ? "" : string.Join(' ', note.All("p").Select(paragraph => DocxRun.Write(Read(paragraph)).Replace("\\\n", " ", StringComparison.Ordinal))).Trim();
            blocks.Add(new ImportBlock(ImportKind.Other, words, $"[^{i + 1}]: {(marked.Length == 0 ? "–" : marked)}", blocks.Count + 1));
        }
    }

    private List<DocxRun> Read(XElement parent)
    {
        var runs = new List<DocxRun>();
        foreach (var element in parent.Elements())
        {
            switch (element.Kind())
            {
                case "r": runs.AddRange(ReadRun(element)); break;
                case "hyperlink":
                    var url = element.Value("id") is { } id && Uri.TryCreate(file.AddressOf(id), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
                    runs.AddRange(Read(element).Select(run => run with { Url = url }));
                    break;
                case "sdt" or "sdtContent" or "ins" or "moveTo" or "fldSimple" or "smartTag" or "customXml": runs.AddRange(Read(element)); break;
            }
        }

        return runs;
    }

    private IEnumerable<DocxRun> ReadRun(XElement run)
    {
        var properties = run.Find("rPr");
        var (bold, italic) = (IsOn(properties.Find("b")), IsOn(properties.Find("i")));
        var text = new StringBuilder();
        foreach (var element in run.Elements())
        {
            switch (element.Kind())
            {
                case "t": text.Append(element.Value); break;
                case "tab": text.Append(' '); break;
                case "br" or "cr": text.Append('\n'); break;
                case "noBreakHyphen": text.Append('‑'); break;
                case "footnoteReference" or "endnoteReference" when element.Number("id") is { } id:
                    if (text.Length > 0) yield return new DocxRun(text.ToString(), bold, italic, null, 0);
                    text.Clear();
                    notes.Add((element.Kind() == "endnoteReference", id));
                    yield return new DocxRun("", false, false, null, notes.Count);
                    break;
            }
        }

        if (text.Length > 0) yield return new DocxRun(text.ToString(), bold, italic, null, 0);
    }

    private static bool IsOn(XElement? property) => property is not null && property.Value() is not ("0" or "false" or "off");

    private static string Plain(XElement element) => MarkdownEscape.Clean(string.Join(' ', element.Texts())).Trim();
}
