using Microsoft.Playwright;
using Rostrum.BrowserTests.Harness;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Rostrum.BrowserTests.Harness;

/// <summary>The browser, and the sites that the tests look at, each built and served once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Dictionary<string, PagesHost> hosts = new(StringComparer.Ordinal);
    private readonly Browser browser = new();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => browser.InitializeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        foreach (var host in hosts.Values) await host.DisposeAsync();
    }

    /// <summary>Opens an address of a site (<c>/</c> and <c>/repo/</c>: this repository's at that base path; <c>arabic</c>, <c>languages/repo/</c>: one below Sites) in a window of its own.</summary>
    internal async Task<Visit> OpenAsync(string site, string address, BrowserNewContextOptions? options = null)
    {
        var opened = browser.Require();
        return await OpenAsync(opened, await HostAsync(site), address, options);
    }

    /// <summary>Opens an address of a site that the test serves itself.</summary>
    internal Task<Visit> OpenAsync(PagesHost host, string address) => OpenAsync(browser.Require(), host, address, null);

    private static async Task<Visit> OpenAsync(IBrowser opened, PagesHost host, string address, BrowserNewContextOptions? options)
    {
        var visit = await Visit.BeginAsync(opened, host, options ?? new BrowserNewContextOptions());
        await visit.GoAsync(address);
        return visit;
    }

    // Built and served at its first use.
    private async Task<PagesHost> HostAsync(string site)
    {
        if (hosts.TryGetValue(site, out var host)) return host;
        var name = site.Split('/')[0];
        var folder = name.Length == 0 ? Archive.Repository : Path.Combine(Archive.Repository, "tests", "Generator.BrowserTests", "Sites", name);
        var archive = Archive.Build(folder, name == site ? "/" : site[name.Length..]);
        return hosts[site] = await PagesHost.StartAsync(archive);
    }
}
