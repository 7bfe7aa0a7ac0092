namespace Rostrum.Pages;

/// <summary>A text and its translation side by side.</summary>
public sealed record ParallelView : View
{
    /// <inheritdoc/>
    public override string Template => "parallel";

    /// <summary>The original.</summary>
    public required ParallelSide Left { get; init; }

    /// <summary>The translation.</summary>
    public required ParallelSide Right { get; init; }

    /// <summary>The paragraphs.</summary>
    public required IReadOnlyList<ParallelRow> Rows { get; init; }
}

/// <summary>One of two texts beside each other.</summary>
/// <param name="Title">Its title as published.</param>
/// <param name="Url">Its page.</param>
/// <param name="Language">Its language.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="LanguageName">The language in words.</param>
/// <param name="Status">What the text is, in words: authoritative, courtesy or machine translation.</param>
public sealed record ParallelSide(string Title, string Url, string Language, string Direction, string LanguageName, string? Status);

/// <summary>A paragraph in both texts.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Number">Its number.</param>
/// <param name="Left">The original; null where it has none.</param>
/// <param name="Right">The translation; null where it has none.</param>
public sealed record ParallelRow(string Id, string Number, Raw? Left, Raw? Right);

/// <summary>What the archive holds and what it knows to be missing, by forum and year.</summary>
public sealed record CoverageView : View
{
    /// <inheritdoc/>
    public override string Template => "coverage";

    /// <summary>The forums and years on this page of the list; a forum's years follow each other, the latest first.</summary>
    public required IReadOnlyList<CoverageRow> Rows { get; init; }

    /// <summary>How many statements the archive holds.</summary>
    public required int Held { get; init; }

    /// <summary>How many interventions it knows and does not hold.</summary>
    public required int Missing { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }
}

/// <summary>A forum in one year.</summary>
/// <param name="Forum">The forum; null for statements outside any.</param>
/// <param name="Year">The year.</param>
/// <param name="Held">How many statements the archive holds.</param>
/// <param name="Missing">How many interventions are known and not held.</param>
/// <param name="Meetings">The meetings of which some are missing.</param>
public sealed record CoverageRow(Link? Forum, int Year, int Held, int Missing, IReadOnlyList<Link> Meetings);

/// <summary>What looks like a citation in the texts and leads to no instrument.</summary>
public sealed record UnresolvedView : View
{
    /// <inheritdoc/>
    public override string Template => "unresolved";

    /// <summary>The words, the most frequent first; at most 500.</summary>
    public required IReadOnlyList<UnresolvedCitation> Citations { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Count { get; init; }
}

/// <summary>Words that look like a citation.</summary>
/// <param name="Text">The words.</param>
/// <param name="Count">In how many passages they stand.</param>
/// <param name="Passages">The first five of these.</param>
public sealed record UnresolvedCitation(string Text, int Count, IReadOnlyList<Link> Passages);
