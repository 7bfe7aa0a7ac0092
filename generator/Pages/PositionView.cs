namespace Rostrum.Pages;

/// <summary>A position: all that one delegation has said on one topic, oldest first.</summary>
public sealed record PositionView : View
{
    /// <inheritdoc/>
    public override string Template => "position";

    /// <summary>Who.</summary>
    public required Link Delegation { get; init; }

    /// <summary>On what.</summary>
    public required Link Topic { get; init; }

    /// <summary>One line on what the topic is.</summary>
    public Raw? Summary { get; init; }

    /// <summary>The passages on this page of the list, by year.</summary>
    public required IReadOnlyList<PositionYear> Years { get; init; }

    /// <summary>Citations for reference managers (COinS) of the statements that are quoted on this page and not listed.</summary>
    public required IReadOnlyList<Raw> Coins { get; init; }

    /// <summary>How many passages there are in all.</summary>
    public required int Count { get; init; }

    /// <summary>In how many statements.</summary>
    public required int StatementCount { get; init; }

    /// <summary>The day of the first.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The day of the last.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The positions of other delegations on the topic, with their counts; at most twenty-four, those who said most.</summary>
    public required IReadOnlyList<Link> Others { get; init; }

    /// <summary>The positions of the delegation on other topics, likewise.</summary>
    public required IReadOnlyList<Link> OtherTopics { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }
}

/// <summary>What was said in one year.</summary>
/// <param name="Title">The year.</param>
/// <param name="Url">Its page.</param>
/// <param name="Entries">The passages.</param>
public sealed record PositionYear(string Title, string? Url, IReadOnlyList<PositionEntry> Entries);

/// <summary>A passage of a position, held against the nearest earlier one.</summary>
/// <param name="Passage">The passage; what is new in its wording is inside <c>ins</c>.</param>
/// <param name="Earlier">The earlier passage that is most like it; null when none is.</param>
/// <param name="Same">Whether the words are the same.</param>
public sealed record PositionEntry(PassageView Passage, Link? Earlier, bool Same);

/// <summary>Delegations by topics: how often each has spoken on each.</summary>
public sealed record CompareView : View
{
    /// <inheritdoc/>
    public override string Template => "compare";

    /// <summary>The topics, one a column, those under one broader topic together.</summary>
    public required IReadOnlyList<Link> Topics { get; init; }

    /// <summary>The broader topics over the columns, with the number of columns as their count; empty when there are none.</summary>
    public required IReadOnlyList<Link> Groups { get; init; }

    /// <summary>The delegations on this page, by name.</summary>
    public required IReadOnlyList<CompareRow> Rows { get; init; }

    /// <summary>For each topic, how many passages all delegations have.</summary>
    public required IReadOnlyList<int> Totals { get; init; }

    /// <summary>How many passages that is in all; one on two topics counts under both.</summary>
    public required int Total { get; init; }

    /// <summary>The pages of the table, named by the first and last delegation on each; empty when there is one.</summary>
    public required IReadOnlyList<Link> Parts { get; init; }

    /// <summary>The years that the passages span, such as 2013–2026.</summary>
    public required string Span { get; init; }
}

/// <summary>A delegation in the comparison.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Cells">One a topic.</param>
/// <param name="Total">The sum of its cells.</param>
public sealed record CompareRow(Link Delegation, IReadOnlyList<CompareCell> Cells, int Total);

/// <summary>How often a delegation has spoken on a topic.</summary>
/// <param name="Count">How many passages.</param>
/// <param name="Url">The position; null where there is none.</param>
/// <param name="Last">The year of the last.</param>
/// <param name="Share">The count as a share of the largest in the table, 0 to 100.</param>
public sealed record CompareCell(int Count, string? Url, int Last, int Share);
