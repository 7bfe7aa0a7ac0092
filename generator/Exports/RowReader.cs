using System.Collections;
using System.Collections.ObjectModel;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Rostrum.Exports;

/// <summary>The rows of a table as the CSV writer takes them: a cursor over texts and numbers that goes forward once.</summary>
internal sealed class RowReader(DataTable table) : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly IEnumerator<object?[]> rows = table.Rows().GetEnumerator();

    /// <inheritdoc/>
    public override int FieldCount => table.Columns.Count;

    /// <inheritdoc/>
    public override int Depth => 0;

    /// <inheritdoc/>
    public override bool HasRows => true;

    /// <inheritdoc/>
    public override bool IsClosed => false;

    /// <inheritdoc/>
    public override int RecordsAffected => -1;

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <inheritdoc/>
    public ReadOnlyCollection<DbColumn> GetColumnSchema() => new([.. table.Columns.Select(static (column, i) => (DbColumn)new TextColumn(column.Name, i))]);

    /// <inheritdoc/>
    public override bool Read() => rows.MoveNext();

    /// <inheritdoc/>
    public override bool NextResult() => false;

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => rows.Current[ordinal] is null;

    /// <inheritdoc/>
    public override string GetString(int ordinal) => DataFiles.Cell(rows.Current[ordinal]);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => GetString(ordinal);

    /// <inheritdoc/>
    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => table.Columns.Select(static column => column.Name).ToList().IndexOf(name);

    /// <inheritdoc/>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => typeof(string);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => "string";

    /// <inheritdoc/>
    public override int GetValues(object[] values)
    {
        for (var i = 0; i < FieldCount; i++) values[i] = GetValue(i);
        return FieldCount;
    }

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }

    private sealed class TextColumn : DbColumn
    {
        public TextColumn(string name, int ordinal)
        {
            ColumnName = name;
            ColumnOrdinal = ordinal;
            DataType = typeof(string);
            AllowDBNull = true;
        }
    }
}
