using System.Collections.Concurrent;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>The files of an archive as they were last read. What may have changed is looked at again, everything else is given as it is. Not safe on several threads at once.</summary>
public sealed class SourceCache(string root)
{
    private const int Attempts = 10;
    private const int Patience = 40;
    private readonly string root = Path.GetFullPath(root);
    private readonly Dictionary<string, Known> known = new(StringComparer.Ordinal);
    private IReadOnlyList<Diagnostic> problems = [];
    private IReadOnlyList<string> names = [];
    private SourceTree? tree;

    /// <summary>A file as it was last read, or null.</summary>
    public SourceFile? Find(string path) => known.GetValueOrDefault(path)?.File;

    /// <summary>The named files and everything below the named folders, as they were when last looked at; other names than before are looked at now.</summary>
    public SourceTree Load(IEnumerable<string> wanted, DiagnosticBag bag)
    {
        var list = wanted.ToList();
        if (!names.SequenceEqual(list))
        {
            names = list;
            RefreshAll();
        }

        bag.AddRange(problems);
        return tree ??= SourceTree.Of(known.Values.Select(static entry => entry.File));
    }

    /// <summary>Looks again at everything whose size or time of change is another; gives the paths of all files that are not what they were.</summary>
    public IReadOnlyList<string> RefreshAll()
    {
        var bag = new DiagnosticBag();
        var walk = new SourceWalk(root, names, bag);
        walk.Run();
        problems = bag.ToSorted();
        return Update(walk.Found, known.Keys.Where(path => !walk.Found.Contains(path)).ToList(), true);
    }

    /// <summary>Looks again at some files, or at everything below some folders; gives the paths of all files that are not what they were.</summary>
    public IReadOnlyList<string> Refresh(IReadOnlyList<string> paths) => Refresh(paths, false);

    private IReadOnlyList<string> Refresh(IReadOnlyList<string> paths, bool sure)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var gone = new List<string>();
        foreach (var path in paths)
        {
            if (names.Any(name => name.StartsWith(path + "/", StringComparison.Ordinal))) return RefreshAll();
            if (!names.Any(name => path == name || path.StartsWith(name + "/", StringComparison.Ordinal))) continue;
            if (problems.Count > 0 || HasLink(path)) return RefreshAll();
            if (IsHidden(path)) continue;
            var bag = new DiagnosticBag();
            var walk = new SourceWalk(root, [path], bag);
            walk.Run();
            if (bag.ToSorted().Count > 0) return RefreshAll();
            found.UnionWith(walk.Found);
            if (known.ContainsKey(path) && !walk.Found.Contains(path)) gone.Add(path);
            if (!File.Exists(Path.Combine(root, path))) gone.AddRange(known.Keys.Where(other => other.StartsWith(path + "/", StringComparison.Ordinal) && !walk.Found.Contains(other)));
        }

        if (gone.Count == 0 || sure) return Update(found, gone, false);
        Thread.Sleep(Patience); // an editor may be about to put a new file in the place of the old one
        return Refresh(paths, true);
    }

    private List<string> Update(IReadOnlyCollection<string> found, List<string> gone, bool trustStamps)
    {
        var read = new ConcurrentBag<Known>();
        Parallel.ForEach(found, path =>
        {
            var before = known.GetValueOrDefault(path);
            if (Read(path, before, trustStamps) is not { } now)
            {
                if (before is null) return;
                lock (gone) gone.Add(path);
            }
            else if (now != before) read.Add(now);
        });
        var changed = gone.Distinct().Concat(read.Where(now => known.GetValueOrDefault(now.File.Path) is not { } before || !ReferenceEquals(before.File, now.File)).Select(static now => now.File.Path)).Order(StringComparer.Ordinal).ToList();
        var replaces = gone.Count == 0 && read.All(now => known.ContainsKey(now.File.Path));
        foreach (var path in gone) known.Remove(path);
        foreach (var now in read) known[now.File.Path] = now;
        if (changed.Count > 0) tree = replaces ? tree?.With(changed.Select(path => known[path].File)) : null;
        return changed;
    }

    // The stamp is taken before the bytes, so that a file which changes meanwhile is looked at again.
    private Known? Read(string path, Known? before, bool trustStamp)
    {
        var full = Path.Combine(root, path);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var info = new FileInfo(full);
                var stamp = (info.Length, info.LastWriteTimeUtc.Ticks);
                if (before is not null && stamp == before.Stamp && (trustStamp || !SourceTree.IsText(path))) return before;
                var file = new SourceFile(path, full, SourceTree.IsText(path));
                if (attempt < Attempts && IsHalfWritten(info, stamp, before))
                {
                    Thread.Sleep(2);
                    continue;
                }

                return before is not null && SourceTree.IsText(path) && before.File.HasSameBytes(file) ? before with { Stamp = stamp } : new Known(file, stamp);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < Attempts)
            {
                Thread.Sleep(20); // an editor still holds it
            }
        }
    }

    // Many editors empty a file and then write it; others write it piece by piece.
    private static bool IsHalfWritten(FileInfo info, (long Length, long Time) stamp, Known? before)
    {
        info.Refresh();
        return (stamp.Length == 0 && before?.Stamp.Length > 0) || !info.Exists || (info.Length, info.LastWriteTimeUtc.Ticks) != stamp;
    }

    private bool HasLink(string path)
    {
        for (var part = path; part.Length > 0; part = Path.GetDirectoryName(part) ?? "")
        {
            var info = new FileInfo(Path.Combine(root, part));
            if (info.LinkTarget is not null) return true;
        }

        return false;
    }

    private static bool IsHidden(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length - 1).Any(i => SourceWalk.IsHidden(parts[i], string.Join('/', parts[..i])));
    }

    private sealed record Known(SourceFile File, (long Length, long Time) Stamp);
}
