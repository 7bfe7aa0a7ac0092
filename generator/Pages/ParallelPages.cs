using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans a page for each translation that sets it beside its original, paragraph by paragraph. Paragraphs of one number belong together.</summary>
internal sealed class ParallelPages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    /// <summary>The pages; a paragraph that only one of the two texts has is reported at the translation.</summary>
    public IEnumerable<PlannedFile> Plan(DiagnosticBag bag)
    {
        foreach (var translation in site.Archive.Statements)
        {
            if (Original(translation, site.Archive) is not { } original) continue;
            Report(original, translation, bag);
            yield return new PlannedPage(Routes.Parallel(original.Id, translation.Language), Location.StartOf(translation.Document.Path), "parallel", _ => Make(original, translation)) { Modified = translation.Date };
        }
    }

    /// <summary>The text that a statement translates, if both can be read.</summary>
    public static Statement? Original(Statement translation, Archive archive) =>
        translation is { Withdrawn: null, TranslationOf: { } id } && archive.FindStatement(id.Value) is { Withdrawn: null } original && original.Id != translation.Id ? original : null;

    private void Report(Statement original, Statement translation, DiagnosticBag bag)
    {
        var (left, right) = (Numbers(original), Numbers(translation));
        foreach (var number in left.Except(right)) bag.Add(Problems.NoCounterpart(Location.StartOf(translation.Document.Path), number, original.Id, translation.Id));
        foreach (var number in right.Except(left)) bag.Add(Problems.NoCounterpart(Location.StartOf(translation.Document.Path), number, translation.Id, original.Id));
    }

    private List<string> Numbers(Statement statement) => [.. site.Texts.Of(statement.Document).Body.Passages.Select(static passage => passage.Passage.Number)];

    private ParallelView Make(Statement original, Statement translation)
    {
        var url = Routes.Parallel(original.Id, translation.Language);
        var heading = maker.Text("parallel_heading", original.Heading);
        Breadcrumb[] way = [maker.Crumb("statements", Routes.Statements), new Breadcrumb(original.Heading, links.Href(original.Url)), new Breadcrumb(maker.LanguageName(translation.Language), null)];
        return new ParallelView
        {
            Title = maker.Title(heading),
            Heading = original.Heading,
            Url = links.Href(url),
            Canonical = maker.Canonical(url),
            Description = heading,
            Language = site.Config.Language,
            Direction = LanguageTag.Direction(site.Config.Language),
            Breadcrumbs = way,
            StructuredData = maker.StructuredData(way),
            Left = Side(original),
            Right = Side(translation),
            Rows = Rows(site.Texts.Of(original.Document).Body, site.Texts.Of(translation.Document).Body),
        };
    }

    private ParallelSide Side(Statement statement) =>
        new(statement.Title, links.Href(statement.Url), statement.Language, LanguageTag.Direction(statement.Language), maker.LanguageName(statement.Language), links.Word("translation", statement.TranslationStatus));

    // In the order of the original; what only the translation has stands behind the paragraph that it follows there.
    private static List<ParallelRow> Rows(RenderedBody left, RenderedBody right)
    {
        var places = left.Passages.Select(static (passage, i) => (passage.Passage.Id, Place: i)).DistinctBy(static passage => passage.Id).ToDictionary(static passage => passage.Id, static passage => passage.Place);
        var counterparts = new Raw?[left.Passages.Count];
        var others = new List<(int Behind, ParallelRow Row)>();
        var place = -1;
        for (var i = 0; i < right.Passages.Count; i++)
        {
            var passage = right.Passages[i].Passage;
            var markup = new Raw(right.BlockOf(i).Html);
            if (places.TryGetValue(passage.Id, out var found)) counterparts[place = found] = markup;
            else others.Add((place, new ParallelRow(passage.Id, passage.Number, null, markup)));
        }

        var behind = others.ToLookup(static other => other.Behind, static other => other.Row);
        List<ParallelRow> rows = [.. behind[-1]];
        for (var i = 0; i < left.Passages.Count; i++)
        {
            rows.Add(new ParallelRow(left.Passages[i].Passage.Id, left.Passages[i].Passage.Number, new Raw(left.BlockOf(i).Html), counterparts[i]));
            rows.AddRange(behind[i]);
        }

        return rows;
    }
}
