using Rostrum.Diagnostics;

namespace Rostrum.Links;

/// <summary>One thing that a text asked of the archive around it, and the answer it got.</summary>
/// <param name="Ask">Asks again.</param>
/// <param name="Answer">What was answered.</param>
public sealed record LinkQuestion(Func<LinkResolver, LinkAnswer> Ask, LinkAnswer Answer)
{
    /// <summary>Whether another archive answers the same.</summary>
    public bool HasSameAnswer(LinkResolver resolver) => Ask(resolver).IsSame(Answer);
}

/// <summary>An answer of <see cref="LinkResolver"/>: what a link leads to, or whether an address exists, and what was reported.</summary>
public sealed record LinkAnswer(LinkTarget? Target, bool Exists, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Whether another answer says the same.</summary>
    public bool IsSame(LinkAnswer other) => Target == other.Target && Exists == other.Exists && Problems.SequenceEqual(other.Problems);
}

/// <summary>Asks for the links of one text and remembers every question, so that the text need not be rendered again while all answers stay the same.</summary>
public sealed class LinkQuestions(LinkResolver resolver)
{
    private readonly List<LinkQuestion> asked = [];

    /// <summary>Everything that was asked.</summary>
    public IReadOnlyList<LinkQuestion> Asked => asked;

    /// <summary>See <see cref="LinkResolver.ResolveKey"/>.</summary>
    public LinkTarget? ResolveKey(string written, Location at, DiagnosticBag bag) => Ask(bag, (resolver, problems) => new LinkAnswer(resolver.ResolveKey(written, at, problems), false, [])).Target;

    /// <summary>See <see cref="LinkResolver.IsAddress"/>.</summary>
    public bool IsAddress(string path, DiagnosticBag bag) => Ask(bag, (resolver, _) => new LinkAnswer(null, resolver.IsAddress(path), [])).Exists;

    /// <summary>See <see cref="LinkResolver.FindPath"/>.</summary>
    public LinkTarget? FindPath(string path, string fromFolder, DiagnosticBag bag) => Ask(bag, (resolver, _) => new LinkAnswer(resolver.FindPath(path, fromFolder), false, [])).Target;

    /// <summary>See <see cref="LinkResolver.ReportMissing"/>.</summary>
    public void ReportMissing(string path, string fromFolder, Location at, DiagnosticBag bag) => Ask(bag, (resolver, problems) =>
    {
        resolver.ReportMissing(path, fromFolder, at, problems);
        return new LinkAnswer(null, false, []);
    });

    private LinkAnswer Ask(DiagnosticBag bag, Func<LinkResolver, DiagnosticBag, LinkAnswer> ask)
    {
        var question = new LinkQuestion(Again, Again(resolver));
        asked.Add(question);
        bag.AddRange(question.Answer.Problems);
        return question.Answer;

        LinkAnswer Again(LinkResolver resolver)
        {
            var problems = new DiagnosticBag();
            return ask(resolver, problems) with { Problems = problems.ToSorted() };
        }
    }
}
