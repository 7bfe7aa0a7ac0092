namespace Rostrum.Importing;

/// <summary>What a block of an imported text is.</summary>
internal enum ImportKind
{
    /// <summary>A heading within the text.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>One item of a list; neighbours make one list.</summary>
    Item,

    /// <summary>A whole list, quotation, table or footnote, already in Markdown.</summary>
    Other,
}

/// <summary>A block of text as any reader hands it on: its words, the same as Markdown with its emphasis, and the line of the source where it begins (counting from 1; 0 where the format has no lines).</summary>
internal sealed record ImportBlock(ImportKind Kind, string Text, string Markdown, int Line)
{
    /// <summary>Whether a page has nothing here but links.</summary>
    public bool IsLinks { get; init; }

    /// <summary>A paragraph of plain text, in which nothing is markup.</summary>
    public static ImportBlock Plain(string text, int line) => new(ImportKind.Paragraph, text, MarkdownEscape.Paragraph(text), line);
}

/// <summary>A value and where it was read.</summary>
internal sealed record Found<T>(T Value, int Line, string Words);

/// <summary>What one source holds, whatever its format: its blocks in order, and what its format says of them.</summary>
internal sealed record ImportText
{
    /// <summary>The text, with its heading lines where the format does not set them apart.</summary>
    public required IReadOnlyList<ImportBlock> Blocks { get; init; }

    /// <summary>Lines that stand around the title and are no part of the text.</summary>
    public IReadOnlyList<ImportBlock> Around { get; init; } = [];

    /// <summary>The title, where the format marks it.</summary>
    public Found<string>? Title { get; init; }

    /// <summary>Whether the title is that of the page's head alone; a title that the text bears is better.</summary>
    public bool IsTitleApart { get; init; }

    /// <summary>The day the source says it was put online.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day the source says the text is of, in a field of its own.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Address of the page, where it says it.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it, where it says so.</summary>
    public string? Publisher { get; init; }

    /// <summary>BCP 47 language that the source names.</summary>
    public string? Language { get; init; }

    /// <summary>The speaker that the source names in a field of its own.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whether the blocks are the body alone, because the format keeps title and text apart.</summary>
    public bool IsBodyAlone { get; init; }
}

/// <summary>A source to import: the name it was given and its bytes.</summary>
internal sealed record ImportSource(string Name, byte[] Bytes)
{
    /// <summary>The name without folder and extension.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name.Replace('\\', '/'));
}

/// <summary>Something that the import was not sure of and left out: the field, the question, and the line it comes from (0 where there is none).</summary>
internal sealed record ImportQuestion(string Field, string Question, int Line);
