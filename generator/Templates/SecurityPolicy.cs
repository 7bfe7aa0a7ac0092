using System.Security.Cryptography;
using System.Text;
using Rostrum.Pages;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// The Content-Security-Policy of one page: data that its templates wrote into script elements is named in it by its SHA-256.
/// What content says can't add to it. The only place where such hashes are made.
/// </summary>
internal sealed class SecurityPolicy
{
    private readonly List<string> hashes = [];
    private int gap = -1;

    /// <summary>Forgets an earlier page.</summary>
    public void Begin()
    {
        hashes.Clear();
        gap = -1;
    }

    /// <summary>The body of the function <c>policy</c>: writes a policy, into which the hashes of the page's data go in the end.</summary>
    public static object? Write(PageScope scope, ScriptNode caller, IList<object?> arguments, object? state)
    {
        var page = PageOf(scope, caller);
        var text = scope.ObjectToString(arguments[0]) ?? "";
        var at = text.IndexOf(PagePolicy.ScriptSource, StringComparison.Ordinal);
        var before = at < 0 ? text.Length : at + PagePolicy.ScriptSource.Length;
        WriteInAttribute(page.Utf8, text.AsSpan(0, before));
        if (at >= 0) page.Policy.gap = page.Utf8.Written.Length;
        WriteInAttribute(page.Utf8, text.AsSpan(before));
        return null;
    }

    /// <summary>The body of the function <c>json_ld</c>: a script element that holds data, which no browser runs.</summary>
    public static object? WriteData(PageScope scope, ScriptNode caller, IList<object?> arguments, object? state)
    {
        var page = PageOf(scope, caller);
        var data = arguments[0] is Raw raw ? raw.Utf8.Span : Encoding.UTF8.GetBytes(scope.ObjectToString(arguments[0]) ?? "");
        if (data.IsEmpty) return null;
        // Within the element only a '<' could end it or open a comment; in JSON it can stand in texts alone, where it may be written as its number.
        var safe = data.Contains((byte)'<') ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(data).Replace("<", "\\u003c", StringComparison.Ordinal)) : data;
        page.Utf8.Write("<script type=\"application/ld+json\">"u8);
        page.Utf8.Write(safe);
        page.Utf8.Write("</script>"u8);
        page.Policy.hashes.Add(Convert.ToBase64String(SHA256.HashData(safe)));
        return null;
    }

    /// <summary>The whole page, the hashes of its data in its policy.</summary>
    public ReadOnlyMemory<byte> Complete(ReadOnlyMemory<byte> page)
    {
        if (gap < 0 || hashes.Count == 0) return page;
        var added = Encoding.ASCII.GetBytes(string.Concat(hashes.Distinct().Select(static hash => $" 'sha256-{hash}'")));
        var whole = new byte[page.Length + added.Length];
        page.Span[..gap].CopyTo(whole);
        added.CopyTo(whole, gap);
        page.Span[gap..].CopyTo(whole.AsSpan(gap + added.Length));
        return whole;
    }

    // Apostrophes may stand in an attribute between double quotation marks, and a policy is full of them.
    private static void WriteInAttribute(Utf8Output output, ReadOnlySpan<char> text)
    {
        for (var apostrophe = text.IndexOf('\''); apostrophe >= 0; apostrophe = text.IndexOf('\''))
        {
            output.WriteEscaped(text[..apostrophe]);
            output.Write("'"u8);
            text = text[(apostrophe + 1)..];
        }

        output.WriteEscaped(text);
    }

    private static PageScope PageOf(PageScope scope, ScriptNode caller) =>
        !scope.IsApart ? scope : throw new ScriptRuntimeException(caller.Span, "this can't be written by a template that is called by 'cached', because it differs from page to page");
}
