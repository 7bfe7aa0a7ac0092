using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Rostrum.Diagnostics;

namespace Rostrum.Rendering;

/// <summary>Turns Markdown into blocks of HTML and passages. Each text alone, on any thread; the result depends on the text and the rules only.</summary>
public sealed class BodyRenderer(LinkRules rules)
{
    private static readonly MarkdownPipeline Plain = BuildPipeline(false);
    private static readonly MarkdownPipeline WithAddresses = BuildPipeline(true);
    private readonly ThreadLocal<BlockHtml> html = new(static () => new BlockHtml(Plain));

    /// <summary>The text of a document, rendered.</summary>
    public RenderedBody Render(BodySource source) => Render(source, KnownBody.None);

    /// <summary>Some Markdown, rendered as if it stood in the body of a document: a summary, an editor's note.</summary>
    public RenderedBody Render(BodySource source, string markdown) => Render(source, markdown, KnownBody.None);

    /// <summary>The text of a document, rendered; blocks and passages that are as they were before are taken from there.</summary>
    internal RenderedBody Render(BodySource source, KnownBody before) => Render(source, source.Document.ReadBody(), before);

    private RenderedBody Render(BodySource source, string markdown, KnownBody before)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return RenderedBody.Empty;
        var bag = new DiagnosticBag();
        if (CostlyMarkdown.Find(markdown, rules.Limits) is var (line, limit, most))
        {
            bag.Add(Problems.CostlyMarkdown(new Location(source.Document.Path, source.Document.BodyLine + line, 1), limit, most));
            return RenderedBody.Empty with { Problems = bag.ToSorted() };
        }

        try
        {
            return Render(source, Parse(markdown), before, bag);
        }
        catch (Exception exception) when (exception.GetType() == typeof(ArgumentException) || exception is InsufficientExecutionStackException)
        {
            // Whatever was half written, and however deep the writer believes itself to be, must not reach the next text.
            html.Value = new BlockHtml(Plain);
            bag.Add(Problems.TextTooDeep(new Location(source.Document.Path, source.Document.BodyLine, 1)));
            return RenderedBody.Empty with { Problems = bag.ToSorted() };
        }
    }

    private RenderedBody Render(BodySource source, MarkdownDocument document, KnownBody before, DiagnosticBag bag)
    {
        var links = new LinkRewriter(source, rules, bag);
        links.Rewrite(document);
        var blocks = new BlockCollector(source, rules, html.Value!, before, bag);
        foreach (var block in document)
        {
            if (block is not (FootnoteGroup or LinkReferenceDefinitionGroup)) blocks.Add(block);
        }

        blocks.Number();
        foreach (var group in document.OfType<FootnoteGroup>()) blocks.AddNotes(group);
        return blocks.ToBody(links, bag.ToSorted());
    }

    /// <summary>A text as Markdig sees it; ArgumentException for one that nests too deep.</summary>
    internal static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, MayHoldAddress(markdown) ? WithAddresses : Plain);

    // The parser of bare addresses stops at every h, f, m, t and w; a text that can't hold one is spared it.
    private static bool MayHoldAddress(string text) =>
        (text.Contains(':', StringComparison.Ordinal) && (text.Contains("://", StringComparison.Ordinal) || text.Contains("mailto:", StringComparison.Ordinal) || text.Contains("tel:", StringComparison.Ordinal))) || text.Contains("www.", StringComparison.Ordinal);

    private static MarkdownPipeline BuildPipeline(bool withAddresses)
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseDefinitionLists().UsePreciseSourceLocation();
        if (withAddresses) builder.UseAutoLinks();
        builder.Extensions.Add(new CrossLinkExtension());
        return builder.Build();
    }
}
