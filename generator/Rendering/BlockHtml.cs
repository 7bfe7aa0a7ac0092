using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rostrum.Rendering;

/// <summary>Writes blocks as HTML, piece by piece, until what was written is taken. Not safe on several threads at once; each thread has its own.</summary>
internal sealed class BlockHtml
{
    private readonly HtmlBuffer buffer = new();
    private readonly TextScratch texts = new();
    private readonly HtmlRenderer renderer;
    private readonly FootnoteLinkHtml footnoteLinks = new();
    private HtmlAllowList? allowList;

    public BlockHtml(MarkdownPipeline pipeline)
    {
        renderer = new HtmlRenderer(buffer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.TryRemove<HtmlFootnoteLinkRenderer>();
        renderer.ObjectRenderers.Add(footnoteLinks);
        renderer.ObjectRenderers.Insert(0, new DirectionHtml());
    }

    /// <summary>Where this thread keeps what it has rendered.</summary>
    public Utf8Arena Arena { get; } = new();

    /// <summary>Where the texts of the blocks of a document are put together; those of the document before are lost.</summary>
    public TextScratch BeginTexts()
    {
        texts.Text.ResetWrittenCount();
        return texts;
    }

    /// <summary>The allow-list of this thread.</summary>
    public HtmlAllowList AllowList => allowList ??= new HtmlAllowList();

    /// <summary>Sets the page on which the footnotes of the next blocks stand, and whether references to them carry ids.</summary>
    public void Begin(string pageHref, bool withIds)
    {
        footnoteLinks.PageHref = pageHref;
        footnoteLinks.WithIds = withIds;
    }

    /// <summary>Writes markup as it is.</summary>
    public void Write(string markup) => buffer.Write(markup);

    /// <summary>Writes a block.</summary>
    public void Render(Markdig.Syntax.Block block)
    {
        if (block is Table top) MoveAlignment(top);
        else if (block is ContainerBlock container) MoveAlignments(container);
        renderer.Render(block);
    }

    /// <summary>Leaves a block out as if it had been written: what comes behind it begins a line.</summary>
    public void Skip()
    {
        renderer.EnsureLine();
        buffer.Clear();
    }

    /// <summary>Writes what is inside a container.</summary>
    public void RenderInside(ContainerBlock container)
    {
        foreach (var child in container)
        {
            renderer.ImplicitParagraph = false;
            Render(child);
        }
    }

    /// <summary>Writes what is inside a heading.</summary>
    public void RenderInline(ContainerInline inline) => renderer.WriteChildren(inline);

    /// <summary>All that was written, as text.</summary>
    public string TakeText() => buffer.TakeText();

    /// <summary>All that was written, as UTF-8; what is known, where that is the same.</summary>
    public ReadOnlyMemory<byte> TakeUtf8(ReadOnlyMemory<byte> known) => buffer.TakeUtf8(Arena, known);

    private static void MoveAlignments(ContainerBlock container)
    {
        foreach (var table in container.Descendants<Table>()) MoveAlignment(table);
    }

    // Markdig writes alignment as a style attribute, which a strict Content-Security-Policy would block.
    private static void MoveAlignment(Table table)
    {
        for (var column = 0; column < table.ColumnDefinitions.Count; column++)
        {
            var name = table.ColumnDefinitions[column].Alignment switch
            {
                TableColumnAlign.Right => "right",
                TableColumnAlign.Center => "center",
                _ => null,
            };
            table.ColumnDefinitions[column].Alignment = null;
            if (name is null) continue;
            foreach (var row in table.OfType<TableRow>())
            {
                if (column < row.Count) row[column].GetAttributes().AddClass(name);
            }
        }
    }

    private sealed class FootnoteLinkHtml : HtmlObjectRenderer<FootnoteLink>
    {
        public string PageHref { get; set; } = "";

        public bool WithIds { get; set; }

        protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
        {
            if (obj.IsBackLink) return;
            var order = obj.Footnote.Order;
            renderer.Write("<sup class=\"note\"><a");
            if (WithIds && obj.Index == 1) renderer.Write($" id=\"fnref{order}\"");
            renderer.Write($" href=\"{PageHref}#fn{order}\">{order}</a></sup>");
        }
    }

    private sealed class DirectionHtml : HtmlObjectRenderer<DirectionInline>
    {
        protected override void Write(HtmlRenderer renderer, DirectionInline obj)
        {
            renderer.Write("<bdi dir=\"ltr\">");
            renderer.WriteChildren(obj);
            renderer.Write("</bdi>");
        }
    }
}
