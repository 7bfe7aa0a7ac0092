namespace Rostrum.Pages;

/// <summary>A topic, person, delegation, forum, meeting or instrument: what it is, the passages that speak of it, and its statements.</summary>
public sealed record EntityView : View
{
    /// <inheritdoc/>
    public override string Template => "entity";

    /// <summary>topics, people, delegations, forums, meetings or instruments.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind in words: Topic, Person…</summary>
    public required string KindLabel { get; init; }

    /// <summary>One line on what it is.</summary>
    public Raw? Summary { get; init; }

    /// <summary>What the archive says of it; only on the first page of a list.</summary>
    public Raw? Body { get; init; }

    /// <summary>What is known of it, by name.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>The passages that speak of it, on this page of the list.</summary>
    public required IReadOnlyList<PassageGroup> Groups { get; init; }

    /// <summary>Citations for reference managers (COinS) of the statements that are quoted on this page and not listed.</summary>
    public required IReadOnlyList<Raw> Coins { get; init; }

    /// <summary>How many passages speak of it in all.</summary>
    public required int PassageCount { get; init; }

    /// <summary>The orders in which the passages can be read; empty when there is one.</summary>
    public required IReadOnlyList<Link> Orders { get; init; }

    /// <summary>Statements that name it in their front matter, on this page of the list.</summary>
    public required IReadOnlyList<StatementLink> Statements { get; init; }

    /// <summary>How many such statements there are in all.</summary>
    public required int StatementCount { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }

    /// <summary>Other pages that refer to it.</summary>
    public required IReadOnlyList<ReferenceView> References { get; init; }

    /// <summary>An instrument's articles, chapters or paragraphs, each with the passages that cite it.</summary>
    public required IReadOnlyList<PartView> Parts { get; init; }

    /// <summary>Passages (or statements, where there are none) by year; empty when there is but one year.</summary>
    public required IReadOnlyList<YearView> Years { get; init; }

    /// <summary>Interventions at a meeting that are known and not held.</summary>
    public required IReadOnlyList<KnownView> Known { get; init; }

    /// <summary>A delegation's positions, topic by topic, with the number of passages; those it has said most on first.</summary>
    public required IReadOnlyList<PositionRow> Positions { get; init; }

    /// <summary>Its statements as files for reference managers.</summary>
    public required IReadOnlyList<Link> Downloads { get; init; }

    /// <summary>Whether it has a file in the archive.</summary>
    public required bool HasFile { get; init; }
}

/// <summary>A position in the list of a delegation's.</summary>
/// <param name="Topic">The topic's name, the position's address, and how many passages there are.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last.</param>
public sealed record PositionRow(Link Topic, DateOnly First, DateOnly Last);

/// <summary>A part of an instrument.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its name.</param>
/// <param name="Passages">The passages that cite it.</param>
public sealed record PartView(string Id, string Title, IReadOnlyList<Link> Passages);

/// <summary>An intervention that is known and not held.</summary>
/// <param name="Delegation">On whose behalf.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Note">What is known.</param>
/// <param name="Url">Where it might be read.</param>
public sealed record KnownView(Link? Delegation, string? Speaker, string? Note, string? Url);
