using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rostrum.Diagnostics;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Trust;

/// <summary>What must hold of a site whatever its content says: it lies in its folder, and nothing in its pages runs but the files of the templates.</summary>
internal static class SafePages
{
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "poster", "cite", "data", "background", "srcset", "xlink:href"];
    private static readonly string[] Never = ["iframe", "object", "embed", "frame", "frameset", "base", "style", "applet", "portal", "math"];

    /// <summary>Builds a site with the built-in templates and asserts that problems have places and pages are safe.</summary>
    public static TestSite Build(IReadOnlyDictionary<string, string> files)
    {
        var site = TestSite.Build(files.Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))), tiny: false);
        var rendered = site.RenderAll();
        foreach (var (path, bytes) in rendered)
        {
            AssertPathIsInside(path);
            if (path.EndsWith(".html", StringComparison.Ordinal)) AssertIsSafe(path, Encoding.UTF8.GetString(bytes));
        }

        foreach (var problem in site.Bag.ToSorted()) AssertHasPlace(problem, files);
        return site;
    }

    /// <summary>Asserts that nothing in a page runs but files of the site.</summary>
    public static void AssertIsSafe(string path, string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.All)
        {
            Assert.False(Never.Contains(element.LocalName), $"{path} holds <{element.LocalName}>.");
            if (element.LocalName == "script") AssertIsOurs(path, element);
            if (element.LocalName == "link") Assert.True(element.ParentElement?.LocalName == "head", $"{path} holds <link> outside its head.");
            if (element.LocalName == "meta") Assert.True(element.ParentElement?.LocalName == "head", $"{path} holds <meta> outside its head.");
            if (element.LocalName == "form") Assert.StartsWith("/", element.GetAttribute("action") ?? "/", StringComparison.Ordinal);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{path} has the attribute {attribute.Name} on <{element.LocalName}>.");
                Assert.False(attribute.Name is "style" or "srcdoc" or "ping", $"{path} has the attribute {attribute.Name} on <{element.LocalName}>.");
                if (Addresses.Contains(attribute.Name)) AssertIsHarmless(path, attribute.Value);
            }
        }
    }

    private static void AssertIsOurs(string path, IElement script)
    {
        if (script.GetAttribute("type") == "application/ld+json") return;
        Assert.True(script.GetAttribute("src") is { } source && source.StartsWith('/') && source.Contains("/assets/", StringComparison.Ordinal) && script.TextContent.Length == 0, $"{path} holds {script.OuterHtml}.");
    }

    // What a browser makes of an address: it drops tabs and line ends everywhere and control characters before it (https://url.spec.whatwg.org/).
    private static void AssertIsHarmless(string path, string address)
    {
        var plain = string.Concat(address.Where(static c => c is not ('\t' or '\n' or '\r'))).TrimStart([.. Enumerable.Range(0, 33).Select(static c => (char)c)]);
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || plain.AsSpan(0, colon).IndexOfAny("/?#") >= 0) return;
        Assert.True(plain[..colon].ToLowerInvariant() is "http" or "https" or "mailto" or "tel", $"{path} leads to {address}.");
    }

    private static void AssertPathIsInside(string path)
    {
        Assert.False(path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl), $"'{path}' is no path of a site.");
        Assert.DoesNotContain(path.Split('/'), static part => part is "" or "." or "..");
    }

    private static void AssertHasPlace(Diagnostic problem, IReadOnlyDictionary<string, string> files)
    {
        Assert.DoesNotContain(problem.Message, static c => char.IsControl(c) || c == '\u202E');
        if (!files.TryGetValue(problem.At.Path, out var text)) return;
        var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
        Assert.True(problem.At.Line >= 1 && problem.At.Line <= lines + 1 && problem.At.Column >= 1, TestSite.Line(problem));
    }
}
