using Rostrum.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Rostrum.BrowserTests;

/// <summary>From the address at which a ministry published a text to what the archive made of it.</summary>
public sealed class SourcesBrowsingTests(Chromium chromium)
{
    [Theory]
    [InlineData("https://www.un.emb-japan.go.jp/itpr_en/akahori052220.html")]
    [InlineData("  http://un.emb-japan.go.jp/itpr_en/akahori052220.html?utm_source=letter#top ")]
    [InlineData("un.emb-japan.go.jp/itpr_en/akahori052220.html")]
    public async Task APastedAddressLeadsToItsStatement(string pasted)
    {
        foreach (var site in new[] { "/", "/repo/" })
        {
            await using var visit = await chromium.OpenAsync(site, "/sources/");
            await visit.Page.GetByLabel("Paste the address of a text").FillAsync(pasted);
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + "statements/jp-2020-05-22-unsc-arria-cyber/");
            Assert.Equal([], visit.Faults);
        }
    }

    [Theory]
    [InlineData("https://ministry.example/ar/كلمات/2020", "eg-2020")]
    [InlineData("https://ministry.example/ar/%D9%83%D9%84%D9%85%D8%A7%D8%AA/2020", "eg-2020")]
    [InlineData("https://diplomatie.example/discours/2021?id=24&fbclid=x", "fr-2021")]
    public async Task AnAddressIsKnownHoweverTheBrowserWritesIt(string pasted, string statement)
    {
        await using var visit = await chromium.OpenAsync("languages/repo/", "/sources/");
        await visit.Page.FillAsync("#source", pasted);
        await visit.Page.ClickAsync(".paste button");
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Host.Root}statements/{statement}/");
        Assert.Equal([], visit.Faults);
    }

    [Fact]
    public async Task TheStatementsOfOneAddressAreOffered()
    {
        await using var visit = await chromium.OpenAsync("languages/repo/", "/sources/");
        await visit.Page.FillAsync("#source", "https://www.ministry.example/speeches/2019/law.html");
        await visit.Page.ClickAsync(".paste button");
        await Expect(visit.Page.Locator(".paste [role=status]")).ToContainTextAsync("Texts taken from that address:");
        await Expect(visit.Page.Locator(".paste a")).ToHaveTextAsync(["/repo/statements/jp-2019/", "/repo/statements/jp-2019-en/"]);
        await visit.Page.ClickAsync(".paste a >> nth=1");
        await Expect(visit.Page).ToHaveURLAsync(visit.Host.Root + "statements/jp-2019-en/");
        Assert.Equal([], visit.Faults);
    }

    [Theory]
    [InlineData("https://ministry.example/nothing")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("https://ministry.example/%E0%A4%A")]
    public async Task AnAddressThatIsNotKnownIsSaidNotToBe(string pasted)
    {
        await using var visit = await chromium.OpenAsync("/repo/", "/sources/");
        await visit.Page.FillAsync("#source", pasted);
        await visit.Page.ClickAsync(".paste button");
        await Expect(visit.Page.Locator(".paste [role=status]")).ToHaveTextAsync("No text in this archive was taken from that address.");
        Assert.EndsWith("/repo/sources/", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal([], visit.Faults);
    }
}
