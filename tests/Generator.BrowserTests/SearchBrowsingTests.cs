using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Rostrum.BrowserTests;

/// <summary>What a reader gets from the search.</summary>
public sealed class SearchBrowsingTests(Chromium chromium)
{
    private const string Statement = "statements/jp-2020-05-22-unsc-arria-cyber/";

    [Theory]
    [InlineData("/")]
    [InlineData("/repo/")]
    public async Task ASlashLeadsToTheFieldFromEveryKindOfPage(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/");
        foreach (var address in visit.Host.Archive.Kinds.Where(static kind => kind != "/search/"))
        {
            await visit.GoAsync(address);
            await visit.Page.Keyboard.PressAsync("/");
            await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + "search/");
            await Expect(Field(visit)).ToBeFocusedAsync();
            await Expect(Field(visit)).ToHaveValueAsync("");
        }

        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task InsideAFieldASlashIsASlash()
    {
        await using var visit = await chromium.OpenAsync("/", "/sources/");
        await visit.Page.FocusAsync("#source");
        await visit.Page.Keyboard.TypeAsync("a/b");
        await Expect(visit.Page.Locator("#source")).ToHaveValueAsync("a/b");
        await visit.GoAsync("/search/?q=cyberspace");
        await Expect(Results(visit)).ToHaveCountAsync(1);
        await visit.Page.FocusAsync("#search-results .number");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(Field(visit)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(Field(visit)).ToHaveValueAsync("cyberspace/");
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/repo/")]
    public async Task WordsFindThePassageWhichIsQuotedWithItsHitsMarkedAndLedTo(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/search/");
        await visit.Page.Keyboard.TypeAsync("ransomware institutions");
        await Expect(Status(visit)).ToHaveTextAsync("Statements found: 1");
        await Expect(visit.Page.Locator("blockquote")).ToContainTextAsync("including, as reported, ransomware striking medical institutions and authorities");
        await Expect(visit.Page.Locator("blockquote mark")).ToHaveTextAsync(["ransomware", "institutions"]);
        await Expect(visit.Page.Locator(".result-passage .number")).ToHaveAttributeAsync("href", site + Statement + "#p2");
        await visit.Page.ClickAsync(".result-passage .number");
        await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + Statement + "#p2");
        await Expect(visit.Page.Locator("#p2:target")).ToBeInViewportAsync();
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/repo/")]
    public async Task TheAddressHoldsTheQuerySoThatReloadingAndGoingBackBringItAgain(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/search/");
        await visit.Page.Keyboard.TypeAsync("cybers");
        await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + "search/?q=cybers");
        await FoundAsync();
        await visit.Page.ReloadAsync();
        await FoundAsync();
        await visit.Page.ClickAsync(".result-title a");
        await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + Statement);
        await visit.Page.GoBackAsync();
        await FoundAsync();
        Assert.Equal([], visit.Faults);

        async Task FoundAsync()
        {
            await Expect(Field(visit)).ToHaveValueAsync("cybers");
            await Expect(Status(visit)).ToHaveTextAsync("Statements found: 1");
            await Expect(visit.Page.Locator("blockquote mark", new PageLocatorOptions { HasText = "cyberspace" }).First).ToBeVisibleAsync();
        }
    }

