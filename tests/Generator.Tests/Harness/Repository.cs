namespace Rostrum.Tests.Harness;

/// <summary>Where the files of the repository lie.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Generator.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of this test project.</summary>
    public static string Tests { get; } = Path.Combine(Root, "tests", "Generator.Tests");

    /// <summary>The generator's sources, ordered by path: path relative to the generator's folder, and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> GeneratorSources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "generator"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => (Path: Path.GetRelativePath(Path.Combine(Root, "generator"), file).Replace('\\', '/'), Disk: file))
            .Where(static file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(static file => (file.Path, File.ReadAllText(file.Disk))),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generator.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must lie within the repository.");
    }
}
