using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Serving;

namespace Rostrum.Tests.Harness;

/// <summary>A preview server over a site in memory, and a browser's side of it.</summary>
internal sealed class Preview : IAsyncDisposable
{
    private readonly PreviewServer server;
    private readonly SocketsHttpHandler handler;
    private readonly HttpClient http;

    private Preview(PreviewServer server)
    {
        this.server = server;
        handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        http = new HttpClient(handler) { BaseAddress = new Uri($"http://localhost:{server.Port}/") };
    }

    public int Port => server.Port;

    /// <summary>A server that shows nothing yet.</summary>
    public static async Task<Preview> StartAsync(int port = 18080) => new(await PreviewServer.StartAsync(port));

    /// <summary>A server that shows an archive.</summary>
    public static async Task<Preview> StartAsync(params (string Path, string Text)[] files)
    {
        var preview = await StartAsync();
        await preview.ShowAsync(files);
        return preview;
    }

    /// <summary>Shows another state of the archive.</summary>
    public Task<(int Open, int Changed)> ShowAsync(params (string Path, string Text)[] files)
    {
        var all = files.ToDictionary(static file => file.Path, static file => file.Text);
        all.TryAdd("site.yml", "title: T\n");
        var built = TestSite.Build(all);
        return server.ShowAsync(new Snapshot(built.Site?.Plan, Render, built.Bag.ToSorted(), new ProblemSources(all.GetValueOrDefault, "/archive", "vscode")));

        IReadOnlyList<Diagnostic> Render(PlannedFile file, Action<ReadOnlyMemory<byte>> use)
        {
            var bag = new DiagnosticBag();
            built.Site!.Render(file, use, bag);
            return bag.ToSorted();
        }
    }

    /// <summary>Asks for an address.</summary>
    public async Task<(int Status, string Type, string Body, string? Location)> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.OriginalString);
    }

    /// <summary>Sends a request as it stands and gives the whole answer.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Replace("{port}", Port.ToString(), StringComparison.Ordinal)));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Calls the server as an open page does.</summary>
    public async Task<OpenPage> OpenAsync(string path, string? version = null)
    {
        var body = (await GetAsync(path)).Body;
        var mark = body.IndexOf("data-page=\"", StringComparison.Ordinal) + "data-page=\"".Length;
        var page = new OpenPage();
        await page.ConnectAsync(Port);
        await page.SendAsync(JsonSerializer.Serialize(new { path, page = version ?? body[mark..body.IndexOf('"', mark)], problems = "" }));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        handler.Dispose();
        await server.DisposeAsync();
    }
}

/// <summary>A page that is open in a browser.</summary>
internal sealed class OpenPage : IDisposable
{
    private readonly ClientWebSocket socket = new();

    /// <summary>Calls the server.</summary>
    public Task ConnectAsync(int port) => socket.ConnectAsync(new Uri($"ws://localhost:{port}/_rostrum/live"), TestContext.Current.CancellationToken);

    /// <summary>The next message from the server.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage) return JsonDocument.Parse(text.ToArray()).RootElement;
        }
    }

    public Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public void Dispose() => socket.Dispose();
}
