using System.Text;
using System.Text.Unicode;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Turns the bytes of a text file into text: UTF-8 without its byte order mark, every line end a line feed.</summary>
public static class SourceText
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text, or null with a problem at the first byte that is not UTF-8 or is NUL.</summary>
    public static string? Decode(SourceFile file, DiagnosticBag bag)
    {
        var bytes = WithoutMark(file.Bytes);
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var valid = Strict.GetString(bytes[..exception.Index]);
            bag.Add(Problems.NotUtf8(EndOf(file.Path, valid), bytes[exception.Index]));
            return null;
        }

        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            bag.Add(Problems.NulByte(EndOf(file.Path, text[..nul])));
            return null;
        }

        return WithLineFeeds(text);
    }

    /// <summary>Whether a file is no larger than the limits allow; else false with a problem. A file that is too large isn't read.</summary>
    public static bool IsSmallEnough(SourceFile file, Limits limits, DiagnosticBag bag)
    {
        if (file.Length <= limits.FileSize) return true;
        bag.Add(Problems.FileTooLarge(Location.StartOf(file.Path), file.Length, limits.FileSize));
        return false;
    }

    /// <summary>Whether a file is UTF-8 without NUL; else false with a problem at the first byte that is not.</summary>
    public static bool IsSound(SourceFile file, DiagnosticBag bag) => (Utf8.IsValid(file.Bytes) && !file.Bytes.AsSpan().Contains((byte)0)) || Decode(file, bag) is not null;

    /// <summary>The text with every undecodable byte replaced, for showing an excerpt of a broken file.</summary>
    public static string DecodeLoosely(SourceFile file) => DecodeLoosely(WithoutMark(file.Bytes));

    /// <summary>Part of a file as text, every undecodable byte replaced.</summary>
    public static string DecodeLoosely(ReadOnlySpan<byte> part) => WithLineFeeds(Encoding.UTF8.GetString(part));

    /// <summary>A file's bytes without the byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;

    private static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static Location EndOf(string path, string before)
    {
        before = WithLineFeeds(before);
        var line = before.AsSpan().Count('\n') + 1;
        return new Location(path, line, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }
}
