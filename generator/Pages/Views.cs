using System.Globalization;

namespace Rostrum.Pages;

/// <summary>Markup that templates write as it is; everything else they write is escaped.</summary>
/// <param name="Utf8">The markup.</param>
public sealed record Raw(ReadOnlyMemory<byte> Utf8)
{
    private static readonly Raw Empty = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>Markup from text.</summary>
    public static Raw Of(string html) => html.Length == 0 ? Empty : new(System.Text.Encoding.UTF8.GetBytes(html));
}

/// <summary>What templates know of the site; the same on every page but for what is current in the navigation.</summary>
/// <param name="Title">Name of the archive.</param>
/// <param name="Description">One sentence on what it is.</param>
/// <param name="Language">Language of the interface.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Url">Absolute address, ending in a slash.</param>
/// <param name="Base">Path part of the address; begins and ends with a slash.</param>
/// <param name="Logo">Address of the logo.</param>
/// <param name="Footer">The footer as site.yml has it.</param>
/// <param name="Publisher">Who publishes the archive.</param>
/// <param name="License">Terms of texts that name none.</param>
/// <param name="Navigation">The site's navigation.</param>
/// <param name="FeedUrl">Address of the Atom feed; null when feeds are off or there is nothing in it.</param>
/// <param name="JsonFeedUrl">Address of the same as JSON Feed.</param>
/// <param name="SearchUrl">Address of the search; null when it is switched off.</param>
/// <param name="DataUrl">Page of the archive as data; null when that is switched off.</param>
/// <param name="SourcesUrl">Page of where the texts come from; null when no text says, or when it is switched off.</param>
/// <param name="Icon">Address of the small picture for tabs and bookmarks.</param>
/// <param name="Styles">Addresses of the style sheets.</param>
/// <param name="Scripts">Addresses of the scripts.</param>
public sealed record SiteView(
    string Title, string? Description, string Language, string Direction, string Url, string Base, string? Logo, Raw? Footer, string? Publisher, LicenseView? License,
    IReadOnlyList<NavigationView> Navigation, string? FeedUrl, string? JsonFeedUrl, string? SearchUrl, string? DataUrl, string? SourcesUrl, string? Icon, IReadOnlyList<string> Styles, IReadOnlyList<string> Scripts)
{
    /// <summary>The Content-Security-Policy of the pages, without the hashes of their data.</summary>
    public string Policy { get; init; } = PagePolicy.For(false);
}

/// <summary>An entry of the navigation.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Current">Whether the page is in this part of the site.</param>
public sealed record NavigationView(string Title, string Url, bool Current);

/// <summary>Terms of a text.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Url">Where they can be read.</param>
public sealed record LicenseView(string Name, string? Url);

/// <summary>Something with a name and, usually, a page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its page; null when it has none.</param>
/// <param name="Kind">What it is: topics, people, statements…</param>
/// <param name="Count">How many statements or passages it has, where that is known; else 0.</param>
/// <param name="Current">Whether it is the page itself.</param>
/// <param name="Native">A person's name in its own script.</param>
public sealed record Link(string Title, string? Url, string Kind = "", int Count = 0, bool Current = false, string? Native = null);

/// <summary>A statement as an entry of a list.</summary>
/// <param name="Title">Short title, or the title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Date">The day it was delivered.</param>
/// <param name="Delegations">On whose behalf.</param>
/// <param name="Speakers">Who spoke.</param>
/// <param name="Role">The role at that time.</param>
/// <param name="Forum">The standing body.</param>
/// <param name="Meeting">The sitting.</param>
/// <param name="Genre">Its genre in words.</param>
/// <param name="Delivery">How it was delivered, in words.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Passages">How many passages it has.</param>
/// <param name="Withdrawn">Whether it has been withdrawn.</param>
/// <param name="Coins">Its citation for reference managers that read lists (COinS); null when it is not offered for citing.</param>
public sealed record StatementLink(
    string Title, string Url, DateOnly Date, IReadOnlyList<Link> Delegations, IReadOnlyList<Link> Speakers, string? Role, Link? Forum, Link? Meeting,
    string? Genre, string? Delivery, string Language, string Direction, int Passages, bool Withdrawn, Raw? Coins);

