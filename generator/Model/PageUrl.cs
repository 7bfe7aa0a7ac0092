using System.Buffers;
using System.Text;

namespace Rostrum.Model;

/// <summary>An address within the site, relative to its base and unescaped: <c>topics/norms/</c>, <c>feed.xml</c>, or empty for the home page. Never built from the separators of an operating system.</summary>
public readonly record struct PageUrl(string Path) : IComparable<PageUrl>
{
    private static readonly SearchValues<char> Unescaped = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=:@");

    /// <summary>The file that a web server answers with, relative to the output folder.</summary>
    public string FilePath => Path.Length == 0 || Path[^1] == '/' ? Path + "index.html" : Path;

    /// <summary>The address as it stands in a link, below the base path (which begins and ends with a slash).</summary>
    public string Href(string basePath) => basePath + Escape(Path);

    /// <summary>The absolute address.</summary>
    public string Absolute(Uri baseUrl) => baseUrl.GetLeftPart(UriPartial.Authority) + Href(baseUrl.AbsolutePath);

    /// <inheritdoc/>
    public int CompareTo(PageUrl other) => string.CompareOrdinal(Path, other.Path);

    /// <inheritdoc/>
    public override string ToString() => "/" + Path;

    public static bool operator <(PageUrl left, PageUrl right) => left.CompareTo(right) < 0;

    public static bool operator >(PageUrl left, PageUrl right) => left.CompareTo(right) > 0;

    public static bool operator <=(PageUrl left, PageUrl right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PageUrl left, PageUrl right) => left.CompareTo(right) >= 0;

    /// <summary>Percent-encodes what RFC 3986 does not allow in a path.</summary>
    public static string Escape(string path)
    {
        if (path.AsSpan().IndexOfAnyExcept(Unescaped) < 0) return path;
        var escaped = new StringBuilder(path.Length * 2);
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (Unescaped.Contains((char)value)) escaped.Append((char)value);
            else escaped.Append('%').Append(value.ToString("X2"));
        }

        return escaped.ToString();
    }
}
