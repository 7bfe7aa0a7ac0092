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

    private ArchiveTexts(Dictionary<string, DocumentTexts> byPath) => this.byPath = byPath;

    /// <summary>The texts of a document; empty ones for an entity without a file.</summary>
    public DocumentTexts Of(SourceDocument? document) => document is not null && byPath.TryGetValue(document.Path, out var texts) ? texts : DocumentTexts.Empty;

    /// <summary>Everything that was found to be cited, by text.</summary>
    public IReadOnlyList<IReadOnlyList<CitationMatch>> Citations => [.. byPath.Values.Select(static texts => texts.Body.Citations)];

    /// <summary>Every file that a text shows or links to.</summary>
    public IEnumerable<SourceFile> Files => byPath.Values.SelectMany(static texts => texts.All).SelectMany(static body => body.Files);

    /// <summary>Every link that must be checked against the whole archive.</summary>
    public IEnumerable<PendingLink> Pending => byPath.Values.SelectMany(static texts => texts.All).SelectMany(static body => body.Pending);

    /// <summary>Renders every text, each alone, in parallel.</summary>
    public static ArchiveTexts Render(Archive archive, LinkRules rules, TextMemo memo, DiagnosticBag bag)
    {
        var renderer = new BodyRenderer(rules);
        var sources = archive.Statements.Where(static statement => statement.Withdrawn is null).Select(static statement => new BodySource(statement.Document, statement.Url, statement))
            .Concat(archive.Entities.Where(static entity => entity.Document is not null).Select(static entity => new BodySource(entity.Document!, Routes.Entity(entity.Key), null)))
            .Concat(archive.Pages.Select(static page => new BodySource(page.Document, page.Url, null)))
            .ToArray();
        var rendered = new DocumentTexts[sources.Length];
        Parallel.For(0, sources.Length, i =>
        {
            rendered[i] = memo.Get(sources[i], rules, source => Render(renderer, source));
            foreach (var body in rendered[i].All) bag.AddRange(body.Problems);
            if (!memo.Keeps) sources[i].Document.File.Release(); // a hundred thousand texts are half a gigabyte
        });
        var byPath = new Dictionary<string, DocumentTexts>(archive.Statements.Count + sources.Length, StringComparer.Ordinal);
        foreach (var withdrawn in archive.Statements.Where(static statement => statement.Withdrawn is not null))
            byPath[withdrawn.Document.Path] = DocumentTexts.Empty with { Body = RenderedBody.OnlyAnchors(rules.Lock.Find(withdrawn.Url)?.Passages ?? []) };
        for (var i = 0; i < sources.Length; i++) byPath[sources[i].Document.Path] = rendered[i];
        return new ArchiveTexts(byPath);
    }

    /// <summary>The texts as relations see them, in the order of the archive.</summary>
    public IReadOnlyList<LinkedText> ToLinkedTexts(Archive archive) =>
    [
        .. archive.Statements.Select(statement => new LinkedText(statement.Url, statement, Of(statement.Document).Body.Passages)),
        .. archive.Entities.Where(static entity => entity.Document is not null).Select(entity => new LinkedText(Routes.Entity(entity.Key), null, Of(entity.Document).Body.Passages)),
        .. archive.Pages.Select(page => new LinkedText(page.Url, null, Of(page.Document).Body.Passages)),
    ];

    private static DocumentTexts Render(BodyRenderer renderer, BodySource source) => new(
        renderer.Render(source),
        RenderField(renderer, source, source.Statement is { } statement ? statement.Abstract : SummaryOf(source.Document)),
        RenderField(renderer, source, source.Statement?.EditorNote));

    private static Located<string>? SummaryOf(SourceDocument document) => document.FrontMatter.Find("summary") is YamlScalar { IsNull: false } text ? new Located<string>(text.Text, text.At) : null;

    private static RenderedBody RenderField(BodyRenderer renderer, BodySource source, Located<string>? text) => text is { } written
        ? renderer.Render(new BodySource(source.Document with { BodyLine = written.At.Line }, source.Url, null), written.Value)
        : RenderedBody.Empty;
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
