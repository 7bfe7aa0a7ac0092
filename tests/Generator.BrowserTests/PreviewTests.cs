using Microsoft.Playwright;

namespace Rostrum.BrowserTests;

/// <summary>What an editor sees in the browser while writing.</summary>
public sealed class PreviewTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private static readonly string Long = string.Concat(Enumerable.Range(1, 60).Select(static i => $"Paragraph {i} of a long text that fills the page.\n\n"));
    private readonly ServedArchive archive = new();

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    [Fact]
    public async Task AnEditAppearsInPlaceAndScrollFocusOpenDetailsAndTypedTextStay()
    {
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address + "about/");
        await MarkAsync(page);
        await page.Locator("summary").ClickAsync();
        await page.Locator("#typed").FillAsync("half a thought");
        await page.Locator("#typed").FocusAsync();
        await page.EvaluateAsync("scrollTo(0, 1500)");
        archive.Write("content/pages/about.md", About("The end is new."));
        await Assertions.Expect(page.GetByText("The end is new.")).ToBeAttachedAsync();
        Assert.Equal("half a thought", await page.Locator("#typed").InputValueAsync());
        Assert.Equal("typed", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('details').open"));
        Assert.Equal(1500, await page.EvaluateAsync<int>("Math.round(scrollY)"));
        archive.WriteByRename("content/pages/about.md", About("The end is newer."));
        await Assertions.Expect(page.GetByText("The end is newer.")).ToBeAttachedAsync();
        await StillMarkedAsync(page);
    }

    [Fact]
    public async Task WhatScriptsMadeOfAPageStaysWhenItsTextChanges()
    {
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address + "statements/first/");
        await MarkAsync(page);
        var buttons = await page.Locator("#cite button").CountAsync();
        Assert.True(buttons > 0);
        archive.Write("content/statements/first.md", Statement("two, and more words than before, which its data tell as well"));
        await Assertions.Expect(page.GetByText("more words than before").First).ToBeAttachedAsync();
        await StillMarkedAsync(page);
        Assert.Equal(buttons, await page.Locator("#cite button").CountAsync());
    }

    [Fact]
    public async Task ProblemsAreShownWithTheLineAndACaretEscapedAndGoWhenTheyAreMended()
    {
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address + "statements/first/");
        await MarkAsync(page);
        archive.Write("content/statements/first.md", "---\ntitle: First\ndate: 2020-01-01\nsepaker: <img src=x onerror=alert(1)>\n---\nText two. See [[nowhere]].\n");
        var panel = page.Locator("rostrum-preview .panel");
        await Assertions.Expect(panel).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(panel.Locator("pre").First).ToHaveTextAsync("sepaker: <img src=x onerror=alert(1)>\n^");
        await Assertions.Expect(panel.Locator("img")).ToHaveCountAsync(0);
        Assert.StartsWith("vscode://file/", await panel.Locator("a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("Text two.").First).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("rostrum-preview .strip")).ToHaveTextAsync("2 errors");
        await page.Locator("rostrum-preview .strip").ClickAsync();
        await Assertions.Expect(panel).ToBeVisibleAsync();
        archive.Write("content/statements/first.md", Statement("three"));
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("rostrum-preview .strip")).ToBeHiddenAsync();
        await StillMarkedAsync(page);
    }

    [Fact]
    public async Task AFileThatCannotBeReadLeavesTheLastGoodPage()
    {
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address + "statements/first/");
        archive.Write("content/statements/first.md", "---\ntitle: \"First\n");
        await Assertions.Expect(page.Locator("rostrum-preview .panel li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("Text one.").First).ToBeAttachedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Text one.").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("rostrum-preview .panel li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AStyleSheetIsSwappedWithoutAReload()
    {
        archive.Write("templates/assets/rostrum.css", "body { color: rgb(1, 2, 3); }\n");
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address);
        await MarkAsync(page);
        archive.Write("templates/assets/rostrum.css", "body { color: rgb(4, 5, 6); }\n");
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(4, 5, 6)");
        await Assertions.Expect(page.Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
        await StillMarkedAsync(page);
    }

    [Fact]
    public async Task OfTwoOpenPagesOnlyTheTouchedOneChanges()
    {
        await StartAsync();
        var first = await browser.OpenAsync(archive.Address + "statements/first/");
        var about = await browser.OpenAsync(archive.Address + "about/");
        await Assertions.Expect(about.Locator("rostrum-preview")).ToBeAttachedAsync();
        await about.EvaluateAsync("window.changes = 0; new MutationObserver(all => { window.changes += all.length; }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })");
        archive.Write("content/statements/first.md", Statement("two"));
        await Assertions.Expect(first.GetByText("Text two.").First).ToBeAttachedAsync();
        archive.Write("content/pages/about.md", About("Now it is here."));
        await Assertions.Expect(about.GetByText("Now it is here.")).ToBeAttachedAsync();
        Assert.InRange(await about.EvaluateAsync<int>("window.changes"), 1, 4);
    }

    [Fact]
    public async Task AServerThatWasKilledAndStartedAgainFindsItsPagesAgain()
    {
        await StartAsync();
        var page = await browser.OpenAsync(archive.Address + "statements/first/");
        await MarkAsync(page);
        archive.Kill();
        await Assertions.Expect(page.Locator("rostrum-preview .strip")).ToHaveTextAsync("Waiting for the preview");
        archive.Write("content/statements/first.md", Statement("two"));
        await archive.StartAsync();
        await Assertions.Expect(page.GetByText("Text two.").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("rostrum-preview .strip")).ToBeHiddenAsync();
        await StillMarkedAsync(page);
    }

    [Fact]
    public async Task AnAddressThatDidNotExistBecomesItsPageAndPollingDoesAsWell()
    {
        await StartAsync("--poll");
        var page = await browser.OpenAsync(archive.Address + "statements/second/");
        await Assertions.Expect(page.GetByText("Did you mean")).ToBeVisibleAsync();
        archive.Write("content/statements/second.md", Statement("of the second"));
        await Assertions.Expect(page.GetByText("Text of the second.").First).ToBeAttachedAsync();
    }

    private static Task MarkAsync(IPage page) => page.EvaluateAsync("window.marked = true");

    private static async Task StillMarkedAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.marked === true"), "The page was loaded anew.");

    private static string Statement(string word) => $"---\ntitle: First\ndate: 2020-01-01\n---\nText {word}.\n";

    private static string About(string end) => $"---\ntitle: About\n---\n<details><summary>More</summary>Hidden words.</details>\n\n<input id=\"typed\">\n\n{Long}{end}\n";

    private Task StartAsync(params string[] options)
    {
        archive.Write("site.yml", "title: T\nhtml: trusted\n");
        archive.Write("content/statements/first.md", Statement("one"));
        archive.Write("content/pages/about.md", About("The end."));
        return archive.StartAsync(options);
    }
}
