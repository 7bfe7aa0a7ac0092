using BenchmarkDotNet.Attributes;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Output;
using Rostrum.Pages;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Benchmarks;

/// <summary>The stages of a build, each on one statement (the last on a hundred files), with what they allocate.</summary>
[InProcess]
[MemoryDiagnoser]
public class Stages
{
    private const int Files = 100;
    private readonly string folder = Path.Combine(Path.GetTempPath(), "rostrum-stages");
    private readonly DiagnosticBag bag = new();
    private SourceFile file = null!;
    private Site site = null!;
    private BodyRenderer bodies = null!;
    private BodySource body = null!;
    private Vocabulary names = null!;
    private string text = "";
    private PlannedPage page = null!;
    private List<OutputFile> output = [];

    /// <summary>Makes an archive of a thousand statements and picks the middle one.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var archive = Path.Combine(folder, "archive");
        Corpus.WriteFull(archive, 1000);
        var options = new BuildOptions((wanted, most) => SourceTree.Load(archive, wanted, bag, most), new ReadOptions(false, true, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        site = SiteBuilder.Build(options, bag) ?? throw new InvalidOperationException("The archive could not be read.");
        var content = site.Plan.Content;
        var statement = content.Archive.Statements[500];
        file = statement.Document.File;
        bodies = new BodyRenderer(content.Rules);
        body = new BodySource(statement.Document, statement.Url, statement);
        names = Vocabulary.Build(content.Archive, bag);
        text = statement.Document.ReadBody();
        page = (PlannedPage)site.Plan.Find(statement.Url)!;
        output = [.. site.ToOutput(bag).Where(static file => file.Path.StartsWith("statements/", StringComparison.Ordinal)).Take(Files)];
    }

    /// <summary>Removes the archive.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, true);

    /// <summary>YAML to located values.</summary>
    [Benchmark(Description = "front matter")]
    public object? FrontMatter() => FrontMatterParser.Parse(file, bag);

    /// <summary>Markdown to blocks, passages and links.</summary>
    [Benchmark(Description = "body")]
    public object Body() => bodies.Render(body);

    /// <summary>Names found in the text of a statement, 180 being looked for.</summary>
    [Benchmark(Description = "mentions")]
    public int Mentions() => names.Find(text).Count();

    /// <summary>A statement's view and its page.</summary>
    [Benchmark(Description = "template")]
    public bool Template() => site.Render(page, static _ => { }, bag);

    /// <summary>A hundred files rendered and written where they were written before.</summary>
    [Benchmark(Description = "write 100 files")]
    public object? Write() => OutputWriter.Write(output, new OutputTarget(Path.Combine(folder, "site"), folder, true, null), bag);
}
