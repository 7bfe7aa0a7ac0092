using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>Whole sites, compared file by file. UPDATE_GOLDEN=1 writes what is expected anew; read the difference before it is committed.</summary>
public sealed class GoldenSiteTests
{
    private static readonly string Sites = Path.Combine(Repository.Tests, "Sites");

    /// <summary>The folders of Sites.</summary>
    public static IEnumerable<TheoryDataRow<string>> Names => Directory.EnumerateDirectories(Sites).Order(StringComparer.Ordinal).Select(static folder => new TheoryDataRow<string>(Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheWholeSiteIsAsExpected(string name)
    {
        var (root, expected) = (Path.Combine(Sites, name, "in"), Path.Combine(Sites, name, "expected"));
        using var folder = new TempFolder();
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(root, names, bag, most), TestSite.Options), bag)!;
        Assert.NotNull(OutputWriter.Write(site.ToOutput(bag), new OutputTarget(folder.Of("site"), root, false, null), bag));
        File.WriteAllLines(folder.Of("site/problems.txt"), bag.ToSorted().Select(TestSite.Line));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Replace(expected, folder.Of("site"));
        var found = folder.Read("site");
        var files = Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(expected, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), found.Keys);
        foreach (var (path, bytes) in found) Assert.True(files[path] == System.Text.Encoding.UTF8.GetString(bytes), $"{name}/expected/{path} differs. Expected:\n{files[path]}\nFound:\n{System.Text.Encoding.UTF8.GetString(bytes)}");
    }

    [Fact]
    public void EveryFolderHasAnArchiveAndWhatIsExpectedOfIt()
    {
        Assert.NotEmpty(Names);
        Assert.All(Directory.EnumerateDirectories(Sites), static folder => Assert.Equal(["expected", "in"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    private static void Replace(string folder, string by)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        foreach (var file in Directory.EnumerateFiles(by, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(by, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
