using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;

namespace Rostrum.BrowserTests;

/// <summary>WCAG 2.2 AA and what axe calls best practice, on every kind of page.</summary>
public sealed class AccessTests(Chromium chromium)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // What can differ where only the colours and the width do.
    private static readonly AxeRunOptions DarkAndNarrow = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "region", "landmark-unique", "heading-order"] },
    };

    [Theory]
    [InlineData("/")]
    [InlineData("arabic")]
    public async Task AxeFindsNothingOnAnyKindOfPageLightAndDarkWideAndNarrow(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/");
        var found = new List<string>();
        foreach (var address in visit.Host.Archive.Kinds)
        {
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            await visit.Page.SetViewportSizeAsync(1440, 900);
            await visit.GoAsync(address);
            await RunAsync(address, Everything);
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await visit.Page.SetViewportSizeAsync(360, 900);
            await RunAsync(address + " (dark, narrow)", DarkAndNarrow);
        }

        Assert.True(visit.Host.Archive.Kinds.Count > (Archive.IsThorough ? 12 : 2), string.Join(' ', visit.Host.Archive.Kinds));
        Assert.Equal([], found);
        Assert.Equal([], visit.Faults);

        async Task RunAsync(string where, AxeRunOptions rules)
        {
            var result = await visit.Page.RunAxe(rules);
            Assert.NotEmpty(result.Passes);
            found.AddRange(from violation in result.Violations from node in violation.Nodes select $"{where}: {violation.Id} ({violation.Help}) at {node.Target}: {node.Html}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("arabic")]
    public async Task NoPageScrollsSidewaysNotEvenWhenEnlargedFourfold(string site)
    {
        await using var visit = await chromium.OpenAsync(site, "/");
        var wide = new List<string>();
        foreach (var address in visit.Host.Archive.Kinds)
        {
            await visit.GoAsync(address);
            foreach (var width in new[] { 320, 768, 1100 }) // 1280 enlarged fourfold is 320
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                if (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) wide.Add($"{address} at {width}");
            }
        }

        Assert.Equal([], wide);
    }
}
