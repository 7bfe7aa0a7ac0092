using Rostrum.Model;

namespace Rostrum.Exports;

/// <summary>A form of citation that is written as a file beside a statement, and beside an entity for all its statements.</summary>
/// <param name="Title">What readers call it.</param>
/// <param name="Ending">Ending of the file's name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Write">Writes any number of statements.</param>
public sealed record CitationFile(string Title, string Ending, string Type, Action<IEnumerable<CitedStatement>, Stream> Write)
{
    /// <summary>Every form.</summary>
    public static readonly IReadOnlyList<CitationFile> All =
    [
        new("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", CitationFiles.WriteCsl),
        new("RIS", "ris", "application/x-research-info-systems", CitationFiles.WriteRis),
        new("BibTeX", "bib", "application/x-bibtex", CitationFiles.WriteBib),
    ];

    /// <summary>Its address beside a statement's page.</summary>
    public PageUrl Beside(PageUrl statement) => new($"{statement.Path}citation.{Ending}");

    /// <summary>Its address beside the page of an entity.</summary>
    public PageUrl OfList(PageUrl list) => new($"{list.Path}statements.{Ending}");
}
