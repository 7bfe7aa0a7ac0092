using System.Text;
using AngleSharp.Dom;

namespace Rostrum.Importing;

/// <summary>Turns the elements of a page into blocks, with emphasis, lists, quotations, headings, tables and links as Markdown.</summary>
internal sealed class HtmlBlocks
{
    private const int LeastParagraph = 40;
    private readonly List<ImportBlock> blocks = [];
    private readonly List<INode> line = [];

    /// <summary>The blocks below an element; <paramref name="from"/>, where given, is the element that the text begins with.</summary>
    public IReadOnlyList<ImportBlock> Read(IElement root, IElement? from)
    {
        Walk(root, from);
        Flush();
        return blocks;
    }

    /// <summary>The words of an element on one line.</summary>
    public static string TextOf(INode node)
    {
        var text = new StringBuilder();
        HtmlInlines.AppendText(node, text);
        return HtmlInlines.Collapse(text.ToString()).Replace('\n', ' ').Trim();
    }

    private void Walk(IElement parent, IElement? from)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is not (IText or IElement)) continue;
            if (from is not null && blocks.Count == 0 && node is IElement before && before != from && !before.Contains(from) && (from.CompareDocumentPosition(before) & DocumentPositions.Preceding) != 0 && !HtmlMainText.IsInline(before)) continue;
            if (node is IText || (node is IElement inline && HtmlMainText.IsInline(inline) && inline.QuerySelector("p,div,ul,ol,table,blockquote,h1,h2,h3") is null))
            {
                line.Add(node);
                continue;
            }

            Flush();
            AddElement((IElement)node, from);
        }

        Flush();
    }

    private void AddElement(IElement element, IElement? from)
    {
        var number = element.SourceReference?.Position.Line ?? 0;
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var title = TextOf(element);
                if (title.Length > 0) blocks.Add(new ImportBlock(ImportKind.Heading, title, $"{new string('#', Math.Max(2, element.LocalName[1] - '0'))} {MarkdownEscape.Inline(title)}", number));
                break;
            case "p" when element.QuerySelector("p,div,ul,ol,table,blockquote") is null:
                AddLine(element.ChildNodes, number);
                break;
            case "ul" or "ol": AddWhole(element, HtmlLists.Write(element, 0), number); break;
            case "blockquote": AddQuote(element, number); break;
            case "table" when HtmlLists.IsData(element): AddWhole(element, HtmlLists.WriteTable(element), number); break;
            case "pre": blocks.AddRange(element.TextContent.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => ImportBlock.Plain(part, number))); break;
            case "hr" or "figure" or "figcaption" or "img" or "video" or "audio" or "head": break;
            default: Walk(element, from); break;
        }
    }

    private void AddQuote(IElement element, int number)
    {
        var inner = new HtmlBlocks().Read(element, null);
        if (inner.Count == 0) return;
        var markdown = string.Join('\n', StatementFile.Body(inner).TrimEnd().Split('\n').Select(static row => row.Length == 0 ? ">" : "> " + row));
        blocks.Add(new ImportBlock(ImportKind.Other, string.Join('\n', inner.Select(static block => block.Text)), markdown, number));
    }

    private void AddWhole(IElement element, string markdown, int number)
    {
        var text = string.Join('\n', element.QuerySelectorAll("li,tr").Select(TextOf).DefaultIfEmpty(TextOf(element)));
        if (markdown.Trim().Length > 0) blocks.Add(new ImportBlock(ImportKind.Other, text, markdown, number) { IsLinks = element.LocalName != "table" && IsLinks([element]) });
    }

    private void Flush()
    {
        if (line.Count == 0) return;
        var first = line.OfType<IElement>().FirstOrDefault() ?? line[0].ParentElement;
        AddLine(line, first?.SourceReference?.Position.Line ?? 0);
        line.Clear();
    }

    // Two line breaks in a row part paragraphs, one is a break within one.
    private void AddLine(IEnumerable<INode> nodes, int number)
    {
        var all = nodes.ToList();
        var text = new StringBuilder();
        foreach (var node in all) HtmlInlines.AppendText(node, text);
        var markdown = HtmlInlines.Write(all);
        var texts = Parts(HtmlInlines.Collapse(text.ToString()));
        var marked = Parts(markdown);
        var isLinks = IsLinks(all);
        for (var i = 0; i < texts.Count; i++)
        {
            var words = texts[i];
            blocks.Add(texts.Count == marked.Count ? new ImportBlock(ImportKind.Paragraph, words, HtmlInlines.Finish(marked[i]), number) : ImportBlock.Plain(words, number));
            if (isLinks) blocks[^1] = blocks[^1] with { IsLinks = true };
        }
    }

    // Whether all the letters stand in links, and there is no sentence among them.
    private static bool IsLinks(IReadOnlyList<INode> nodes)
    {
        var links = nodes.OfType<IElement>().SelectMany(static element => element.LocalName == "a" ? [element] : element.QuerySelectorAll("a").ToList()).ToList();
        var (inside, all) = (links.Sum(static link => link.TextContent.Count(char.IsLetterOrDigit)), nodes.Sum(static node => node.TextContent.Count(char.IsLetterOrDigit)));
        return links.Count > 0 && inside == all && all > 0 && !links.Exists(static link => link.TextContent.TrimEnd().EndsWith('.'));
    }

    private static List<string> Parts(string text) => [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(static part => part.Length > 0).SelectMany(Sentences)];

    // Pages that break lines only where a paragraph ends have whole sentences on every line; an address or a verse has not.
    private static IEnumerable<string> Sentences(string part)
    {
        var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var head = lines.TakeWhile(static line => HeadingLines.KindOf(line.Trim('*')) is LineKind.Date or LineKind.Delivery or LineKind.Labelled).Count();
        var rest = lines[head..];
        var areWhole = rest.Length > 1 && rest.Sum(static line => line.Length) >= rest.Length * LeastParagraph && rest.All(static line => ".!?:;,。！？：；，、؟،؛".Contains(HeadingLines.LastSign(line), StringComparison.Ordinal));
        return areWhole ? lines : rest.Length == 0 ? lines : [.. lines[..head], string.Join('\n', rest)];
    }
}
