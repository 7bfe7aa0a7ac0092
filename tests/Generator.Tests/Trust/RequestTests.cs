using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>Whatever path the preview is asked for, it answers, and never with what lies outside the site.</summary>
public sealed class RequestTests(ITestOutputHelper log) : IDisposable
{
    private const string Secret = "what-nobody-may-read";

    private static readonly string[] Pieces =
    [
        "/", "/", "//", ".", "..", "/..", "/../", "/./", "%2e", "%2e%2e", "%2E%2E/", "%2f", "%5c", "\\", "..\\", "%00", "%0a", "%0d%0a", "%ff", "%c0%ae", "%uff0e", "%", "%%", "%zz", "?", "?a=b", "#", ";", ":", "*", "~", "$", "|", "<", ">", "\"", "'", "é", "日本", "\t", "a", "site.yml", "content/", "secret.txt", "statements/", "statements/a/", "repo/", "assets/", "rostrum.css", "index.html", "_rostrum/", "_rostrum/live", ".git/config", "etc/passwd", "C:/", "file:///", "http://example.org/", "CON", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    private readonly TempFolder root = new();

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void NoPathReachesAnythingButTheSiteAndNoneEndsTheServer()
    {
        root.Write("secret.txt", Secret);
        root.Write("site/site.yml", $"title: T\nbase_url: https://example.org/repo/\nextra: {{a: {Secret}}}\n");
        root.Write("site/secret.txt", Secret);
        root.Write("site/content/statements/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n");
        root.Write("site/content/secret.txt", Secret);
        using var server = ChildBuild.Start("serve", root.Of("site"), "--port", "47311");
        var port = FindPort(server);
        Assert.StartsWith("HTTP/1.1 200", Ask(port, "/repo/"), StringComparison.Ordinal);
        var count = Fuzz.Run(200, Pieces, 9, path =>
        {
            var answer = Ask(port, "/" + path);
            Assert.Matches("^(HTTP/1.1 (200|206|301|302|304|307|308|400|403|404|405|414|431)|$)", answer);
            Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:x:0:", answer, StringComparison.Ordinal);
            Assert.False(server.HasExited);
        });
        Assert.StartsWith("HTTP/1.1 200", Ask(port, "/repo/"), StringComparison.Ordinal);
        server.Kill();
        log.WriteLine($"{count} requests");
    }

    private static int FindPort(ChildBuild server)
    {
        for (var patience = 0; patience < 1200; patience++)
        {
            if (Regex.Match(server.Output, @"http://(?:localhost|127\.0\.0\.1):(\d+)/") is { Success: true } match) return int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.False(server.HasExited, server.Errors);
            Thread.Sleep(100);
        }

        throw new TimeoutException("The server does not say where it listens: " + server.Output);
    }

    // By hand, because a client of the framework would tidy the path up first.
    private static string Ask(int port, string path)
    {
        using var client = new TcpClient { ReceiveTimeout = 60_000 };
        client.Connect("127.0.0.1", port);
        using var stream = client.GetStream();
        stream.Write(Encoding.UTF8.GetBytes($"GET {path.Replace(' ', '+')} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"));
        using var all = new MemoryStream();
        try
        {
            stream.CopyTo(all);
        }
        catch (IOException)
        {
            // The server may end a connection that asks for nothing sensible.
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }
}
