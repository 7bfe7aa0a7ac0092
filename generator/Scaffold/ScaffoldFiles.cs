namespace Rostrum.Scaffold;

/// <summary>The files of a new archive, embedded in the program: path within the archive, and bytes.</summary>
internal static class ScaffoldFiles
{
    private const string Prefix = "scaffold/";

    /// <summary>Every file of a new archive, in order of its path.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> All()
    {
        var assembly = typeof(ScaffoldFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (RealPath(name[Prefix.Length..].Replace('\\', '/')), Read(assembly, name))),
        ];
    }

    // Folders whose names begin with a dot are kept under plain names in the repository.
    private static string RealPath(string path) => path.StartsWith("dot-", StringComparison.Ordinal) ? "." + path[4..] : path;

    private static byte[] Read(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
