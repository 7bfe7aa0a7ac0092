using System.Diagnostics;
using System.Globalization;
using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>
/// Real processes that are killed, a disk that runs full, two builds at once: the old site stands whole until the new one does.
/// <c>ROSTRUM_KILLS=100</c> kills as many builds; without it a few, so that the tests stay quick.
/// </summary>
public sealed class FaultTests(ITestOutputHelper log) : IDisposable
{
    private const string Site = "_site";
    private const string Extra = "---\ntitle: Extra\ndate: 2020-01-01\n---\nText.\n";
    private readonly TempFolder root = TempFolder.With(MadeSite.Files(60).Concat(TestSite.Templates));
    private readonly Random random = new(8);

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void ABuildKilledAtAnyMomentLeavesAWholeSiteAndTheNextOneIsAsACleanOne()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("ROSTRUM_KILLS") ?? "4", CultureInfo.InvariantCulture);
        var versions = new[] { Clean("One"), Clean("Two") };
        Write("One");
        Build(root.Of(Site));
        PutForeignFiles();
        var clock = Stopwatch.StartNew();
        using (var whole = ChildBuild.Start("build", root.Path)) Assert.Equal(0, whole.Wait().Code);
        var length = clock.Elapsed;
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var writing = TimeSpan.FromMilliseconds(60);
        for (var (round, kill) = (0, 0); kill < kills; round++)
        {
            var (old, next) = (versions[round % 2], versions[(round + 1) % 2]);
            Write(round % 2 == 0 ? "Two" : "One");
            var moment = KillOne(round % 3 != 0, length, ref writing);
            if (moment.Length > 0) kill++;
            else moment = "not at all, because it had ended";
            var left = root.Read(Site);
            var found = Same(left, next) ? "the new site stood" : "the old site stood";
            Assert.True(Same(left, next) || Same(left, old), $"Kill {kill} ({moment}) left a site that is neither the old one nor the new one.");
            AssertForeignFilesAreUntouched();
            Build(root.Of(Site));
            Assert.True(Same(root.Read(Site), next), $"After kill {kill} ({moment}) the next build was not as a clean one.");
            AssertForeignFilesAreUntouched();
            Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(root.Path), static path => Path.GetFileName(path).Contains("rostrum", StringComparison.Ordinal) && Path.GetFileName(path) != "._site.rostrum-built");
            tally[$"{moment}: {found}"] = tally.GetValueOrDefault($"{moment}: {found}") + 1;
        }

        foreach (var (what, count) in tally) log.WriteLine($"{count} killed {what}");
    }

    [Fact]
    public void OnADiskThatRunsFullTheOldSiteStandsAndTheNextBuildIsAsACleanOne()
    {
        using var disk = SmallDisk.TryMount(16);
        if (disk is null) Assert.Skip("Only root may mount a small disk here.");
        var clean = Clean("One");
        Write("One");
        var target = Path.Combine(disk.Path, Site);
        Build(target);
        File.WriteAllText(Path.Combine(target, "mine.txt"), "mine");
        Write("Two");
        var filler = Path.Combine(disk.Path, "filler");
        foreach (var room in new[] { 0, 4096, 400_000 })
        {
            Fill(filler, room);
            using (var full = ChildBuild.Start("build", root.Path, "-o", target))
            {
                var (code, output, errors) = full.Wait();
                Assert.True(code == 3 && errors.StartsWith("rostrum: ", StringComparison.Ordinal) && !errors.Contains("   at ", StringComparison.Ordinal), $"With {room} bytes of room: exit {code}. {output}{errors}");
            }

            Assert.True(Same(Read(target), clean), $"With {room} bytes of room the old site was changed.");
            Assert.Equal("mine", File.ReadAllText(Path.Combine(target, "mine.txt")));
            Assert.False(Directory.Exists(Path.Combine(disk.Path, "._site.rostrum-new")), "What could not be written was not cleared away.");
            File.Delete(filler);
        }

        Build(target);
        Assert.True(Same(Read(target), Clean("Two")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(target, "mine.txt")));
    }

    [Fact]
    public void OfTwoBuildsAtOnceTheSecondWaitsAndSaysSo()
    {
        Write("One");
        using var hold = new FileStream(root.Of("._site.rostrum-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var second = ChildBuild.Start("build", root.Path);
        while (!second.HasExited && second.Errors.Length == 0) Thread.Sleep(20);
        Assert.False(second.HasExited);
        Assert.False(Directory.Exists(root.Of(Site)));
        hold.Dispose();
        var (code, _, errors) = second.Wait();
        Assert.Equal(0, code);
        Assert.Equal($"rostrum: another build is writing to {root.Of(Site)}; this one waits for it.\n", errors);
        Assert.True(Same(root.Read(Site), Clean("One")));
    }

    [Fact]
    public void AFileThatIsAnotherForAMomentOfABuildIsBuiltAgainByTheNext()
    {
        var clean = Clean("One");
        Write("One");
        using (var hold = new FileStream(root.Of("._site.rostrum-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        using (var build = ChildBuild.Start("build", root.Path))
        {
            // Its pages are planned and none is written.
            while (!build.HasExited && build.Errors.Length == 0) Thread.Sleep(20);
            Write("One", Extra + "More.\n");
            hold.Dispose();
            Assert.Equal(0, build.Wait().Code);
        }

        Assert.False(Same(root.Read(Site), clean), "No file was read while it was another.");
        Write("One");
        using var next = ChildBuild.Start("build", root.Path);
        Assert.Equal(0, next.Wait().Code);
        Assert.True(Same(root.Read(Site), clean));
    }

    [Fact]
    public void ManyBuildsAtOnceIntoOneFolderLeaveOneWholeSite()
    {
        var clean = Clean("One");
        Write("One");
        Parallel.For(0, 6, _ => Build(root.Of(Site)));
        Assert.True(Same(root.Read(Site), clean));
        var children = Enumerable.Range(0, 2).Select(_ => ChildBuild.Start("build", root.Path)).ToList();
        Assert.All(children, static child => Assert.Equal(0, child.Wait().Code));
        children.ForEach(static child => child.Dispose());
        Assert.True(Same(root.Read(Site), clean));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(root.Path), static path => Path.GetFileName(path).Contains("rostrum", StringComparison.Ordinal) && Path.GetFileName(path) != "._site.rostrum-built");
    }

    // One of three is killed at a moment of its whole life, the others while there is a half-made site beside the old one.
    private string KillOne(bool whileWriting, TimeSpan length, ref TimeSpan writing)
    {
        using var build = ChildBuild.Start("build", root.Path);
        if (whileWriting)
        {
            while (!build.HasExited && !Directory.Exists(root.Of("._site.rostrum-new"))) Thread.Sleep(1);
            Thread.Sleep(random.Next((int)writing.TotalMilliseconds));
        }
        else Thread.Sleep(random.Next((int)length.TotalMilliseconds));
        if (build.HasExited)
        {
            if (whileWriting) writing *= 0.8;
            return "";
        }

        if (whileWriting) writing *= 1.1;
        build.Kill();
        return whileWriting ? "while it wrote" : "at a moment of its life";
    }

    private void Write(string version, string extra = Extra)
    {
        root.Write("site.yml", $"title: {version}\nbase_url: https://example.org/repo/\npage_size: 7\nlogo: static/logo.svg\n");
        if (version == "One") root.Write("content/statements/extra.md", extra);
        else File.Delete(root.Of("content/statements/extra.md"));
    }

    private SortedDictionary<string, byte[]> Clean(string version, string extra = Extra)
    {
        Write(version, extra);
        using var folder = new TempFolder();
        Build(folder.Of("clean"));
        return folder.Read("clean");
    }

    private void Build(string folder)
    {
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(root.Path, names, bag, most), TestSite.Options), bag)!;
        Assert.NotNull(OutputWriter.Write(site.ToOutput(bag), new OutputTarget(folder, root.Path, false, null), bag));
    }

    private void PutForeignFiles()
    {
        root.Write("_site/mine/notes.txt", "mine");
        Directory.CreateDirectory(root.Of("_site/mine/empty"));
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(root.Of("_site/topics/link"), "../mine");
    }

    private void AssertForeignFilesAreUntouched()
    {
        Assert.Equal("mine", File.ReadAllText(root.Of("_site/mine/notes.txt")));
        Assert.True(Directory.Exists(root.Of("_site/mine/empty")));
        if (!OperatingSystem.IsWindows()) Assert.Equal("../mine", new FileInfo(root.Of("_site/topics/link")).LinkTarget);
    }

    private static void Fill(string filler, int room)
    {
        var chunk = new byte[4096];
        using (var stream = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            try
            {
                while (true) stream.Write(chunk);
            }
            catch (IOException)
            {
                // The disk is full, as it should be.
            }

            stream.SetLength(Math.Max(0, stream.Length - room));
        }
    }

    private static SortedDictionary<string, byte[]> Read(string folder)
    {
        var read = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) read[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        return read;
    }

    // Everything but what others put there.
    private static bool Same(SortedDictionary<string, byte[]> site, SortedDictionary<string, byte[]> expected)
    {
        var ours = site.Where(static file => !file.Key.Contains("mine", StringComparison.Ordinal) && !file.Key.StartsWith("topics/link", StringComparison.Ordinal)).ToList();
        return ours.Count == expected.Count && ours.TrueForAll(file => expected.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value));
    }
}
