using System.Text;

namespace Rostrum.Rendering;

/// <summary>
/// Keeps many small texts as UTF-8 in few pieces of memory, so that the garbage collector has less to visit and to move. For one thread.
/// Pieces stay below the size (85,000 bytes) from which the runtime treats arrays as large.
/// </summary>
internal sealed class Utf8Arena
{
    private const int PieceSize = 1 << 16;
    private byte[] piece = [];
    private int used;

    /// <summary>The text as UTF-8, kept for as long as anybody holds it; what is kept already, where that is the same, or where markup is just this text within tags.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<char> text, ReadOnlyMemory<byte> known = default, ReadOnlyMemory<byte> markup = default)
    {
        if (text.IsEmpty) return ReadOnlyMemory<byte>.Empty;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > PieceSize / 4) return Own(text);
        if (most > piece.Length - used) (piece, used) = (GC.AllocateUninitializedArray<byte>(PieceSize), 0);
        var length = Encoding.UTF8.GetBytes(text, piece.AsSpan(used));
        if (known.Span.SequenceEqual(piece.AsSpan(used, length))) return known;
        var inside = markup.Span.StartsWith("<p>"u8) ? markup[3..] : markup;
        if (inside.Span.StartsWith(piece.AsSpan(used, length))) return inside[..length];
        var kept = piece.AsMemory(used, length);
        used += length;
        return kept;
    }

    private static byte[] Own(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
