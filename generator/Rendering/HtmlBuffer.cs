using System.Buffers;
using System.Text;

namespace Rostrum.Rendering;

/// <summary>Collects markup in one piece of memory that is used again, and hands it out as UTF-8 or as text.</summary>
internal sealed class HtmlBuffer : TextWriter
{
    private readonly ArrayBufferWriter<char> chars = new(4096);

    public HtmlBuffer() => NewLine = "\n";

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.Unicode;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        chars.GetSpan(1)[0] = value;
        chars.Advance(1);
    }

    /// <summary>Writes text; an empty element that Markdig closes as XML does is closed as HTML does.</summary>
    public override void Write(string? value) => chars.Write(value switch
    {
        "<br />" => "<br>",
        "<hr />" => "<hr>",
        " />" => ">",
        _ => value,
    });

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => chars.Write(buffer);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => chars.Write(buffer.AsSpan(index, count));

    /// <summary>Forgets what was written.</summary>
    public void Clear() => chars.ResetWrittenCount();

    /// <summary>What was written, as text; the buffer is empty afterwards.</summary>
    public string TakeText()
    {
        var text = chars.WrittenSpan.ToString();
        chars.ResetWrittenCount();
        return text;
    }

    /// <summary>What was written, as UTF-8 in <paramref name="arena"/>, or what is known where that is the same; the buffer is empty afterwards.</summary>
    public ReadOnlyMemory<byte> TakeUtf8(Utf8Arena arena, ReadOnlyMemory<byte> known)
    {
        var bytes = arena.Keep(chars.WrittenSpan, known);
        chars.ResetWrittenCount();
        return bytes;
    }
}
