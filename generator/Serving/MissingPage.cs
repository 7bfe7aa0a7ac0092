using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Serving;

/// <summary>Says why nothing is published at an address, as far as the archive knows.</summary>
internal static class MissingPage
{
    /// <summary>One or two sentences.</summary>
    public static string Explain(string path, PagePlan plan)
    {
        var basePath = Uri.UnescapeDataString(plan.Content.BasePath);
        if (!path.StartsWith(basePath, StringComparison.Ordinal)) return $"The site begins at {basePath}, and {path} lies outside it.";
        var url = path[basePath.Length..];
        var key = url.TrimEnd('/');
        key = key[(key.LastIndexOf('/') + 1)..];
        var withheld = plan.Content.Archive.Withheld.FirstOrDefault(file => file.Key == key);
        if (withheld is { Appears: { } day }) return $"'{withheld.Title}' ({withheld.At.Path}) appears on {day:yyyy-MM-dd}. Run serve with --future to see it.";
        if (withheld is not null) return $"'{withheld.Title}' ({withheld.At.Path}) is a draft. Run serve with --drafts to see it.";
        var other = plan.Files.FirstOrDefault(file => file.Url.FilePath.Equals(new PageUrl(url).FilePath, StringComparison.OrdinalIgnoreCase));
        if (other is not null) return $"Nothing is published at {path}. Capital and small letters count: the address is {other.Url.Href(plan.Content.BasePath)}.";
        var near = DidYouMean.Find(url, plan.Files.OfType<PlannedPage>().Select(static file => file.Url.Path));
        return near is null ? $"Nothing is published at {path}." : $"Nothing is published at {path}. Did you mean {new PageUrl(near).Href(plan.Content.BasePath)}?";
    }
}
