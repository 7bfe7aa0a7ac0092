using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Writes a table as CSV (RFC 4180, a line feed behind each row) or as a JSON object a line; row by row, never the whole in memory.</summary>
public static class DataFiles
{
    /// <summary>What separates the items of a list in a cell.</summary>
    public const string Separator = ";";

    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    /// <summary>The table as CSV, its names in the first row.</summary>
    public static void WriteCsv(DataTable table, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, true) { NewLine = "\n" };
        WriteRow(text, table.Columns.Select(static column => column.Name));
        foreach (var row in table.Rows()) WriteRow(text, row.Select(Cell));
    }

    /// <summary>The table as JSON Lines; what has no value is null, a list is a list.</summary>
    public static void WriteJsonLines(DataTable table, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json.Line);
        foreach (var row in table.Rows())
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++) Write(json, table.Columns[i].Name, row[i]);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>The text of a cell. What a spreadsheet could take for a formula gets an apostrophe before it, and so does a text that would look as if it had got one.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        string text => Guarded(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IReadOnlyList<string> items => Guarded(string.Join(Separator, items)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // RFC 4180: a cell that holds a separator, a line end or a quotation mark stands in quotation marks, and those within it are doubled.
    private static void WriteRow(StreamWriter text, IEnumerable<string> cells)
    {
        var separator = "";
        foreach (var cell in cells)
        {
            text.Write(separator);
            separator = ",";
            if (!cell.AsSpan().ContainsAny(ToQuote) && cell.AsSpan().Trim().Length == cell.Length) text.Write(cell);
            else
            {
                text.Write('"');
                text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
                text.Write('"');
            }
        }

        text.Write('\n');
    }

    // https://owasp.org/www-community/attacks/CSV_Injection, and the wide forms that East Asian spreadsheets take for the same.
    private static string Guarded(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(first[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case DateOnly day:
                json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IReadOnlyList<string> items:
                json.WriteStartArray(name);
                foreach (var item in items) json.WriteStringValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }
}
