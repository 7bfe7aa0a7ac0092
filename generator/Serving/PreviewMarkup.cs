using System.Net;
using System.Text;
using Rostrum.Diagnostics;

namespace Rostrum.Serving;

/// <summary>What the preview adds to pages, and the pages that it makes itself. None of it is ever in the built site.</summary>
internal static class PreviewMarkup
{
    /// <summary>Where the preview's own script lies, outside every site.</summary>
    public const string ScriptPath = "/_rostrum/preview.js";

    /// <summary>A page with the script that keeps it up to date, first in its head so that it sees the page before any other script.</summary>
    public static byte[] WithScript(ReadOnlySpan<byte> html, string version)
    {
        var script = Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" data-page=\"{version}\" defer></script>");
        var head = html.IndexOf("<head>"u8);
        if (head < 0) return [.. html, .. script];
        head += "<head>".Length;
        return [.. html[..head], .. script, .. html[head..]];
    }

    /// <summary>A page with a sentence above everything else.</summary>
    public static byte[] WithNote(ReadOnlySpan<byte> html, string note)
    {
        var text = Encoding.UTF8.GetBytes($"<p role=\"note\"><strong>Preview:</strong> {WebUtility.HtmlEncode(note)}</p>\n");
        var main = html.IndexOf("<h1"u8);
        var body = main >= 0 ? main : html.IndexOf("</body>"u8);
        return body < 0 ? [.. html, .. text] : [.. html[..body], .. text, .. html[body..]];
    }

    /// <summary>A page that says what went wrong, with every problem, its line and a caret.</summary>
    public static byte[] Failure(string title, string why, IReadOnlyList<Diagnostic> problems, ProblemSources sources)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{Escape(title)}</title>\n</head>\n<body>\n<h1>{Escape(title)}</h1>\n<p>{Escape(why)}</p>\n");
        foreach (var problem in ShownProblem.Of(problems, sources))
        {
            var place = Escape($"{problem.Path}({problem.Line},{problem.Column})");
            page.Append(problem.Open is null ? $"<p>{place}" : $"<p><a href=\"{Escape(problem.Open)}\">{place}</a>").Append($"<br>{problem.Severity} {problem.Code}: {Escape(problem.Message)}</p>\n");
            if (problem.Excerpt is { } excerpt) page.Append($"<pre>{Escape(excerpt.Text)}\n{new string(' ', excerpt.Caret)}^</pre>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append("</body>\n</html>\n").ToString());
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
