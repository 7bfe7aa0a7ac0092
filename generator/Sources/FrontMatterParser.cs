using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Takes a Markdown file apart into front matter and body. The fences are lines of three hyphens; the first must be the file's first line.</summary>
public static class FrontMatterParser
{
    /// <summary>The document, or null when the file or its YAML can't be read (reported).</summary>
    /// <param name="file">The file.</param>
    /// <param name="bag">Where problems go.</param>
    /// <param name="limits">How much is taken; the usual unless given.</param>
    public static SourceDocument? Parse(SourceFile file, DiagnosticBag bag, Limits? limits = null)
    {
        if (!SourceText.IsSmallEnough(file, limits ?? Limits.Default, bag)) return null;
        if (!SourceText.IsSound(file, bag)) return null;
        var text = SourceText.WithoutMark(file.Bytes);
        var start = LineLength(text);
        if (!IsFence(text[..start])) return new SourceDocument(file, new YamlMap([], Location.StartOf(file.Path)), 0, 1);
        for (var (position, line) = (start, 2); position < text.Length; line++)
        {
            var next = position + LineLength(text[position..]);
            if (IsFence(text[position..next]) || Trim(text[position..next]).SequenceEqual("..."u8))
            {
                var map = new YamlReader(file.Path, 1, bag, limits).ReadMap(SourceText.DecodeLoosely(text[start..position]));
                return map is null ? null : new SourceDocument(file, map, next, line + 1);
            }

            position = next;
        }

        bag.Add(Problems.FrontMatterNotClosed(Location.StartOf(file.Path)));
        return null;
    }

    private static bool IsFence(ReadOnlySpan<byte> line) => Trim(line).SequenceEqual("---"u8);

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.TrimEnd(" \t\r\n"u8);

    // A line ends with a line feed, a carriage return, or both.
    private static int LineLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0) return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
