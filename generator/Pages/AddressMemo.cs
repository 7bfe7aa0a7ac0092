using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>The addresses of the last plan in the order in which they were planned, as long as none collided: the same addresses need not be compared and ordered again.</summary>
public sealed class AddressMemo(bool keeps)
{
    private Addresses? known;
    private IReadOnlyList<PlannedFile> last = [];

    /// <summary>The addresses of some files; those that a reader or a file system could take for one another are reported at both.</summary>
    internal Addresses Of(IReadOnlyList<PlannedFile> files, DiagnosticBag bag)
    {
        if (known is null || !HasSameAddresses(files))
        {
            var made = Addresses.Of(files, bag);
            if (!keeps || !made.AreDistinct)
            {
                known = null;
                return made;
            }

            known = made;
        }

        last = files;
        return known;
    }

    private bool HasSameAddresses(IReadOnlyList<PlannedFile> files)
    {
        if (files.Count != last.Count) return false;
        for (var i = 0; i < files.Count; i++)
        {
            if (!ReferenceEquals(files[i], last[i]) && files[i].Url.Path != last[i].Url.Path) return false;
        }

        return true;
    }
}

/// <summary>Where each address stands among planned files, and their order.</summary>
internal sealed class Addresses
{
    // What Linux, macOS and Windows allow for one name; in bytes, as Linux counts.
    private const int LongestName = 255;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Lazy<int[]> order;

    private Addresses(IReadOnlyList<PlannedFile> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var path = files[i].Url.FilePath;
            if (!IsTooLong(path)) places.TryAdd(path, i);
        }

        string[] paths = [.. files.Select(static file => file.Url.Path)]; // and not the files, which may hold a whole archive that was
        order = new Lazy<int[]>(() =>
        {
            int[] all = [.. places.Values];
            Array.Sort(all, (one, other) => string.CompareOrdinal(paths[one], paths[other]));
            return all;
        });
    }

    /// <summary>The places of all files in order of address, each address once.</summary>
    public int[] Order => order.Value;

    /// <summary>Whether no two collide.</summary>
    public bool AreDistinct { get; private init; }

    /// <summary>The place of a file path, or null.</summary>
    public int? Find(string filePath) => places.TryGetValue(filePath, out var place) ? place : null;

    /// <summary>The addresses of some files.</summary>
    public static Addresses Of(IReadOnlyList<PlannedFile> files, DiagnosticBag bag) => new(files) { AreDistinct = !Report(files, bag) };

    private static bool Report(IReadOnlyList<PlannedFile> files, DiagnosticBag bag)
    {
        var collides = false;
        var seen = new Dictionary<string, List<PlannedFile>>(files.Count, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (IsTooLong(file.Url.FilePath))
            {
                bag.Add(Problems.AddressTooLong(file.Source, file.Url.ToString(), LongestName));
                collides = true;
                continue;
            }

            var collision = Slug.Collision(file.Url.FilePath);
            if (seen.TryGetValue(collision, out var others)) others.Add(file);
            else seen[collision] = [file];
        }

        foreach (var (path, same) in seen)
        {
            var folders = FoldersNamed(path, seen);
            if (same.Count + folders.Count < 2) continue;
            var rivals = same.Concat(folders).Distinct().ToList();
            if (rivals.Count < 2) continue;
            collides = true;
            if (IsBesideRivals(rivals, seen)) continue;
            foreach (var file in rivals)
            {
                var others = rivals.Where(other => other != file).Select(static other => other.Source.Path).Distinct().Order(StringComparer.Ordinal);
                bag.Add(Problems.SameAddress(file.Source, file.Url.ToString(), string.Join(" and ", others)));
            }
        }

        return collides;
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
        var bySpan = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (bySpan.TryGetValue(path.AsSpan(0, slash), out var asFile)) return asFile;
        }

        return [];
    }
}
