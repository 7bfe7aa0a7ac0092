using Microsoft.Playwright;

namespace Rostrum.BrowserTests;

/// <summary>Real Chromium, started once for all tests. Where there is none, the tests that want it are skipped and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private const int Patience = 120_000; // milliseconds: a machine may have other things to do
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROME_PATH") ?? Array.Find(Places, File.Exists);
        if (program is null) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Switches });
    }

    /// <summary>A new page, apart from all others.</summary>
    public async Task<IPage> OpenAsync(string url)
    {
        var page = await Require().NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 700 } });
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync(url);
        return page;
    }

    /// <summary>The browser; without one the test is skipped, and with REQUIRE_BROWSER=1 it fails.</summary>
    internal IBrowser Require()
    {
        const string missing = "There is no Chromium here: install chromium, or name one in CHROME_PATH.";
        if (chromium is null && Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1") Assert.Fail(missing);
        if (chromium is null) Assert.Skip(missing);
        return chromium;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
