using Microsoft.Playwright;

namespace Rostrum.BrowserTests.Harness;

/// <summary>A window on a site that notes every error in the console, every answer that failed and every request that leaves the site.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly PagesHost host;

    private Visit(IBrowserContext context, PagesHost host, IPage page)
    {
        this.context = context;
        this.host = host;
        Page = page;
    }

    /// <summary>The page in the window.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far; empty when nothing did.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The site.</summary>
    public PagesHost Host => host;

    /// <summary>Opens an empty window.</summary>
    public static async Task<Visit> BeginAsync(IBrowser browser, PagesHost host, BrowserNewContextOptions options)
    {
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        options.BaseURL = host.Root.AbsoluteUri;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(120_000);
        var visit = new Visit(context, host, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") visit.Faults.Add($"{visit.Page.Url}: {message.Type}: {message.Text}");
        };
        visit.Page.PageError += (_, error) => visit.Faults.Add($"{visit.Page.Url}: {error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.Root.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) visit.Faults.Add($"{visit.Page.Url} asks for {request.Url}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest) visit.Faults.Add($"{visit.Page.Url}: {response.Url} answers {response.Status}");
        };
        return visit;
    }

    /// <summary>Goes to an address of the site, such as <c>/topics/</c>.</summary>
    public Task GoAsync(string address) => Page.GotoAsync(host.Root.AbsoluteUri + address.TrimStart('/'));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
