using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace Rostrum.BrowserTests.Harness;

/// <summary>Serves finished sites on the loopback address as GitHub Pages does: folders by their index.html, a folder without its slash by a redirect, anything else by 404.html.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly WebApplication server;

    private PagesHost(WebApplication server, Archive archive)
    {
        this.server = server;
        Archive = archive;
        Root = new Uri(server.Urls.Single().TrimEnd('/') + archive.BasePath);
    }

    /// <summary>The site that is served.</summary>
    public Archive Archive { get; }

    /// <summary>Where its home page is.</summary>
    public Uri Root { get; }

    /// <summary>Serves a site at a port that is free.</summary>
    public static async Task<PagesHost> StartAsync(Archive archive)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(request => AnswerAsync(request, archive));
        await server.StartAsync();
        return new PagesHost(server, archive);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, Archive archive)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path + "/" == archive.BasePath) return Moved(path);
        if (!path.StartsWith(archive.BasePath, StringComparison.Ordinal)) return Missing();
        var name = path[archive.BasePath.Length..];
        if (name.Length == 0 || name.EndsWith('/')) name += "index.html";
        if (archive.Files.TryGetValue(name, out var bytes)) return Send(name, bytes, 200);
        return archive.Files.ContainsKey(name + "/index.html") ? Moved(path) : Missing();

        Task Moved(string from)
        {
            context.Response.Redirect(from + "/", permanent: true);
            return Task.CompletedTask;
        }

        Task Missing() => Send("404.html", archive.Files["404.html"], 404);

        Task Send(string file, byte[] body, int status)
        {
            context.Response.StatusCode = status;
            var type = Types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
            context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
            return context.Response.Body.WriteAsync(body).AsTask();
        }
    }
}
