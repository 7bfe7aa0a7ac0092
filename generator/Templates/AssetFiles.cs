using System.Buffers;
using System.IO.Hashing;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Sources;

namespace Rostrum.Templates;

/// <summary>The style sheets, scripts and other files of templates/assets, with addresses that change when their content does.</summary>
public sealed record AssetFiles(IReadOnlyList<PlannedFile> Planned, IReadOnlyDictionary<string, string> ByName, SiteAssets Addresses)
{
    /// <summary>The script of the search page, which no other page loads.</summary>
    private const string SearchScript = "search.js";

    private const string Folder = "assets/";
    private const string Static = "static/";
    private static readonly string[] Icons = ["favicon.svg", "favicon.ico", "favicon.png"];

    /// <summary>Plans every asset, and a small style sheet for the accent where site.yml has one; a logo that does not exist is reported. The icon is the archive's static/favicon.svg, .ico or .png where it has one.</summary>
    public static AssetFiles Read(IReadOnlyDictionary<string, SourceFile> files, SourceTree tree, SiteConfig config, DiagnosticBag bag)
    {
        var planned = new List<PlannedFile>();
        var byName = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal)) continue;
            if (name == Folder + SearchScript && !config.Exports.Has("search")) continue;
            Add(new PlannedCopy(new PageUrl(name), Location.StartOf(file.Path), file), file.Bytes);
        }

        if (config.Accent is { } accent)
        {
            var css = Encoding.UTF8.GetBytes($":root{{--accent:{accent}}}\n");
            Add(new PlannedExport(new PageUrl("assets/site.css"), Location.StartOf("site.yml"), (_, buffer) => buffer.Write(css)), css);
        }

        var own = Array.Find(Icons, icon => tree.Find(Static + icon) is not null);
        var icon = own is null ? byName.GetValueOrDefault(Icons[0]) : new PageUrl(own).Href(config.BasePath);
        var addresses = new SiteAssets(Logo(tree, config, bag), icon, Ending(".css"), Ending(".js"));
        return new AssetFiles(planned, byName, addresses);

        void Add(PlannedFile file, byte[] bytes)
        {
            planned.Add(file);
            byName[file.Url.Path[Folder.Length..]] = $"{file.Url.Href(config.BasePath)}?v={Convert.ToHexStringLower(XxHash64.Hash(bytes))[..8]}";
        }

        string[] Ending(string ending) => [.. byName.Where(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal) && pair.Key != SearchScript).Select(static pair => pair.Value)];
    }

    private static PageUrl? Logo(SourceTree tree, SiteConfig config, DiagnosticBag bag)
    {
        if (config.Logo is not { } logo) return null;
        if (tree.Find(logo.Value) is not null && logo.Value.StartsWith(Static, StringComparison.Ordinal)) return new PageUrl(logo.Value[Static.Length..]);
        bag.Add(Problems.MissingFile(logo.At, logo.Value, DidYouMean.Find(logo.Value, tree.Under("static").Select(static file => file.Path))));
        return null;
    }
}
