using Rostrum.Diagnostics;

namespace Rostrum.Serving;

/// <summary>A problem as the preview shows it: with its line, a caret, and an address that opens the file in the editor.</summary>
internal sealed record ShownProblem(string Severity, string Code, string Message, string Path, int Line, int Column, SourceExcerpt? Excerpt, string? Open)
{
    /// <summary>The word for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Diagnostics.Severity.Error => "error",
        Diagnostics.Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>Problems in the order given; each file is read once.</summary>
    public static IReadOnlyList<ShownProblem> Of(IEnumerable<Diagnostic> problems, ProblemSources sources)
    {
        var files = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        var shown = new List<ShownProblem>();
        foreach (var problem in problems)
        {
            var at = problem.At;
            if (!files.TryGetValue(at.Path, out var lines)) files[at.Path] = lines = sources.ReadText(at.Path)?.Split('\n');
            var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(sources.Root, at.Path));
            shown.Add(new ShownProblem(
                Word(problem.Severity), problem.Code, problem.Message, at.Path, at.Line, at.Column,
                lines is null || problem.Severity == Diagnostics.Severity.Note ? null : SourceExcerpt.Of(lines, at),
                EditorLink.To(sources.Editor, full, at.Line, at.Column)));
        }

        return shown;
    }
}
