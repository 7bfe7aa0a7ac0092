using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>A Markdown file and what became of it: its document, or null, and the problems found on the way.</summary>
public sealed record ParsedFile(SourceFile File, Limits Limits, SourceDocument? Document, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Parses a file, unless what is known of it was parsed from the same bytes under the same limits.</summary>
    public static ParsedFile Of(SourceFile file, Limits limits, Memo<ParsedFile> memo) => memo.Get(file.Path, known => known.Limits == limits && known.File.HasSameBytes(file), _ =>
    {
        var bag = new DiagnosticBag();
        var document = FrontMatterParser.Parse(file, bag, limits);
        return new ParsedFile(file, limits, document, bag.ToSorted());
    });
}

/// <summary>site.yml as it was read: the settings, or null, and the problems found on the way.</summary>
public sealed record ReadConfig(SourceFile? File, Uri? BaseUrl, SiteConfig? Config, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Reads site.yml, unless what is known of it was read from the same bytes.</summary>
    public static ReadConfig Of(SourceFile? file, Uri? baseUrl, Memo<ReadConfig> memo) => memo.Get("site.yml", known => known.BaseUrl == baseUrl && file is not null && known.File?.HasSameBytes(file) == true, _ =>
    {
        var bag = new DiagnosticBag();
        var config = SiteConfigReader.Read(file, baseUrl, bag);
        return new ReadConfig(file, baseUrl, config, bag.ToSorted());
    });
}
