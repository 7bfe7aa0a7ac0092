using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Rostrum.Rendering;

/// <summary>Writes blocks as HTML. Not safe on several threads at once; each thread has its own.</summary>
internal sealed class BlockHtml
{
    private readonly StringWriter writer = new(new StringBuilder(4096)) { NewLine = "\n" };
    private readonly HtmlRenderer renderer;
    private readonly FootnoteLinkHtml footnoteLinks = new();

    public BlockHtml(MarkdownPipeline pipeline)
    {
        renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.TryRemove<HtmlFootnoteLinkRenderer>();
        renderer.ObjectRenderers.Add(footnoteLinks);
    }

    /// <summary>The allow-list of this thread.</summary>
    public HtmlAllowList AllowList { get; } = new();

    /// <summary>Sets the page on which the footnotes of the next blocks stand, and whether references to them carry ids.</summary>
    public void Begin(string pageHref, bool withIds)
    {
        footnoteLinks.PageHref = pageHref;
        footnoteLinks.WithIds = withIds;
    }

    /// <summary>A block's markup.</summary>
    public string Render(Markdig.Syntax.Block block)
    {
        foreach (var table in block is Table top ? [top] : block.Descendants<Table>()) MoveAlignment(table);
        renderer.Render(block);
        return Take();
    }

    /// <summary>The markup of what is inside a container.</summary>
    public string RenderInside(ContainerBlock container)
    {
        foreach (var child in container)
        {
            foreach (var table in child is Table top ? [top] : child.Descendants<Table>()) MoveAlignment(table);
            renderer.ImplicitParagraph = false;
            renderer.Render(child);
        }

        return Take();
    }

    /// <summary>The markup of what is inside a heading.</summary>
    public string RenderInline(ContainerInline inline)
    {
        renderer.WriteChildren(inline);
        return Take();
    }

    private string Take()
    {
        writer.Flush();
        var builder = writer.GetStringBuilder();
        var html = builder.ToString();
        builder.Clear();
        return html.Contains(" />", StringComparison.Ordinal) ? html.Replace(" />", ">", StringComparison.Ordinal) : html;
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
}
