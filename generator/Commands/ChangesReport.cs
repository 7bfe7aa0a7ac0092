using System.Globalization;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Commands;

/// <summary>What changes for readers, and the problems, as Markdown for the summary of a workflow.</summary>
internal sealed class ChangesReport
{
    // A summary of GitHub may have one megabyte; beyond some dozens nobody reads on.
    private const int Most = 50;
    private readonly StringBuilder text = new("## What changes for readers\n\n");
    private readonly Uri? baseUrl;

    private ChangesReport(Uri? baseUrl) => this.baseUrl = baseUrl;

    /// <summary>The report; without changes when the archive could not be read.</summary>
    public static string Write(SiteChanges? changes, IReadOnlyList<Diagnostic> problems, Uri? baseUrl)
    {
        var report = new ChangesReport(baseUrl is { IsLoopback: true } ? null : baseUrl);
        var failed = problems.Any(static problem => problem.Severity == Severity.Error);
        if (changes is not null) report.AddChanges(changes);
        if (failed) report.text.Append("**This version has errors, so it can’t be published yet. The site stays as it is.**\n\n");
        report.AddProblems(problems);
        return report.text.ToString();
    }

    private void AddChanges(SiteChanges changes)
    {
        if (changes.IsFirst) text.Append("There is no earlier state to compare with, so everything is new.\n\n");
        text.Append(Summary(changes)).Append("\n\n");
        AddList("New statements", changes.New, change => $"{Link(change.Statement)}, {Count(change.Added.Count, "paragraph", "paragraphs")}");
        AddList("Changed statements", changes.Changed, Describe);
        AddList("Withdrawn statements", changes.Withdrawn, statement => $"{Link(statement)}: {Escape(statement.Withdrawn!.Reason)}");
        AddList("Links that moved", changes.Moved, move => $"{Code(move.From.ToString())} now leads to {Link(move.To.ToString(), move.To)}");
        AddList("Links that break", changes.Gone, url => Code(url.ToString()));
        AddList("Other pages", changes.Pages, page => $"{(page.IsNew ? "New" : "Changed")}: {Link(page.Title, page.Url)}");
    }

    private static string Summary(SiteChanges changes)
    {
        string[] parts =
        [
            .. Said(changes.New.Count, "new statement", "new statements"),
            .. Said(changes.Changed.Count, "changed statement", "changed statements"),
            .. Said(changes.Withdrawn.Count, "withdrawn statement", "withdrawn statements"),
            .. Said(changes.New.Concat(changes.Changed).Sum(static change => change.Added.Count), "new paragraph", "new paragraphs"),
            .. Said(changes.Changed.Sum(static change => change.Reworded.Count), "changed paragraph", "changed paragraphs"),
            .. Said(changes.Changed.Sum(static change => change.Removed.Count), "removed paragraph", "removed paragraphs"),
            .. Said(changes.Moved.Count, "link that moved", "links that moved"),
            .. Said(changes.Gone.Count, "link that breaks", "links that break"),
            .. Said(changes.Pages.Count, "other page", "other pages"),
        ];
        return parts.Length == 0 ? "Nothing in the content." : string.Join(" · ", parts);
    }

    private string Describe(StatementChange change)
    {
        string[] parts =
        [
            .. Numbers(change, change.Added, "new"),
            .. Numbers(change, change.Reworded, "changed"),
            .. Numbers(change, change.Removed, "removed"),
            .. change.Fields.Count == 0 ? [] : (string[])[$"changed in the front matter: {string.Join(", ", change.Fields.Select(Escape))}"],
        ];
        return $"{Link(change.Statement)}: {string.Join("; ", parts)}";
    }

    private IEnumerable<string> Numbers(StatementChange change, IReadOnlyList<string> numbers, string what)
    {
        if (numbers.Count == 0) yield break;
        var shown = numbers.Take(Most).Select(number => Link(number, change.Statement.Url, "#p" + number));
        yield return $"{(numbers.Count == 1 ? "paragraph" : "paragraphs")} {string.Join(", ", shown)}{(numbers.Count > Most ? $" and {numbers.Count - Most} more" : "")} {what}";
    }

    private void AddProblems(IReadOnlyList<Diagnostic> problems)
    {
        text.Append("### Problems\n\n");
        if (problems.Count == 0)
        {
            text.Append("None.\n");
            return;
        }

        text.Append("| | Where | What |\n|---|---|---|\n");
        foreach (var problem in problems.OrderByDescending(static problem => problem.Severity).Take(Most))
        {
            var word = problem.Severity switch { Severity.Error => "**error**", Severity.Warning => "warning", _ => "note" };
            text.Append(CultureInfo.InvariantCulture, $"| {word} | {Code($"{problem.At.Path}:{problem.At.Line}")} | {problem.Code}: {Escape(problem.Message)} |\n");
        }

        if (problems.Count > Most) text.Append(CultureInfo.InvariantCulture, $"\n… and {problems.Count - Most} more.\n");
    }

    private void AddList<T>(string heading, IReadOnlyList<T> items, Func<T, string> write)
    {
        if (items.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"### {heading}\n\n");
        foreach (var item in items.Take(Most)) text.Append("* ").Append(write(item)).Append('\n');
        if (items.Count > Most) text.Append(CultureInfo.InvariantCulture, $"* … and {items.Count - Most} more\n");
        text.Append('\n');
    }

    private string Link(Statement statement) => $"{Link(statement.Heading, statement.Url)} ({statement.Date:yyyy-MM-dd})";

    private string Link(string words, PageUrl url, string anchor = "") => baseUrl is null ? Escape(words) : $"[{Escape(words)}](<{url.Absolute(baseUrl)}{anchor}>)";

    private static IEnumerable<string> Said(int count, string one, string many) => count == 0 ? [] : [Count(count, one, many)];

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Code(string words) => $"`{words.Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")}`";

    // Titles come from content: nothing in them may become markup.
    private static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        foreach (var c in words.ReplaceLineEndings(" "))
        {
            if (c is '<') escaped.Append("&lt;");
            else if (c is '&') escaped.Append("&amp;");
            else
            {
                if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '@' or '!') escaped.Append('\\');
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
