using System.Text;
using Rostrum.Rendering;

namespace Rostrum.Exports;

/// <summary>Writes a statement as plain text: what it is, then every passage under its number and its address.</summary>
public static class StatementText
{
    /// <summary>The text, UTF-8, lines ending in a line feed, an empty line between paragraphs.</summary>
    public static void Write(StatementRecord record, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), 1024, true) { NewLine = "\n" };
        var statement = record.Statement;
        text.WriteLine(statement.Title);
        text.WriteLine();
        Fact("speaker", string.Join("; ", record.Names(statement.Speakers).Append(statement.Role).Where(static name => !string.IsNullOrEmpty(name))));
        Fact("delegation", string.Join("; ", record.Names(statement.Delegations)));
        Fact("meeting", record.Archive.Find(statement.Meeting)?.Title);
        Fact("forum", record.Archive.Find(record.Archive.ForumOf(statement))?.Title);
        Fact("place", record.Cited.Place);
        Fact("date", statement.Date.ToString("yyyy-MM-dd"));
        Fact("genre", record.Cited.Genre);
        Fact("language", statement.Language);
        Fact("address", record.Url);
        foreach (var source in statement.Sources) Fact("source", source.Url ?? source.Publisher);
        Fact("license", record.License is { } terms ? terms.Url is null ? terms.Name : $"{terms.Name}, {terms.Url}" : null);
        var heading = 0;
        foreach (var block in record.Texts.Body.Blocks)
        {
            var written = block.Kind switch
            {
                BlockKind.Passage => $"[{record.Passages[block.Passage].Passage.Number}] {record.UrlOf(record.Passages[block.Passage].Passage)}\n{record.Passages[block.Passage].Passage.Text}",
                BlockKind.Heading => record.Texts.Body.Headings[heading++].Title,
                BlockKind.Gone => $"[{block.Id.TrimStart('p')}] {record.Strings.Text("passage_gone")}",
                _ => MarkupText.Of(block.Html.Span),
            };
            if (written.Length > 0) text.Write($"\n{written}\n");
        }

        if (MarkupText.Of(record.Texts.Body.Notes.Span) is { Length: > 0 } notes) text.Write($"\n{record.Strings.Text("footnotes")}\n{notes}\n");

        void Fact(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) text.WriteLine($"{record.Strings.Text(label)}: {value}");
        }
    }
}
