using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>A Markdown file taken apart: its front matter, and where its body begins. The body is decoded again when asked for, so that the archive holds its text once.</summary>
public sealed record SourceDocument(SourceFile File, YamlMap FrontMatter, int BodyStart, int BodyLine)
{
    /// <summary>Path of the file.</summary>
    public string Path => File.Path;

    /// <summary>The Markdown behind the front matter; its first line is line <see cref="BodyLine"/> of the file.</summary>
    public string ReadBody() => SourceText.DecodeLoosely(File)[BodyStart..];
}
