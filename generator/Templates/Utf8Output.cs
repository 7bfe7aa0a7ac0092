using System.Buffers;
using System.Globalization;
using System.Text;
using Scriban.Runtime;

namespace Rostrum.Templates;

/// <summary>Receives what a template writes and keeps it as UTF-8. Reused from page to page.</summary>
internal sealed class Utf8Output(int capacity) : IScriptOutput
{
    private const int LongestNumber = 11;
    private readonly ArrayBufferWriter<byte> buffer = new(capacity);

    /// <summary>How many bytes may be written.</summary>
    public int Most { get; set; } = int.MaxValue;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Forgets everything written.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Adds markup.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        buffer.Write(utf8);
        if (buffer.WrittenCount > Most) throw new PageTooLargeException();
    }

    /// <summary>Adds a number.</summary>
    public void Write(int number)
    {
        number.TryFormat(buffer.GetSpan(LongestNumber), out var length, provider: CultureInfo.InvariantCulture);
        buffer.Advance(length);
    }

    /// <summary>Adds text as it is.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetBytes(text, buffer.GetSpan(text.Length * 3));
        buffer.Advance(length);
        if (buffer.WrittenCount > Most) throw new PageTooLargeException();
    }

    /// <summary>Adds text with the five characters that HTML gives a meaning escaped, so that it can stand in text and in quoted attributes.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny("&<>\"'");
            if (special < 0)
            {
                Write(text);
                return;
            }

            Write(text[..special]);
            buffer.Write(text[special] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            text = text[(special + 1)..];
        }
    }

    /// <inheritdoc/>
    void IScriptOutput.Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    /// <inheritdoc/>
    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text.AsSpan(offset, count));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Says that a template has written more than a page may hold.</summary>
internal sealed class PageTooLargeException : Exception;
