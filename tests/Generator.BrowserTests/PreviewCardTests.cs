using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;

namespace Rostrum.BrowserTests;

/// <summary>What a linked entity is, shown beside the paragraph or under it, never over its words.</summary>
public sealed class PreviewCardTests(Chromium chromium)
{
    private const string Statement = "/statements/jp-2020-05-22-unsc-arria-cyber/";
    private const string Charter = "#p3 .words a[href$='/instruments/un-charter/']";

    [Theory]
    [InlineData("/", 1440)]
    [InlineData("/repo/", 1100)]
    public async Task BesideTheParagraphItFollowsThePointerAndTheKeyboard(string site, int width)
    {
        await using var visit = await chromium.OpenAsync(site, Statement, Window(width));
        await visit.Page.HoverAsync(Charter);
        await visit.Page.WaitForSelectorAsync("#p3 .card p");
        Assert.StartsWith("Charter of the United Nations", await visit.Page.InnerTextAsync("#p3 .card"), StringComparison.Ordinal);
        Assert.Contains("Instrument, 1 passage", await visit.Page.InnerTextAsync("#p3 .card"), StringComparison.Ordinal);
        Assert.Null(await CoveredAsync(visit));
        await visit.Page.FocusAsync("#p2 .words a[href$='/topics/ransomware/']");
        await visit.Page.WaitForSelectorAsync("#p2 .card p:text('Ransomware')");
        Assert.Equal(1, await visit.Page.Locator(".card").CountAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await visit.Page.Locator(".card").CountAsync());
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task OnAPhoneATapOpensItUnderTheParagraphAndASecondTapFollowsTheLink()
    {
        await using var visit = await chromium.OpenAsync("/repo/", Statement, Window(360));
        await visit.Page.ClickAsync(Charter);
        await visit.Page.WaitForSelectorAsync("#p3 .card p");
        Assert.Null(await CoveredAsync(visit));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('.card').getBoundingClientRect().top >= document.querySelector('#p3 .words').getBoundingClientRect().bottom"));
        await visit.Page.ClickAsync(Charter);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/repo/instruments/un-charter/$"));
        Assert.Equal([], visit.Faults);
    }

    private static Task<string?> CoveredAsync(Visit visit) => visit.Page.EvaluateAsync<string?>("""
        () => {
          const card = document.querySelector(".card").getBoundingClientRect();
          for (const words of document.querySelectorAll(".words")) {
            const box = words.getBoundingClientRect();
            if (box.left < card.right && card.left < box.right && box.top < card.bottom && card.top < box.bottom) return words.textContent;
          }
          return null;
        }
        """);

    private static BrowserNewContextOptions Window(int width) => new() { ViewportSize = new ViewportSize { Width = width, Height = 900 } };
}
