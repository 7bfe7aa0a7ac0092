using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Serving;

/// <summary>An open page is told what has changed for it, and nothing else.</summary>
public sealed class LivePageTests
{
    private static readonly (string, string) Other = ("content/statements/other.md", "---\ntitle: Other\ndate: 2019-01-01\n---\nUnmoved.\n");

    [Fact]
    public async Task AnOpenPageGetsItsNewTextAndAnUntouchedOneGetsNothing()
    {
        await using var preview = await Preview.StartAsync(First("one"), Other);
        using var first = await preview.OpenAsync("/statements/first/");
        using var other = await preview.OpenAsync("/statements/other/");
        Assert.False((await first.NextAsync()).TryGetProperty("page", out _));
        Assert.False((await other.NextAsync()).TryGetProperty("page", out _));
        Assert.Equal((2, 1), await preview.ShowAsync(First("two"), Other));
        var html = (await first.NextAsync()).GetProperty("page").GetProperty("html").GetString();
        Assert.Contains("Text two.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("_rostrum", html, StringComparison.Ordinal);
        Assert.Equal((2, 1), await preview.ShowAsync(First("three"), Other));
        Assert.Contains("Text three.", (await first.NextAsync()).GetProperty("page").GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageThatMissedAChangeGetsItWhenItCallsAgain()
    {
        await using var preview = await Preview.StartAsync(First("one"));
        using var page = await preview.OpenAsync("/statements/first/", "what it was before");
        Assert.Contains("Text one.", (await page.NextAsync()).GetProperty("page").GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryProblemIsToldWithItsLineAndCaretAndTheCountsOfTheWholeArchiveAndIsTakenBackOnceMended()
    {
        await using var preview = await Preview.StartAsync(First("one"), Other);
        using var page = await preview.OpenAsync("/statements/first/");
        await page.NextAsync();
        await preview.ShowAsync(First("one"), ("content/statements/other.md", "---\ntitle: Other\ndate: 2019-01-01\nsepaker: <b>\n---\nSee [[nowhere]].\n"));
        var problems = (await page.NextAsync()).GetProperty("problems");
        Assert.Equal(2, problems.GetProperty("counts").GetProperty("error").GetInt32());
        var items = problems.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["RS1101", "RS1301"], items.Select(static item => item.GetProperty("code").GetString()));
        Assert.Equal(("sepaker: <b>", 0, 4), (items[0].GetProperty("excerpt").GetString(), items[0].GetProperty("caret").GetInt32(), items[0].GetProperty("line").GetInt32()));
        Assert.Equal("vscode://file/archive/content/statements/other.md:6:5", items[1].GetProperty("open").GetString());
        await preview.ShowAsync(First("one"), Other);
        Assert.Empty((await page.NextAsync()).GetProperty("problems").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnAddressThatDoesNotExistYetBecomesItsPage()
    {
        await using var preview = await Preview.StartAsync(Other);
        using var page = await preview.OpenAsync("/statements/first/");
        await page.NextAsync();
        await preview.ShowAsync(First("one"), Other);
        Assert.Contains("Text one.", (await page.NextAsync()).GetProperty("page").GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NonsenseFromAPageEndsItsCallAndNothingElse()
    {
        await using var preview = await Preview.StartAsync(First("one"));
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://localhost:{preview.Port}/_rostrum/live"), TestContext.Current.CancellationToken);
        await socket.SendAsync("[1]"u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        using var page = await preview.OpenAsync("/statements/first/");
        await page.NextAsync();
        Assert.Equal((1, 1), await preview.ShowAsync(First("two")));
    }

    private static (string Path, string Text) First(string word) => ("content/statements/first.md", $"---\ntitle: First\ndate: 2020-01-01\n---\nText {word}.\n");
}
