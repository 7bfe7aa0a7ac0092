using Rostrum.Model;

namespace Rostrum.Exports;

/// <summary>A form of citation that is written as a file beside a statement, and beside an entity for all its statements.</summary>
/// <param name="Title">What readers call it.</param>
/// <param name="Ending">Ending of the file's name.</param>
/// <param name="Write">Writes any number of statements.</param>
public sealed record CitationFile(string Title, string Ending, Action<IEnumerable<CitedStatement>, Stream> Write)
{
    /// <summary>Every form.</summary>
    public static readonly IReadOnlyList<CitationFile> All =
    [
        new("CSL-JSON", "csl.json", CitationFiles.WriteCsl), new("RIS", "ris", CitationFiles.WriteRis), new("BibTeX", "bib", CitationFiles.WriteBib),
    ];

    /// <summary>Its address beside a statement's page.</summary>
    public PageUrl Beside(PageUrl statement) => new($"{statement.Path}citation.{Ending}");

    /// <summary>Its address beside the page of an entity.</summary>
    public PageUrl OfList(PageUrl list) => new($"{list.Path}statements.{Ending}");
}
