using Rostrum.Diagnostics;
using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum;

/// <summary>
/// Lets the last readable version of a file stand while the file can't be read: half written, or with a slip in its YAML.
/// The preview then goes on as the site last was, and the problem is the file's own and not that everything which links to it is broken.
/// </summary>
public sealed class LastReadable
{
    private readonly Dictionary<string, StandIn> standIns = new(StringComparer.Ordinal);

    /// <summary>The file as it should be built, instead of one that changed.</summary>
    public SourceFile? this[string path] => standIns.GetValueOrDefault(path)?.Good;

    /// <summary>The files that can't be read, as they are.</summary>
    public SourceFile? FindUnreadable(string path) => standIns.GetValueOrDefault(path)?.Bad;

    /// <summary>What keeps them from being read.</summary>
    public IEnumerable<Diagnostic> Problems => standIns.Values.SelectMany(static standIn => standIn.Problems);

    /// <summary>The files to be built in the place of those that can't be read.</summary>
    public IEnumerable<SourceFile> Files => standIns.Values.Select(static standIn => standIn.Good);

    /// <summary>Looks at a file that changed; <paramref name="before"/> is what was built of it last, null for a new one.</summary>
    public void Take(string path, SourceFile? now, SourceFile? before)
    {
        var good = standIns.GetValueOrDefault(path)?.Good ?? before;
        standIns.Remove(path);
        if (now is null || good is null || ProblemsOf(now) is not { Count: > 0 } problems || ProblemsOf(good).Count > 0) return;
        standIns[path] = new StandIn(good, now, problems);
    }

    private static IReadOnlyList<Diagnostic> ProblemsOf(SourceFile file)
    {
        var bag = new DiagnosticBag();
        if (file.Path == "site.yml") return SiteConfigReader.Read(file, null, bag) is null ? bag.ToSorted() : [];
        if (file.IsMarkdown)
        {
            if (file.Bytes.Length == 0) return [Diagnostics.Problems.NoFrontMatter(Location.StartOf(file.Path))];
            return FrontMatterParser.Parse(file, bag) is null ? bag.ToSorted() : [];
        }

        if (!file.Path.StartsWith("templates/", StringComparison.Ordinal)) return [];
        if (file.Path.EndsWith(".yml", StringComparison.Ordinal)) _ = UiStrings.Read([file], bag);
        else if (file.Path.EndsWith(".html", StringComparison.Ordinal)) TemplateSet.Check(file, bag);
        return bag.ToSorted();
    }

    private sealed record StandIn(SourceFile Good, SourceFile Bad, IReadOnlyList<Diagnostic> Problems);
}
