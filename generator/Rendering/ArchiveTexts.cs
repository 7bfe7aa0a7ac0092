using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>Every text of one document: its body, and the short texts of its front matter.</summary>
/// <param name="Body">The body.</param>
/// <param name="Summary">The <c>summary</c> of an entity or page, the <c>abstract</c> of a statement.</param>
/// <param name="EditorNote">The <c>editor_note</c> of a statement.</param>
public sealed record DocumentTexts(RenderedBody Body, RenderedBody Summary, RenderedBody EditorNote)
{
    /// <summary>No text at all.</summary>
    public static readonly DocumentTexts Empty = new(RenderedBody.Empty, RenderedBody.Empty, RenderedBody.Empty);

    /// <summary>All of them.</summary>
    public IEnumerable<RenderedBody> All => [Body, Summary, EditorNote];
}

/// <summary>The rendered texts of the whole archive, by the path of their document.</summary>
public sealed class ArchiveTexts
{
    private readonly Dictionary<string, DocumentTexts> byPath;
    private readonly TextExtras?[] extras;

    private ArchiveTexts(TextExtras?[] extras, Dictionary<string, DocumentTexts> byPath)
    {
        this.extras = extras;
        this.byPath = byPath;
    }

    /// <summary>Everything that was found to be cited, by text.</summary>
    public required IReadOnlyList<IReadOnlyList<CitationMatch>> Citations { get; init; }

    /// <summary>The texts as relations see them: of each statement, entity with a file and page, in the order of the archive.</summary>
    public required IReadOnlyList<LinkedText> Linked { get; init; }

    /// <summary>The texts of a document; empty ones for an entity without a file.</summary>
    public DocumentTexts Of(SourceDocument? document) => document is not null && byPath.TryGetValue(document.Path, out var texts) ? texts : DocumentTexts.Empty;

    /// <summary>Every file that a text shows or links to.</summary>
    public IEnumerable<SourceFile> Files => extras.SelectMany(static more => more?.Files ?? []);

    /// <summary>Every link that must be checked against the whole archive.</summary>
    public IEnumerable<PendingLink> Pending => extras.SelectMany(static more => more?.Pending ?? []);

    /// <summary>Renders every text, each alone, in parallel.</summary>
    public static ArchiveTexts Render(Archive archive, LinkRules rules, TextMemo memo, DiagnosticBag bag)
    {
        var renderer = new BodyRenderer(rules);
        var sources = memo.SourcesIn(archive);
        var all = memo.All.Of(sources, rules, i =>
        {
            if (sources[i].Statement is { Withdrawn: not null }) return DocumentTexts.Empty with { Body = RenderedBody.OnlyAnchors(rules.Lock.Find(sources[i].Url)?.Passages ?? []) };
            var texts = memo.Get(sources[i], rules, (source, before) => Render(renderer, source, before));
            if (!memo.Keeps) sources[i].Document.File.Release(); // a hundred thousand texts are half a gigabyte
            return texts;
        });
        var extras = memo.Extras.Of(all, memo, i => TextExtras.Of(all[i]));
        foreach (var more in extras) bag.AddRange(more?.Problems ?? []);
        return new ArchiveTexts(extras, memo.ByPath(sources, all))
        {
            Citations = memo.Citations.Of(all, memo, i => all[i].Body.Citations),
            Linked = memo.Linked.Of(all, memo, i => new LinkedText(sources[i].Url, sources[i].Statement, all[i].Body.Passages)),
        };
    }

    private static DocumentTexts Render(BodyRenderer renderer, BodySource source, KnownBody before) => new(
        renderer.Render(source, before),
        RenderField(renderer, source, source.Statement is { } statement ? statement.Abstract : SummaryOf(source.Document)),
        RenderField(renderer, source, source.Statement?.EditorNote));

    private static Located<string>? SummaryOf(SourceDocument document) => document.FrontMatter.Find("summary") is YamlScalar { IsNull: false } text ? new Located<string>(text.Text, text.At) : null;

    private static RenderedBody RenderField(BodyRenderer renderer, BodySource source, Located<string>? text) => text is { } written
        ? renderer.Render(new BodySource(source.Document with { BodyLine = written.At.Line }, source.Url, null), written.Value)
        : RenderedBody.Empty;
}

/// <summary>What texts seldom have: something wrong with them, files, links to be checked.</summary>
internal sealed record TextExtras(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<SourceFile> Files, IReadOnlyList<PendingLink> Pending)
{
    /// <summary>Those of some texts; null where there are none.</summary>
    public static TextExtras? Of(DocumentTexts texts)
    {
        var extras = new TextExtras(
            [.. texts.All.SelectMany(static body => body.Problems)], [.. texts.All.SelectMany(static body => body.Files)], [.. texts.All.SelectMany(static body => body.Pending)]);
        return extras is { Problems.Count: 0, Files.Count: 0, Pending.Count: 0 } ? null : extras;
    }
}

/// <summary>Joins rendered blocks into markup.</summary>
public static class RenderedBodyMarkup
{
    /// <summary>The whole text, footnotes included, UTF-8; null for an empty one.</summary>
    public static byte[]? ToMarkup(this RenderedBody body)
    {
        if (body.Blocks.Count == 0) return null;
        using var stream = new MemoryStream();
        foreach (var block in body.Blocks)
        {
            var isItem = block.Tag == "li";
            stream.Write(Encoding.UTF8.GetBytes(isItem ? block.Before + "<li>" : block.Before));
            stream.Write(block.Html.Span);
            stream.Write(Encoding.UTF8.GetBytes(isItem ? "</li>" + block.After : block.After));
        }

        stream.Write(body.Notes.Span);
        return stream.ToArray();
    }

    /// <summary>A text of one paragraph without the paragraph's tags, for use within a line; a longer one as <see cref="ToMarkup"/>.</summary>
    public static ReadOnlyMemory<byte>? ToInlineMarkup(this RenderedBody body)
    {
        if (body.Blocks.Count != 1) return body.ToMarkup() is { } all ? all : null;
        var html = body.Blocks[0].Html.TrimEnd((byte)'\n');
        return html.Span.StartsWith("<p>"u8) && html.Span.EndsWith("</p>"u8) ? html[3..^4] : body.Blocks[0].Html;
    }
}
