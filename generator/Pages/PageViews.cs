namespace Rostrum.Pages;

/// <summary>What every page has.</summary>
public abstract record View
{
    /// <summary>Name of the template, without its ending.</summary>
    public abstract string Template { get; }

    /// <summary>Title for the browser's window: the heading and the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The page's heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Address as a path within the host.</summary>
    public required string Url { get; init; }

    /// <summary>Absolute address.</summary>
    public required string Canonical { get; init; }

    /// <summary>One sentence for search engines.</summary>
    public string? Description { get; init; }

    /// <summary>Language of the page's main text.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The way from the top to the page.</summary>
    public IReadOnlyList<Breadcrumb> Breadcrumbs { get; init; } = [];

    /// <summary>Where the page's file can be edited.</summary>
    public string? EditUrl { get; init; }

    /// <summary>Address of the page's own Atom feed; null when it has none.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>Address of the same as JSON Feed.</summary>
    public string? JsonFeedUrl { get; init; }

    /// <summary>Whether search engines should leave it out.</summary>
    public bool Noindex { get; init; }

    /// <summary>Elements of the head for reference managers, libraries and search engines; on statements only.</summary>
    public Raw? Metadata { get; init; }

    /// <summary>What the page is about as JSON-LD: all that stands between the tags of its script element.</summary>
    public Raw? StructuredData { get; init; }

    /// <summary>The kind of page that search engines and previews are told: article or website.</summary>
    public string Type { get; init; } = "website";
}

/// <summary>The home page.</summary>
public sealed record HomeView : View
{
    /// <inheritdoc/>
    public override string Template => "home";

    /// <summary>The text of content/pages/index.md.</summary>
    public required Raw Body { get; init; }

    /// <summary>What the archive holds, in numbers.</summary>
    public required IReadOnlyList<CountView> Counts { get; init; }

    /// <summary>The latest statements.</summary>
    public required IReadOnlyList<StatementLink> Latest { get; init; }

    /// <summary>How many statements there are.</summary>
    public required int StatementCount { get; init; }

    /// <summary>The topics most spoken of.</summary>
    public required IReadOnlyList<EntityRow> Topics { get; init; }

    /// <summary>How many topics there are.</summary>
    public required int TopicCount { get; init; }

    /// <summary>Statements by year; empty when there is but one year.</summary>
    public required IReadOnlyList<YearView> Years { get; init; }
}

/// <summary>A number on the home page.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How many, or from when to when.</param>
/// <param name="Url">Its page.</param>
public sealed record CountView(string Label, string Value, string? Url);

/// <summary>A list of statements, newest first, by year.</summary>
public sealed record StatementsView : View
{
    /// <inheritdoc/>
    public override string Template => "statements";

    /// <summary>The years on this page of the list.</summary>
    public required IReadOnlyList<StatementYear> Years { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }

    /// <summary>How many statements there are in all.</summary>
    public required int Count { get; init; }
}

/// <summary>The statements of a year or month.</summary>
/// <param name="Title">The year or month.</param>
/// <param name="Url">Its page.</param>
/// <param name="Count">How many it has in all.</param>
/// <param name="Statements">Those on this page.</param>
public sealed record StatementYear(string Title, string? Url, int Count, IReadOnlyList<StatementLink> Statements);

/// <summary>A list of the entities of one kind.</summary>
public sealed record IndexView : View
{
    /// <inheritdoc/>
    public override string Template => "index";

    /// <summary>topics, people, delegations, forums, meetings or instruments.</summary>
    public required string Kind { get; init; }

    /// <summary>Other pages on the kind: the comparison for delegations, the coverage for forums and meetings, what was not recognised for instruments.</summary>
    public required IReadOnlyList<Link> More { get; init; }

    /// <summary>The entities on this page of the list.</summary>
    public required IReadOnlyList<EntityRow> Entries { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Count { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }
}

/// <summary>The years that have statements.</summary>
public sealed record YearsView : View
{
    /// <inheritdoc/>
    public override string Template => "years";

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<YearView> Years { get; init; }
}

/// <summary>The statements of one year, by month.</summary>
public sealed record YearPageView : View
{
    /// <inheritdoc/>
    public override string Template => "year";

    /// <summary>The months, oldest first.</summary>
    public required IReadOnlyList<StatementYear> Months { get; init; }

    /// <summary>How many statements the year has.</summary>
    public required int Count { get; init; }

    /// <summary>The nearest earlier year that has statements.</summary>
    public Link? Previous { get; init; }

    /// <summary>The nearest later year that has statements.</summary>
    public Link? Next { get; init; }

    /// <summary>The pages of the list; null when there is one.</summary>
    public Pager? Pager { get; init; }
}

/// <summary>Any page that is no statement, entity or list.</summary>
public sealed record TextView : View
{
    /// <inheritdoc/>
    public override string Template => "page";

    /// <summary>One line on what it is.</summary>
    public Raw? Summary { get; init; }

    /// <summary>Its text.</summary>
    public required Raw Body { get; init; }

    /// <summary>The pages of its folder, this one among them; empty when it is alone.</summary>
    public required IReadOnlyList<Link> Siblings { get; init; }

    /// <summary>Its headings of the second level.</summary>
    public required IReadOnlyList<OutlineEntry> Outline { get; init; }

    /// <summary>The page before it in its folder.</summary>
    public Link? Previous { get; init; }

    /// <summary>The page after it in its folder.</summary>
    public Link? Next { get; init; }

    /// <summary>What refers to it.</summary>
    public required IReadOnlyList<ReferenceView> References { get; init; }
}

/// <summary>An entry of a page's table of contents.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Id">Its anchor.</param>
public sealed record OutlineEntry(string Title, string Id);

/// <summary>The search: a script fills it; without one it leads to the lists.</summary>
public sealed record SearchView : View
{
    /// <inheritdoc/>
    public override string Template => "search";

    /// <summary>Names of the filters: topic, delegation, forum, year, language.</summary>
    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>The lists of what the archive holds.</summary>
    public required IReadOnlyList<Link> Lists { get; init; }
}

/// <summary>What is shown for an address that does not exist.</summary>
public sealed record NotFoundView : View
{
    /// <inheritdoc/>
    public override string Template => "not-found";
}

/// <summary>An old address that leads to the new one.</summary>
public sealed record RedirectView : View
{
    /// <inheritdoc/>
    public override string Template => "redirect";

    /// <summary>Where the page is now, as a path within the host.</summary>
    public required string Target { get; init; }
}
