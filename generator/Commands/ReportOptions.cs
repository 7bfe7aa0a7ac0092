using System.CommandLine;
using Rostrum.Diagnostics;

namespace Rostrum.Commands;

/// <summary>How problems are shown, and which of them fail.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> report = new Option<string>("--report")
    {
        Description = "How problems are printed: as text, as workflow annotations, or as JSON.",
        DefaultValueFactory = static _ => "text",
    }.AcceptOnlyFromAmong("text", "github", "json");

    private readonly Option<bool> strict = new("--strict") { Description = "Let warnings fail as errors do." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(strict);
        command.Add(report);
    }

    /// <summary>Whether warnings fail.</summary>
    public bool IsStrict(ParseResult parsed) => parsed.GetValue(strict);

    /// <summary>Prints all problems and a closing line; the exit code is 0 when nothing fails, else 1.</summary>
    public int Print(ParseResult parsed, DiagnosticBag bag, Func<string, string?> readFile, RunSummary summary)
    {
        var problems = bag.ToSorted();
        switch (parsed.GetValue(report))
        {
            case "json":
                JsonReport.Write(problems, summary, Console.Out);
                break;
            case "github":
                GitHubReport.Write(problems, Console.Out);
                Console.Out.WriteLine(summary.ToLine(problems));
                break;
            default:
                TextReport.Write(problems, readFile);
                Console.Out.WriteLine(summary.ToLine(problems));
                break;
        }

        return problems.Any(problem => problem.Severity == Severity.Error || (IsStrict(parsed) && problem.Severity == Severity.Warning)) ? 1 : 0;
    }
}

/// <summary>What a run did, for its closing line.</summary>
/// <param name="What">What was done, such as <c>Wrote 43 files (2 changed) to _site</c>.</param>
/// <param name="Pages">How many pages the site has.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record RunSummary(string What, int Pages, long Milliseconds)
{
    /// <summary>The closing line.</summary>
    public string ToLine(IReadOnlyList<Diagnostic> problems)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Note, "note") }
            .Select(pair => (Count: problems.Count(problem => problem.Severity == pair.Item1), Name: pair.Item2))
            .Where(static pair => pair.Count > 0)
            .Select(static pair => $"{pair.Count} {pair.Name}{(pair.Count == 1 ? "" : "s")}")
            .ToList();
        return $"{What}: {Pages} page{(Pages == 1 ? "" : "s")}, {(counts.Count == 0 ? "no problems" : string.Join(", ", counts))}, {Milliseconds} ms.";
    }
}
