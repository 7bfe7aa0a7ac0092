using System.IO.Compression;
using System.Net;
using System.Text;

namespace Rostrum.Benchmarks;

/// <summary>Serves a folder on this machine, compressed, and counts what is asked for.</summary>
internal sealed class CountingServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Lock counting = new();
    private readonly string folder;
    private readonly string page;
    private int requests;
    private long bytes;

    /// <summary>Serves <paramref name="folder"/>, and <paramref name="page"/> at /measure.html.</summary>
    public CountingServer(string folder, string page, int port)
    {
        this.folder = folder;
        this.page = page;
        Address = $"http://127.0.0.1:{port}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>What the page has found out, once it sends it to /answer.</summary>
    public TaskCompletionSource<string> Answered { get; } = new();

    /// <summary>Where it answers.</summary>
    public string Address { get; }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var exchange = await listener.GetContextAsync();
                _ = Task.Run(() => Answer(exchange));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext exchange)
    {
        var path = Uri.UnescapeDataString(exchange.Request.Url!.AbsolutePath);
        if (path == "/count")
        {
            lock (counting)
            {
                Send(exchange, Encoding.UTF8.GetBytes($"{{\"requests\":{requests},\"bytes\":{bytes}}}"), "application/json", false);
                (requests, bytes) = (0, 0);
            }

            return;
        }

        if (path == "/answer")
        {
            using var reader = new StreamReader(exchange.Request.InputStream);
            Answered.TrySetResult(reader.ReadToEnd());
            exchange.Response.Close();
            return;
        }

        var file = Path.Combine(folder, path.TrimStart('/') + (path.EndsWith('/') ? "index.html" : ""));
        if (path == "/measure.html") Send(exchange, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", false);
        else if (File.Exists(file)) Send(exchange, File.ReadAllBytes(file), Type(file), true);
        else
        {
            exchange.Response.StatusCode = 404;
            exchange.Response.Close();
        }
    }

    private void Send(HttpListenerContext exchange, byte[] content, string type, bool counted)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, true)) gzip.Write(content);
        if (counted)
        {
            lock (counting)
            {
                requests++;
                bytes += packed.Length;
            }
        }

        exchange.Response.ContentType = type;
        exchange.Response.AddHeader("Content-Encoding", "gzip");
        exchange.Response.AddHeader("Cache-Control", "max-age=600");
        exchange.Response.ContentLength64 = packed.Length;
        exchange.Response.OutputStream.Write(packed.GetBuffer(), 0, (int)packed.Length);
        exchange.Response.Close();
    }

    private static string Type(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json",
        ".wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
}