    [Theory]
    [InlineData("cybersp", "fr-2023 jp-2023 eg-2022 fr-2022 jp-2019-en", "cyberspace")]
    [InlineData("naive", "eg-2022", "naïve")]
    [InlineData("ŒUVRE", "fr-2021", "œuvre")]
    [InlineData("oeuvre", "fr-2021", "œuvre")]
    [InlineData("hopitaux", "fr-2021", "hôpitaux")]
    [InlineData("国際法", "jp-2019", "国際法")]
    [InlineData("電力", "jp-2019", "電力")]
    [InlineData("القانون", "eg-2021 eg-2020", "القانون القَانُونُ")]
    [InlineData("القَانُونُ", "eg-2021 eg-2020", "القانون القَانُونُ")]
    public async Task BeginningsAccentsAndOtherScriptsFind(string query, string statements, string marked)
    {
        foreach (var site in new[] { "languages", "languages/repo/" })
        {
            await using var visit = await chromium.OpenAsync(site, "/search/");
            await Field(visit).FillAsync(query);
            var expected = statements.Split(' ');
            await Expect(Status(visit)).ToHaveTextAsync($"Statements found: {expected.Length}");
            await visit.Page.Locator("[name=order]").SelectOptionAsync("newest");
            await Expect(Results(visit).Locator("h3 a").First).ToHaveAttributeAsync("href", visit.Host.Archive.BasePath + $"statements/{expected[0]}/");
            if (await visit.Page.Locator("#search-more").IsVisibleAsync()) await visit.Page.ClickAsync("#search-more");
            await Expect(Results(visit)).ToHaveCountAsync(expected.Length);
            Assert.Equal(expected.Select(id => visit.Host.Archive.BasePath + $"statements/{id}/"), await ListAsync(visit, "#search-results h3 a", "e.getAttribute('href')"));
            Assert.Equal(marked.Split(' ').Order(StringComparer.Ordinal), (await ListAsync(visit, "blockquote mark", "e.textContent.replace('C', 'c')")).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal([], visit.Faults);
        }
    }

    [Fact]
    public async Task WhatIsQuotedKeepsItsLanguageAndDirection()
    {
        await using var visit = await chromium.OpenAsync("languages", "/search/?q=القانون+الدولي");
        await Expect(Results(visit)).ToHaveCountAsync(2);
        Assert.Equal(["ar rtl", "ar rtl"], await ListAsync(visit, "blockquote", "e.lang + ' ' + getComputedStyle(e).direction"));
        await using var arabic = await chromium.OpenAsync("arabic", "/search/?q=cyberspace");
        await Expect(Results(arabic)).ToHaveCountAsync(2);
        Assert.Equal(["en ltr", "en ltr"], await ListAsync(arabic, "blockquote", "e.lang + ' ' + getComputedStyle(e).direction"));
        Assert.Equal([], visit.Faults.Concat(arabic.Faults));
    }

    [Fact]
    public async Task AnUnknownWordIsSaidToBeUnknownAndSomeOfSeveralWordsAreOffered()
    {
        await using var visit = await chromium.OpenAsync("/", "/search/");
        await visit.Page.Keyboard.TypeAsync("zyzzyva");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing in this archive has these words.");
        await Expect(Results(visit)).ToHaveCountAsync(0);
        await visit.Page.Keyboard.TypeAsync(" ransomware");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("No statement has all of these words. Statements with some of them: 1");
        await Field(visit).FillAsync("");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        await Expect(Results(visit)).ToHaveCountAsync(0);
        Assert.EndsWith("/search/", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task MarkupIsTextInTheQueryAndInWhatIsFound()
    {
        const string markup = "<img src=x onerror=alert(1)>";
        await using var visit = await chromium.OpenAsync("languages", "/search/?q=" + Uri.EscapeDataString(markup));
        await Expect(Field(visit)).ToHaveValueAsync(markup);
        await Expect(Status(visit)).ToHaveTextAsync("Statements found: 1");
        await Expect(visit.Page.Locator("blockquote")).ToContainTextAsync($"A form that takes {markup} for a name");
        Assert.Contains("onerror", await ListAsync(visit, "blockquote mark", "e.textContent"));
        await Expect(visit.Page.Locator("main img")).ToHaveCountAsync(0);
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/repo/")]
    public async Task WithScriptOffTheListsAreOffered(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/search/", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Expect(visit.Page.Locator("#search")).ToBeHiddenAsync();
        var lists = visit.Page.Locator("noscript nav a");
        Assert.Equal(["Statements", "Topics"], (await lists.AllInnerTextsAsync()).Take(2));
        foreach (var address in await lists.EvaluateAllAsync<string[]>("all => all.map(e => e.href)")) Assert.Equal(200, (await visit.Page.GotoAsync(address))!.Status);
        Assert.Equal([], visit.Faults);
    }

    private static ILocator Field(Visit visit) => visit.Page.Locator("#q");

    private static ILocator Status(Visit visit) => visit.Page.Locator("#search-status");

    private static ILocator Results(Visit visit) => visit.Page.Locator("#search-results > li");

    private static Task<string[]> ListAsync(Visit visit, string selector, string what) => visit.Page.Locator(selector).EvaluateAllAsync<string[]>($"all => all.map(e => {what})");
}
