using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;

namespace Rostrum.BrowserTests;

/// <summary>What a reader does on a statement's page: move about by keyboard, cite, copy, and read with no script at all.</summary>
public sealed class ReadingTests(Chromium chromium)
{
    private const string Statement = "/statements/jp-2020-05-22-unsc-arria-cyber/";

    [Fact]
    public async Task TheFirstStopOfTheKeyboardLeadsToTheText()
    {
        await using var visit = await chromium.OpenAsync("/", Statement);
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#text", await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"), "The link can be seen while it has the focus.");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task EachStopOfTheKeyboardIsSeenAndNoneIsHiddenBehindAnother()
    {
        await using var visit = await chromium.OpenAsync("/", Statement);
        var stops = await visit.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
        for (var i = 0; i < Math.Min(stops, 20); i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var fault = await visit.Page.EvaluateAsync<string?>("""
                () => {
                  const stop = document.activeElement;
                  if (stop === document.body) return null;
                  const box = stop.getClientRects()[0], style = getComputedStyle(stop);
                  if (!box || !box.width || !box.height) return `${stop.outerHTML} has no size`;
                  if (style.outlineStyle === "none") return `${stop.outerHTML} shows no focus`;
                  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return !top || stop.contains(top) || top.contains(stop) ? null : `${stop.outerHTML} lies behind ${top.outerHTML}`;
                }
                """);
            Assert.Null(fault);
        }
    }

    [Fact]
    public async Task AParagraphIsCitedUnderItAndItsCitationCopied()
    {
        await using var visit = await chromium.OpenAsync("/repo/", Statement, new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await visit.Page.ClickAsync("#p3 .citing a");
        Assert.Equal("Cite paragraph 3", await visit.Page.InnerTextAsync("#p3 .cite h2"));
        await visit.Page.ClickAsync("#p3 .cite dd[data-one] button");
        await visit.Page.WaitForSelectorAsync("#p3 .cite button:text('Copied')");
        var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("para. 3", copied, StringComparison.Ordinal);
        Assert.Contains("https://rostrum.example/repo" + Statement + "#p3", copied, StringComparison.Ordinal);
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task ADarkPageStaysDarkOnTheNextOne()
    {
        await using var visit = await chromium.OpenAsync("/", "/", new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        Assert.Equal("rgb(255, 255, 255)", await PaperAsync());
        await visit.Page.ClickAsync(".theme");
        Assert.Equal("rgb(17, 20, 22)", await PaperAsync());
        await visit.GoAsync(Statement);
        Assert.Equal("rgb(17, 20, 22)", await PaperAsync());
        await visit.Page.ClickAsync("text=Light");
        Assert.Equal("rgb(255, 255, 255)", await PaperAsync());
        Assert.Equal([], visit.Faults);

        Task<string> PaperAsync() => visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    [Fact]
    public async Task AShareableRangeOfParagraphsIsMarked()
    {
        await using var visit = await chromium.OpenAsync("/", Statement + "#p3-p5");
        Assert.Equal(["p3", "p4", "p5"], await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.in-range')].map(e => e.id)"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("arabic")]
    public async Task WithScriptOffEveryKindOfPageIsThereAndItsWordsCanBeSeen(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/", new BrowserNewContextOptions { JavaScriptEnabled = false });
        foreach (var address in visit.Host.Archive.Kinds)
        {
            await visit.GoAsync(address);
            Assert.True(await visit.Page.Locator("main h1:visible").CountAsync() == 1, address);
            Assert.Equal(0, await visit.Page.Locator("main button:visible, main .cite.here").CountAsync());
        }

        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task AnAddressWithoutItsSlashAndOneThatIsNotThereAreAnswered()
    {
        await using var visit = await chromium.OpenAsync("/repo/", "/topics");
        Assert.EndsWith("/repo/topics/", visit.Page.Url, StringComparison.Ordinal);
        await visit.GoAsync("/topics/nothing/");
        Assert.Equal("There is no page here", await visit.Page.InnerTextAsync("h1"));
    }
}
