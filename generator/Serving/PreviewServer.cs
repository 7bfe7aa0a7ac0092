using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Serving;

/// <summary>What the server shows at a moment: a plan and the means to render it, or only the problems that kept one from being made.</summary>
/// <param name="Plan">The plan; null when there is none yet.</param>
/// <param name="Render">Renders one planned file.</param>
/// <param name="Problems">Problems as text, one a line.</param>
public sealed record Snapshot(PagePlan? Plan, Func<PlannedFile, Action<ReadOnlyMemory<byte>>, bool> Render, string Problems);

/// <summary>Serves the site from its plan on loopback: a page that is asked for is rendered then, and nothing is written. Answers as GitHub Pages does.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const string EventsPath = "/_rostrum/events";
    private const string Script = "<script>new EventSource('/_rostrum/events').onmessage=()=>location.reload()</script>";
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot current;

    private PreviewServer(WebApplication app, int port, Snapshot first)
    {
        this.app = app;
        Port = port;
        current = first;
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts to listen on a port of 127.0.0.1, or on the next that is free.</summary>
    public static async Task<PreviewServer> StartAsync(int port, Snapshot first)
    {
        for (; ; port++)
        {
            if (port != 0 && !IsFree(port)) continue;
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
            var app = builder.Build();
            var server = new PreviewServer(app, port, first);
            app.Run(server.AnswerAsync);
            await app.StartAsync();
            return server;
        }
    }

    /// <summary>Shows another state of the site and tells every open page.</summary>
    public void Show(Snapshot snapshot)
    {
        current = snapshot;
        var before = changed;
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.SetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using var patience = new CancellationTokenSource(500);
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

    private async Task AnswerAsync(HttpContext http)
    {
        var snapshot = current;
        var host = http.Request.Host.Host;
        if (host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (http.Request.Path == EventsPath)
        {
            await SendEventsAsync(http);
            return;
        }

        if (snapshot.Plan is not { } plan)
        {
            await WriteAsync(http, StatusCodes.Status500InternalServerError, "text/html; charset=utf-8", Problems(snapshot.Problems));
            return;
        }

        var basePath = Uri.UnescapeDataString(plan.Content.BasePath);
        var path = http.Request.Path.Value ?? "/";
        if (path == "/" && basePath != "/")
        {
            http.Response.Redirect(plan.Content.BasePath);
            return;
        }

        var url = new PageUrl(path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : "404.html");
        var file = plan.Find(url);
        if (file is null && plan.Find(new PageUrl(url.Path + "/")) is not null)
        {
            http.Response.Redirect(new PageUrl(url.Path + "/").Href(plan.Content.BasePath), true);
            return;
        }

        var found = file ?? plan.Find(Routes.NotFound);
        await RenderAsync(http, snapshot, found, file is null);
    }

    private static async Task RenderAsync(HttpContext http, Snapshot snapshot, PlannedFile? file, bool missing)
    {
        byte[]? body = null;
        var isPage = file is PlannedPage;
        var done = file is not null && snapshot.Render(file, bytes => body = isPage ? WithScript(bytes.Span) : bytes.ToArray());
        if (!done || body is null)
        {
            await WriteAsync(http, StatusCodes.Status500InternalServerError, "text/html; charset=utf-8", Problems(snapshot.Problems.Length > 0 ? snapshot.Problems : "This page can't be rendered. The terminal says why."));
            return;
        }

        if (!Types.TryGetContentType(file!.Url.FilePath, out var type)) type = "application/octet-stream";
        await WriteAsync(http, missing ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, body);
    }

    private async Task SendEventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping.Token);
        try
        {
            await http.Response.WriteAsync(": hello\n\n", ending.Token);
            await http.Response.Body.FlushAsync(ending.Token);
            while (true)
            {
                await changed.Task.WaitAsync(ending.Token);
                await http.Response.WriteAsync("data: changed\n\n", ending.Token);
                await http.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the server stops.
        }
    }

    private static byte[] WithScript(ReadOnlySpan<byte> html)
    {
        var end = html.LastIndexOf("</body>"u8);
        var script = Encoding.UTF8.GetBytes(Script);
        return end < 0 ? [.. html, .. script] : [.. html[..end], .. script, .. html[end..]];
    }

    private static byte[] Problems(string problems) => Encoding.UTF8.GetBytes(
        $"<!doctype html><meta charset=\"utf-8\"><title>Rostrum</title><h1>The site can't be shown</h1><pre>{WebUtility.HtmlEncode(problems)}</pre>{Script}");

    private static async Task WriteAsync(HttpContext http, int status, string type, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(body);
    }
}
