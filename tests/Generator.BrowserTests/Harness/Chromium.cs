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

    /// <summary>Opens an address of a site (<c>/</c>, <c>/repo/</c>, <c>arabic</c>) in a window of its own.</summary>
    internal async Task<Visit> OpenAsync(string site, string address, BrowserNewContextOptions? options = null)
    {
        var opened = browser.Require();
        var visit = await Visit.BeginAsync(opened, await HostAsync(site), options ?? new BrowserNewContextOptions());
        await visit.GoAsync(address);
        return visit;
    }

    // Built and served at its first use.
    private async Task<PagesHost> HostAsync(string site)
    {
        if (hosts.TryGetValue(site, out var host)) return host;
        var archive = site.StartsWith('/')
            ? Archive.Build(Archive.Repository, site)
            : Archive.Build(Path.Combine(Archive.Repository, "tests", "Generator.BrowserTests", "Sites", site), "/");
        return hosts[site] = await PagesHost.StartAsync(archive);
    }
}
