using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rostrum.Checking;
using Rostrum.Diagnostics;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>How addresses outside the site are asked, shown by a server on this machine.</summary>
public sealed class OutsideTests : IDisposable
{
    private readonly HttpListener server = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly string address;

    public OutsideTests()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        server.Prefixes.Add(address + "/");
        server.Start();
        _ = AnswerAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)server).Dispose();

    [Fact]
    public async Task WhatIsThereIsNotReportedAndIsAskedForItsHeadOnly()
    {
        Assert.Equal([], await Ask("/there"));
        Assert.Equal(["HEAD /there"], asked);
    }

    [Fact]
    public async Task WhereHeadIsRefusedThePageItselfIsAskedFor()
    {
        Assert.Equal([], await Ask("/no-head"));
        Assert.Equal(["HEAD /no-head", "GET /no-head"], asked);
    }

    [Fact]
    public async Task WhatIsGoneIsReportedWithItsArchivedCopy()
    {
        Assert.Equal([$"a.md(1,1): warning RS1511: The page /a/ links to {address}/gone, which is gone (404 Not Found). An archived copy may be at https://archive.example/gone."], await Ask("/gone"));
        Assert.Equal([$"a.md(1,1): warning RS1511: The page /a/ links to {address}/410, which is gone (410 Gone). An archived copy may be at https://web.archive.org/web/{address}/410."], await Ask("/410"));
    }

    [Theory]
    [InlineData("/429", "429 Too Many Requests", 3)]
    [InlineData("/503", "503 Service Unavailable", 6)]
    [InlineData("/403", "403 Forbidden", 2)]
    public async Task AnAnswerThatSaysNothingOfTheAddressIsUnknownAndNeverFails(string path, string what, int times)
    {
        var problems = await Ask(path);
        Assert.Equal([$"a.md(1,1): note RS1512: The page /a/ links to {address}{path}, and it could not be learnt whether that is still there ({what})."], problems);
        Assert.Equal(times, asked.Count);
    }

    [Fact]
    public async Task AnAnswerThatSaysLaterIsAskedAgainAndThenBelieved()
    {
        Assert.Equal([], await Ask("/later"));
        Assert.True(asked.Count >= 3);
    }

    [Fact]
    public async Task AHostThatAsksForALongPauseIsLeftAlone()
    {
        Assert.Single(await Ask("/much-later"));
        Assert.Equal(["HEAD /much-later"], asked);
    }

    [Fact]
    public async Task WhatHasMovedForGoodIsNotedAndWhatIsElsewhereForNowIsNot()
    {
        Assert.Equal([$"a.md(1,1): note RS1513: The page /a/ links to {address}/moved, which has moved for good to {address}/there."], await Ask("/moved"));
        Assert.Equal([], await Ask("/elsewhere"));
        Assert.Contains("without end", Assert.Single(await Ask("/round")), StringComparison.Ordinal);
        Assert.Contains("RS1512", Assert.Single(await Ask("/to-file")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsNotWaitedForLong()
    {
        var clock = Stopwatch.StartNew();
        Assert.Contains("no answer in time", Assert.Single(await Ask("/silent")), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task OneHostIsAskedOneThingAtATime()
    {
        Assert.Equal([], await Ask([.. Enumerable.Range(0, 10).Select(static i => $"/slow{i}")]));
        Assert.Equal(1, counts["most at once"]);
    }

    [Fact]
    public async Task AnAnswerIsRememberedUnlessItIsUnknown()
    {
        var cache = new OutsideCache();
        await Ask(["/there", "/gone", "/429"], cache);
        var first = asked.Count;
        var again = OutsideCache.Parse(cache.ToText() + "not a line\n9\tThere\n");
        Assert.Equal(2, (await Ask(["/there", "/gone", "/429"], again)).Count);
        Assert.Equal(first + 3, asked.Count);
        Assert.Null(again.Find(new Uri(address + "/gone"), TestSite.Today.AddDays(2)));
        Assert.NotNull(again.Find(new Uri(address + "/there"), TestSite.Today.AddDays(6)));
        Assert.Null(again.Find(new Uri(address + "/there"), TestSite.Today.AddDays(8)));
    }

    [Fact]
    public async Task AddressesOfThisMachineAreNotAskedBecauseContentNamesThem()
    {
        var bag = new DiagnosticBag();
        await OutsideChecker.CheckAsync([Link("/there")], Options with { AllowPrivate = false }, new OutsideCache(), bag, CancellationToken.None);
        Assert.Contains("the address is not a public one", Assert.Single(bag.ToSorted()).Message, StringComparison.Ordinal);
        Assert.Empty(asked);
    }

    [Fact]
    public void TheCheckGathersEachAddressOnceAtAFileThatNamesIt()
    {
        var site = TestSite.Build(new Dictionary<string, string>
        {
            ["site.yml"] = "title: T\nfooter: '[x](https://example.org/a)'\n",
            ["content/pages/a.md"] = "---\ntitle: A\n---\n[x](https://example.org/a#b) [y](https://example.org/b?c=d) [z](mailto:a@example.org)\n",
        });
        var outside = SiteChecker.Check(site.Site!.Plan, site.Site.Plan.Content.Config.BaseUrl, (file, use) => site.Site.Render(file, use, site.Bag), site.Bag);
        Assert.Equal([("https://example.org/a", "content/pages/a.md"), ("https://example.org/b?c=d", "content/pages/a.md")], outside.Select(static link => (link.Url.AbsoluteUri, link.At.Path)));
    }

    private OutsideOptions Options => new(TestSite.Today, new Dictionary<string, string> { [address + "/gone"] = "https://archive.example/gone" })
    {
        AllowPrivate = true,
        Pause = TimeSpan.FromMilliseconds(1),
        Patience = TimeSpan.FromSeconds(2),
        LongestWait = TimeSpan.FromSeconds(3),
    };

    private Task<List<string>> Ask(string path) => Ask([path]);

    private async Task<List<string>> Ask(string[] paths, OutsideCache? cache = null)
    {
        var bag = new DiagnosticBag();
        await OutsideChecker.CheckAsync([.. paths.Select(Link)], Options, cache ?? new OutsideCache(), bag, CancellationToken.None);
        return [.. bag.ToSorted().Select(TestSite.Line)];
    }

    private OutsideLink Link(string path) => new(new Uri(address + path), Location.StartOf("a.md"), "/a/");

    private async Task AnswerAsync()
    {
        while (server.IsListening)
        {
            HttpListenerContext http;
            try
            {
                http = await server.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(http));
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        var path = http.Request.Url!.AbsolutePath;
        asked.Enqueue($"{http.Request.HttpMethod} {path}");
        var time = counts.AddOrUpdate(path, 1, static (_, count) => count + 1);
        var now = counts.AddOrUpdate("now", 1, static (_, count) => count + 1);
        counts.AddOrUpdate("most at once", now, (_, most) => Math.Max(most, now));
        var response = http.Response;
        switch (path)
        {
            case "/no-head" when http.Request.HttpMethod == "HEAD": response.StatusCode = 405; break;
            case "/gone": response.StatusCode = 404; break;
            case "/410" or "/429" or "/503" or "/403": response.StatusCode = int.Parse(path[1..], System.Globalization.CultureInfo.InvariantCulture); break;
            case "/later" when time < 3:
                response.StatusCode = 503;
                response.AddHeader("Retry-After", "0");
                break;
            case "/much-later":
                response.StatusCode = 429;
                response.AddHeader("Retry-After", "3600");
                break;
            case "/moved": Redirect(301, "/there"); break;
            case "/elsewhere": Redirect(302, "/there"); break;
            case "/round": Redirect(302, "/round"); break;
            case "/to-file": Redirect(302, "file:///etc/passwd"); break;
            case "/silent": await Task.Delay(8000); break;
            case not null when path.StartsWith("/slow", StringComparison.Ordinal): await Task.Delay(30); break;
        }

        counts.AddOrUpdate("now", 0, static (_, count) => count - 1);
        try
        {
            response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side did not wait.
        }

        void Redirect(int status, string target)
        {
            response.StatusCode = status;
            response.AddHeader("Location", target);
        }
    }
}
