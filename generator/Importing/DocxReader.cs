using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rostrum.Importing;

/// <summary>Reads a word processor's file (Office Open XML): paragraphs with their emphasis, headings, lists, tables, links and footnotes.</summary>
internal sealed class DocxReader
{
    private readonly MainDocumentPart part;
    private readonly List<ImportBlock> blocks = [];
    private readonly List<(bool IsEnd, long Id)> notes = [];
    private readonly int[] indents = new int[10];
    private readonly DocxLists lists;

    private DocxReader(MainDocumentPart part) => (this.part, lists) = (part, new DocxLists(part));

    /// <summary>The document, or null when the bytes are none.</summary>
    public static ImportText? Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, false);
            using var file = WordprocessingDocument.Open(stream, false);
            if (file.MainDocumentPart?.Document?.Body is not { } body) return null;
            var reader = new DocxReader(file.MainDocumentPart);
            foreach (var element in body.ChildElements) reader.Add(element);
            reader.AddNotes();
            return new ImportText { Blocks = reader.blocks, Around = reader.ReadHeaders() };
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or IOException or InvalidDataException or FormatException or ArgumentException or System.Xml.XmlException or InvalidOperationException or NotSupportedException or UriFormatException)
        {
            return null;
        }
    }

    private void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph: AddParagraph(paragraph); break;
            case Table table: AddTable(table); break;
            case SdtBlock block when block.SdtContentBlock is { } content:
                foreach (var inner in content.ChildElements) Add(inner);
                break;
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var runs = Read(paragraph);
        var item = lists.Next(paragraph);
        var text = MarkdownEscape.Clean(string.Concat(runs.Select(static run => run.Text))).Trim();
        if (text.Length == 0) return;
        var markdown = DocxRun.Write(runs);
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
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
        [.. part.HeaderParts.SelectMany(static header => header.Header?.Descendants<Paragraph>() ?? []).Select(static paragraph => MarkdownEscape.Clean(string.Concat(paragraph.Descendants<Text>().Select(static text => text.Text))).Trim())
            .Where(static line => line.Length > 0 && HeadingLines.KindOf(line) is LineKind.Letterhead or LineKind.Delivery).Distinct().Select(static line => ImportBlock.Plain(line, 0))];

    private void AddTable(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().ToList()).Where(static row => row.Count > 0).ToList();
        var isData = rows.Count > 1 && rows[0].Count > 1 && rows.TrueForAll(row => row.Count == rows[0].Count) && rows.SelectMany(static row => row).All(static cell => cell.Elements<Table>().FirstOrDefault() is null);
        if (!isData)
        {
            foreach (var element in rows.SelectMany(static row => row).SelectMany(static cell => cell.ChildElements)) Add(element);
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
            FootnoteEndnoteType? note = isEnd ? part.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(candidate => candidate.Id?.Value == id) : part.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(candidate => candidate.Id?.Value == id);
            var words = note is not null ? MarkdownEscape.Clean(string.Join(' ', note.Elements<Paragraph>().Select(paragraph => string.Concat(Read(paragraph).Select(static run => run.Text))))).Replace('\n', ' ').Trim() : "";
            var marked = note is null ? "" : string.Join(' ', note.Elements<Paragraph>().Select(paragraph => DocxRun.Write(Read(paragraph)).Replace("\\\n", " ", StringComparison.Ordinal))).Trim();
            blocks.Add(new ImportBlock(ImportKind.Other, words, $"[^{i + 1}]: {(marked.Length == 0 ? "–" : marked)}", blocks.Count + 1));
        }
    }

    private List<DocxRun> Read(OpenXmlElement parent)
    {
        var runs = new List<DocxRun>();
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run run: runs.AddRange(ReadRun(run)); break;
                case Hyperlink link:
                    var url = link.Id?.Value is { } id ? part.HyperlinkRelationships.FirstOrDefault(relation => relation.Id == id)?.Uri : null;
                    runs.AddRange(Read(link).Select(run => run with { Url = url is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? url.AbsoluteUri : null }));
                    break;
                case SdtRun or InsertedRun or MoveToRun or SdtContentRun or SimpleField or OpenXmlUnknownElement { LocalName: "smartTag" or "customXml" } or CustomXmlRun: runs.AddRange(Read(element)); break;
            }
        }

        return runs;
    }

    private IEnumerable<DocxRun> ReadRun(Run run)
    {
        var properties = run.RunProperties;
        var text = new StringBuilder();
        foreach (var element in run.ChildElements)
        {
            if (element is Text words) text.Append(words.Text);
            else if (element is TabChar) text.Append(' ');
            else if (element is Break or CarriageReturn) text.Append('\n');
            else if (element is NoBreakHyphen) text.Append('‑');
            else if (element is FootnoteEndnoteReferenceType { Id: { } id })
            {
                if (text.Length > 0) yield return new DocxRun(text.ToString(), IsOn(properties?.Bold), IsOn(properties?.Italic), null, 0);
                text.Clear();
                notes.Add((element is EndnoteReference, id.Value));
                yield return new DocxRun("", false, false, null, notes.Count);
            }
        }

        if (text.Length > 0) yield return new DocxRun(text.ToString(), IsOn(properties?.Bold), IsOn(properties?.Italic), null, 0);
    }

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    private static string Plain(OpenXmlElement element) => MarkdownEscape.Clean(string.Join(' ', element.Descendants<Text>().Select(static text => text.Text))).Trim();
}
