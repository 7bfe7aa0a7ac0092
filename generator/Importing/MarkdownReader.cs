using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Importing;

/// <summary>Reads Markdown that another tool wrote: its front matter by the usual names, its text as it is. Links that only had a meaning there become their words.</summary>
internal static partial class MarkdownReader
{
    /// <summary>The document.</summary>
    public static ImportText Read(string text)
    {
        var document = FrontMatterParser.Parse(new SourceFile("import.md", Encoding.UTF8.GetBytes(text)), new DiagnosticBag());
        if (document is null) return PlainTextReader.Read(text);
        var fields = document.FrontMatter;
        var blocks = ReadBlocks(document.ReadBody(), document.BodyLine);
        var title = Text(fields, "title", "headline", "name") is { } named ? new Found<string>(named, 1, named) : null;
        if (title is null && blocks.Count > 0 && blocks[0].Kind == ImportKind.Heading && blocks[0].Markdown.StartsWith("# ", StringComparison.Ordinal))
        {
            title = new Found<string>(blocks[0].Text, blocks[0].Line, blocks[0].Text);
            blocks.RemoveAt(0);
        }

        return new ImportText
        {
            Blocks = blocks,
            Title = title,
            IsBodyAlone = title is not null,
            Date = Day(Text(fields, "date", "delivered")),
            Published = Day(Text(fields, "published", "published_time", "publishDate", "pubDate", "date_published")),
            Url = Text(fields, "source_url", "url", "canonical", "canonical_url", "link", "source") is { } url && FieldReader.IsWebAddress(url) ? url : null,
            Publisher = Text(fields, "publisher"),
            Language = Text(fields, "lang", "language", "locale"),
            Speaker = Text(fields, "speaker"),
        };
    }

    private static List<ImportBlock> ReadBlocks(string body, int firstLine)
    {
        var blocks = new List<ImportBlock>();
        var lines = body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var first = i;
            while (i + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[i + 1])) i++;
            blocks.Add(ToBlock(string.Join('\n', lines[first..(i + 1)].Select(static line => line.TrimEnd('\r'))), firstLine + first));
        }

        return blocks;
    }

    private static ImportBlock ToBlock(string raw, int line)
    {
        var markdown = Pin().Replace(WikiLink().Replace(Neutral().Replace(raw.TrimEnd(), "$1"), "\\[\\["), "{\\#");
        var heading = Heading().Match(markdown);
        var text = Marks().Replace(Link().Replace(markdown, "$1"), "").Trim();
        if (heading.Success && !markdown.Contains('\n', StringComparison.Ordinal)) return new ImportBlock(ImportKind.Heading, text.TrimStart('#', ' '), markdown, line);
        return new ImportBlock(ImportKind.Other, text, markdown, line);
    }

    private static string? Text(YamlMap fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.Find(name) is YamlScalar { IsNull: false } scalar && scalar.Text.Trim().Length > 0) return scalar.Text.Trim();
        }

        return null;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null) return null;
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return WrittenDates.FindAll(text) is [{ Day: { } written }] ? written : null;
    }

    // Links and images of the other tool's own files.
    [GeneratedRegex(@"!?\[([^\[\]]*)\]\((?!https?://|mailto:|tel:)[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"(?<!\\)\[\[")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\{#")]
    private static partial Regex Pin();

    [GeneratedRegex(@"^#{1,6}\s+\S")]
    private static partial Regex Heading();

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|`|^>\s?|\\(?=[^\w\s])", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
