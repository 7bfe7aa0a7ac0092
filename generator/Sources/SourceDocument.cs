using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>A Markdown file taken apart: its front matter, and where its body begins. The body is decoded when asked for, so that the archive holds its text once.</summary>
/// <param name="File">The file.</param>
/// <param name="FrontMatter">Its front matter; empty when it has none.</param>
/// <param name="BodyStart">Offset of the body in bytes, a byte order mark not counted.</param>
/// <param name="BodyLine">The line on which the body begins.</param>
public sealed record SourceDocument(SourceFile File, YamlMap FrontMatter, int BodyStart, int BodyLine)
{
    /// <summary>Path of the file.</summary>
    public string Path => File.Path;

    /// <summary>The same without its front matter, for when that has been read into something typed: an archive holds many thousands of values.</summary>
    public SourceDocument WithoutFrontMatter() => this with { FrontMatter = YamlMap.Empty };

    /// <summary>Its front matter, read anew where it was not kept.</summary>
    public YamlMap ReadFrontMatter() => FrontMatter.Entries.Count > 0 ? FrontMatter : FrontMatterParser.Parse(File, new DiagnosticBag())?.FrontMatter ?? YamlMap.Empty;

    /// <summary>Whether another document has the same front matter, byte for byte.</summary>
    public bool HasSameFrontMatter(SourceDocument other) =>
        BodyStart == other.BodyStart && BodyLine == other.BodyLine && SourceText.WithoutMark(File.Bytes)[..BodyStart].SequenceEqual(SourceText.WithoutMark(other.File.Bytes)[..BodyStart]);

    /// <summary>The Markdown behind the front matter; its first line is line <see cref="BodyLine"/> of the file.</summary>
    public string ReadBody() => SourceText.DecodeLoosely(SourceText.WithoutMark(File.Bytes)[BodyStart..]);
}
