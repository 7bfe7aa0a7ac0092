namespace Rostrum.Pages;

/// <summary>The archive as data: its files, and what stands in each column.</summary>
public sealed record DataPageView : View
{
    /// <inheritdoc/>
    public override string Template => "data";

    /// <summary>The tables.</summary>
    public required IReadOnlyList<DataTableView> Tables { get; init; }

    /// <summary>Other files: the description of the tables, how to cite them.</summary>
    public required IReadOnlyList<DataFileView> Files { get; init; }

    /// <summary>Other ways to the archive for machines: feeds, the sitemap.</summary>
    public required IReadOnlyList<Link> More { get; init; }

    /// <summary>The day of the last change to any statement.</summary>
    public required DateOnly Updated { get; init; }
}

/// <summary>A file of the data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address.</param>
/// <param name="Format">What kind of file it is.</param>
public sealed record DataFileView(string Name, string Url, string Format);

/// <summary>A table of the data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What a row is.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Files">Its files.</param>
/// <param name="Columns">Its columns in order.</param>
public sealed record DataTableView(string Name, string Title, int Rows, IReadOnlyList<DataFileView> Files, IReadOnlyList<DataColumnView> Columns);

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What kind of value it holds, in words.</param>
/// <param name="Description">What it means.</param>
/// <param name="Key">Whether it is part of what identifies a row.</param>
/// <param name="Required">Whether every row has a value.</param>
public sealed record DataColumnView(string Name, string Type, string Description, bool Key, bool Required);

/// <summary>Where the texts come from: each source with the statements made from it.</summary>
public sealed record SourcesView : View
{
    /// <inheritdoc/>
    public override string Template => "sources";

    /// <summary>The sources on this page of the list, by address.</summary>
    public required IReadOnlyList<SourceRow> Rows { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Count { get; init; }

    /// <summary>Address of the same as JSON.</summary>
    public required string JsonUrl { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }
}

/// <summary>A source.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Address">The address as it is shown: without what every address begins with.</param>
/// <param name="Archived">A copy kept elsewhere.</param>
/// <param name="Statements">The statements made from it.</param>
public sealed record SourceRow(string Url, string Address, string? Archived, IReadOnlyList<Link> Statements);
