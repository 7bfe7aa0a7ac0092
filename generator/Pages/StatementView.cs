namespace Rostrum.Pages;

/// <summary>A statement: its words, and the apparatus around them.</summary>
public sealed record StatementView : View
{
    /// <inheritdoc/>
    public override string Template => "statement";

    /// <summary>Title as published.</summary>
    public required string PublishedTitle { get; init; }

    /// <summary>Language of the title.</summary>
    public required string TitleLanguage { get; init; }

    /// <summary>The day it was delivered.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day the source put it online.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who spoke.</summary>
    public required IReadOnlyList<Link> Speakers { get; init; }

    /// <summary>The role at that time, as printed.</summary>
    public string? Role { get; init; }

    /// <summary>On whose behalf.</summary>
    public required IReadOnlyList<Link> Delegations { get; init; }

    /// <summary>The standing body.</summary>
    public Link? Forum { get; init; }

    /// <summary>The sitting.</summary>
    public Link? Meeting { get; init; }

    /// <summary>What the record of the sitting is: its symbol, or that there is none.</summary>
    public string? Record { get; init; }

    /// <summary>Its genre in words.</summary>
    public string? Genre { get; init; }

    /// <summary>How it was delivered, in words.</summary>
    public string? Delivery { get; init; }

    /// <summary>Its id.</summary>
    public required string Identifier { get; init; }

    /// <summary>How many words it has.</summary>
    public required int Words { get; init; }

    /// <summary>What it says, in the archive's words.</summary>
    public Raw? Abstract { get; init; }

    /// <summary>What the archive did to the text.</summary>
    public Raw? EditorNote { get; init; }

    /// <summary>Its text, block by block; empty when it is withdrawn.</summary>
    public required IReadOnlyList<BlockView> Blocks { get; init; }

    /// <summary>The list of its footnotes.</summary>
    public Raw? Notes { get; init; }

    /// <summary>Where the text came from.</summary>
    public required IReadOnlyList<SourceView> Sources { get; init; }

    /// <summary>Terms of the text.</summary>
    public LicenseView? License { get; init; }

    /// <summary>Its change log.</summary>
    public required IReadOnlyList<RevisionView> Revisions { get; init; }

    /// <summary>When and why it was withdrawn.</summary>
    public WithdrawalView? Withdrawn { get; init; }

    /// <summary>The statement that it replaces.</summary>
    public StatementLink? Supersedes { get; init; }

    /// <summary>The statement that replaces it.</summary>
    public StatementLink? SupersededBy { get; init; }

    /// <summary>The same text in other languages.</summary>
    public required IReadOnlyList<TranslationView> Translations { get; init; }

    /// <summary>Whether the text itself is authoritative, a courtesy or a machine translation, in words.</summary>
    public string? TranslationStatus { get; init; }

    /// <summary>The statement before it, in time, of the same delegation where there is one.</summary>
    public StatementLink? Previous { get; init; }

    /// <summary>The statement after it.</summary>
    public StatementLink? Next { get; init; }

    /// <summary>Other statements at the same meeting.</summary>
    public required IReadOnlyList<StatementLink> SameMeeting { get; init; }

    /// <summary>Statements near it, and why.</summary>
    public required IReadOnlyList<RelatedView> Related { get; init; }

    /// <summary>What refers to it.</summary>
    public required IReadOnlyList<ReferenceView> References { get; init; }

    /// <summary>What the whole statement is about.</summary>
    public required IReadOnlyList<Link> Topics { get; init; }

    /// <summary>Instruments it cites.</summary>
    public required IReadOnlyList<Link> Cites { get; init; }

    /// <summary>Citations of it, one a style; empty when citations are not exported or it is withdrawn.</summary>
    public required IReadOnlyList<CitationView> Citations { get; init; }

    /// <summary>Whether there are citations.</summary>
    public bool HasCitations => Citations.Count > 0;

    /// <summary>Citations of it as files.</summary>
    public required IReadOnlyList<Link> Downloads { get; init; }

