using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Citations for reference managers: CSL-JSON (type <c>speech</c>, the master), RIS (<c>SLIDE</c>, which Zotero reads as a presentation) and BibTeX (biblatex's <c>@unpublished</c>).</summary>
public static class CitationFiles
{
    /// <summary>A list of CSL items (https://github.com/citation-style-language/schema, csl-data.json 1.0.2).</summary>
    public static void WriteCsl(IEnumerable<CitedStatement> statements, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json.Readable);
        json.WriteStartArray();
        foreach (var statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("id", statement.Id);
            json.WriteString("type", "speech");
            WriteText(json, "title", statement.Title);
            WriteText(json, "title-short", statement.ShortTitle);
            if (statement.Authors.Count > 0) WriteAuthors(json, statement.Authors);
            WriteText(json, "genre", statement.Genre);
            WriteText(json, "event-title", statement.Event);
            WriteText(json, "event-place", statement.Place);
            WriteText(json, "publisher", statement.Publisher);
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(statement.Date.Year);
            json.WriteNumberValue(statement.Date.Month);
            json.WriteNumberValue(statement.Date.Day);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
            WriteText(json, "language", statement.Language);
            WriteText(json, "abstract", statement.Abstract);
            WriteText(json, "URL", statement.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>RIS records: two spaces, a hyphen and a space behind each tag, lines that end in CR LF.</summary>
    public static void WriteRis(IEnumerable<CitedStatement> statements, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1024, true) { NewLine = "\r\n" };
        foreach (var statement in statements)
        {
            Tag("TY", "SLIDE");
            Tag("ID", statement.Id);
            foreach (var author in statement.Authors) Tag("AU", author.Inverted);
            Tag("TI", statement.Title);
            Tag("ST", statement.ShortTitle);
            Tag("T2", statement.Event);
            Tag("M3", statement.Genre);
            Tag("CY", statement.Place);
            Tag("PB", statement.Publisher);
            Tag("PY", statement.Date.Year.ToString());
            Tag("DA", statement.Date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
            Tag("LA", statement.Language);
            foreach (var topic in statement.Topics) Tag("KW", topic);
            Tag("AB", statement.Abstract);
            Tag("UR", statement.Url);
            writer.WriteLine("ER  - ");
        }

        void Tag(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) writer.WriteLine($"{name}  - {OneLine(value)}");
        }
    }

    /// <summary>BibTeX entries with biblatex's fields, and <c>year</c>, <c>month</c> and <c>note</c> for the classic styles, which know no event.</summary>
    public static void WriteBib(IEnumerable<CitedStatement> statements, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1024, true) { NewLine = "\n" };
        foreach (var statement in statements)
        {
            writer.WriteLine($"@unpublished{{{statement.Id},");
            Field("author", string.Join(" and ", statement.Authors.Select(static author => author.Family is null ? $"{{{Tex(author.Whole)}}}" : Tex(author.Inverted))));
            Field("title", $"{{{Tex(OneLine(statement.Title))}}}");
            Field("shorttitle", statement.ShortTitle is null ? null : Tex(statement.ShortTitle));
            Field("eventtitle", statement.Event is null ? null : Tex(statement.Event));
            Field("eventdate", statement.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Field("venue", statement.Place is null ? null : Tex(statement.Place));
            Field("type", statement.Genre is null ? null : Tex(statement.Genre));
            Field("organization", statement.Publisher is null ? null : Tex(statement.Publisher));
            Field("date", statement.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Field("year", statement.Date.Year.ToString());
            writer.WriteLine($"  month = {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(statement.Date.Month).ToLowerInvariant()},");
            Field("langid", statement.Language);
            Field("abstract", statement.Abstract is null ? null : Tex(statement.Abstract));
            Field("note", statement.Genre is null ? "Statement" : Tex(statement.Genre));
            Field("url", statement.Url);
            writer.WriteLine("}");
        }

        void Field(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) writer.WriteLine($"  {name} = {{{OneLine(value)}}},");
        }
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<CitedName> authors)
    {
        json.WriteStartArray("author");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            if (author.Family is null) WriteText(json, "literal", author.Whole);
            else
            {
                WriteText(json, "family", author.Family);
                WriteText(json, "given", author.Given);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) json.WriteString(name, value);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Tex(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                '{' => "\\textbraceleft{}", // BibTeX counts braces, escaped ones too
                '}' => "\\textbraceright{}",
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
