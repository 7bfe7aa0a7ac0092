using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>A statement with all that its metadata and the files beside it tell: its text, what each passage speaks of, its citation, and the archive around it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Cited">What a citation says of it.</param>
/// <param name="Texts">Its text, abstract and editor's note, rendered.</param>
/// <param name="Translations">The same text in other languages.</param>
/// <param name="Archive">The archive.</param>
/// <param name="Relations">Who refers to whom.</param>
/// <param name="Rules">How its links are resolved.</param>
/// <param name="Strings">The words of the interface.</param>
public sealed record StatementRecord(
    Statement Statement, CitedStatement Cited, DocumentTexts Texts, IReadOnlyList<Statement> Translations, Archive Archive, Relations Relations, LinkRules Rules, UiStrings Strings)
{
    /// <summary>Its permanent address.</summary>
    public string Url => Cited.Url;

    /// <summary>Its passages.</summary>
    public IReadOnlyList<LinkedPassage> Passages => Texts.Body.Passages;

    /// <summary>The day on which it last changed, as far as the archive knows.</summary>
    public DateOnly Modified => Statement.Updated;

    /// <summary>Terms of its text.</summary>
    public License? License => Statement.License ?? Archive.Config.License;

    /// <summary>Instruments that it cites, those found in its text among them.</summary>
    public IEnumerable<EntityKey> Cites => Statement.Cites.Select(static cite => cite.Instrument).Concat(Mentioned(EntityKind.Instruments)).Distinct();

    /// <summary>The address of a passage.</summary>
    public string UrlOf(Passage passage) => $"{Url}#{passage.Id}";

    /// <summary>What its text names, of one kind.</summary>
    public IEnumerable<EntityKey> Mentioned(EntityKind kind) =>
        Passages.SelectMany(static passage => passage.Mentions).Where(mention => mention.Entity is { } key && key.Kind == kind).Select(static mention => mention.Entity!.Value).Distinct();

    /// <summary>The names of entities, those left out that are not published.</summary>
    public IReadOnlyList<string> Names(IEnumerable<EntityKey> keys) => [.. keys.Select(key => Archive.Find(key)?.Title).OfType<string>()];

    /// <summary>The files that are written beside it: citations, then its text.</summary>
    public static IReadOnlyList<StatementFile> FilesOf(Statement statement, SiteConfig config) => statement.Withdrawn is not null ? [] :
    [
        .. config.Exports.Has("citations") ? CitationFile.All.Select(file => new StatementFile(file.Title, file.Beside(statement.Url), file.Type, true, (record, stream) => file.Write([record.Cited], stream))) : [],
        .. TextFile.All.Where(file => config.Exports.Has(file.Export)).Select(file => new StatementFile(file.Title, file.Beside(statement.Url), file.Type, false, file.Write)),
    ];
}

/// <summary>A file beside a statement.</summary>
/// <param name="Title">What readers call its form.</param>
/// <param name="Url">Its address.</param>
/// <param name="Type">Its media type.</param>
/// <param name="IsCitation">Whether it is a citation; else it is the text.</param>
/// <param name="Write">Writes it.</param>
public sealed record StatementFile(string Title, PageUrl Url, string Type, bool IsCitation, Action<StatementRecord, Stream> Write);

/// <summary>A form in which the text of a statement is written beside its page.</summary>
/// <param name="Title">What readers call it.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Export">The name under <c>exports</c> that switches it off.</param>
/// <param name="Write">Writes it.</param>
public sealed record TextFile(string Title, string Name, string Type, string Export, Action<StatementRecord, Stream> Write)
{
    /// <summary>Every form.</summary>
    public static readonly IReadOnlyList<TextFile> All =
    [
        new("Markdown", "index.md", "text/markdown", "markdown", StatementMarkdown.Write),
        new("TXT", "statement.txt", "text/plain", "text", StatementText.Write),
        new("JSON", "statement.json", "application/json", "json", StatementJson.Write),
    ];

    /// <summary>Its address beside a statement's page.</summary>
    public PageUrl Beside(PageUrl statement) => new(statement.Path + Name);
}
