using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>Plans the archive's introduction for language models, as https://llmstxt.org/ has it: what it is, and where what they can read best lies. It does not grow with the archive.</summary>
internal sealed class LlmsText(ViewMaker maker)
{
    private const int Latest = 20;
    private const int Topics = 30;
    private readonly SiteContent site = maker.Site;

    /// <summary>The file; none where it is switched off.</summary>
    public IEnumerable<PlannedFile> Plan()
    {
        if (!site.HasLlms) yield break;
        yield return PlannedExport.Of(Routes.Llms, Location.StartOf("site.yml"), stream => stream.Write(Encoding.UTF8.GetBytes(Write())));
    }

    private string Write()
    {
        var text = new StringBuilder($"# {OneLine(site.Config.Title)}\n\n");
        if (site.Config.Description is { } description) text.Append($"> {OneLine(description)}\n\n");
        text.Append(maker.Text("llms_lead")).Append('\n');
        if (site.Archive.Statements.Any(statement => AsMarkdown(statement) is not null)) text.Append('\n').Append(maker.Text("llms_markdown")).Append('\n');
        Section("llms_archive", Lists());
        Section("latest_statements", site.Archive.Statements.Reverse().Where(static statement => statement.Withdrawn is null).Take(Latest).Select(statement => (
            statement.Heading, AsMarkdown(statement) ?? statement.Url, (string?)About(statement))));
        if (site.Archive.HasPages(EntityKind.Topics))
        {
            Section("topics", site.Archive.Of(EntityKind.Topics).OrderByDescending(topic => site.Relations.PassagesOn(topic.Key).Count).ThenBy(static topic => topic.Key).Take(Topics)
                .Select(topic => (topic.Title, Routes.Entity(topic.Key), Summary(topic))));
        }

        Section("pages", site.Archive.Pages.Where(static page => page.Folder.Length == 0 && page.Key.Length > 0 && page.InNavigation).Select(static page => (page.Title, page.Url, page.Summary)));
        return text.ToString();

        void Section(string heading, IEnumerable<(string Title, PageUrl Url, string? About)> links)
        {
            var lines = links.Select(link => $"- [{Label(link.Title)}]({maker.Canonical(link.Url)}){(link.About is null ? "" : ": " + OneLine(link.About))}\n").ToList();
            if (lines.Count > 0) text.Append($"\n## {maker.Text(heading)}\n\n").AppendJoin("", lines);
        }
    }

    private IEnumerable<(string Title, PageUrl Url, string? About)> Lists()
    {
        yield return (maker.Text("statements"), Routes.Statements, maker.Text("statements_count", site.Archive.Statements.Count));
        foreach (var kind in EntityKinds.All.Where(kind => site.Archive.HasPages(kind) && site.Archive.Of(kind).Any())) yield return (maker.Text(kind.Name()), Routes.Index(kind), maker.Text($"about_{kind.Name()}"));
        if (site.HasYears) yield return (maker.Text("years"), Routes.Years, null);
        if (site.HasCompare) yield return (maker.Text("compare"), Routes.Compare, maker.Text("compare_description"));
        if (site.HasData) yield return (maker.Text("data"), Routes.Data, maker.Text("data_lead"));
        if (site.HasSources) yield return (maker.Text("sources"), Routes.SourcesJson, maker.Text("sources_lead"));
        if (site.HasFeed) yield return ("Atom", Routes.Feed(Routes.Home), null);
        if (site.HasSitemap) yield return ("Sitemap", Routes.Sitemap, null);
    }

    private PageUrl? AsMarkdown(Statement statement) =>
        StatementRecord.FilesOf(statement, site.Config).Where(static file => file.Url.Path.EndsWith("/index.md", StringComparison.Ordinal)).Select(static file => (PageUrl?)file.Url).FirstOrDefault();

    private string About(Statement statement)
    {
        var who = statement.Delegations.Count > 0 ? statement.Delegations : statement.Speakers;
        return string.Join(", ", who.Select(key => site.Archive.Find(key)?.Title).OfType<string>().Append(site.Strings.Date(statement.Date)));
    }

    private string? Summary(Entity entity) => site.Texts.Of(entity.Document).Summary.Passages is [var first, ..] ? first.Passage.Text : null;

    private static string Label(string title) => OneLine(title).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
