using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>What catalogues say of the archive as a data set. All addresses are absolute.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="SiteUrl">The archive.</param>
/// <param name="PageUrl">Its page; the files lie beside it.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="License">Terms of what names none of its own.</param>
/// <param name="First">Day of the first statement.</param>
/// <param name="Last">Day of the last one.</param>
/// <param name="Updated">Day of the last change to any of them.</param>
/// <param name="Languages">Languages of its texts.</param>
/// <param name="Keywords">The topics most spoken of.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Strings">Descriptions of their columns.</param>
public sealed record DataSet(
    string Title, string Description, string SiteUrl, string PageUrl, string Publisher, License? License, DateOnly First, DateOnly Last, DateOnly Updated,
    IReadOnlyList<string> Languages, IReadOnlyList<string> Keywords, IReadOnlyList<DataTable> Tables, UiStrings Strings)
{
    /// <summary>What a column holds.</summary>
    public string Describe(DataColumn column) => Strings.Text($"column_{column.Name}");
}

/// <summary>A form in which every table is written.</summary>
/// <param name="Title">What readers call it.</param>
/// <param name="Ending">Ending of the file's name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes a table.</param>
public sealed record DataFormat(string Title, string Ending, string MediaType, Action<DataTable, Stream> Write)
{
    /// <summary>Every form.</summary>
    public static readonly IReadOnlyList<DataFormat> All = [new("CSV", "csv", "text/csv", DataFiles.WriteCsv), new("JSON Lines", "jsonl", "application/jsonl", DataFiles.WriteJsonLines)];

    /// <summary>Name of a table's file.</summary>
    public string FileOf(DataTable table) => $"{table.Name}.{Ending}";
}
