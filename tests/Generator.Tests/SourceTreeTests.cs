using System.Net.Sockets;
using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>What is taken for a file of the archive, on a real disk: symbolic links, odd names, large texts.</summary>
public sealed class SourceTreeTests : IDisposable
{
    private readonly TempFolder root = TempFolder.With(MadeSite.Files(12).Concat(TestSite.Templates));

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void ASymbolicLinkThatLeavesTheArchiveIsReportedAndNotFollowed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.md", "---\ntitle: Secret\ndate: 2020-01-01\n---\nSecret text.\n");
        File.CreateSymbolicLink(root.Of("content/statements/link.md"), outside.Of("secret.md"));
        Directory.CreateSymbolicLink(root.Of("content/pages/folder"), outside.Path);
        File.CreateSymbolicLink(root.Of("static/nowhere.txt"), root.Of("static/gone.txt"));
        var built = Build();
        Assert.Equal(["content/pages/folder", "content/statements/link.md", "static/nowhere.txt"], built.Bag.ToSorted().Where(static problem => problem.Code == "RS1003").Select(static problem => problem.At.Path));
        Assert.Null(built.Report);
        Assert.Null(built.Site.Tree.Find("content/statements/link.md"));
    }

    [Fact]
    public void ASymbolicLinkToWhatLiesHiddenOrBesideTheContentIsNotFollowed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "secret");
        root.Write(".git/config", "token");
        root.Write("notes/private.txt", "private");
        root.Write("content/.hidden/draft.txt", "hidden");
        Directory.CreateSymbolicLink(root.Of("content/.way"), outside.Path);
        File.CreateSymbolicLink(root.Of("content/pages/config.txt"), "../../.git/config");
        File.CreateSymbolicLink(root.Of("content/pages/hidden.txt"), "../.hidden/draft.txt");
        File.CreateSymbolicLink(root.Of("content/pages/private.txt"), "../../notes/private.txt");
        File.CreateSymbolicLink(root.Of("static/secret.txt"), "../content/.way/secret.txt");
        var built = Build();
        Assert.Equal(
            ["content/pages/config.txt", "content/pages/hidden.txt", "content/pages/private.txt", "static/secret.txt"],
            built.Bag.ToSorted().Where(static problem => problem.Code == "RS1003").Select(static problem => problem.At.Path));
        Assert.Null(built.Report);
        Assert.DoesNotContain(built.Site.Tree.Files, static file => file.Path.EndsWith("config.txt", StringComparison.Ordinal) || file.Path.EndsWith("secret.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void ASymbolicLinkThatStaysWithinTheArchiveIsFollowed()
    {
        File.CreateSymbolicLink(root.Of("content/statements/alias.md"), root.Of("content/statements/2016/s-001.md"));
        root.Write("content/files/a.txt", "a");
        Directory.CreateSymbolicLink(root.Of("static/files"), "../content/files");
        Assert.NotNull(Build().Report);
        Assert.True(File.Exists(root.Of("_site/statements/alias/index.html")));
        Assert.Equal("a", File.ReadAllText(root.Of("_site/files/a.txt")));
    }

    [Fact]
    public void SymbolicLinksThatLeadRoundInCirclesOrMultiplyAreReported()
    {
        Directory.CreateSymbolicLink(root.Of("content/pages/again"), root.Of("content"));
        Directory.CreateSymbolicLink(root.Of("content/pages/self"), "self");
        for (var i = 0; i < 30; i++)
        {
            Directory.CreateDirectory(root.Of($"static/d{i}"));
            foreach (var name in new[] { "x", "y" }) Directory.CreateSymbolicLink(root.Of($"static/d{i}/{name}"), $"../d{i + 1}");
        }

        Directory.CreateDirectory(root.Of("static/d30"));
        var built = Build();
        Assert.Null(built.Report);
        var problems = built.Bag.ToSorted();
        Assert.Contains(problems, static problem => problem is { Code: "RS1016", At.Path: "content/pages/again" });
        Assert.Contains(problems, static problem => problem is { Code: "RS1003", At.Path: "content/pages/self" });
        Assert.Contains(problems, static problem => problem is { Code: "RS1016", At.Path: "static/d0/x/x" });
        Assert.True(problems.Count < 200);
    }

    [Fact]
    public void AFileWhoseNameCantBeAnAddressIsReported()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such file names.");
        root.Write("static/a\nb.txt", "x");
        root.Write("static/.rostrum-manifest", "index.html\n");
        var built = Build();
        Assert.Null(built.Report);
        Assert.Equal(["static/.rostrum-manifest", "static/a\uFFFDb.txt"], built.Bag.ToSorted().Where(static problem => problem.Code == "RS1015").Select(static problem => problem.At.Path));
    }

    [Fact]
    public void ANameTooLongForAFileSystemIsReportedAtItsStatement()
    {
        root.Write("content/statements/long.md", $"---\ntitle: Long\ndate: 2020-01-01\nmoved_from: /{string.Join('/', Enumerable.Repeat(new string('a', 200), 6))}/\n---\nText.\n");
        var built = Build();
        Assert.Null(built.Report);
        Assert.Contains(built.Bag.ToSorted(), static problem => problem is { Code: "RS1209", At.Path: "content/statements/long.md" });
    }

    [Fact]
    public void FilesWhoseNamesBeginWithADotAreNoPartOfTheArchive()
    {
        root.Write("content/statements/.draft.md", "not yaml: [");
        root.Write("static/.DS_Store", "x");
        Assert.NotNull(Build().Report);
        Assert.False(File.Exists(root.Of("_site/.DS_Store")));
    }

    [Fact]
    public void AStatementOfHalfAMegabyteIsWrittenWhole()
    {
        var paragraph = string.Join(' ', Enumerable.Range(0, 200).Select(static i => $"word{i}"));
        root.Write("content/statements/long.md", "---\ntitle: Long\ndate: 2020-01-01\n---\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"Paragraph {i} {paragraph}\n\n")));
        Assert.NotNull(Build().Report);
        var page = File.ReadAllText(root.Of("_site/statements/long/index.html"));
        Assert.All(Enumerable.Range(0, 400), i => Assert.Contains($"Paragraph {i} word0", page, StringComparison.Ordinal));
    }

    [Fact]
    public void ALineOfHalfAMegabyteThatWouldTakeForEverIsReportedAtItsPlace()
    {
        root.Write("content/statements/line.md", "---\ntitle: Line\ndate: 2020-01-01\n---\n" + string.Concat(Enumerable.Repeat("[[x ** _y_ [z](", 30_000)) + "\n");
        var built = Build();
        Assert.Null(built.Report);
        var problem = Assert.Single(built.Bag.ToSorted(), static problem => problem.Severity == Severity.Error);
        Assert.Equal(("RS1315", "content/statements/line.md", 5), (problem.Code, problem.At.Path, problem.At.Line));
    }

    [Fact]
    public void OfMoreFilesThanTheLimitNoMoreAreListedAndNoneIsRead()
    {
        for (var i = 0; i < 50; i++) root.Write($"content/statements/{i}.md", "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n");
        var tree = Sources.SourceTree.Load(root.Path, ["content"], new DiagnosticBag(), 10);
        Assert.Equal(11, tree.Files.Count);
        foreach (var file in tree.Files) File.Delete(root.Of(file.Path));
        Assert.All(tree.Files, static file => Assert.Throws<FileNotFoundException>(() => { _ = file.Bytes; }));
    }

    [Fact]
    public void WhatCannotBeReadDeepInAFolderIsToldAsItIs()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("A socket can be opened as a file on Windows.");
        Directory.CreateDirectory(root.Of("content/statements/2020/may"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(root.Of("content/statements/2020/may/a.md")));
        var thrown = Assert.Throws<AggregateException>(() => Sources.SourceTree.Load(root.Path, ["content"], new DiagnosticBag()));
        Assert.Contains("a.md", Assert.IsType<IOException>(thrown.InnerException).Message, StringComparison.Ordinal);
    }

    private (WriteReport? Report, Site Site, DiagnosticBag Bag) Build() => DiskSite.Build(root, "_site", false);
}
