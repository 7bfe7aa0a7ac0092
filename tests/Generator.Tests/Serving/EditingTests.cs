using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Serving;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Serving;

/// <summary>Whatever is done to the files, what the preview shows is what a clean build of them would write.</summary>
public sealed class EditingTests : IDisposable
{
    private static readonly string[] Sentences =
    [
        "We speak of trust and norms.", "In line with A/RES/70/237 and Security Council resolution 1325 (2000).", "See [[norms]] and [[s-003#p2]].", "Article 51 of the Charter, and Article 2 of the Charter.",
        "The rules of behaviour hold, says Estonia.", "See [the next](s-007.md#p1) and ![a chart](chart.svg).", "A new matter entirely.", "See [[nowhere at all]].", "Open questions on 国際法.[^9]\n\n[^9]: A note.",
    ];

    private readonly TempFolder root = new();
    private readonly Dictionary<string, byte[]> readable = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly LiveArchive archive;

    public EditingTests()
    {
        foreach (var (path, bytes) in MadeSite.Files(16).Concat(TestSite.Templates)) Write(path, bytes);
        archive = new LiveArchive(root.Path, static () => new BuildOptions(static (_, _) => throw new InvalidOperationException(), TestSite.Options));
    }

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AHundredRandomEditsGiveWhatACleanBuildGives(int seed)
    {
        var random = new Random(seed);
        var done = new List<string>();
        Compare(archive.Build(new SourceChanges([], true))!, done);
        for (var i = 0; i < 100; i++)
        {
            var changed = new List<string>();
            for (var edits = random.Next(10) == 0 ? 5 : 1; edits > 0; edits--) done.Add(Edit(random, changed));
            var build = archive.Build(random.Next(8) == 0 ? new SourceChanges([], true) : new SourceChanges(changed, false));
            if (build is not null) Compare(build, done);
        }

        foreach (var path in broken.ToList()) Write(path, readable[path]);
        Write("content/statements/last.md", readable[Statements().First()]);
        Compare(archive.Build(new SourceChanges([], true))!, done);
    }

    [Fact]
    public void AnEditOfABodyRendersOneText()
    {
        var all = archive.Build(new SourceChanges([], true))!.Memo.Rendered;
        Assert.True(all > 20);
        var path = Statements().First();
        Write(path, [.. readable[path], .. "\nMore.\n"u8]);
        Assert.Equal((1, 1), Made(archive.Build(new SourceChanges([path], false))!));
    }

    [Fact]
    public void ANewAliasRendersTheTextsThatHoldIt()
    {
        archive.Build(new SourceChanges([], true));
        Write("content/topics/trust.md", "---\ntitle: Trust\naliases: [in paragraph 3]\n---\n"u8.ToArray());
        var holding = Statements().Count(path => Encoding.UTF8.GetString(readable[path]).Contains("trust", StringComparison.OrdinalIgnoreCase) || Encoding.UTF8.GetString(readable[path]).Contains("paragraph 3", StringComparison.Ordinal));
        Assert.InRange(archive.Build(new SourceChanges(["content/topics/trust.md"], false))!.Memo.Rendered, 1, holding + 2);
        Write("content/topics/norms.md", [.. readable["content/topics/norms.md"], .. "\nMore.\n"u8]);
        Assert.Equal((1, 1), Made(archive.Build(new SourceChanges(["content/topics/norms.md"], false))!));
    }

    [Fact]
    public void AliasesThatComeAndGoGiveWhatACleanBuildGives()
    {
        const string text = """
            Trust grows slowly, as A/RES/70/237 says.[^1] See [the next](s-007.md#p1).

            * Open matters; the *open* door.
            * Nothing of note, and [[norms]].

            > “An Open Report on Trust and Norms” was open. Estonia’s new matter.

            | Open | Matter |
            |---|---:|
            | new matter | 51 |

            ## An open heading

            Article 51 of the Charter is open to all.{#p9}

            [^1]: An open note, a new matter.
            """;
        var path = Statements().First();
        Write(path, [.. readable[path], .. Encoding.UTF8.GetBytes($"\n{text}\n")]);
        archive.Build(new SourceChanges([], true));
        foreach (var aliases in new[] { "open", "open, new matter", "new matter", "Estonia’s new matter, slowly", "A/RES/70/237", "51 of the Charter", "nothing of note", "", "open report on trust" })
        {
            Write("content/topics/trust.md", Encoding.UTF8.GetBytes($"---\ntitle: Trust\naliases: [{aliases}]\n---\n"));
            Compare(archive.Build(new SourceChanges(["content/topics/trust.md"], false))!, [aliases]);
        }
    }

    [Fact]
    public void AFileThatIsTouchedAndNotChangedBuildsNothing()
    {
        archive.Build(new SourceChanges([], true));
        var path = Statements().First();
        Write(path, readable[path]);
        Assert.Null(archive.Build(new SourceChanges([path, "content/statements/4913"], false)));
    }

    [Fact]
    public void AFileThatCannotBeReadStandsAsItLastCouldAndOnlyItsOwnProblemIsTold()
    {
        archive.Build(new SourceChanges([], true));
        var path = Statements().First();
        root.Write(path, "---\ntitle: \"Half\n");
        var build = archive.Build(new SourceChanges([path], false))!;
        Assert.Equal([path], build.Problems.Where(static problem => problem.Severity == Severity.Error).Select(static problem => problem.At.Path).Distinct());
        Assert.Equal((0, 0), build.CountAddresses());
        Assert.Equal("---\ntitle: \"Half\n", Encoding.UTF8.GetString(archive.Find(path)!.Bytes));
        root.Write(path, []);
        Assert.Equal((0, 0), archive.Build(new SourceChanges([path], false))!.CountAddresses());
        Write(path, readable[path]);
        Assert.Equal([], archive.Build(new SourceChanges([path], false))!.Problems);
    }

