using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the list of what looks like a citation and leads to no instrument, for editors. The texts are looked through when the page is rendered.</summary>
internal sealed class UnresolvedPage(ViewMaker maker)
{
    private const int MostCitations = 500;
    private const int MostPassages = 5;
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>The page; none where instruments have no pages or patterns are switched off.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (site.HasUnresolved) yield return new PlannedPage(Routes.Unresolved, Location.StartOf("site.yml"), "unresolved", _ => Make()) { Listed = false };
    }

    private UnresolvedView Make()
    {
        var found = site.Archive.Statements
            .SelectMany(statement => site.Texts.Of(statement.Document).Body.Passages.SelectMany(passage => LooseCitations.Find(passage).Distinct().Select(text => (Text: text, Statement: statement, passage.Passage))))
            .GroupBy(static place => place.Text, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).ToList();
        var heading = maker.Text("unresolved");
        return new UnresolvedView
        {
            Title = maker.Title(heading),
            Heading = heading,
            Url = links.Href(Routes.Unresolved),
            Canonical = maker.Canonical(Routes.Unresolved),
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Noindex = true,
            Breadcrumbs = [maker.Crumb("instruments", Routes.Index(EntityKind.Instruments)), new Breadcrumb(heading, null)],
            Count = found.Count,
            Citations =
            [
                .. found.Take(MostCitations).Select(group => new UnresolvedCitation(group.Key, group.Count(),
                    [.. group.Take(MostPassages).Select(place => new Link(maker.Text("statement_paragraph", place.Statement.Heading, place.Passage.Number), $"{links.Href(place.Statement.Url)}#{place.Passage.Id}"))])),
            ],
        };
    }
}
