using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Rostrum.Rendering;

/// <summary>A link between double brackets, before it is resolved: <c>[[key]]</c>, <c>[[key|text]]</c>, <c>[[id#p3]]</c>, or <c>[[!text]]</c> for text that must not become a link.</summary>
internal sealed class CrossLinkInline : LeafInline
{
    /// <summary>What stands before the bar.</summary>
    public required string Target { get; init; }

    /// <summary>What stands behind the bar, or null.</summary>
    public required string? Text { get; init; }

    /// <summary>Whether it is text that must stay text.</summary>
    public bool IsPlain => Target.StartsWith('!');
}

/// <summary>Recognises double brackets on one line.</summary>
internal sealed class CrossLinkParser : InlineParser
{
    public CrossLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[') return false;
        var text = slice.Text.AsSpan(slice.Start + 2, slice.End - slice.Start - 1);
        var length = text.IndexOf("]]");
        if (length <= 0 || text[..length].ContainsAny('\n', '[')) return false;
        var inside = text[..length].ToString();
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new CrossLinkInline
        {
            Target = (bar < 0 ? inside : inside[..bar]).Trim(),
            Text = bar < 0 ? null : inside[(bar + 1)..].Trim(),
            Line = line,
            Column = column,
            Span = new Markdig.Syntax.SourceSpan(start, start + length + 3),
        };
        slice.Start += length + 4;
        return true;
    }
}

/// <summary>Adds <see cref="CrossLinkParser"/> to a pipeline.</summary>
internal sealed class CrossLinkExtension : Markdig.IMarkdownExtension
{
    public void Setup(Markdig.MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new CrossLinkParser());

    public void Setup(Markdig.MarkdownPipeline pipeline, Markdig.Renderers.IMarkdownRenderer renderer)
    {
    }
}
