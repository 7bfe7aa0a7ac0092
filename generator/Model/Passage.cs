using System.Text;

namespace Rostrum.Model;

/// <summary>A paragraph, top-level list item, quotation or table of a text: the unit that can be cited. Its text is kept as UTF-8.</summary>
/// <param name="Id">Anchor, such as <c>p3</c>; empty in texts that have no passages of their own.</param>
/// <param name="TextUtf8">The plain text.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="At">Where it begins in its file.</param>
public sealed record Passage(string Id, ReadOnlyMemory<byte> TextUtf8, int Words, Diagnostics.Location At)
{
    private ulong sketch;

    /// <summary>The number that readers see: the id without its p.</summary>
    public string Number => Id.Length > 0 ? Id[1..] : "";

    /// <summary>The plain text.</summary>
    public string Text => Encoding.UTF8.GetString(TextUtf8.Span);

    /// <summary>The sketch of its text, made when it is first asked for.</summary>
    public TextSketch Sketch => new(sketch != 0 ? sketch : sketch = TextSketch.Of(Text).Bits);
}
