using System.Net.Sockets;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Serving;

/// <summary>The preview answers as GitHub Pages does, lets nobody else in, and never gives a file that is not planned.</summary>
public sealed class PreviewServerTests
{
    private static readonly (string, string) Statement = ("content/statements/first.md", "---\ntitle: First\ndate: 2020-01-01\n---\nText one.\n");
    private static readonly (string, string) Project = ("site.yml", "title: T\nbase_url: https://example.org/repo/\n");

    [Fact]
    public async Task AFolderIsServedWithItsSlashAndAskedForWithoutItIsSentThere()
    {
        await using var preview = await Preview.StartAsync(Statement);
        var page = await preview.GetAsync("/statements/first/");
        Assert.Equal((200, "text/html; charset=utf-8"), (page.Status, page.Type));
        Assert.Contains("Text one.", page.Body, StringComparison.Ordinal);
        var moved = await preview.GetAsync("/statements/first?a=b");
        Assert.Equal((301, "/statements/first/?a=b"), (moved.Status, moved.Location));
    }

    [Fact]
    public async Task ASiteBelowAPathIsServedThereOnly()
    {
        await using var preview = await Preview.StartAsync(Project, Statement);
        Assert.Equal((302, "/repo/"), Short(await preview.GetAsync("/")));
        Assert.Equal((301, "/repo/"), Short(await preview.GetAsync("/repo")));
        Assert.Equal(200, (await preview.GetAsync("/repo/statements/first/")).Status);
        Assert.Equal(404, (await preview.GetAsync("/statements/first/")).Status);

        static (int, string?) Short((int Status, string, string, string? Location) answer) => (answer.Status, answer.Location);
    }

