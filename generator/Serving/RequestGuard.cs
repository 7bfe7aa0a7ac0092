using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rostrum.Serving;

/// <summary>
/// Lets through only what a browser on this machine asks of this server. A page of another site that has its own name point at this machine
/// (DNS rebinding) sends its name as host; one that merely calls here sends its own address as origin.
/// </summary>
internal static class RequestGuard
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The status with which a request is refused; null when it is not.</summary>
    public static int? Refuse(HttpRequest request, int port)
    {
        if (!IsHere(request.Host.Value ?? "", port)) return StatusCodes.Status403Forbidden;
        foreach (var origin in request.Headers.Origin)
        {
            if (origin is null || !origin.StartsWith("http://", StringComparison.Ordinal) || !IsHere(origin["http://".Length..], port)) return StatusCodes.Status403Forbidden;
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? null : StatusCodes.Status405MethodNotAllowed;
    }

    /// <summary>The path that was asked for, decoded once; null for one that is no path of a site.</summary>
    public static string? PathOf(HttpContext http) => Decode(http.Features.Get<IHttpRequestFeature>()!.RawTarget);

    /// <summary>A path as it stands in a request, without its query, decoded once; null for one that climbs, or holds what no name of a file may hold.</summary>
    public static string? Decode(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var raw = end < 0 ? target : target[..end];
        if (!raw.StartsWith('/') || raw.Length > 4000) return null;
        var bytes = new List<byte>(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '%')
            {
                if (raw[i] > 0x7F) return null;
                bytes.Add((byte)raw[i]);
            }
            else if (i + 2 < raw.Length && char.IsAsciiHexDigit(raw[i + 1]) && char.IsAsciiHexDigit(raw[i + 2]))
            {
                bytes.Add(Convert.ToByte(raw.Substring(i + 1, 2), 16));
                i += 2;
            }
            else return null;
        }

        try
        {
            var path = Strict.GetString([.. bytes]);
            return path.Any(static c => char.IsControl(c) || c == '\\') || path.Split('/').Any(static part => part is "." or "..") ? null : path;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsHere(string host, int port) => Names.Any(name => host.Equals($"{name}:{port}", StringComparison.OrdinalIgnoreCase) || (port == 80 && host.Equals(name, StringComparison.OrdinalIgnoreCase)));
}
