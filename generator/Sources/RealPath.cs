namespace Rostrum.Sources;

/// <summary>Where a path truly leads: every symbolic link on the way followed, not only the last. What does not exist stays as it is written.</summary>
public static class RealPath
{
    // As many links as Linux follows (path_resolution(7)).
    private const int MostLinks = 40;

    /// <summary>The absolute path without a separator at its end; null when links lead round in circles.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var real = root;
        var rest = new Stack<string>(Parts(full[root.Length..]));
        var links = 0;
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            var turned = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(turned)!;
            foreach (var inner in Parts(turned[real.Length..])) rest.Push(inner);
        }

        return real;
    }

    /// <summary>Whether a real path is a folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, Comparison) && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    // Where file systems usually ignore case, a path that differs in nothing else is the same.
    private static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static IEnumerable<string> Parts(string path) => path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
