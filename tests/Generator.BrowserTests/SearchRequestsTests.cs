using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Rostrum.BrowserTests;

/// <summary>What a search asks of the server, and what becomes of it when answers are late or fail.</summary>
public sealed class SearchRequestsTests(Chromium chromium, WideArchive archive) : IClassFixture<WideArchive>
{
    [Fact]
    public async Task OfManyShardsOneAWordIsFetchedAndNeverMoreThanSixFilesForAQuery()
    {
        Assert.True(Files("search/words/") > 4, $"{Files("search/words/")} shards");
        await using var visit = await chromium.OpenAsync(archive.Host, "/search/");
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await visit.GoAsync("/search/?q=everyone");
        await FoundAsync(visit, 80);
        await Expect(visit.Page.Locator("#search-results > li")).ToHaveCountAsync(4);
        Assert.Equal(1, Asked("words/"));
        Assert.InRange(Asked(""), 3, 6);
        asked.Clear();
        await visit.Page.Locator("#q").FillAsync($"{WideArchive.Word(8)} {WideArchive.Word(15)}");
        await Expect(visit.Page.Locator("#search-status")).ToContainTextAsync("Statements with some of them: 2");
        await Expect(visit.Page.Locator("#search-results > li")).ToHaveCountAsync(2);
        Assert.Equal(2, Asked("words/"));
        Assert.InRange(Asked(""), 3, 6);
        Assert.Equal(asked.Distinct(), asked);
        Assert.Equal([], visit.Faults);

        int Asked(string below) => asked.Count(path => path.StartsWith("/search/" + below, StringComparison.Ordinal) && path != "/search/");
        int Files(string below) => archive.Host.Archive.Files.Keys.Count(path => path.StartsWith(below, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALongFilterIsFetchedWhenItIsOpenedOrStandsInTheAddress()
    {
        await using var visit = await chromium.OpenAsync(archive.Host, "/search/?q=everyone");
        await FoundAsync(visit, 80);
        await visit.Page.RunAndWaitForRequestAsync(() => visit.Page.ClickAsync("summary:text('Topic')"), "**/search/topic.json?*");
        await visit.Page.GetByLabel("Subject number 33").CheckAsync();
        await FoundAsync(visit, 1);
        await Expect(visit.Page.Locator(".result-title")).ToHaveTextAsync("Statement 33");
        await visit.Page.ReloadAsync();
        await FoundAsync(visit, 1);
        await Expect(visit.Page.GetByLabel("Subject number 33")).ToBeVisibleAsync();
        Assert.EndsWith("?q=everyone&topic=subject-33", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task AFilterOpenedWhileWordsAreOnTheirWayDoesNotLoseThem()
    {
        await using var visit = await chromium.OpenAsync(archive.Host, "/search/?q=" + WideArchive.Word(0));
        await FoundAsync(visit, 1);
        var held = new TaskCompletionSource<IRoute>();
        await visit.Page.RouteAsync("**/search/words/*", held.SetResult);
        await visit.Page.Locator("#q").FillAsync(WideArchive.Word(75));
        var route = await held.Task;
        await visit.Page.ClickAsync("summary:text('Topic')");
        await Expect(visit.Page.GetByLabel("Subject number 00")).ToBeVisibleAsync();
        await route.ContinueAsync();
        await Expect(visit.Page.Locator(".result-title")).ToHaveTextAsync("Statement 75");
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task OfTwoQueriesTheLaterIsShownEvenIfItIsAnsweredFirst()
    {
        await using var visit = await chromium.OpenAsync(archive.Host, "/search/");
        var held = new TaskCompletionSource<IRoute>();
        await visit.Page.RouteAsync("**/search/words/*", async route =>
        {
            if (!held.TrySetResult(route)) await route.ContinueAsync();
        });
        await visit.Page.Locator("#q").FillAsync(WideArchive.Word(0));
        var first = await held.Task;
        await visit.Page.Locator("#q").FillAsync(WideArchive.Word(75));
        await Expect(visit.Page.Locator(".result-title")).ToHaveTextAsync("Statement 75");
        await visit.Page.RunAndWaitForResponseAsync(() => first.ContinueAsync(), "**/search/words/*");
        await visit.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        await Expect(visit.Page.Locator(".result-title")).ToHaveTextAsync("Statement 75");
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task AFailureIsSaidAndTheNextAttemptSucceeds()
    {
        await using var visit = await chromium.OpenAsync(archive.Host, "/search/");
        await visit.Page.RouteAsync("**/search/words/*", static route => route.AbortAsync());
        await visit.Page.Locator("#q").FillAsync(WideArchive.Word(5));
        await Expect(visit.Page.Locator("#search-status")).ToContainTextAsync("The search could not be loaded.");
        await visit.Page.UnrouteAsync("**/search/words/*");
        await visit.Page.Keyboard.PressAsync("Enter");
        await FoundAsync(visit, 1);
    }

    private static Task FoundAsync(Visit visit, int count) => Expect(visit.Page.Locator("#search-status")).ToHaveTextAsync($"Statements found: {count}");
}
