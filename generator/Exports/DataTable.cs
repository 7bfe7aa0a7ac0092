namespace Rostrum.Exports;

/// <summary>What stands in a column.</summary>
public enum DataType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A web address.</summary>
    Address,

    /// <summary>Any number of keys or names.</summary>
    List,
}

/// <summary>A column of a table; its description is the text <c>column_NAME</c> of the interface.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What stands in it.</param>
/// <param name="Required">Whether every row has a value.</param>
public sealed record DataColumn(string Name, DataType Type, bool Required = false);

/// <summary>A table of the data set.</summary>
/// <param name="Name">Its name, and that of its files.</param>
/// <param name="Key">The columns that identify a row.</param>
/// <param name="Columns">All columns in order.</param>
/// <param name="Rows">Makes the rows, one at a time: a text, int, bool, DateOnly, list of texts, or null for each column.</param>
public sealed record DataTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<DataColumn> Columns, Func<IEnumerable<object?[]>> Rows)
{
    /// <summary>The column of another table that one of this table's refers to: column, table.</summary>
    public (string Column, string Table)? Reference { get; init; }
}
