using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Checking;

/// <summary>Reads every finished page back and reports what readers would stumble over: links and anchors that lead nowhere, ids used twice, images without text, headings out of order.</summary>
public static class SiteChecker
{
    /// <summary>Renders all pages in parallel and checks them.</summary>
    /// <param name="plan">The site.</param>
    /// <param name="baseUrl">Its address.</param>
    /// <param name="render">Renders one planned file.</param>
    /// <param name="bag">Where problems go.</param>
    public static void Check(PagePlan plan, Uri baseUrl, Func<PlannedFile, Action<ReadOnlyMemory<byte>>, bool> render, DiagnosticBag bag)
    {
        var read = new ConcurrentDictionary<string, FinishedPage>(StringComparer.Ordinal);
        Parallel.ForEach(plan.Files.OfType<PlannedPage>(), page => render(page, html =>
        {
            read[page.Url.FilePath] = Read(page, html, bag);
        }));
        foreach (var page in read.Values)
        {
            foreach (var href in page.Links) CheckLink(href, page, plan, baseUrl, read, bag);
        }
    }

    private static FinishedPage Read(PlannedPage page, ReadOnlyMemory<byte> html, DiagnosticBag bag)
    {
        using var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(html.Span));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var address = page.Url.ToString();
        foreach (var element in document.QuerySelectorAll("[id]"))
        {
            if (!ids.Add(element.Id!)) bag.Add(Problems.DuplicateId(page.Source, address, element.Id!));
        }

        foreach (var image in document.QuerySelectorAll("img"))
        {
            if (string.IsNullOrWhiteSpace(image.GetAttribute("alt")) && image.GetAttribute("role") != "presentation") bag.Add(Problems.ImageWithoutText(page.Source, address, image.GetAttribute("src") ?? ""));
        }

        var level = 0;
        foreach (var heading in document.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (level > 0 && next > level + 1) bag.Add(Problems.HeadingSkipped(page.Source, address, level, next));
            level = next;
        }

        var links = document.QuerySelectorAll("[href],[src]").Where(static element => element.LocalName != "base")
            .Select(static element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct();
        return new FinishedPage(page, ids, [.. links]);
    }

    private static void CheckLink(string href, FinishedPage page, PagePlan plan, Uri baseUrl, ConcurrentDictionary<string, FinishedPage> pages, DiagnosticBag bag)
    {
        var from = new Uri(page.Page.Url.Absolute(baseUrl));
        if (!Uri.TryCreate(from, href, out var target))
        {
            bag.Add(Problems.BrokenLink(page.Page.Source, page.Page.Url.ToString(), href));
            return;
        }

        if (target.Scheme != baseUrl.Scheme || target.Authority != baseUrl.Authority) return;
        var path = Uri.UnescapeDataString(target.AbsolutePath);
        var basePath = Uri.UnescapeDataString(baseUrl.AbsolutePath);
        var found = path.StartsWith(basePath, StringComparison.Ordinal) ? plan.Find(new PageUrl(path[basePath.Length..])) : null;
        if (found is null)
        {
            bag.Add(Problems.BrokenLink(page.Page.Source, page.Page.Url.ToString(), href));
            return;
        }

        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal);
        if (directive >= 0) fragment = fragment[..directive];
        if (fragment.Length == 0 || !pages.TryGetValue(found.Url.FilePath, out var other) || other.Ids.Contains(fragment) || other.Ids.Contains(fragment.Split('-')[0])) return;
        bag.Add(Problems.BrokenFragment(page.Page.Source, page.Page.Url.ToString(), href));
    }

    private sealed record FinishedPage(PlannedPage Page, HashSet<string> Ids, IReadOnlyList<string> Links);
}
