using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>Every file that the site will have, in order of address, each address once.</summary>
public sealed class PagePlan
{
    // What Linux, macOS and Windows allow for one name; in bytes, as Linux counts.
    private const int LongestName = 255;
    private readonly Dictionary<string, PlannedFile> byPath;

    private PagePlan(Dictionary<string, PlannedFile> byPath, SiteContent content)
    {
        this.byPath = byPath;
        Content = content;
        Files = [.. byPath.Values.OrderBy(static file => file.Url)];
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>What the plan was made from.</summary>
    public SiteContent Content { get; }

    /// <summary>The file at an address (unescaped, relative to the base), or null.</summary>
    public PlannedFile? Find(PageUrl url) => byPath.GetValueOrDefault(url.FilePath);

    /// <summary>Orders the files; two that a reader or a file system could take for one another are reported at both.</summary>
    public static PagePlan Of(IEnumerable<PlannedFile> files, SiteContent content, DiagnosticBag bag)
    {
        var byPath = new Dictionary<string, PlannedFile>(StringComparer.Ordinal);
        var seen = new Dictionary<string, List<PlannedFile>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (IsTooLong(file.Url.FilePath))
            {
                bag.Add(Problems.AddressTooLong(file.Source, file.Url.ToString(), LongestName));
                continue;
            }

            byPath.TryAdd(file.Url.FilePath, file);
            var collision = Slug.Collision(file.Url.FilePath);
            if (seen.TryGetValue(collision, out var others)) others.Add(file);
            else seen[collision] = [file];
        }

        foreach (var (path, same) in seen)
        {
            var rivals = same.Concat(FoldersNamed(path, seen)).Distinct().ToList();
            if (rivals.Count < 2 || IsBesideRivals(rivals, seen)) continue;
            foreach (var file in rivals)
            {
                var others = rivals.Where(other => other != file).Select(static other => other.Source.Path).Distinct().Order(StringComparer.Ordinal);
                bag.Add(Problems.SameAddress(file.Source, file.Url.ToString(), string.Join(" and ", others)));
            }
        }

        return new PagePlan(byPath, content);
    }

    private static bool IsTooLong(string path)
    {
        if (path.Length <= LongestName / 3) return false;
        if (Encoding.UTF8.GetByteCount(path) > LongestName * 4) return true;
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (Encoding.UTF8.GetByteCount(path.AsSpan()[part]) > LongestName) return true;
        }

        return false;
    }

    // Files beside two pages of one address collide as their pages do, which is said once.
    private static bool IsBesideRivals(List<PlannedFile> rivals, Dictionary<string, List<PlannedFile>> seen)
    {
        var path = rivals[0].Url.FilePath;
        return rivals.TrueForAll(static file => file is PlannedExport) && seen.TryGetValue(Slug.Collision(path[..(path.LastIndexOf('/') + 1)] + "index.html"), out var pages) && pages.Count > 1;
    }

    // A file can't have the name of a folder that another file needs.
    private static List<PlannedFile> FoldersNamed(string path, Dictionary<string, List<PlannedFile>> seen)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (seen.TryGetValue(path[..slash], out var asFile)) return asFile;
        }

        return [];
    }
}
