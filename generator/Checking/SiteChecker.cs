using System.Collections.Concurrent;
using System.Xml.Linq;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Checking;

/// <summary>
/// Reads every finished page back and reports what readers would stumble over: links, anchors, quotations and ids that lead nowhere, ids used twice,
/// images without text, headings out of order, versions in other languages that do not lead back, a sitemap that disagrees with the pages.
/// </summary>
public static class SiteChecker
{
    /// <summary>Renders all pages in parallel and checks them; gives every address outside the site that they lead to.</summary>
    /// <param name="plan">The site.</param>
    /// <param name="baseUrl">Its address.</param>
    /// <param name="render">Renders one planned file.</param>
    /// <param name="bag">Where problems go.</param>
    public static IReadOnlyList<OutsideLink> Check(PagePlan plan, Uri baseUrl, Func<PlannedFile, Action<ReadOnlyMemory<byte>>, bool> render, DiagnosticBag bag)
    {
        var read = new ConcurrentDictionary<string, FinishedPage>(StringComparer.Ordinal);
        Parallel.ForEach(plan.Files.OfType<PlannedPage>(), page => render(page, html => read[page.Url.FilePath] = FinishedPage.Read(page, html, bag)));
        var crossing = new Crossing(plan, baseUrl, read, bag);
        foreach (var page in read.Values.OrderBy(static page => page.Page.Url))
        {
            foreach (var href in page.Links) crossing.CheckLink(href, page);
            foreach (var alternate in page.Alternates) crossing.CheckReturn(alternate, page);
        }

        foreach (var (target, quotations) in crossing.Quotations)
        {
            render(target, html =>
            {
                var text = FinishedPage.ReadText(html);
                foreach (var (page, href, directive) in quotations)
                {
                    foreach (var missing in TextFragment.Missing(directive, text)) bag.Add(Problems.BrokenQuotation(page.Page.Source, page.Page.Url.ToString(), href, Uri.UnescapeDataString(missing)));
                }
            });
        }

        foreach (var file in plan.Files.OfType<PlannedExport>().Where(static file => file.Url.Path.StartsWith("sitemap", StringComparison.Ordinal))) render(file, xml => crossing.CheckSitemap(xml));
        return [.. crossing.Outside.Values.OrderBy(static link => link.Url.AbsoluteUri, StringComparer.Ordinal)];
    }

    /// <summary>What can only be said of pages together.</summary>
    private sealed class Crossing(PagePlan plan, Uri baseUrl, IReadOnlyDictionary<string, FinishedPage> pages, DiagnosticBag bag)
    {
        private readonly string basePath = Uri.UnescapeDataString(baseUrl.AbsolutePath);
        private readonly Lazy<Dictionary<string, string>> anyCase = new(() => plan.Files.Select(static file => file.Url.Path).GroupBy(Slug.Collision, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal));

        /// <summary>Addresses outside the site, each with a page that leads there, one made by a file of its own where there is one.</summary>
        public Dictionary<string, OutsideLink> Outside { get; } = new(StringComparer.Ordinal);

        /// <summary>Links that quote a page.</summary>
        public Dictionary<PlannedPage, List<(FinishedPage From, string Href, string Directive)>> Quotations { get; } = [];

        public void CheckLink(string href, FinishedPage page)
        {
            if (Find(href, page) is not { } target)
            {
                bag.Add(Problems.BrokenLink(page.Page.Source, page.Page.Url.ToString(), href, null));
                return;
            }

            if (!IsInside(target))
            {
                if (target.Scheme is "http" or "https") AddOutside(target, page);
                return;
            }

            var path = PathOf(target);
            if (path is null || plan.Find(new PageUrl(path)) is not { } found)
            {
                var near = path is not null && anyCase.Value.TryGetValue(Slug.Collision(path), out var other) ? "/" + other : null;
                bag.Add(Problems.BrokenLink(page.Page.Source, page.Page.Url.ToString(), href, near));
                return;
            }

            var fragment = target.Fragment.TrimStart('#');
            var directive = fragment.IndexOf(":~:", StringComparison.Ordinal);
            if (directive >= 0 && found is PlannedPage quoted)
            {
                if (!Quotations.TryGetValue(quoted, out var list)) Quotations[quoted] = list = [];
                list.Add((page, href, fragment[(directive + 3)..]));
            }

            var anchor = Uri.UnescapeDataString(directive >= 0 ? fragment[..directive] : fragment);
            if (anchor.Length == 0 || !pages.TryGetValue(found.Url.FilePath, out var there) || there.Ids.Contains(anchor) || IsRange(anchor, there)) return;
            bag.Add(Problems.BrokenFragment(page.Page.Source, page.Page.Url.ToString(), href));
        }

        public void CheckReturn(string alternate, FinishedPage page)
        {
            if (page.Canonical is null || Find(alternate, page) is not { } target || PathOf(target) is not { } path || !pages.TryGetValue(new PageUrl(path).FilePath, out var other) || other == page) return;
            if (!other.Alternates.Contains(page.Canonical)) bag.Add(Problems.VersionDoesNotReturn(page.Page.Source, page.Page.Url.ToString(), other.Page.Url.ToString()));
        }

        public void CheckSitemap(ReadOnlyMemory<byte> xml)
        {
            using var stream = new MemoryStream(xml.ToArray());
            foreach (var location in XDocument.Load(stream).Descendants().Where(static element => element.Name.LocalName == "loc"))
            {
                var path = Uri.TryCreate(location.Value, UriKind.Absolute, out var url) && IsInside(url) ? PathOf(url) : null;
                if (path is null || plan.Find(new PageUrl(path)) is not { } file) bag.Add(Problems.SitemapDiffers(Location.StartOf("site.yml"), location.Value, "which does not exist"));
                else if (pages.TryGetValue(file.Url.FilePath, out var page))
                {
                    if (page.Hidden) bag.Add(Problems.SitemapDiffers(page.Page.Source, location.Value, "which search engines are told to leave out"));
                    else if (page.Canonical is { } canonical && canonical != location.Value) bag.Add(Problems.SitemapDiffers(page.Page.Source, location.Value, $"which calls itself {canonical}"));
                }
            }
        }

        private Uri? Find(string href, FinishedPage page) => Uri.TryCreate(new Uri(page.Page.Url.Absolute(baseUrl)), href, out var url) ? url : null;

        private bool IsInside(Uri url) => url.Scheme == baseUrl.Scheme && url.Authority == baseUrl.Authority;

        private string? PathOf(Uri url) => Uri.UnescapeDataString(url.AbsolutePath) is var path && IsInside(url) && path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : null;

        // #p3-p5 is a range of passages, which the script of the pages marks.
        private static bool IsRange(string anchor, FinishedPage page) => anchor.Split('-') is [var first, var last] && page.Ids.Contains(first) && page.Ids.Contains(last);

        private void AddOutside(Uri url, FinishedPage page)
        {
            var key = url.GetLeftPart(UriPartial.Query);
            if (!Outside.TryGetValue(key, out var known) || (known.At.Path == "site.yml" && page.Page.Source.Path != "site.yml")) Outside[key] = new OutsideLink(new Uri(key), page.Page.Source, page.Page.Url.ToString());
        }
    }
}

/// <summary>An address outside the site, and a page that leads there.</summary>
public sealed record OutsideLink(Uri Url, Location At, string Page);