    [Fact]
    public void AFolderThatIsDeletedAndMadeAgainIsThereAgain()
    {
        var before = archive.Build(new SourceChanges([], true))!.Site!.Plan.Files.Count;
        Directory.Move(root.Of("content/statements"), root.Of("away"));
        var without = archive.Build(new SourceChanges(["content/statements"], false))!;
        Assert.True(without.CountAddresses().Vanished > 15);
        Directory.Move(root.Of("away"), root.Of("content/statements"));
        Assert.Equal(before, archive.Build(new SourceChanges(["content/statements"], false))!.Site!.Plan.Files.Count);
    }

    private static (int, int) Made(LiveBuild build) => (build.Memo.Parsed, build.Memo.Rendered);

    private IEnumerable<string> Statements() => readable.Keys.Where(static path => path.StartsWith("content/statements/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private void Compare(LiveBuild build, List<string> done)
    {
        var clean = TestSite.Build(readable, tiny: false);
        var shown = new TestSite(build.Site, new DiagnosticBag());
        Assert.Equal(clean.Site is null, build.Site is null);
        if (broken.Count == 0) Assert.Equal(clean.Problems, new TestSite(null, Bag(build.Problems)).Problems);
        var (expected, actual) = (clean.RenderAll(), shown.RenderAll());
        var wrong = expected.Keys.Union(actual.Keys).Where(path => !expected.TryGetValue(path, out var one) || !actual.TryGetValue(path, out var other) || !one.AsSpan().SequenceEqual(other)).ToList();
        Assert.True(wrong.Count == 0, $"after {done.Count} edits, the last {string.Join("; ", done.TakeLast(3))}: {string.Join(", ", wrong.Take(5))}");
    }

    private static DiagnosticBag Bag(IEnumerable<Diagnostic> problems)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(problems);
        return bag;
    }

    private string Edit(Random random, List<string> changed)
    {
        var statements = Statements().Except(broken).ToList();
        var path = statements[random.Next(statements.Count)];
        var text = Encoding.UTF8.GetString(readable[path]);
        switch (random.Next(16))
        {
            case 0 or 1 or 2: return Write(path, $"{text}\n{Sentences[random.Next(Sentences.Length)]}\n", changed);
            case 3: return Write(path, text.Replace("topics: [norms", random.Next(2) == 0 ? "topics: [capacity building, norms" : "topics: [trust", StringComparison.Ordinal), changed);
            case 4: return Write(path, text.Replace("date: 201", "date: 200", StringComparison.Ordinal), changed);
            case 5:
                Write($"content/statements/moved-{random.Next(1000)}.md", text, changed);
                return Delete(path, changed);
            case 6: return statements.Count > 10 ? Delete(path, changed) : "nothing";
            case 7: return Write($"content/statements/new-{random.Next(1000)}.md", text, changed);
            case 8:
                if (changed.Contains(path)) return "nothing"; // what was never built can't stand as it was
                broken.Add(path);
                root.Write(path, text.Replace("title: \"", "title: \"\"\" ", StringComparison.Ordinal));
                changed.Add(path);
                return $"break {path}";
            case 9:
                foreach (var bad in broken.ToList()) Write(bad, Encoding.UTF8.GetString(readable[bad]), changed);
                return "mend";
            case 10: return Write("templates/links.html", $"<i>{random.Next(3)}</i>\n", changed);
            case 11: return Write("site.yml", $"title: Made\nbase_url: https://example.org/{(random.Next(3) == 0 ? "other" : "repo")}/\npage_size: {5 + random.Next(3)}\nlogo: static/logo.svg\nmentions: {(random.Next(4) == 0 ? "false" : "true")}\n", changed);
            case 12: return Write(path, text.StartsWith("---\ndraft: true\n", StringComparison.Ordinal) ? text.Replace("draft: true\n", "", StringComparison.Ordinal) : text.Replace("---\ntitle", "---\ndraft: true\ntitle", StringComparison.Ordinal), changed);
            case 13: return Write("content/topics/norms.md", $"---\ntitle: {(random.Next(3) == 0 ? "Rules" : "Norms")}\naliases: [{(random.Next(2) == 0 ? "rules of behaviour" : "new matter")}]\n---\nSee [[capacity-building]].\n", changed);
            case 14: return Write("content/instruments/un-charter.md", $"---\ntitle: Charter of the United Nations\nsymbol: {(random.Next(2) == 0 ? "A/RES/70/237" : "none")}\nparts: [{{id: article-{(random.Next(2) == 0 ? 51 : 2)}, title: An article}}]\n---\n", changed);
            default: return random.Next(2) == 0 && readable.ContainsKey("content/statements/chart.svg") ? Delete("content/statements/chart.svg", changed) : Write("content/statements/chart.svg", $"<svg id=\"{random.Next(9)}\"/>", changed);
        }
    }

    private void Write(string path, byte[] bytes)
    {
        root.Write(path, bytes);
        readable[path] = bytes;
        broken.Remove(path);
    }

    private string Write(string path, string text, List<string> changed)
    {
        Write(path, Encoding.UTF8.GetBytes(text));
        changed.Add(path);
        return $"write {path}";
    }

    private string Delete(string path, List<string> changed)
    {
        File.Delete(root.Of(path));
        readable.Remove(path);
        changed.Add(path);
        return $"delete {path}";
    }
}
