using System.Text;
using Rostrum.Checking;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Sources;

namespace Rostrum.Tests.Harness;

/// <summary>A site built in memory from a dictionary of files, with everything that was reported.</summary>
internal sealed record TestSite(Site? Site, DiagnosticBag Bag)
{
    /// <summary>The day on which tests take place.</summary>
    public static readonly DateTimeOffset Today = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What a build in a test leaves out unless it says otherwise.</summary>
    public static readonly ReadOptions Options = new(false, false, Today);

    /// <summary>The tiny templates that say what a reader sees and nothing else, by their paths in an archive.</summary>
    public static IReadOnlyDictionary<string, byte[]> Templates { get; } = Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Templates"), "*.html")
        .ToDictionary(static file => "templates/" + Path.GetFileName(file), File.ReadAllBytes);

    /// <summary>Every problem as <c>build</c> prints it.</summary>
    public IReadOnlyList<string> Problems => [.. Bag.ToSorted().Select(Line)];

    /// <summary>Builds the plan. Files given win over the tiny templates.</summary>
    public static TestSite Build(IEnumerable<KeyValuePair<string, string>> files, ReadOptions? options = null, Uri? baseUrl = null) =>
        Build(files.Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))), options, baseUrl);

    /// <summary>Builds the plan from bytes; <paramref name="tiny"/> false leaves the built-in templates in place.</summary>
    public static TestSite Build(IEnumerable<KeyValuePair<string, byte[]>> files, ReadOptions? options = null, Uri? baseUrl = null, bool tiny = true)
    {
        var all = files.ToList();
        var names = all.Select(static file => file.Key).ToHashSet(StringComparer.Ordinal);
        if (tiny) all.AddRange(Templates.Where(template => !names.Contains(template.Key)));
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(new BuildOptions(Load, options ?? Options, baseUrl), bag);
        return new TestSite(site, bag);

        SourceTree Load(IEnumerable<string> wanted, int _) => SourceTree.Of(all.Where(file => wanted.Any(name => file.Key == name || file.Key.StartsWith(name + "/", StringComparison.Ordinal))));
    }

    /// <summary>Renders every file of the site, one after the other in the order of the plan; files that failed are left out.</summary>
    public IReadOnlyDictionary<string, byte[]> RenderAll()
    {
        var rendered = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Site?.Plan.Files ?? []) Site!.Render(file, bytes => rendered[file.Url.FilePath] = bytes.ToArray(), Bag);
        return rendered;
    }

    /// <summary>The text at an address such as <c>/topics/norms/</c>; null when the site has no such file or it could not be rendered.</summary>
    public string? Render(string address)
    {
        string? text = null;
        if (Site?.Plan.Find(new PageUrl(address.TrimStart('/'))) is { } file) Site.Render(file, bytes => text = Encoding.UTF8.GetString(bytes.Span), Bag);
        return text;
    }

    /// <summary>Reads the finished pages back, as <c>check</c> does.</summary>
    public void Check() => SiteChecker.Check(Site!.Plan, Site.Plan.Content.Config.BaseUrl, (file, use) => Site.Render(file, use, Bag), Bag);

    /// <summary>One problem as <c>build</c> prints it.</summary>
    public static string Line(Diagnostic problem)
    {
        var word = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
        return $"{problem.At.Path}({problem.At.Line},{problem.At.Column}): {word} {problem.Code}: {problem.Message}";
    }
}
