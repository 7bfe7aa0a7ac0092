namespace Rostrum.Pages;

/// <summary>Plans the files that speak for the site as a whole. Where <c>static/</c> holds a file of the same address, that one is taken.</summary>
internal sealed class ExportFiles(ViewMaker maker)
{
    /// <summary>All of them, for a site that has <paramref name="pages"/>.</summary>
    public IEnumerable<PlannedFile> Plan(IReadOnlyList<PlannedFile> pages)
    {
        var own = pages.OfType<PlannedCopy>().Select(static copy => copy.Url).ToHashSet();
        List<PlannedFile> all = [.. new DataPages(maker).Plan(), .. new SourcePages(maker).Plan(), .. new FeedFiles(maker).Plan(), .. new LlmsText(maker).Plan()];
        all.AddRange(new SitemapFiles(maker).Plan([.. pages, .. all]));
        return all.Where(file => !own.Contains(file.Url));
    }
}
