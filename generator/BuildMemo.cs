using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Rendering;
using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum;

/// <summary>
/// What the pure stages of a build made of each file, kept for the next build of the same archive. A memo never changes a result and needs no
/// invalidation: each value knows what it was made from. A clean build is the same code with one that keeps nothing. One build at a time.
/// </summary>
public sealed class BuildMemo(bool keeps)
{
    private readonly Memo<ReadConfig> config = new(keeps);
    private SourceFile? lockFile;
    private PublishedLock? published;
    private IReadOnlyList<Diagnostic> lockProblems = [];
    private LinkRules? rules;

    /// <summary>How many files were parsed anew in the last build.</summary>
    public int Parsed => Archive.Parsed;

    /// <summary>How many documents' texts were rendered anew in the last build.</summary>
    public int Rendered => Texts.Made;

    internal Memo<ReadConfig> Config => config;

    internal RelationsMemo Relations { get; } = new(keeps);

    internal PositionsMemo Positions { get; } = new(keeps);

    internal ArchiveMemo Archive { get; } = new(keeps);

    internal NamesMemo Names { get; } = new();

    internal FoundInstruments Found { get; } = new(keeps);

    internal TextMemo Texts { get; } = new(keeps);

    internal PlanMemo Plan { get; } = new(keeps);

    internal TemplateMemo Templates { get; } = new(keeps);

    /// <summary>Begins a build.</summary>
    internal void Begin()
    {
        config.Begin();
        Relations.Begin();
        Archive.Begin();
        Texts.Begin();
        Templates.Begin();
    }

    /// <summary>The lock, parsed anew when its file changed.</summary>
    internal PublishedLock Lock(SourceFile? file, DiagnosticBag bag)
    {
        if (published is null || (file is null ? lockFile is not null : lockFile?.HasSameBytes(file) != true))
        {
            var problems = new DiagnosticBag();
            (lockFile, published) = (file, PublishedLock.Parse(file, problems));
            lockProblems = problems.ToSorted();
        }

        bag.AddRange(lockProblems);
        return published;
    }

    /// <summary>The rules known before where they are the same, so that what was made by them holds.</summary>
    internal LinkRules Same(LinkRules made) => rules = rules == made ? rules : made;
}
