using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Serving;
using Rostrum.Sources;

namespace Rostrum;

/// <summary>
/// An archive on disk that is built again and again as its files change. Only what changed is read, and what the build made of all other files is
/// kept; what comes out is what a clean build makes, save that a file which can't be read stands as it last could. One build at a time.
/// </summary>
/// <param name="root">The archive's folder.</param>
/// <param name="options">What each build depends on; its loader is not used.</param>
public sealed class LiveArchive(string root, Func<BuildOptions> options)
{
    private readonly SourceCache files = new(root);
    private readonly LastReadable readable = new();
    private readonly BuildMemo memo = new(true);
    private SourceFile? siteFile;
    private SourceTree? built;
    private PagePlan? last;
    private bool hasBuilt;

    /// <summary>Builds again after some changes; null when nothing has really changed.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    public LiveBuild? Build(SourceChanges changes)
    {
        var watch = Stopwatch.StartNew();
        var changed = Refresh(changes);
        if (hasBuilt && changed.Count == 0) return null;
        var reading = watch.Elapsed;
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(options() with { Load = (names, _) => Load(names, bag), Memo = memo }, bag);
        bag.AddRange(readable.Problems);
        var before = last;
        var copies = site is null || before is null ? [] : changed.Where(path => site.Tree.Find(path) is { IsMarkdown: false }).SelectMany(path => site.Plan.CopiesOf(path)).Select(url => url.Href(site.Plan.Content.BasePath)).ToList();
        (last, hasBuilt) = (site?.Plan, true);
        return new LiveBuild(site, bag.ToSorted(), changed, memo, (reading, watch.Elapsed))
        {
            Files = copies,
            Before = before,
        };
    }

    /// <summary>The text of a file as it is now, read or not, or null.</summary>
    public SourceFile? Find(string path) => readable.FindUnreadable(path) ?? (path == "site.yml" ? siteFile : built?.Find(path));

    private List<string> Refresh(SourceChanges changes)
    {
        var changed = (changes.Anything ? files.RefreshAll() : files.Refresh(changes.Paths)).ToList();
        var bag = new DiagnosticBag();
        foreach (var path in changed) readable.Take(path, files.Find(path), built?.Find(path));
        if (!changes.Anything && hasBuilt && !changes.Paths.Contains("site.yml")) return changed;
        var now = SourceTree.Load(root, ["site.yml"], bag).Find("site.yml");
        if (now is null ? siteFile is null : siteFile?.HasSameBytes(now) == true) return changed;
        readable.Take("site.yml", now, siteFile);
        siteFile = now;
        changed.Add("site.yml");
        return changed;
    }

    private SourceTree Load(IEnumerable<string> names, DiagnosticBag bag)
    {
        var list = names.ToList();
        if (list is ["site.yml"]) return SourceTree.Of((readable["site.yml"] ?? siteFile) is { } file ? [file] : []);
        var tree = files.Load(list, bag);
        built = tree.With(readable.Files.Where(file => tree.Find(file.Path) is not null));
        return built;
    }
}

/// <summary>What one build of a <see cref="LiveArchive"/> gave.</summary>
/// <param name="Site">The site; null when there is no readable site.yml.</param>
/// <param name="Problems">Every problem, in order.</param>
/// <param name="Changed">The files that changed.</param>
/// <param name="Memo">What was made anew.</param>
/// <param name="Times">How long reading took, and everything.</param>
public sealed record LiveBuild(Site? Site, IReadOnlyList<Diagnostic> Problems, IReadOnlyList<string> Changed, BuildMemo Memo, (TimeSpan Reading, TimeSpan All) Times)
{
    /// <summary>Addresses of copied files whose content changed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The plan of the build before; null after a first one.</summary>
    public PagePlan? Before { get; init; }

    /// <summary>Counts the addresses that exist and did not before, and those that existed before and do no longer.</summary>
    public (int Appeared, int Vanished) CountAddresses() => Before is null || Site is null ? (0, 0) : (Site.Plan.CountNotIn(Before), Before.CountNotIn(Site.Plan));
}
