using System.Buffers;
using System.Runtime.CompilerServices;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rostrum.Rendering;

/// <summary>A piece of a passage's text and the inline it comes from. Only runs outside links and code can become links.</summary>
internal readonly record struct TextRun(Inline Inline, int Start, int Length, bool Linkable)
{
    public int End => Start + Length;
}

/// <summary>Where one thread puts texts together: those of the blocks of a document, and the runs of the block at hand.</summary>
internal sealed class TextScratch
{
    /// <summary>The texts, one behind the other.</summary>
    public ArrayBufferWriter<char> Text { get; } = new(4096);

    /// <summary>The runs of one block.</summary>
    public List<TextRun> Runs { get; } = [];
}

/// <summary>The plain text of a block, with the inlines that it comes from. Blocks within it are separated by a line feed, line breaks within a paragraph are spaces.</summary>
internal sealed class InlineText
{
    private readonly ArrayBufferWriter<char> text;
    private readonly int begin;

    // Most passages have none of these.
    private List<(ResolvedLink Link, int Start, int Length)>? links;
    private List<Footnote>? footnotes;
    private List<MarkdownObject>? html;

    private InlineText(TextScratch scratch)
    {
        text = scratch.Text;
        begin = text.WrittenCount;
        Runs = scratch.Runs;
        Runs.Clear();
    }

    /// <summary>The runs in order, until the text of another block is collected.</summary>
    public List<TextRun> Runs { get; }

    /// <summary>The links that were resolved, with their places.</summary>
    public IReadOnlyList<(ResolvedLink Link, int Start, int Length)> Links => links ?? [];

    /// <summary>The footnotes referred to.</summary>
    public IReadOnlyList<Footnote> Footnotes => footnotes ?? [];

    /// <summary>Raw HTML that stands in the block: inlines and blocks.</summary>
    public IReadOnlyList<MarkdownObject> Html => html ?? [];

    /// <summary>Whether anything in it looks like a citation or names an instrument, so that it depends on what instruments there are.</summary>
    public bool Cites { get; set; }

    /// <summary>Whether the text held more mentions than are looked for.</summary>
    public bool HasTooManyMentions { get; set; }

    private int Length => text.WrittenCount - begin;

    /// <summary>Collects the text of a block at the end of what <paramref name="scratch"/> holds; it is valid until that is used for another document.</summary>
    public static (InlineText Inlines, ReadOnlyMemory<char> Text) Of(Markdig.Syntax.Block block, TextScratch scratch)
    {
        var collected = new InlineText(scratch);
        collected.Add(block);
        return (collected, scratch.Text.WrittenMemory[collected.begin..].TrimEnd());
    }

    private void Add(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case ContainerBlock container:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                foreach (var child in container) Add(child);
                break;
            case HtmlBlock raw:
                (html ??= []).Add(raw);
                break;
            case LeafBlock { Inline: { } inlines }:
                BeginLine();
                AddChildren(inlines, true);
                break;
            case LeafBlock leaf:
                BeginLine();
                text.Write(leaf.Lines.ToSlice().AsSpan());
                break;
        }
    }

    private void BeginLine()
    {
        if (Length > 0 && text.WrittenSpan[^1] != '\n') text.Write("\n");
    }

    private void AddChildren(ContainerInline container, bool linkable)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling) Add(inline, linkable);
    }

    private void Add(Inline inline, bool linkable)
    {
        var start = Length;
        switch (inline)
        {
            case LiteralInline literal:
                text.Write(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                text.Write(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                text.Write(" ");
                break;
            case CodeInline code:
                text.Write(code.Content);
                linkable = false;
                break;
            case AutolinkInline auto:
                text.Write(auto.Url);
                linkable = false;
                break;
            case LinkInline { IsImage: true }:
                return;
            case LinkInline link:
                AddChildren(link, false);
                if (link.GetData(ResolvedLink.DataKey) is ResolvedLink resolved) (links ??= []).Add((resolved, start, Length - start));
                return;
            case FootnoteLink { IsBackLink: false } note:
                (footnotes ??= []).Add(note.Footnote);
                return;
            case HtmlInline tag:
                (html ??= []).Add(tag);
                return;
            case ContainerInline container:
                AddChildren(container, linkable);
                return;
            default:
                return;
        }

        if (Length > start) Runs.Add(new TextRun(inline, start, Length - start, linkable && inline.GetData(ResolvedLink.PlainKey) is null));
    }
}
