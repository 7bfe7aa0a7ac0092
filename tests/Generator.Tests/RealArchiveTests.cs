using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>The archive of this repository, and documents that nobody on this project wrote, where they lie beside it.</summary>
public sealed partial class RealArchiveTests
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    [Fact]
    public void TheArchiveOfThisRepositoryBuildsAndChecksWithoutAProblem()
    {
        var site = Load(Repository.Root);
        Assert.NotEmpty(site.RenderAll());
        site.Check();
        Assert.True(site.Problems.Count == 0, string.Join('\n', site.Problems));
    }

    // As `rostrum lock` writes it. UPDATE_GOLDEN=1 writes it too; the workflow refuses to publish without it.
    [Fact]
    public void EverythingThatTheArchivePublishesIsInItsLock()
    {
        var plan = Load(Repository.Root, options: TestSite.Options with { Future = true }).Site!.Plan;
        var path = Path.Combine(Repository.Root, PublishedLock.FilePath);
        var wanted = PublishedAddresses.Of(plan);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && File.ReadAllText(path) != wanted.Write()) File.WriteAllText(path, wanted.Write());
        var held = PublishedLock.Parse(new SourceFile(PublishedLock.FilePath, path, true), new DiagnosticBag());
        Assert.Equal([], wanted.Addresses.Where(address => held.Find(new PageUrl(address.Path)) is not { } old || address.Passages.Any(passage => old.Passages.All(other => other.Id != passage.Id))).Select(static address => "/" + address.Path));
    }

    [Fact]
    public void UnderABasePathTheArchiveChecksWithoutAProblem()
    {
        var site = Load(Repository.Root, new Uri("https://example.org/repo/"));
        site.Check();
        Assert.True(site.Problems.Count == 0, string.Join('\n', site.Problems));
        Assert.DoesNotMatch("(href|src)=\"/(?!repo/)", site.Render("/statements/jp-2020-05-22-unsc-arria-cyber/")!);
    }

    [Fact]
    public void ThePageOfTheFirstStatementHoldsEveryWordOfItsSource()
    {
        var seed = Path.Combine(Shared, "seed");
        if (!Directory.Exists(seed)) Assert.Skip("The source of the first statement does not lie beside the repository.");
        var lines = File.ReadAllText(Directory.EnumerateFiles(seed, "*.txt").Single()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var page = Plain(Load(Repository.Root).Render("/statements/jp-2020-05-22-unsc-arria-cyber/")!);
        Assert.Contains(Squeeze(lines[0]), page, StringComparison.Ordinal);
        Assert.Contains("22May2020", page, StringComparison.Ordinal);
        Assert.Contains("Asdelivered", page, StringComparison.Ordinal);
        Assert.True(lines.Length > 3);
        Assert.All(lines.Skip(3), line => Assert.Contains(Squeeze(line), page, StringComparison.Ordinal));
    }

    /// <summary>Each topic of the first statement with the paragraphs that its page quotes, those that the editor chose before those that mention it.</summary>
    [Fact]
    public void EachTopicOfTheFirstStatementQuotesItsPassages()
    {
        const string Expected = """
            application-of-the-un-charter p3
            capacity-building p6
            confidence-building-measures p5
            conflict-prevention p3
            covid-19 p2
            deterrence p3
            free-fair-and-secure-cyberspace p1
            health-sector p2
            human-rights p3
            institutional-dialogue p4
            international-cooperation p1
            international-humanitarian-law p3
            international-law p3 p4
            international-peace-and-security p1
            malicious-use-of-icts p2
            norms-of-responsible-state-behaviour p4
            peaceful-settlement-of-disputes p3
            prohibition-of-the-use-of-force p3
            ransomware p2
            role-of-the-security-council p3
            self-defence p3
            stability-in-cyberspace p4
            state-responsibility p3
            """;
        var site = Load(Repository.Root);
        var topics = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "topics"), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        var found = topics.Select(topic => topic + string.Concat(Quoted().Matches(site.Render($"/topics/{topic}/")!).Select(static match => " " + match.Groups[1].Value)));
        Assert.Equal(Expected, string.Join('\n', found));
    }

    [Theory]
    [InlineData("un-charter", "chapter-vi 1, chapter-vii 1")]
    [InlineData("a-70-174", "")]
    public void ThePartsOfAnInstrumentSayWhichParagraphsCiteThem(string instrument, string expected)
    {
        var page = Load(Repository.Root).Render($"/instruments/{instrument}/")!;
        var cited = Part().Matches(page).Select(static match => (Id: match.Groups[1].Value, Count: match.Groups[2].Value.Split("<a ").Length - 1)).Where(static part => part.Count > 0);
        Assert.Equal(expected, string.Join(", ", cited.Select(static part => $"{part.Id} {part.Count}")));
    }

    [Fact]
    public void TwelveHundredDocumentsWrittenForAnotherToolBuildWithAFewLinesOfSettings()
    {
        var briefings = Path.Combine(Shared, "corpus", "briefings");
        if (!Directory.Exists(briefings)) Assert.Skip("The corpus of briefings does not lie beside the repository.");
        const string Settings = """
            title: Briefings
            statements: [briefings]
            ids: path
            time_zone: America/New_York
            kinds: [topics, instruments]
            fields: {tags: topics, source_url: source.url, published_time: published, modified_time: ignore}
            """;
        var files = Directory.EnumerateFiles(briefings, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create("briefings/" + Path.GetRelativePath(briefings, file).Replace('\\', '/'), File.ReadAllBytes(file))).ToList();
        var count = files.Count;
        files.Add(KeyValuePair.Create("site.yml", Encoding.UTF8.GetBytes(Settings)));
        var site = TestSite.Build(files, new ReadOptions(false, true, TestSite.Today), tiny: false);
        Assert.True(site.RenderAll().Count > count);
        var errors = site.Problems.Where(static line => line.Contains(": error ", StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 0, $"{errors.Count} errors, of them:\n{string.Join('\n', errors.Take(20))}");
        Assert.Equal(count, site.Site!.Plan.Content.Archive.Statements.Count);
    }

    private static TestSite Load(string root, Uri? baseUrl = null, ReadOptions? options = null)
    {
        var bag = new DiagnosticBag();
        return new TestSite(SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(root, names, bag, most), options ?? TestSite.Options, baseUrl), bag), bag);
    }

    // Tags gone, spaces gone: the words and their order are what counts.
    private static string Plain(string html) => Squeeze(WebUtility.HtmlDecode(Tag().Replace(html, "")));

    private static string Squeeze(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<blockquote[^>]* cite=\"/statements/jp-2020-05-22-unsc-arria-cyber/#(p[0-9a-z]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("<li id=\"([^\"]+)\">(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
