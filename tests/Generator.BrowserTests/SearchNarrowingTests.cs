using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Rostrum.BrowserTests;

/// <summary>What is found is narrowed, ordered and continued, by keyboard alone.</summary>
public sealed class SearchNarrowingTests(Chromium chromium)
{
    [Theory]
    [InlineData("topic", "International law", "international-law", 3)]
    [InlineData("delegation", "Japan", "japan", 2)]
    [InlineData("forum", "General Assembly", "assembly", 2)]
    [InlineData("year", "2022", "2022", 2)]
    public async Task AFilterIsOpenedAndChosenFromByKeyboardAndStandsInTheAddress(string filter, string label, string value, int left)
    {
        foreach (var site in new[] { "languages", "languages/repo/" })
        {
            await using var visit = await chromium.OpenAsync(site, "/search/");
            await visit.Page.Keyboard.TypeAsync("cyberspace");
            await FoundAsync(visit, 5);
            await ChooseAsync(visit, filter, label);
            await FoundAsync(visit, left);
            await Expect(visit.Page).ToHaveURLAsync($"{visit.Host.Root}search/?q=cyberspace&{filter}={value}");
            await visit.Page.ReloadAsync();
            await FoundAsync(visit, left);
            await Expect(visit.Page.GetByLabel(label)).ToBeCheckedAsync();
            await Expect(visit.Page.GetByLabel(label)).ToBeVisibleAsync();
            await visit.Page.FocusAsync("input:checked");
            await visit.Page.Keyboard.PressAsync("Space");
            await FoundAsync(visit, 5);
            Assert.Equal(visit.Host.Root + "search/?q=cyberspace", visit.Page.Url);
            Assert.Equal([], visit.Faults);
        }
    }

    [Fact]
    public async Task LanguagesAreToldApart()
    {
        await using var visit = await chromium.OpenAsync("languages", "/search/");
        await visit.Page.Keyboard.TypeAsync("cyber");
        await FoundAsync(visit, 6);
        await ChooseAsync(visit, "language", "français");
        await FoundAsync(visit, 1);
        await Expect(visit.Page.Locator("blockquote")).ToHaveCountAsync(1); // the list follows the count
        await Expect(visit.Page.Locator("blockquote")).ToHaveAttributeAsync("lang", "fr");
        Assert.EndsWith("?q=cyber&language=fr", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task FiltersNarrowTogetherAndTellWhatEachValueWouldLeave()
    {
        await using var visit = await chromium.OpenAsync("languages", "/search/?q=cyberspace&year=2022&year=2023&delegation=france");
        await FoundAsync(visit, 2);
        Assert.Equal(["Egypt 1", "France 2", "Japan 1"], await ValuesAsync("delegation"));
        Assert.Equal(["2023 1", "2022 1"], await ValuesAsync("year"));
        await visit.Page.GetByLabel("Egypt").CheckAsync();
        await FoundAsync(visit, 3);
        await Field(visit).FillAsync("zyzzyva");
        await Expect(Status(visit)).ToHaveTextAsync("Nothing in this archive has these words.");
        await Field(visit).FillAsync("hospitals");
        await FoundAsync(visit, 1);
        Assert.Equal([], visit.Faults);

        Task<string[]> ValuesAsync(string filter) => visit.Page.Locator($"[data-filter={filter}] label:visible").EvaluateAllAsync<string[]>("all => all.map(e => [...e.querySelectorAll('span')].map(s => s.textContent).join(' '))");
    }

    [Fact]
    public async Task ResultsAreOrderedByDateAndTheOrderStandsInTheAddress()
    {
        await using var visit = await chromium.OpenAsync("languages", "/search/?q=cyberspace");
        await FoundAsync(visit, 5);
        await visit.Page.FocusAsync("[name=order]");
        await visit.Page.Keyboard.TypeAsync("Earliest");
        await Expect(visit.Page.Locator("#search-results time").First).ToHaveAttributeAsync("datetime", "2019-06-10");
        await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + "search/?q=cyberspace&order=oldest");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#search-results time").First).ToHaveAttributeAsync("datetime", "2019-06-10");
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task MoreResultsFollowOnesThatAreThereAndTakeTheFocus()
    {
        await using var visit = await chromium.OpenAsync("languages", "/search/?q=cyberspace");
        var results = visit.Page.Locator("#search-results > li");
        await Expect(results).ToHaveCountAsync(4);
        await visit.Page.FocusAsync("#search-more");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(results).ToHaveCountAsync(5);
        await Expect(results.Nth(4).Locator("a").First).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#search-more")).ToBeHiddenAsync();
        Assert.Equal([], visit.Faults);
    }

    // Tab to the filter, Enter to open it, Tab to the value, Space to choose it.
    private static async Task ChooseAsync(Visit visit, string filter, string label)
    {
        await Field(visit).FocusAsync();
        await TabToAsync($"e.matches('[data-filter={filter}] > summary')");
        await visit.Page.Keyboard.PressAsync("Enter");
        await TabToAsync($"e.matches('input[name={filter}]') && e.parentElement.textContent.includes('{label}')");
        await visit.Page.Keyboard.PressAsync("Space");

        async Task TabToAsync(string place)
        {
            for (var i = 0; i < 20; i++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                if (await visit.Page.EvaluateAsync<bool>($"(e => {place})(document.activeElement)")) return;
            }

            Assert.Fail($"The keyboard does not come to {label}.");
        }
    }

    private static ILocator Field(Visit visit) => visit.Page.Locator("#q");

    private static ILocator Status(Visit visit) => visit.Page.Locator("#search-status");

    private static Task FoundAsync(Visit visit, int count) => Expect(Status(visit)).ToHaveTextAsync($"Statements found: {count}");
}