    [Fact]
    public async Task WhatDoesNotExistGetsThePageForThatAndItSaysWhy()
    {
        await using var preview = await Preview.StartAsync(Statement, ("content/statements/later.md", "---\ntitle: Later\ndate: 2031-01-01\n---\n"), ("content/statements/rough.md", "---\ntitle: Rough\ndraft: true\n---\n"));
        await Says("/statements/frist/", "Did you mean /statements/first/?");
        await Says("/Statements/First/", "Capital and small letters count: the address is /statements/first/.");
        await Says("/statements/later/", "appears on 2031-01-01. Run serve with --future to see it.");
        await Says("/statements/rough/", "is a draft. Run serve with --drafts to see it.");

        async Task Says(string path, string why)
        {
            var answer = await preview.GetAsync(path);
            Assert.Equal(404, answer.Status);
            Assert.Contains(why, answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("feed.xml", "application/xml; charset=utf-8")]
    [InlineData("robots.txt", "text/plain; charset=utf-8")]
    [InlineData("x.webmanifest", "application/manifest+json")]
    [InlineData("x.json", "application/json; charset=utf-8")]
    [InlineData("x.svg", "image/svg+xml")]
    [InlineData("x.md", "text/markdown; charset=utf-8")]
    [InlineData("CNAME", "application/octet-stream")]
    public async Task FilesHaveTheTypesTheyWillHave(string path, string type)
    {
        await using var preview = await Preview.StartAsync(Statement, ("static/x.webmanifest", "{}"), ("static/x.json", "{}"), ("static/x.svg", "<svg/>"), ("static/x.md", "x"), ("static/CNAME", "x"));
        var answer = await preview.GetAsync("/" + path);
        Assert.Equal((200, type), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task APageThatFailsSaysWhyWithTheLineAndACaretAndEverythingEscaped()
    {
        await using var preview = await Preview.StartAsync(Statement, ("templates/statement.html", "<p>{{ page.heading }}</p>\n<b>{{ page.haeding }}</b>\n"));
        var answer = await preview.GetAsync("/statements/first/");
        Assert.Equal(500, answer.Status);
        Assert.Contains("templates/statement.html(2,", answer.Body, StringComparison.Ordinal);
        Assert.Contains("did you mean &#39;heading&#39;?", answer.Body, StringComparison.Ordinal);
        Assert.Matches(@"<pre>&lt;b&gt;\{\{ page.haeding \}\}&lt;/b&gt;\n {3,}\^</pre>", answer.Body);
        Assert.Contains("vscode://file/archive/templates/statement.html:2:", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAReadableSiteFileThereIsAPageThatSaysSo()
    {
        await using var preview = await Preview.StartAsync(("site.yml", "title: [\n"));
        var answer = await preview.GetAsync("/anything");
        Assert.Equal(500, answer.Status);
        Assert.Contains("RS1005", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/statements/%2E%2e/%2e./site.yml")]
    [InlineData("/..%5c..%5csite.yml")]
    [InlineData("/..\\site.yml")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/%00")]
    [InlineData("/site.yml%00.html")]
    [InlineData("/%c0%ae%c0%ae/etc/passwd")]
    [InlineData("/%252e%252e/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/site.yml")]
    [InlineData("/content/statements/first.md")]
    [InlineData("/.git/config")]
    [InlineData("/C:/Windows/win.ini")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/a%")]
    public async Task RequestsThatTryToEscapeAreRefused(string target)
    {
        await using var preview = await Preview.StartAsync(Statement);
        var answer = await preview.SendRawAsync($"GET {target} HTTP/1.1\r\nHost: localhost:{{port}}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|403|404) ", answer);
        Assert.DoesNotContain("title: T", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressOfAnyLengthIsRefusedOrNotFound()
    {
        await using var preview = await Preview.StartAsync(Statement);
        foreach (var length in new[] { 3000, 5000, 100_000 })
        {
            var answer = await preview.SendRawAsync($"GET /{new string('a', length)} HTTP/1.1\r\nHost: localhost:{{port}}\r\nConnection: close\r\n\r\n");
            Assert.Matches("^HTTP/1.1 (400|404|414) ", answer);
        }
    }

    [Theory]
    [InlineData("evil.example", "")]
    [InlineData("evil.example:{port}", "")]
    [InlineData("localhost.evil.example:{port}", "")]
    [InlineData("localhost:1", "")]
    [InlineData("192.168.1.5:{port}", "")]
    [InlineData("localhost:{port}", "Origin: http://evil.example\r\n")]
    [InlineData("localhost:{port}", "Origin: null\r\n")]
    [InlineData("localhost:{port}", "Origin: http://localhost:1\r\n")]
    [InlineData("localhost:{port}", "Origin: https://localhost:{port}\r\n")]
    public async Task WhoeverIsNotThisMachineIsRefused(string host, string origin)
    {
        await using var preview = await Preview.StartAsync(Statement);
        foreach (var upgrade in new[] { "", "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" })
        {
            var answer = await preview.SendRawAsync($"GET /{(upgrade.Length > 0 ? "_rostrum/live" : "")} HTTP/1.1\r\nHost: {host}\r\n{origin}{upgrade}Connection: {(upgrade.Length > 0 ? "Upgrade" : "close")}\r\n\r\n"
                + (upgrade.Length > 0 ? $"GET / HTTP/1.1\r\nHost: {host}\r\n{origin}Connection: close\r\n\r\n" : ""));
            Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OnlyReadingIsAllowed()
    {
        await using var preview = await Preview.StartAsync(Statement);
        foreach (var method in new[] { "POST", "PUT", "DELETE", "OPTIONS" })
            Assert.StartsWith("HTTP/1.1 405 ", await preview.SendRawAsync($"{method} / HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        var head = await preview.SendRawAsync("HEAD /statements/first/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", head, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItListensOnThisMachineOnlyAndTakesTheNextPortThatIsFree()
    {
        await using var one = await Preview.StartAsync(Statement);
        await using var two = await Preview.StartAsync(one.Port);
        Assert.True(two.Port > one.Port);
        using var outside = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Assert.Throws<SocketException>(() => outside.Connect(System.Net.IPAddress.Parse("127.0.0.2"), one.Port));
    }

    [Fact]
    public async Task ARequestThatComesBeforeTheSiteIsReadyWaitsForIt()
    {
        await using var preview = await Preview.StartAsync(18080);
        var asked = preview.GetAsync("/statements/first/");
        await preview.ShowAsync(Statement);
        Assert.Equal(200, (await asked).Status);
    }

    [Fact]
    public async Task TheScriptIsAddedWhileServingAndIsInNoBuiltFile()
    {
        await using var preview = await Preview.StartAsync(Statement);
        Assert.Contains("<script src=\"/_rostrum/preview.js\"", (await preview.GetAsync("/")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await preview.GetAsync("/_rostrum/preview.js")).Status);
        Assert.All(TestSite.Build(new Dictionary<string, string> { ["site.yml"] = "title: T\n", [Statement.Item1] = Statement.Item2 }).RenderAll().Values, static file => Assert.DoesNotContain("_rostrum", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal));
    }
}