    /// <summary>Its text as files.</summary>
    public required IReadOnlyList<Link> Files { get; init; }
}

/// <summary>A citation in one style, cut where a script puts a paragraph and its address.</summary>
/// <param name="Style">Name of the style.</param>
/// <param name="Before">Everything before the paragraph.</param>
/// <param name="One">How a paragraph is named; <c>{0}</c> is its number.</param>
/// <param name="Many">How a range is named; <c>{0}</c> and <c>{1}</c> are its ends.</param>
/// <param name="Between">What stands between the paragraph and the address.</param>
/// <param name="Url">The address.</param>
/// <param name="After">What stands behind the address.</param>
public sealed record CitationView(string Style, string Before, string One, string Many, string Between, string Url, string After);

/// <summary>A block of a statement's text.</summary>
/// <param name="Kind"><c>passage</c>, <c>heading</c>, <c>gone</c> (published once, no longer there) or <c>other</c>.</param>
/// <param name="Before">Markup before it: a list's beginning.</param>
/// <param name="After">Markup behind it: a list's end.</param>
/// <param name="Tag"><c>div</c>, or <c>li</c> within a list.</param>
/// <param name="Id">A passage's anchor.</param>
/// <param name="Number">A passage's number.</param>
/// <param name="Html">Its markup.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Share">Its words as a share of the longest passage, 0 to 100.</param>
/// <param name="Topics">Topics it speaks to.</param>
/// <param name="Cites">Instruments it cites.</param>
/// <param name="Names">People, delegations, forums and meetings it names.</param>
/// <param name="Speaker">Who speaks it, where several do.</param>
/// <param name="Note">What the editor notes at it.</param>
public sealed record BlockView(
    string Kind, Raw Before, Raw After, string Tag, string Id, string Number, Raw Html, int Words, int Share,
    IReadOnlyList<Link> Topics, IReadOnlyList<Link> Cites, IReadOnlyList<Link> Names, Link? Speaker, string? Note)
{
    /// <summary>A passage's address.</summary>
    public string Url => IsPassage ? $"{Page}#{Id}" : "";

    /// <summary>The address of the page that it stands on.</summary>
    internal string Page { get; init; } = "";

    /// <summary>Whether it is a passage.</summary>
    public bool IsPassage => Kind == "passage";

    /// <summary>Whether anything is known that stands beside it: topics, instruments, names, a speaker, a note.</summary>
    public bool HasApparatus => Topics.Count > 0 || Cites.Count > 0 || Names.Count > 0 || Speaker is not null || Note is not null;
}

/// <summary>Where a text came from.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Host">The host of the address.</param>
/// <param name="Retrieved">The day it was fetched.</param>
/// <param name="Sha256">Checksum of what was fetched.</param>
/// <param name="Archived">Address of an archived copy.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="File">Name of the file.</param>
public sealed record SourceView(string? Url, string? Host, DateOnly? Retrieved, string? Sha256, string? Archived, string? Publisher, string? File);

/// <summary>An entry of a change log.</summary>
/// <param name="Date">When.</param>
/// <param name="What">What changed.</param>
public sealed record RevisionView(DateOnly Date, string What);

/// <summary>Why a statement is no longer published.</summary>
/// <param name="Date">Since when.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawalView(DateOnly? Date, string Reason);

/// <summary>A statement near another.</summary>
/// <param name="Statement">Which.</param>
/// <param name="Reason">What the two share.</param>
public sealed record RelatedView(StatementLink Statement, string Reason);

/// <summary>The same text in another language.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Language">Its language tag.</param>
/// <param name="LanguageName">The language's own name for itself.</param>
/// <param name="Status">authoritative, courtesy or machine, in words.</param>
/// <param name="Parallel">The page that sets both texts side by side; null where neither translates the other.</param>
public sealed record TranslationView(string Title, string Url, string Language, string LanguageName, string? Status, string? Parallel);
