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
        var rows = left.Passages.Select((passage, i) => new ParallelRow(passage.Passage.Id, passage.Passage.Number, Markup(left, i), null)).ToList();
        var place = 0;
        for (var i = 0; i < right.Passages.Count; i++)
        {
            var passage = right.Passages[i].Passage;
            var found = rows.FindIndex(row => row.Id == passage.Id);
            if (found >= 0) rows[found] = rows[found] with { Right = Markup(right, i) };
            else rows.Insert(place, new ParallelRow(passage.Id, passage.Number, null, Markup(right, i)));
            place = (found >= 0 ? found : place) + 1;
        }

        return rows;
    }

    private static Raw Markup(RenderedBody body, int passage) => new(body.Blocks.First(block => block.Passage == passage).Html);
}
