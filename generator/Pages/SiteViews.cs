using System.Collections.Concurrent;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Makes what templates know of the site as a whole.</summary>
public sealed class SiteViews
{
    private readonly SiteView site;
    private readonly IReadOnlyList<(NavigationView Entry, string Section)> navigation;
    private readonly ConcurrentDictionary<string, SiteView> sections = new(StringComparer.Ordinal);

    private SiteViews(SiteContent content, SiteView site, IReadOnlyList<(NavigationView Entry, string Section)> navigation)
    {
        Content = content;
        this.site = site;
        this.navigation = navigation;
    }

    /// <summary>What pages are made from.</summary>
    public SiteContent Content { get; }

    /// <summary>The site as a page sees it: the navigation entry of the page's own part of the site is current. Pages with the same entries current see the same object.</summary>
    public SiteView For(string pageUrl)
    {
        var current = string.Concat(navigation.Select(pair => pair.Section.Length > 0 && pageUrl.StartsWith(pair.Section, StringComparison.Ordinal) ? "1" : "0"));
        return sections.GetOrAdd(current, _ => site with { Navigation = [.. navigation.Select((pair, i) => pair.Entry with { Current = current[i] == '1' })] });
    }

    /// <summary>Reads the site's configuration against its content; what the navigation can't lead to is reported.</summary>
    public static SiteViews Build(SiteContent content, SiteAssets assets, DiagnosticBag bag)
    {
        var config = content.Config;
        var navigation = new List<(NavigationView, string)>();
        foreach (var entry in config.Navigation.Count > 0 ? config.Navigation : Default(content))
        {
            if (Read(entry, content) is { } read) navigation.Add(read);
            else if (entry.Target.Value.Trim('/') is "search" && config.Exports.Has("search")) continue; // appears with the first statement
            else if (entry.Target.Value.Trim('/') == "compare" && config.Exports.Has("compare")) continue; // appears with the second delegation
            else bag.Add(Problems.UnknownNavigation(entry.Target.At, entry.Target.Value));
        }

        var footer = config.Footer is null ? null : Footer(content, config.Footer.Value, bag);
        var site = new SiteView(
            config.Title, config.Description, config.Language, LanguageTag.Direction(config.Language), config.BaseUrl.AbsoluteUri, config.BasePath,
            assets.Logo is { } logo ? logo.Href(config.BasePath) : null, footer, config.Publisher, LinkMaker.License(config.License), [],
            content.HasFeed ? Routes.Feed(Routes.Home).Href(config.BasePath) : null, content.HasFeed ? Routes.JsonFeed(Routes.Home).Href(config.BasePath) : null,
            content.HasSearch ? Routes.SearchPage.Href(config.BasePath) : null, content.HasData ? Routes.Data.Href(config.BasePath) : null,
            content.HasSources ? Routes.Sources.Href(config.BasePath) : null, assets.Icon, assets.Styles, assets.Scripts)
        {
            Policy = PagePolicy.For(config.TrustHtml),
        };
        return new SiteViews(content, site, navigation);
    }

    private static Raw? Footer(SiteContent content, Located<string> markdown, DiagnosticBag bag)
    {
        var document = new SourceDocument(content.Config.File, new YamlMap([], markdown.At), 0, markdown.At.Line);
        var body = new BodyRenderer(content.Rules).Render(new BodySource(document, Routes.Home, null), markdown.Value);
        bag.AddRange(body.Problems);
        return LinkMaker.Full(body);
    }

    private static List<NavigationEntry> Default(SiteContent content)
    {
        var config = content.Config.File.Path;
        var lists = new List<string> { "statements" };
        lists.AddRange(new[] { EntityKind.Topics, EntityKind.Delegations, EntityKind.Meetings }.Where(kind => content.Archive.HasPages(kind) && content.Archive.Of(kind).Any()).Select(static kind => kind.Name()));
        if (content.HasCompare) lists.Add("compare");
        lists.AddRange(content.Archive.Pages.Where(static page => page.Folder.Length == 0 && page.Key.Length > 0 && page.InNavigation).Select(static page => page.Key));
        return [.. lists.Select(name => new NavigationEntry(null, new Located<string>(name, Location.StartOf(config))))];
    }

    private static (NavigationView Entry, string Section)? Read(NavigationEntry entry, SiteContent content)
    {
        var target = entry.Target.Value;
        if (FieldReader.IsWebAddress(target)) return (new NavigationView(entry.Title ?? target, target, false), "");
        var key = target.Trim('/');
        PageUrl? url = key switch
        {
            "statements" => Routes.Statements,
            "years" when content.HasYears => Routes.Years,
            "compare" when content.HasCompare => Routes.Compare,
            "search" when content.HasSearch => Routes.SearchPage,
            _ when EntityKinds.Find(key) is { } kind && content.Archive.HasPages(kind) => Routes.Index(kind),
            _ => content.Archive.Pages.FirstOrDefault(page => page.Key == key)?.Url,
        };
        if (url is not { } found) return null;
        var title = entry.Title ?? content.Archive.Pages.FirstOrDefault(page => page.Url == found)?.Title ?? content.Strings.Text(key);
        var href = found.Href(content.BasePath);
        return (new NavigationView(title, href, false), href);
    }
}

/// <summary>Addresses of the files that every page uses.</summary>
/// <param name="Logo">The logo, or null.</param>
/// <param name="Icon">The small picture for tabs and bookmarks, or null.</param>
/// <param name="Styles">Style sheets, with a mark that changes with their content.</param>
/// <param name="Scripts">Scripts, likewise.</param>
public sealed record SiteAssets(PageUrl? Logo, string? Icon, IReadOnlyList<string> Styles, IReadOnlyList<string> Scripts);
