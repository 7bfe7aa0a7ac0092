using System.Collections.Frozen;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Sources;

namespace Rostrum.BrowserTests.Harness;

/// <summary>A finished site in memory: every file by its path, and one address for each kind of page.</summary>
internal sealed record Archive(string BasePath, FrozenDictionary<string, byte[]> Files, IReadOnlyList<string> Kinds)
{
    /// <summary>The folder that holds Generator.sln.</summary>
    public static string Repository { get; } = FindRoot();

    /// <summary>Builds the archive in a folder for a base address.</summary>
    public static Archive Build(string folder, string basePath)
    {
        var bag = new DiagnosticBag();
        var today = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
        var options = new BuildOptions((names, most) => SourceTree.Load(folder, names, bag, most), new ReadOptions(false, false, today), new Uri("https://rostrum.example" + basePath));
        var site = SiteBuilder.Build(options, bag)!;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in site.Plan.Files) site.Render(file, bytes => files[file.Url.FilePath] = bytes.ToArray(), bag);
        Assert.Equal([], bag.ToSorted().Where(static problem => problem.Severity != Severity.Note).Select(static problem => $"{problem.At.Path}({problem.At.Line}): {problem.Message}"));
        return new Archive(basePath, files.ToFrozenDictionary(StringComparer.Ordinal), KindsOf(site.Plan));
    }

    /// <summary>Whether every kind of page is looked at, as CI does; else those that readers meet most, for a quick answer at the desk.</summary>
    public static bool IsThorough { get; } = Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1";

    // Of each kind of page the longest: it shows most.
    private static List<string> KindsOf(PagePlan plan) =>
    [
        .. plan.Files.OfType<PlannedPage>().Select(page => (page.Url, View: page.View(plan.Content))).Where(static page => page.View is not RedirectView)
            .Where(static page => IsThorough || page.View is HomeView or StatementView or EntityView { Kind: "topics" })
            .GroupBy(static page => page.View is EntityView entity ? entity.Kind : page.View.Template)
            .Select(static kind => kind.MaxBy(static page => page.View switch
            {
                EntityView entity => entity.PassageCount + entity.StatementCount,
                StatementView statement => statement.Blocks.Count,
                TextView text => -text.Outline.Count, // the shortest: one in the guide is as long as a book
                IndexView index => index.Count,
                _ => 0,
            })!.Url.ToString()),
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
