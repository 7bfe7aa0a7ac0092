using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rostrum.Serving;

/// <summary>
/// Serves the site from its plan on loopback: a page that is asked for is rendered then, and nothing is written. It listens at once;
/// the first requests wait for the first snapshot, all others are answered from the latest one.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const string OwnFolder = "/_rostrum/";
    private const string LivePath = OwnFolder + "live";
    private const int LongestHello = 16 * 1024;
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<LiveTab, bool> tabs = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Tuple<Snapshot, ProblemsMessage>? current;

    private PreviewServer(WebApplication app, int port)
    {
        this.app = app;
        Port = port;
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts to listen on a port of 127.0.0.1, or on the next that is free.</summary>
    /// <exception cref="IOException">No port from there on is free.</exception>
    public static async Task<PreviewServer> StartAsync(int port)
    {
        for (; port <= IPEndPoint.MaxPort; port++)
        {
            if (!IsFree(port)) continue;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = 0;
                kestrel.Listen(IPAddress.Loopback, port);
            });
            var app = builder.Build();
            var server = new PreviewServer(app, port);
            app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15) });
            app.Run(server.AnswerAsync);
            try
            {
                await app.StartAsync();
                return server;
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                await server.DisposeAsync(); // taken in the meantime
            }
        }

        throw new IOException("There is no free port to listen on.");
    }

    /// <summary>Shows another state of the site; gives how many open pages there are and how many of them it changed.</summary>
    public async Task<(int Open, int Changed)> ShowAsync(Snapshot snapshot)
    {
        current = Tuple.Create(snapshot, LiveMessage.Problems(snapshot));
        first.TrySetResult();
        var told = await Task.WhenAll(tabs.Keys.Select(tab => Task.Run(() => tab.TellAsync(Latest, snapshot.ChangedFiles))));
        return (told.Length, told.Count(static changed => changed));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using var patience = new CancellationTokenSource(300);
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private (Snapshot Snapshot, ProblemsMessage Problems) Latest() => (current!.Item1, current.Item2);

    private async Task AnswerAsync(HttpContext http)
    {
        if (RequestGuard.Refuse(http.Request, Port) is { } refused)
        {
            http.Response.StatusCode = refused;
            return;
        }

        if (RequestGuard.PathOf(http) is not { } path)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token);
        try
        {
            await first.Task.WaitAsync(ending.Token);
            if (path == LivePath && http.WebSockets.IsWebSocketRequest) await KeepUpToDateAsync(http, ending.Token);
            else if (path == PreviewMarkup.ScriptPath) await WriteAsync(http, new SiteAnswer(200, MediaTypes.Of(path), ClientScript.Read()));
            else await WriteAsync(http, SiteAnswer.To(path, http.Request.QueryString.Value ?? "", current!.Item1));
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The browser left, or the server stops.
        }
    }

    private async Task KeepUpToDateAsync(HttpContext http, CancellationToken ending)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[LongestHello];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), ending);
        if (!received.EndOfMessage || LiveHello.Read(buffer.AsMemory(0, received.Count)) is not { } hello) return;
        var tab = new LiveTab(socket, hello);
        tabs.TryAdd(tab, true);
        try
        {
            await tab.TellAsync(Latest, []);
            await tab.UntilClosedAsync(ending);
        }
        finally
        {
            tabs.TryRemove(tab, out _);
        }
    }

    private static async Task WriteAsync(HttpContext http, SiteAnswer answer)
    {
        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
            return;
        }

        var body = answer.IsPage ? PreviewMarkup.WithScript(answer.Body, answer.Version) : answer.Body;
        response.ContentType = answer.Type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
