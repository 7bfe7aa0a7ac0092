using System.Globalization;
using System.Text;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Importing;

/// <summary>Writes a recognised statement as a file of <c>content/statements</c>. Every text is quoted so that no byte of a source can be read as YAML.</summary>
internal static class StatementFile
{
    private const int LongestName = 80;

    // A name does not end in the midst of "Ministry of …".
    private static readonly string[] SmallWords = ["of", "the", "and", "on", "at", "in", "for", "to", "by", "a", "de", "la", "le", "du", "des", "el", "en", "y", "et"];

    /// <summary>The file's text.</summary>
    public static string Write(RecognizedStatement statement, Origin origin)
    {
        var yaml = new StringBuilder("---\n");
        Add(yaml, "title", statement.Title);
        Add(yaml, "title_language", statement.TitleLanguage);
        AddPlain(yaml, "date", Iso(statement.Date));
        if (statement.Published != statement.Date) AddPlain(yaml, "published", Iso(statement.Published));
        AddList(yaml, "speaker", statement.Speakers);
        Add(yaml, "role", statement.Role);
        Add(yaml, "delegation", statement.Delegation);
        Add(yaml, "forum", statement.Forum);
        Add(yaml, "meeting", statement.Meeting);
        AddPlain(yaml, "genre", statement.Genre);
        AddPlain(yaml, "delivery", statement.Delivery);
        AddPlain(yaml, "language", statement.Language);
        yaml.Append("source:\n");
        Add(yaml, "  url", statement.Url);
        Add(yaml, "  publisher", statement.Publisher);
        AddPlain(yaml, "  retrieved", Iso(origin.Retrieved));
        AddPlain(yaml, "  sha256", origin.Sha256);
        AddPlain(yaml, "  file", origin.File);
        Add(yaml, "editor_note", statement.Note is null ? null : MarkdownEscape.Inline(statement.Note));
        if (statement.Symbol is not null) yaml.Append("extra:\n");
        Add(yaml, "  symbol", statement.Symbol);
        if (statement.Title is null || statement.Date is null) yaml.Append("draft: true\n");
        return yaml.Append("---\n\n").Append(Body(statement.Body)).ToString();
    }

    /// <summary>The body as Markdown: an empty line between blocks, none between items of a list.</summary>
    public static string Body(IReadOnlyList<ImportBlock> blocks)
    {
        var body = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0) body.Append(blocks[i].Kind == ImportKind.Item && blocks[i - 1].Kind == ImportKind.Item ? "\n" : "\n\n");
            body.Append(blocks[i].Markdown);
        }

        return body.Append('\n').ToString();
    }

    /// <summary>The name of the file, which is the statement's id: its day and the beginning of its title, or the source's own name.</summary>
    public static string NameOf(RecognizedStatement statement, ImportSource source)
    {
        var title = statement.Title is null ? "" : Short(Slug.Of(statement.Title));
        var name = title.Length > 0 && statement.Date is { } day ? $"{Iso(day)}-{title}" : Short(Slug.Of(source.Stem));
        if (!Slug.IsValid(name)) name = Slug.Of($"statement-{name}");
        if (!Slug.IsValid(name)) name = "statement";
        return name;
    }

    private static string Short(string slug)
    {
        if (slug.Length <= LongestName) return slug;
        var cut = slug.LastIndexOf('-', LongestName);
        var kept = cut > LongestName / 3 ? slug[..cut] : slug[..(LongestName / 2)];
        while (kept.LastIndexOf('-') is > LongestName / 3 and var last && SmallWords.Contains(kept[(last + 1)..])) kept = kept[..last];
        return Slug.Of(kept);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AddPlain(StringBuilder yaml, string key, string? value)
    {
        if (value is not null) yaml.Append(key).Append(": ").Append(value).Append('\n');
    }

    private static void Add(StringBuilder yaml, string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) yaml.Append(key).Append(": ").Append(Quote(value.Trim())).Append('\n');
    }

    private static void AddList(StringBuilder yaml, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 1) Add(yaml, key, values[0]);
        else if (values.Count > 1) yaml.Append(key).Append(": [").AppendJoin(", ", values.Select(Quote)).Append("]\n");
    }

    // A key stays bare; any other text goes between double quotation marks, with everything that is not printable escaped.
    private static string Quote(string text)
    {
        if (text.Length > 2 && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetter(text[0]) && text is not ("true" or "null" or "false" or "yes")) return text;
        return YamlText.Quote(string.Join(' ', MarkdownEscape.Clean(text).Split((char[])['\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));
    }
}
