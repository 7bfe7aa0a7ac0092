using System.Security.Cryptography;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Serving;

/// <summary>What a web server says to a request: a status and a body, or another address.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The media type.</param>
/// <param name="Body">The body; empty for a redirect.</param>
/// <param name="Location">The address to ask instead, or null.</param>
internal sealed record SiteAnswer(int Status, string Type, byte[] Body, string? Location = null)
{
    /// <summary>Whether it is a page, which the preview keeps up to date.</summary>
    public bool IsPage => Type == MediaTypes.Html;

    /// <summary>A text that changes whenever the body does.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 8));

    /// <summary>What GitHub Pages would answer, were the snapshot published: only what is planned exists, names are case-sensitive, a folder is asked for with its slash.</summary>
    public static SiteAnswer To(string path, string query, Snapshot snapshot)
    {
        if (snapshot.Plan is not { } plan) return new SiteAnswer(500, MediaTypes.Html, PreviewMarkup.Failure("There is no site yet", "site.yml can't be read, and without it there is nothing to show.", snapshot.Problems, snapshot.Sources));
        var basePath = Uri.UnescapeDataString(plan.Content.BasePath);
        if (basePath != "/" && (path == "/" || path + "/" == basePath)) return Redirect(path == "/" ? 302 : 301, Routes.Home, query, plan);
        if (!path.StartsWith(basePath, StringComparison.Ordinal)) return NotFound(path, snapshot, plan);
        var url = new PageUrl(path[basePath.Length..]);
        if (plan.Find(url) is { } file) return Render(200, file, snapshot, plan);
        if (!url.Path.EndsWith('/'))
        {
            if (plan.Find(new PageUrl(url.Path + ".html")) is { } page) return Render(200, page, snapshot, plan);
            var folder = new PageUrl(url.Path + "/");
            if (plan.Find(folder) is not null) return Redirect(301, folder, query, plan);
        }

        return NotFound(path, snapshot, plan);
    }

    private static SiteAnswer Redirect(int status, PageUrl url, string query, PagePlan plan) => new(status, MediaTypes.Html, [], url.Href(plan.Content.BasePath) + query);

    private static SiteAnswer NotFound(string path, Snapshot snapshot, PagePlan plan)
    {
        var why = MissingPage.Explain(path, plan);
        if (plan.Find(Routes.NotFound) is not { } page) return new SiteAnswer(404, MediaTypes.Html, PreviewMarkup.Failure("Not found", why, [], snapshot.Sources));
        var answer = Render(404, page, snapshot, plan);
        return answer with { Body = PreviewMarkup.WithNote(answer.Body, why) };
    }

    private static SiteAnswer Render(int status, PlannedFile file, Snapshot snapshot, PagePlan plan)
    {
        byte[]? body = null;
        IReadOnlyList<Diagnostic> problems;
        try
        {
            problems = snapshot.Render(file, bytes => body = bytes.ToArray());
        }
        catch (Exception exception)
        {
            return new SiteAnswer(500, MediaTypes.Html, PreviewMarkup.Failure("This page can't be made", $"{file.Url}: {exception.Message}", [], snapshot.Sources));
        }

        if (body is not null) return new SiteAnswer(status, MediaTypes.Of(file.Url.FilePath), body);
        var said = problems.Count > 0 ? problems : [.. snapshot.Problems.Where(static problem => problem.Severity == Severity.Error)];
        return new SiteAnswer(500, MediaTypes.Html, PreviewMarkup.Failure("This page can't be made", $"{file.Url} is planned, and making it failed.", said, snapshot.Sources));
    }
}
