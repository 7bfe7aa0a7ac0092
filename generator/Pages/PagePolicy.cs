namespace Rostrum.Pages;

/// <summary>
/// The Content-Security-Policy of a site's pages (https://www.w3.org/TR/CSP3/), without the hashes that a page adds to it:
/// nothing is loaded but the site's own files and pictures from the web, and no script that stands in a page is run.
/// </summary>
public static class PagePolicy
{
    /// <summary>The part behind which hashes go.</summary>
    public const string ScriptSource = "script-src 'self'";

    private const string Strict =
        $"default-src 'none'; {ScriptSource}; style-src 'self'; img-src 'self' https: http:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

    private const string Trusting =
        $"default-src 'self'; {ScriptSource} https:; style-src 'self' 'unsafe-inline' https:; img-src 'self' https: http: data:; media-src 'self' https: http:; font-src 'self' https: data:; connect-src 'self' https:; frame-src 'self' https:; object-src 'none'; base-uri 'none'";

    /// <summary>The policy; trusted content may also show frames and styles of its own and load scripts by their address.</summary>
    public static string For(bool trustsContent) => trustsContent ? Trusting : Strict;
}
