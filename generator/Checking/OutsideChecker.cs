using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Rostrum.Diagnostics;

namespace Rostrum.Checking;

/// <summary>How addresses outside the site are asked.</summary>
/// <param name="Now">The moment of the run.</param>
/// <param name="Archived">Archived copies that the archive knows, by address.</param>
public sealed record OutsideOptions(DateTimeOffset Now, IReadOnlyDictionary<string, string> Archived)
{
    /// <summary>How many hosts are asked at once; each is asked one thing at a time.</summary>
    public int Hosts { get; init; } = 16;

    /// <summary>Between two questions to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a host may ask to be left alone before it is asked again; a longer wait is not worth it.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether addresses of this machine and of its own network may be asked; content could name them to reach what only this machine can.</summary>
    public bool AllowPrivate { get; init; }
}

/// <summary>
/// Asks whether the addresses that a site leads to are still there: HEAD first, then GET, again where an answer says "later".
/// What is not there (404, 410) is gone; whatever else is wrong is unknown, because it says nothing of the address.
/// </summary>
public static class OutsideChecker
{
    private const int Tries = 3;
    private const string Agent = "rostrum-check/1.0 (link checker)";

    /// <summary>Asks all of them and reports; answers that <paramref name="cache"/> holds are taken from it, and new ones noted there.</summary>
    public static async Task CheckAsync(IReadOnlyList<OutsideLink> links, OutsideOptions options, OutsideCache cache, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = DecompressionMethods.None };
        if (!options.AllowPrivate) handler.ConnectCallback = ConnectAsync;
        using var client = new HttpClient(handler) { Timeout = options.Patience };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Agent);
        var hosts = links.GroupBy(static link => link.Url.Authority, StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = options.Hosts, CancellationToken = cancellation }, async (host, stop) =>
        {
            foreach (var link in host)
            {
                if (cache.Find(link.Url, options.Now) is not { } answer)
                {
                    answer = await AskAsync(client, link.Url, options, stop);
                    cache.Note(link.Url, answer, options.Now);
                    await Task.Delay(options.Pause, stop);
                }

                Report(link, answer, options, bag);
            }
        });
    }

    private static void Report(OutsideLink link, OutsideAnswer answer, OutsideOptions options, DiagnosticBag bag)
    {
        var url = link.Url.AbsoluteUri;
        switch (answer.Kind)
        {
            case OutsideKind.Gone:
                bag.Add(Problems.OutsideGone(link.At, link.Page, url, answer.What, options.Archived.GetValueOrDefault(url) ?? $"https://web.archive.org/web/{url}"));
                break;
            case OutsideKind.Unknown:
                bag.Add(Problems.OutsideUnknown(link.At, link.Page, url, answer.What));
                break;
            case OutsideKind.Moved:
                bag.Add(Problems.OutsideMoved(link.At, link.Page, url, answer.What));
                break;
        }
    }

    private static async Task<OutsideAnswer> AskAsync(HttpClient client, Uri url, OutsideOptions options, CancellationToken stop)
    {
        var moved = false;
        var at = url;
        for (var hop = 0; hop < 10; hop++)
        {
            var (status, target, what) = await TryAsync(client, at, options, stop);
            switch (status)
            {
                case null: return new OutsideAnswer(OutsideKind.Unknown, what);
                case >= 200 and < 300: return moved ? new OutsideAnswer(OutsideKind.Moved, at.AbsoluteUri) : new OutsideAnswer(OutsideKind.There, "");
                case 404 or 410: return new OutsideAnswer(OutsideKind.Gone, what);
                case >= 300 and < 400 when target is not null && Uri.TryCreate(at, target, out var next) && next.Scheme is "http" or "https":
                    moved = (hop == 0 || moved) && status is 301 or 308;
                    at = next;
                    continue;
                default: return new OutsideAnswer(OutsideKind.Unknown, what);
            }
        }

        return new OutsideAnswer(OutsideKind.Unknown, "it leads from one address to the next without end");
    }

    private static async Task<(int? Status, Uri? Target, string What)> TryAsync(HttpClient client, Uri url, OutsideOptions options, CancellationToken stop)
    {
        var what = "";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var wait = options.Pause * (attempt + 1) * 2;
            try
            {
                var answer = await SendAsync(client, HttpMethod.Head, url, stop);
                if ((int)answer.Status is >= 400 and not 429) answer = await SendAsync(client, HttpMethod.Get, url, stop);
                what = $"{(int)answer.Status} {answer.Reason}".TrimEnd();
                if ((int)answer.Status is not (429 or >= 500)) return ((int)answer.Status, answer.Target, what);
                if (answer.RetryAfter is { } asked) wait = asked;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !stop.IsCancellationRequested))
            {
                what = exception is OperationCanceledException ? "no answer in time" : exception.Message.TrimEnd('.');
            }

            if (wait > options.LongestWait) break;
            if (attempt + 1 < Tries) await Task.Delay(wait, stop);
        }

        return (null, null, what);
    }

    private static async Task<(HttpStatusCode Status, string? Reason, Uri? Target, TimeSpan? RetryAfter)> SendAsync(HttpClient client, HttpMethod method, Uri url, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, url);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        return (response.StatusCode, response.ReasonPhrase, response.Headers.Location, response.Headers.RetryAfter?.Delta);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, stop);
        // A proxy is what the owner of the machine has chosen; what content names must be public.
        var isProxy = context.InitialRequestMessage.RequestUri?.Host != end.Host;
        var open = addresses.Where(address => isProxy || IsPublic(address)).ToArray();
        if (open.Length == 0) throw new HttpRequestException("the address is not a public one");
#pragma warning disable CA2000 // The stream that is returned owns it.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(open, end.Port, stop);
            return new NetworkStream(socket, true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // https://www.iana.org/assignments/iana-ipv4-special-registry and its sister for IPv6.
    private static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)) return false;
        if (address.AddressFamily != AddressFamily.InterNetwork) return true;
        var bytes = address.GetAddressBytes();
        return bytes[0] is not (0 or 10 or 127 or >= 224) && (bytes[0], bytes[1]) is not ((169, 254) or (192, 168) or (172, >= 16 and < 32) or (100, >= 64 and < 128) or (198, 18 or 19));
    }
}
