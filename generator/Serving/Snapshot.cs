using Rostrum.Diagnostics;
using Rostrum.Pages;

namespace Rostrum.Serving;

/// <summary>What the preview shows at a moment: a plan with the means to render it, and every problem of the archive.</summary>
/// <param name="Plan">The plan; null when there is none, because site.yml can't be read.</param>
/// <param name="Render">Renders one planned file and hands its bytes on; gives the problems that kept it from being made.</param>
/// <param name="Problems">All problems, in order.</param>
/// <param name="Sources">Where problems point.</param>
public sealed record Snapshot(PagePlan? Plan, Func<PlannedFile, Action<ReadOnlyMemory<byte>>, IReadOnlyList<Diagnostic>> Render, IReadOnlyList<Diagnostic> Problems, ProblemSources Sources)
{
    /// <summary>Addresses of copied files whose content is not what it was in the snapshot before.</summary>
    public IReadOnlyList<string> ChangedFiles { get; init; } = [];
}

/// <summary>How the preview shows the place of a problem.</summary>
/// <param name="ReadText">The text of a file of the archive, or null.</param>
/// <param name="Root">Full path of the archive.</param>
/// <param name="Editor">Whose links open a file: see <see cref="EditorLink"/>.</param>
public sealed record ProblemSources(Func<string, string?> ReadText, string Root, string Editor);
