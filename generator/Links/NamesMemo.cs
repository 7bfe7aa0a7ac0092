using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Links;

/// <summary>What texts are searched for and what their links may mean, as it was gathered from the last archive.</summary>
public sealed class NamesMemo
{
    private object? outline;
    private SourceTree? tree;
    private IReadOnlyList<Diagnostic> problems = [];
    private LinkResolver? resolver;
    private Vocabulary? vocabulary;
    private CitationPatterns? patterns;

    /// <summary>Gathers everything anew, unless all that it depends on is as it was. Names and patterns that say the same as before stay the very same, so that texts searched with them need not be searched again.</summary>
    public (LinkResolver Resolver, Vocabulary Vocabulary, CitationPatterns Patterns) Of(Archive archive, SourceTree tree, DiagnosticBag bag)
    {
        if (resolver is null || vocabulary is null || patterns is null || !ReferenceEquals(outline, archive.Outline) || this.tree?.HasSameAttachments(tree) != true)
        {
            var found = new DiagnosticBag();
            var madePatterns = CitationPatterns.Build(archive, found);
            var madeNames = Vocabulary.Build(archive, found);
            resolver = LinkResolver.Build(archive, tree);
            vocabulary = vocabulary?.Fingerprint == madeNames.Fingerprint ? vocabulary : madeNames;
            patterns = patterns?.IsSame(madePatterns) == true ? patterns : madePatterns;
            (outline, this.tree, problems) = (archive.Outline, tree, found.ToSorted());
        }

        bag.AddRange(problems);
        return (resolver, vocabulary, patterns);
    }
}
