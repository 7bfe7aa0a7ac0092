using System.IO.Compression;
using System.Text.RegularExpressions;
using Rostrum.Diagnostics;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>What a reader of the first statement has to load, compressed as servers do it.</summary>
public sealed partial class WeightTests
{
    private const string Statement = "statements/jp-2020-05-22-unsc-arria-cyber/index.html";

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Built = new(static () =>
    {
        var bag = new DiagnosticBag();
        return new TestSite(SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(Repository.Root, names, bag, most), TestSite.Options), bag), bag).RenderAll();
    });

    [Fact]
    public void TheFirstStatementIsLightHtmlStyleAndScript()
    {
        Assert.InRange(Weight([Statement]), 1_000, 9_000);
        Assert.InRange(Weight(Assets(".css")), 1_000, 9_000);
        Assert.InRange(Weight(Assets(".js")), 1_000, 6_000);
    }

    [Fact]
    public void EverythingAPageLoadsIsItsOwnAndNoScriptHoldsItUp()
    {
        var page = System.Text.Encoding.UTF8.GetString(Built.Value[Statement]);
        Assert.All(Loaded().Matches(page), static match => Assert.StartsWith("/", match.Groups[1].Value, StringComparison.Ordinal));
        Assert.All(Script().Matches(page), static match => Assert.Matches(" defer| async|type=\"(application|module)", match.Value));
        Assert.DoesNotContain("@import", string.Concat(Assets(".css").Select(static file => System.Text.Encoding.UTF8.GetString(Built.Value[file]))), StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", string.Concat(Assets(".css").Select(static file => System.Text.Encoding.UTF8.GetString(Built.Value[file]))), StringComparison.Ordinal);
    }

    // Those that the page itself names, not those that only the search page loads.
    private static List<string> Assets(string ending) =>
        [.. Loaded().Matches(System.Text.Encoding.UTF8.GetString(Built.Value[Statement])).Select(static match => match.Groups[1].Value.TrimStart('/').Split('?')[0]).Where(path => path.EndsWith(ending, StringComparison.Ordinal)).Distinct()];

    private static int Weight(IEnumerable<string> files) => files.Sum(static file =>
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Built.Value[file]);
        return (int)packed.Length;
    });

    [GeneratedRegex("<(?:script|img|link rel=\"stylesheet\"|link rel=\"icon\")[^>]* (?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();
}
