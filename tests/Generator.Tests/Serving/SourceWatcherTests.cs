using Rostrum.Serving;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Serving;

/// <summary>Whatever happens to the files of an archive is noticed.</summary>
public sealed class SourceWatcherTests : IDisposable
{
    private readonly TempFolder root = new();
    private readonly SourceWatcher watcher;

    public SourceWatcherTests()
    {
        root.Write("site.yml", "title: T\n");
        root.Write("content/topics/a.md", "A");
        watcher = new SourceWatcher(root.Path, false);
        watcher.Watch(["content/statements", "content", "templates", "static"]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher.Dispose();
        root.Dispose();
    }

    [Fact]
    public async Task AFileThatIsWrittenReplacedOrDeletedIsNamed()
    {
        root.Write("content/topics/a.md", "B");
        await UntilAsync("content/topics/a.md");
        root.Write("content/topics/a.md.new", "C");
        File.Move(root.Of("content/topics/a.md.new"), root.Of("content/topics/a.md"), true);
        await UntilAsync("content/topics/a.md");
        File.Delete(root.Of("content/topics/a.md"));
        await UntilAsync("content/topics/a.md");
        root.Write("site.yml", "title: U\n");
        await UntilAsync("site.yml");
    }

    [Fact]
    public async Task AFolderThatAppearsIsDeletedAndMadeAgainIsWatched()
    {
        root.Write("templates/page.html", "x");
        await UntilAsync("templates");
        root.Write("templates/page.html", "y");
        await UntilAsync("templates/page.html");
        Directory.Delete(root.Of("templates"), true);
        await UntilAsync("templates");
        root.Write("templates/page.html", "z");
        await UntilAsync("templates");
        root.Write("templates/page.html", "zz");
        await UntilAsync("templates/page.html");
    }

    [Fact]
    public async Task AThousandFilesAtOnceAreAllNamedOrEverythingIs()
    {
        for (var i = 0; i < 1000; i++) root.Write($"content/topics/t{i}.md", "x");
        var missing = Enumerable.Range(0, 1000).Select(static i => $"content/topics/t{i}.md").ToHashSet();
        while (missing.Count > 0)
        {
            var changes = await watcher.NextAsync(TestContext.Current.CancellationToken);
            if (changes.Anything) return;
            missing.ExceptWith(changes.Paths);
        }
    }

    [Fact]
    public async Task WhatNoBuildReadsIsNotNamed()
    {
        foreach (var path in new[] { "_site/index.html", "notes.txt", "content/topics/.a.md.swp", "content/topics/4913", "content/topics/a.md~", ".git/HEAD" }) root.Write(path, "x");
        root.Write("content/topics/last.md", "x");
        var named = new List<string>();
        while (!named.Contains("content/topics/last.md")) named.AddRange((await watcher.NextAsync(TestContext.Current.CancellationToken)).Paths);
        Assert.Equal(["content/topics/last.md"], named.Distinct());
    }

    private async Task UntilAsync(string path)
    {
        while (true)
        {
            var changes = await watcher.NextAsync(TestContext.Current.CancellationToken);
            if (changes.Anything || changes.Paths.Contains(path)) return;
        }
    }
}
