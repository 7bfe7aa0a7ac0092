using Rostrum.Diagnostics;

namespace Rostrum.Commands;

/// <summary>Prints problems as workflow commands, which GitHub shows at the line (https://docs.github.com/actions, "Workflow commands").</summary>
internal static class GitHubReport
{
    /// <summary>One annotation a problem.</summary>
    public static void Write(IReadOnlyList<Diagnostic> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            var kind = problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            output.WriteLine($"::{kind} file={Property(problem.At.Path)},line={problem.At.Line},col={problem.At.Column},title={problem.Code}::{Escape(problem.Message)}");
        }
    }

    private static string Escape(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Escape(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
