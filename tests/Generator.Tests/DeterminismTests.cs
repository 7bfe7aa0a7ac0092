using System.Globalization;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>The same input gives the same bytes, on any machine.</summary>
public sealed class DeterminismTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Expected = TestSite.Build(MadeSite.Files(60)).RenderAll();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheOrderInWhichFilesAreFoundDoesNotMatter(int seed)
    {
        var files = MadeSite.Files(60).ToArray();
        new Random(seed).Shuffle(files);
        AssertSame(TestSite.Build(files).RenderAll());
    }

    [Fact]
    public void ManyBuildsAtOnceGiveTheSameBytes()
    {
        var builds = new IReadOnlyDictionary<string, byte[]>[6];
        Parallel.For(0, builds.Length, i => builds[i] = TestSite.Build(MadeSite.Files(60)).RenderAll());
        Assert.All(builds, AssertSame);
    }

    [Fact]
    public async Task ABuildOnOneThreadGivesTheSameBytes()
    {
        // Parallel loops run on the scheduler of the task that starts them; this one has room for one task at a time.
        var alone = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        var build = Task.Factory.StartNew(static () => TestSite.Build(MadeSite.Files(60)).RenderAll(), CancellationToken.None, TaskCreationOptions.None, alone);
        AssertSame(await build);
    }

    [Fact]
    public void RenderingAllPagesInParallelGivesTheSameBytes()
    {
        var site = TestSite.Build(MadeSite.Files(60));
        var rendered = new System.Collections.Concurrent.ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Parallel.ForEach(site.Site!.Plan.Files, file => site.Site.Render(file, bytes => rendered[file.Url.FilePath] = bytes.ToArray(), site.Bag));
        AssertSame(rendered);
    }

    [Fact]
    public void APageRenderedTwiceIsTheSameTwice()
    {
        var site = TestSite.Build(MadeSite.Files(60));
        site.RenderAll();
        AssertSame(site.RenderAll());
    }

    // Calendars and digits of a culture can't reach the program, which has none but the invariant one; CommandLineTests shows that.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("cs-CZ")]
    public void TheOrderingAndCasingOfTheMachinesCultureDoNotMatter(string name)
    {
        var (culture, ui) = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        IReadOnlyDictionary<string, byte[]>? built = null;
        IReadOnlyList<string> problems = [];
        var foreign = new Thread(() =>
        {
            var site = TestSite.Build(MadeSite.Files(60));
            built = site.RenderAll();
            problems = site.Problems;
        })
        { CurrentCulture = new CultureInfo(name), CurrentUICulture = new CultureInfo(name) };
        try
        {
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo(name);
            foreign.Start();
            foreign.Join();
        }
        finally
        {
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, ui);
        }

        Assert.Equal([], problems);
        AssertSame(built!);
    }

    [Fact]
    public void ProblemsComeInTheSameOrderHoweverTheFilesAreFound()
    {
        var broken = MadeSite.Files(30).Select(static file => file.Key.EndsWith(".md", StringComparison.Ordinal) ? new KeyValuePair<string, byte[]>(file.Key, [.. file.Value, .. "\nSee [[nowhere]].\n"u8]) : file).ToArray();
        var expected = TestSite.Build(broken).Problems;
        Assert.True(expected.Count > 30);
        new Random(5).Shuffle(broken);
        Assert.Equal(expected, TestSite.Build(broken).Problems);
    }

    private static void AssertSame(IReadOnlyDictionary<string, byte[]> found)
    {
        Assert.True(Expected.Count > 150);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], Expected.Where(file => !file.Value.AsSpan().SequenceEqual(found[file.Key])).Select(static file => file.Key));
    }
}
