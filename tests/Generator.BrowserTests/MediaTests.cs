using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Rostrum.BrowserTests;

/// <summary>What a reader sees who has colours of their own, or wants nothing to move.</summary>
public sealed class MediaTests(Chromium chromium)
{
    private const string Statement = "/statements/jp-2020-05-22-unsc-arria-cyber/";
    private static readonly BrowserNewContextOptions OwnColours = new() { ForcedColors = ForcedColors.Active };

    // What sets one element off from another where colours are the reader's own.
    private const string Look = """
        e => {
          const look = style => [style.backgroundColor, style.fontWeight, style.borderBottomColor, style.outlineStyle, style.textDecorationLine, style.textDecorationThickness, style.fill, style.height].join(" ");
          return [e, ...e.querySelectorAll("svg")].map(part => look(getComputedStyle(part))).join(" / ");
        }
        """;

    [Fact]
    public async Task InForcedColoursAxeFindsNothingAndTheFocusIsSeen()
    {
        await using var visit = await chromium.OpenAsync("/repo/", Statement, OwnColours);
        Assert.True(await visit.Page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));
        Assert.Equal([], (await visit.Page.RunAxe()).Violations.Select(static violation => violation.Id));
        var hidden = await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], button')].filter(e => e.checkVisibility()).filter(e => { e.focus({ focusVisible: true }); const style = getComputedStyle(e); return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || style.outlineColor === getComputedStyle(document.body).backgroundColor; }).map(e => e.outerHTML)");
        Assert.Equal([], hidden);
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData("/#p3", 1280, ".passage:target > .number", "#p4 > .number")]
    [InlineData("/#p3", 360, ".passage:target > .number", "#p4 > .number")]
    [InlineData("/#p3-p5", 1280, "#p4 > .number", "#p6 > .number")]
    [InlineData("/#p3-p5", 360, "#p4 > .number", "#p6 > .number")]
    [InlineData("/#p3", 1280, ".rail [aria-current]", ".rail a:not([aria-current])")]
    [InlineData("/#p3", 768, ".rail [aria-current]", ".rail a:not([aria-current])")]
    [InlineData("/#p3", 1280, ".main [aria-current]", ".main a:not([aria-current])")]
    public async Task InForcedColoursMarksThatMeanSomethingAreSetOff(string place, int width, string marked, string other)
    {
        await using var visit = await chromium.OpenAsync("/", Statement.TrimEnd('/') + place, new BrowserNewContextOptions { ForcedColors = ForcedColors.Active, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await Expect(visit.Page.Locator(marked).First).ToBeVisibleAsync();
        Assert.NotEqual(await visit.Page.Locator(other).First.EvaluateAsync<string>(Look), await visit.Page.Locator(marked).First.EvaluateAsync<string>(Look));
    }

    [Fact]
    public async Task InForcedColoursOnlyTheCurrentPartOfTheSiteIsUnderlined()
    {
        await using var visit = await chromium.OpenAsync("/", Statement, OwnColours);
        var paper = await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(1, await visit.Page.Locator(".main a, .find").EvaluateAllAsync<int>("(all, paper) => all.filter(e => getComputedStyle(e).borderBottomColor !== paper).length", paper));
    }

    [Fact]
    public async Task InForcedColoursHitsAreUnderlinedAndTheSwitchSaysInWordsWhatItDoes()
    {
        await using var visit = await chromium.OpenAsync("/", "/search/?q=ransomware", OwnColours);
        await Expect(visit.Page.Locator("blockquote mark").First).ToHaveCSSAsync("text-decoration-line", "underline");
        await Expect(visit.Page.Locator(".theme")).ToHaveTextAsync("Dark");
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData(Statement)]
    [InlineData("/search/?q=ransomware")]
    [InlineData("/topics/")]
    public async Task WhereNothingIsToMoveNothingDoes(string address)
    {
        await using var visit = await chromium.OpenAsync("/", address, new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal("auto", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        foreach (var stop in (await visit.Page.Locator("a:not(.skip):visible, button:visible").AllAsync()).Take(12))
        {
            await stop.HoverAsync();
            await stop.FocusAsync();
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 10).length"));
        }

        Assert.Equal([], visit.Faults);
    }
}
