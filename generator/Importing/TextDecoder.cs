using System.Text;
using UtfUnknown;

namespace Rostrum.Importing;

/// <summary>Turns bytes of an unknown encoding into text: by byte order mark, by the encoding that was named, as UTF-16 or UTF-8 where the bytes are that, else as the encoding that a detector finds.</summary>
internal static class TextDecoder
{
    private const int Sample = 65536;
    private const float LeastConfidence = 0.3f;

    /// <summary>Whether an encoding of that name exists.</summary>
    public static bool IsEncoding(string name) => Find(name) is not null;

    /// <summary>The text, with line feeds only and without what can't stand in a file; <paramref name="name"/> overrules detection.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name)
    {
        var text = DecodeMarked(bytes) ?? (name is null ? null : Find(name)?.GetString(bytes)) ?? DecodeUnmarked(bytes);
        return MarkdownEscape.Clean(text.ReplaceLineEndings("\n").Replace('\r', '\n'));
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        if (FindUtf16(bytes) is { } wide) return wide.GetString(bytes);
        return IsMostlyUtf8(bytes) && bytes.IndexOf("\u001b$"u8) < 0 ? Encoding.UTF8.GetString(bytes) : Detect(bytes).GetString(bytes);
    }

    // Text in UTF-16 has zero bytes, at least those of its line ends, and is writing only in one of its two orders.
    private static Encoding? FindUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        if (sample.Length < 4 || sample.Count((byte)0) * 200 < sample.Length) return null;
        var (little, big) = (Writing(Encoding.Unicode.GetString(sample)), Writing(Encoding.BigEndianUnicode.GetString(sample)));
        if (Math.Max(little, big) < 0.95) return null;
        return little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    // The share of characters that are common in texts.
    private static double Writing(string text) =>
        (double)text.Count(static c => c is '\n' or '\r' or '\t' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u00BF') or (>= '\u2000' and <= '\u206F') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF65') or (>= '\u064B' and <= '\u0652') or '\u060C' or '\u061B' or '\u061F' || (char.IsLetter(c) && Scripts.Of(c) != Script.Other)) / text.Length;

    // A single broken byte does not make a text anything else: characters of several bytes don't come about by chance.
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        for (var rest = bytes; rest.Length > 0;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status != System.Buffers.OperationStatus.Done) bad++;
            else if (length > 1) good++;
            rest = rest[length..];
        }

        return bad == 0 || good >= bad * 4;
    }

    private static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, Sample)].ToArray()).Detected;
        var name = found is null || found.Confidence < LeastConfidence || found.EncodingName is "ascii" or "iso-8859-1" ? "windows-1252" : found.EncodingName;
        return Find(name) ?? Encoding.Latin1;
    }

    private static Encoding? Find(string name)
    {
        name = name.Trim().ToLowerInvariant();
        if (name is "shift_jis" or "shift-jis" or "sjis" or "cp932") name = "932";
        if (name.StartsWith("cp", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiDigit(name[2])) name = name[2..];
        try
        {
            if (int.TryParse(name, out var page)) return page is 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