/// <summary>An entity as an entry of a list.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its page.</param>
/// <param name="Summary">One line on what it is.</param>
/// <param name="Passages">How many passages speak of it.</param>
/// <param name="Statements">How many statements name it in their front matter.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Note">What tells it apart: a person's role, an instrument's symbol, a meeting's date.</param>
/// <param name="Years">Passages or statements by year, for a spark line; empty when there is but one year.</param>
/// <param name="YearsInWords">What the spark line shows, for those who don't see it: 2010 to 2020, most in 2013.</param>
public sealed record EntityRow(string Title, string Url, Raw? Summary, int Passages, int Statements, string Kind, string? Note, IReadOnlyList<YearView> Years, string? YearsInWords);

/// <summary>A year with how much it holds.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How much.</param>
/// <param name="Url">The year's page; null when years are switched off.</param>
/// <param name="Height">The count as a share of the largest, 0 to 100.</param>
public sealed record YearView(int Year, int Count, string? Url, int Height)
{
    /// <summary>All digits of the year but the last two.</summary>
    public string Century => Number[..^2];

    /// <summary>The last two digits of the year.</summary>
    public string YearOfCentury => Number[^2..];

    private string Number => Year.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>A passage quoted whole.</summary>
/// <param name="Statement">The statement it stands in.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Number">Its number.</param>
/// <param name="Url">Its address.</param>
/// <param name="Html">Its words.</param>
/// <param name="Explicit">Whether an editor put it here, not only a mention.</param>
/// <param name="Topics">Other topics it speaks to.</param>
/// <param name="Cites">Instruments it cites.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
public sealed record PassageView(
    StatementLink Statement, string Id, string Number, string Url, Raw Html, bool Explicit, IReadOnlyList<Link> Topics, IReadOnlyList<Link> Cites, string Language, string Direction);

/// <summary>Passages under one heading.</summary>
/// <param name="Title">A year or a delegation.</param>
/// <param name="Url">Its page.</param>
/// <param name="Count">How many passages there are under it, on all pages of the list.</param>
/// <param name="Passages">Those on this page.</param>
public sealed record PassageGroup(string Title, string? Url, int Count, IReadOnlyList<PassageView> Passages);

/// <summary>A place that refers to the page.</summary>
/// <param name="From">The page it stands on.</param>
/// <param name="Date">Its day, when it is a statement.</param>
/// <param name="Number">Number of its passage; empty outside statements.</param>
/// <param name="Url">Its address.</param>
/// <param name="Sentence">The sentence, with the words that refer marked.</param>
/// <param name="How"><c>name</c>, <c>citation</c> or <c>link</c>.</param>
public sealed record ReferenceView(Link From, DateOnly? Date, string Number, string Url, Raw Sentence, string How);

/// <summary>The pages of a list.</summary>
/// <param name="Number">This page, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Previous">The page before.</param>
/// <param name="Next">The page after.</param>
/// <param name="Pages">First, last and those around this one.</param>
public sealed record Pager(int Number, int Count, string? Previous, string? Next, IReadOnlyList<PagerLink> Pages);

/// <summary>A page of a list.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Url">Its address.</param>
/// <param name="Current">Whether it is this one.</param>
/// <param name="Gap">Whether pages are left out before it.</param>
public sealed record PagerLink(int Number, string Url, bool Current, bool Gap);

/// <summary>A name and its values, such as Speaker: AKAHORI Takeshi.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Values">One or more.</param>
public sealed record Fact(string Label, IReadOnlyList<Link> Values);

/// <summary>A step on the way to the page.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its page; null for the page itself.</param>
public sealed record Breadcrumb(string Title, string? Url);
