using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Decides every address that will exist, and what makes it. Nothing is rendered yet.</summary>
public static class PagePlanner
{
    // The place among the planners of the one that plans feeds besides pages.
    private const int Entities = 1;

    // Dead links for which a near address is looked for among all addresses; whoever has more of them has another problem than a slip of the pen.
    private const int MostSuggestions = 100;

    /// <summary>The plan. Addresses that collide and links that lead to no planned address are reported.</summary>
    /// <param name="content">What pages are made from.</param>
    /// <param name="tree">The archive's files, for those that are copied.</param>
    /// <param name="more">Files that other stages add: style sheets, scripts.</param>
    /// <param name="memo">What was planned last.</param>
    /// <param name="bag">Where problems go.</param>
    public static PagePlan Plan(SiteContent content, SourceTree tree, IEnumerable<PlannedFile> more, PlanMemo memo, DiagnosticBag bag)
    {
        var maker = content.Views;
        Func<IEnumerable<PlannedFile>>[] pages =
        [
            () => maker.Statements.Plan(memo),
            () => maker.Entities.Plan(memo),
            () => maker.Positions.Plan(memo),
            new ComparePages(maker).Plan,
            () => new ParallelPages(maker).Plan(bag),
            new CoveragePages(maker).Plan,
            new UnresolvedPage(maker).Plan,
            new ListPages(maker).Plan,
            () => new TextPages(maker).Plan(memo),
            () => new SearchPages(maker).Plan(memo),
            () => Copies(content, tree),
            () => more,
        ];
        Func<IEnumerable<PlannedFile>>[] exports = [new DataPages(maker).Plan, new SourcePages(maker).Plan, () => maker.Feeds.Plan(memo), new LlmsText(maker).Plan];
        var planners = pages.Concat(exports).ToArray();
        var planned = new List<PlannedFile>[planners.Length];
        var listed = new int[planners.Length];
        Parallel.For(0, planners.Length, i =>
        {
            planned[i] = planners[i]() is var some && some is List<PlannedFile> list ? list : [.. some];
            listed[i] = CountListed(planned[i]);
        });

        // Where static/ holds a file of the same address as one that speaks for the site as a whole, that one is taken.
        var own = planned[pages.Length - 2].Concat(planned[pages.Length - 1]).OfType<PlannedCopy>().Select(static copy => copy.Url).ToHashSet();
        for (var i = 0; i < planned.Length; i++)
        {
            if (i < pages.Length ? i != Entities || !own.Any(FeedFiles.IsFeed) : own.Count == 0) continue;
            planned[i] = planned[i].FindAll(file => !own.Contains(file.Url) || (i == Entities && file is PlannedPage));
            listed[i] = CountListed(planned[i]);
        }

        var files = new List<PlannedFile>(planned.Sum(static some => some.Count) + 8);
        foreach (var some in planned) files.AddRange(some);
        files.AddRange(new SitemapFiles(maker).Plan(files, listed.Sum()).Where(file => !own.Contains(file.Url)));
        var plan = PagePlan.Of(files, content, memo.Addresses, bag);
        CheckLinks(plan, bag);
        CheckPublished(plan, bag);
        return plan;
    }

    private static int CountListed(List<PlannedFile> files)
    {
        var listed = 0;
        foreach (var file in files)
        {
            if (file is PlannedPage { Listed: true }) listed++;
        }

        return listed;
    }

    private static IEnumerable<PlannedCopy> Copies(SiteContent content, SourceTree tree)
    {
        const string folder = "static/";
        foreach (var file in tree.Under("static")) yield return new PlannedCopy(new PageUrl(file.Path[folder.Length..]), Location.StartOf(file.Path), file);
        foreach (var file in content.Texts.Files.DistinctBy(static file => file.Path)) yield return new PlannedCopy(Links.LinkResolver.FileUrl(file.Path), Location.StartOf(file.Path), file);
    }

    private static void CheckPublished(PagePlan plan, DiagnosticBag bag)
    {
        foreach (var locked in plan.Content.Rules.Lock.Addresses)
        {
            var url = new PageUrl(locked.Path);
            if (plan.Find(url) is not { } file)
            {
                var waits = plan.Content.Archive.Withheld.Any(withheld => withheld.Appears is not null && Routes.Statement(withheld.Key) == url);
                if (!waits) bag.Add(Problems.VanishedAddress(locked.At, url.ToString()));
            }
            else if (file is PlannedPage { Template: "statement" } && plan.Content.Archive.FindStatement(locked.Path.Split('/')[1]) is { Withdrawn: null } statement)
            {
                foreach (var block in plan.Content.Texts.Of(statement.Document).Body.Blocks.Where(static block => block.Kind == Rendering.BlockKind.Gone))
                    bag.Add(Problems.VanishedPassage(Location.StartOf(statement.Document.Path), url.ToString(), block.Id[1..]));
            }
        }
    }

    private static void CheckLinks(PagePlan plan, DiagnosticBag bag)
    {
        var archive = plan.Content.Archive;
        var bodies = new Lazy<Dictionary<PageUrl, Rendering.RenderedBody>>(() => Bodies(plan.Content));
        var known = new Dictionary<PageUrl, HashSet<string>>();
        var missing = 0;
        foreach (var link in plan.Content.Texts.Pending)
        {
            if (plan.Find(link.Target) is null)
            {
                var near = ++missing > MostSuggestions ? null : DidYouMean.Find(link.Target.Path, plan.Files.Select(static file => file.Url.Path));
                bag.Add(Problems.UnresolvedLink(link.At, link.Written, near is null ? null : "/" + near));
            }
            else if (link.Anchor is { Length: > 0 } anchor && bodies.Value.TryGetValue(link.Target, out var body) && !HasAnchor(archive, link.Target, AnchorsOf(link.Target, body), anchor))
            {
                var anchors = body.Passages.Select(static passage => passage.Passage.Id).Concat(body.Headings.Select(static heading => heading.Id)).Where(static id => id.Length > 0);
                bag.Add(Problems.UnresolvedAnchor(link.At, link.Target.ToString(), anchor, ++missing > MostSuggestions ? null : DidYouMean.Find(anchor, anchors)));
            }
        }

        HashSet<string> AnchorsOf(PageUrl url, Rendering.RenderedBody body)
        {
            if (!known.TryGetValue(url, out var anchors)) known[url] = anchors = body.Anchors.ToHashSet(StringComparer.Ordinal);
            return anchors;
        }
    }

    private static Dictionary<PageUrl, Rendering.RenderedBody> Bodies(SiteContent content)
    {
        var bodies = new Dictionary<PageUrl, Rendering.RenderedBody>();
        foreach (var statement in content.Archive.Statements.Where(static statement => statement.Withdrawn is null)) bodies.TryAdd(statement.Url, content.Texts.Of(statement.Document).Body);
        foreach (var entity in content.Archive.Entities) bodies.TryAdd(Routes.Entity(entity.Key), content.Texts.Of(entity.Document).Body);
        foreach (var page in content.Archive.Pages) bodies.TryAdd(page.Url, content.Texts.Of(page.Document).Body);
        return bodies;
    }

    private static bool HasAnchor(Archive archive, PageUrl url, HashSet<string> anchors, string anchor) =>
        anchors.Contains(anchor) || anchors.Contains(anchor.Split('-')[0])
        || archive.Of(EntityKind.Instruments).OfType<Instrument>().Any(instrument => Routes.Entity(instrument.Key) == url && instrument.Parts.Any(part => part.Id == anchor));
}
