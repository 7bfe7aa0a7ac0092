using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>What a block of a text is.</summary>
public enum BlockKind
{
    /// <summary>Can be cited; has a number.</summary>
    Passage,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Anything else: code, a rule, an image.</summary>
    Other,

    /// <summary>A passage that was published and is gone; its anchor stays.</summary>
    Gone,
}

/// <summary>A block of a text as HTML. Links in it are absolute paths within the host and it holds no ids (headings excepted), so that it can stand on any page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Html">Its markup, UTF-8.</param>
/// <param name="Passage">Number of the passage (from 0) in <see cref="RenderedBody.Passages"/>, or -1.</param>
/// <param name="Tag">The element around a passage: div, or li in a list.</param>
/// <param name="Before">Markup before it: a list's beginning.</param>
/// <param name="After">Markup behind it: a list's end.</param>
/// <param name="Id">Anchor of a passage that is gone.</param>
public sealed record Block(BlockKind Kind, ReadOnlyMemory<byte> Html, int Passage = -1, string Tag = "div", string Before = "", string After = "", string Id = "");

/// <summary>A heading that a page's table of contents can lead to.</summary>
public sealed record Heading(int Level, string Id, string Title);

/// <summary>A link to an anchor or an address that can only be checked once the whole archive is known.</summary>
public sealed record PendingLink(Location At, PageUrl Target, string? Anchor, string Written);

/// <summary>A text turned into HTML, passage by passage, with everything it refers to.</summary>
public sealed record RenderedBody
{
    /// <summary>Its blocks in order.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Its passages in order, with what they refer to.</summary>
    public required IReadOnlyList<LinkedPassage> Passages { get; init; }

    /// <summary>Its headings in order.</summary>
    public required IReadOnlyList<Heading> Headings { get; init; }

    /// <summary>The list of its footnotes, UTF-8; empty when it has none.</summary>
    public required ReadOnlyMemory<byte> Notes { get; init; }

    /// <summary>Links to be checked when all texts are rendered.</summary>
    public required IReadOnlyList<PendingLink> Pending { get; init; }

    /// <summary>Files beside the content that it shows or links to.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Instruments that its citations name, with what the citation says of them.</summary>
    public required IReadOnlyList<CitationMatch> Citations { get; init; }

    /// <summary>What it asked of the archive around it, and was told.</summary>
    public IReadOnlyList<LinkQuestion> Questions { get; init; } = [];

    /// <summary>Whether it holds anything that looks like a citation or names an instrument.</summary>
    public bool Cites { get; init; }

    /// <summary>What was wrong with it.</summary>
    public required IReadOnlyList<Diagnostic> Problems { get; init; }

    /// <summary>Nothing.</summary>
    public static readonly RenderedBody Empty = new() { Blocks = [], Passages = [], Headings = [], Notes = default, Pending = [], Files = [], Citations = [], Problems = [] };

    /// <summary>Every anchor in it.</summary>
    public IEnumerable<string> Anchors => Passages.Select(static passage => passage.Passage.Id).Concat(Headings.Select(static heading => heading.Id)).Concat(Blocks.Where(static block => block.Kind == BlockKind.Gone).Select(static block => block.Id));

    /// <summary>The block of a passage. A list that shows passages asks for many, so that their places are kept.</summary>
    public Block BlockOf(int passage)
    {
        var known = places;
        if (known?.Blocks != Blocks) places = known = new PassagePlaces(Blocks, [.. Enumerable.Range(0, Blocks.Count).Where(i => Blocks[i].Passage >= 0)]);
        return Blocks[known.Places[passage]];
    }

    // A copy of this record may have other blocks.
    private PassagePlaces? places;

    private sealed record PassagePlaces(IReadOnlyList<Block> Blocks, int[] Places);

    /// <summary>What is shown of a text that was withdrawn: the anchors of its published passages.</summary>
    public static RenderedBody OnlyAnchors(IEnumerable<LockedPassage> passages) => Empty with { Blocks = [.. passages.Select(static passage => new Block(BlockKind.Gone, default, Id: passage.Id))] };
}
