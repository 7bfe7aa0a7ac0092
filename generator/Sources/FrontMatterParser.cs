using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Takes a Markdown file apart into front matter and body. The fences are lines of three hyphens; the first must be the file's first line.</summary>
public static class FrontMatterParser
{
    /// <summary>The document, or null when the file or its YAML can't be read (reported).</summary>
    public static SourceDocument? Parse(SourceFile file, DiagnosticBag bag)
    {
        var text = SourceText.Decode(file, bag);
        if (text is null) return null;
        if (!IsFence(LineAt(text, 0)))
        {
            return new SourceDocument(file, new YamlMap([], Location.StartOf(file.Path)), 0, 1);
        }

        var start = LineEnd(text, 0);
        for (var (position, line) = (start, 2); position < text.Length; position = LineEnd(text, position), line++)
        {
            if (!IsFence(LineAt(text, position)) && LineAt(text, position).TrimEnd() is not "...") continue;
            var map = new YamlReader(file.Path, 1, bag).ReadMap(text[start..position]);
            return map is null ? null : new SourceDocument(file, map, LineEnd(text, position), line + 1);
        }

        bag.Add(Problems.FrontMatterNotClosed(Location.StartOf(file.Path)));
        return null;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static ReadOnlySpan<char> LineAt(string text, int position)
    {
        var rest = text.AsSpan(position);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int LineEnd(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end + 1;
    }
}
