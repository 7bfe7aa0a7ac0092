using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>
/// How much of everything a build takes, so that no content can hang it or fill the machine's memory. All bounds of the program stand here;
/// each can be raised under <c>limits</c> in site.yml, up to what protects the machine itself.
/// </summary>
public sealed record Limits
{
    /// <summary>What a build takes when site.yml says nothing.</summary>
    public static readonly Limits Default = new();

    /// <summary>Every limit by its name in site.yml, with its least and greatest value and its reason.</summary>
    public static readonly IReadOnlyList<Limit> All =
    [
        new("file_size", 1, 1_000_000_000, "Bytes of one Markdown or YAML file. A long book has two million; the whole text of a file is held in memory while it is rendered.", static limits => limits.FileSize, static (limits, value) => limits with { FileSize = value }),
        new("files", 1, 50_000_000, "Files of the archive. What a build holds in memory grows with their number.", static limits => limits.Files, static (limits, value) => limits with { Files = value }),
        new("yaml_values", 1, 100_000_000, "Values in one front matter, aliases written out. An alias bomb makes billions of a few lines.", static limits => limits.YamlValues, static (limits, value) => limits with { YamlValues = value }),
        new("yaml_depth", 1, 500, "Lists and mappings within one another. Deeper ones would overflow the stack.", static limits => limits.YamlDepth, static (limits, value) => limits with { YamlDepth = value }),
        new("mentions", 0, 1_000_000, "Names and citations that are looked for in one paragraph. The time for a paragraph grows with the square of their number.", static limits => limits.Mentions, static (limits, value) => limits with { Mentions = value }),
        new("brackets", 1, 1_000_000, "Square brackets and tags that may be opened between two empty lines of a Markdown text. The time for nested links and tags grows with the square of their number.", static limits => limits.Brackets, static (limits, value) => limits with { Brackets = value }),
        new("addresses", 0, 1_000_000, "Web and mail addresses between two empty lines of a Markdown text. The time for a paragraph grows with the square of their number.", static limits => limits.Addresses, static (limits, value) => limits with { Addresses = value }),
        new("definitions", 0, 1_000_000, "Definitions of links and notes, and underlined headings, of one Markdown text. The time for it grows with the square of their number.", static limits => limits.Definitions, static (limits, value) => limits with { Definitions = value }),
        new("notes", 0, 10_000_000, "Paragraphs that the notes and citations in one front matter cover, those of each range counted. What is said of a range is kept for each of its paragraphs.", static limits => limits.Notes, static (limits, value) => limits with { Notes = value }),
        new("template_loops", 1, int.MaxValue, "Rounds of one loop of a template.", static limits => limits.TemplateLoops, static (limits, value) => limits with { TemplateLoops = value }),
        new("template_depth", 1, 200, "Templates within one another. Deeper ones would overflow the stack.", static limits => limits.TemplateDepth, static (limits, value) => limits with { TemplateDepth = value }),
        new("page_bytes", 1, 1_000_000_000, "Bytes of one finished page.", static limits => limits.PageBytes, static (limits, value) => limits with { PageBytes = value }),
        new("page_seconds", 1, 86_400, "Seconds that the making of one page may take. The slowest page of an archive takes less than one.", static limits => limits.PageSeconds, static (limits, value) => limits with { PageSeconds = value }),
    ];

    /// <summary>Bytes of one Markdown or YAML file.</summary>
    public int FileSize { get; init; } = 10_000_000;

    /// <summary>Files of the archive.</summary>
    public int Files { get; init; } = 250_000;

    /// <summary>Values in one front matter, aliases written out.</summary>
    public int YamlValues { get; init; } = 100_000;

    /// <summary>Lists and mappings within one another.</summary>
    public int YamlDepth { get; init; } = 64;

    /// <summary>Names and citations that are looked for in one paragraph.</summary>
    public int Mentions { get; init; } = 2_000;

    /// <summary>Square brackets and tags that may be opened between two empty lines.</summary>
    public int Brackets { get; init; } = 2_000;

    /// <summary>Web and mail addresses between two empty lines.</summary>
    public int Addresses { get; init; } = 2_000;

    /// <summary>Definitions of links and notes, and underlined headings, of one text.</summary>
    public int Definitions { get; init; } = 10_000;

    /// <summary>Paragraphs that the notes and citations in one front matter cover.</summary>
    public int Notes { get; init; } = 100_000;

    /// <summary>Rounds of one loop of a template.</summary>
    public int TemplateLoops { get; init; } = 1_000_000;

    /// <summary>Templates within one another.</summary>
    public int TemplateDepth { get; init; } = 50;

    /// <summary>Bytes of one finished page.</summary>
    public int PageBytes { get; init; } = 50_000_000;

    /// <summary>Seconds that the making of one page may take.</summary>
    public int PageSeconds { get; init; } = 60;

    /// <summary>The limits under <c>limits</c>; what is no number, or out of bounds, is reported.</summary>
    internal static Limits Read(FieldReader? fields)
    {
        if (fields is null) return Default;
        var limits = Default;
        foreach (var limit in All) limits = limit.Set(limits, fields.Number(limit.Name, limit.Get(Default), limit.Least, limit.Most));
        fields.Finish();
        return limits;
    }
}

/// <summary>One limit: its name in site.yml, its bounds, and why it is there.</summary>
public sealed record Limit(string Name, int Least, int Most, string Reason, Func<Limits, int> Get, Func<Limits, int, Limits> Set);
