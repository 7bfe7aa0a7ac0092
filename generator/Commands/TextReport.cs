using Rostrum.Diagnostics;
using Spectre.Console;

namespace Rostrum.Commands;

/// <summary>Prints problems for people: place, code and sentence, then the line itself and a caret. Coloured on a terminal, plain in a pipe.</summary>
internal static class TextReport
{
    /// <summary>Prints all problems; <paramref name="readFile"/> gives the text of a file, or null.</summary>
    public static void Write(IReadOnlyList<Diagnostic> problems, Func<string, string?> readFile)
    {
        var files = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            var at = problem.At;
            if (!files.TryGetValue(at.Path, out var lines)) files[at.Path] = lines = readFile(at.Path)?.Split('\n');
            var (word, colour) = problem.Severity switch
            {
                Severity.Error => ("error", "red"),
                Severity.Warning => ("warning", "yellow"),
                _ => ("note", "blue"),
            };
            WriteLine($"{at.Path}({at.Line},{at.Column}): {word} {problem.Code}: {problem.Message}", $"{Markup.Escape($"{at.Path}({at.Line},{at.Column})")}: [{colour}]{word} {problem.Code}[/]: {Markup.Escape(problem.Message)}");
            if (lines is null || problem.Severity == Severity.Note || SourceExcerpt.Of(lines, at) is not { } excerpt) continue;
            WriteLine($"    {excerpt.Text}", $"[dim]    {Markup.Escape(excerpt.Text)}[/]");
            var caret = $"    {new string(' ', excerpt.Caret)}^";
            WriteLine(caret, caret);
        }
    }

    private static void WriteLine(string plain, string markup)
    {
        if (Console.IsOutputRedirected) Console.Out.WriteLine(plain);
        else AnsiConsole.MarkupLine(markup);
    }
}
