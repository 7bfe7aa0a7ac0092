using System.Collections.Concurrent;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>
/// The rendered texts of each document as they were last made. A text is made anew when its document, its statement or the settings change,
/// when a link in it would lead elsewhere, or when a name that came or went stands in it; not when the rest of the archive changes.
/// </summary>
public sealed class TextMemo(bool keeps)
{
    private readonly Memo<RenderedText> texts = new(keeps);
    private readonly ListMemo<object, BodySource> sources = new(keeps);
    private readonly ConcurrentDictionary<Vocabulary, NameSearch> differences = new();
    private volatile Tuple<LinkRules, LinkRules>? rest;
    private (IReadOnlyList<BodySource> Sources, DocumentTexts[] All, Dictionary<string, DocumentTexts> ByPath)? last;

    /// <summary>Whether anything is kept for a next round.</summary>
    public bool Keeps => keeps;

    /// <summary>How many documents were rendered anew in this round.</summary>
    public int Made => texts.Made;

    /// <summary>Texts by place.</summary>
    internal ListMemo<BodySource, DocumentTexts> All { get; } = new(keeps);

    /// <summary>What they cite, by place.</summary>
    internal ListMemo<DocumentTexts, IReadOnlyList<CitationMatch>> Citations { get; } = new(keeps);

    /// <summary>What relations are gathered from, by place.</summary>
    internal ListMemo<DocumentTexts, LinkedText> Linked { get; } = new(keeps);

    /// <summary>What they have besides, by place.</summary>
    internal ListMemo<DocumentTexts, TextExtras?> Extras { get; } = new(keeps);

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        texts.Begin();
        differences.Clear();
    }

    /// <summary>The texts of a document under the rules of this round.</summary>
    internal DocumentTexts Get(BodySource source, LinkRules rules, Func<BodySource, KnownBody, DocumentTexts> render) =>
        texts.Get(source.Document.Path, known => known.Holds(source, rules, RestOf(rules), DifferenceFrom), known => new RenderedText(source, rules, render(source, known?.BodyUnder(source, rules, RestOf(rules), DifferenceFrom) ?? KnownBody.None))).Texts;

    /// <summary>Every text to be rendered, in the order of the archive.</summary>
    internal BodySource[] SourcesIn(Archive archive)
    {
        object[] all = [.. archive.Statements, .. archive.Entities.Where(static entity => entity.Document is not null), .. archive.Pages];
        return sources.Of(all, this, i => all[i] switch
        {
            Statement statement => new BodySource(statement.Document, statement.Url, statement),
            Entity entity => new BodySource(entity.Document!, Routes.Entity(entity.Key), null),
            var page => new BodySource(((Page)page).Document, ((Page)page).Url, null),
        });
    }

    /// <summary>Texts by the path of their document.</summary>
    internal Dictionary<string, DocumentTexts> ByPath(IReadOnlyList<BodySource> sources, DocumentTexts[] all)
    {
        var known = last is { } before && before.Sources.Count == sources.Count ? before : default;
        var byPath = known.ByPath is null ? new Dictionary<string, DocumentTexts>(all.Length, StringComparer.Ordinal) : new Dictionary<string, DocumentTexts>(known.ByPath, StringComparer.Ordinal);
        for (var i = 0; i < all.Length; i++)
        {
            if (known.ByPath is null || !ReferenceEquals(known.All[i], all[i])) byPath[sources[i].Document.Path] = all[i];
        }

        if (keeps) last = (sources, all, byPath);
        return byPath;
    }

    // Made once a round, not once a text.
    private LinkRules RestOf(LinkRules rules)
    {
        var known = rest;
        if (!ReferenceEquals(known?.Item1, rules)) rest = known = Tuple.Create(rules, RenderedText.Rest(rules));
        return known.Item2;
    }

    private NameSearch DifferenceFrom(Vocabulary before, Vocabulary now) => differences.GetOrAdd(before, static (before, now) => NameSearch.Of(now.DifferenceFrom(before)), now);
}

/// <summary>The texts of one document, and what they were rendered from. It holds on to nothing of the archive around them.</summary>
internal sealed class RenderedText
{
    private readonly BodySource source;
    private readonly object? locked;
    private readonly LinkRules rest;
    private Vocabulary vocabulary;
    private CitationPatterns patterns;

    public RenderedText(BodySource source, LinkRules rules, DocumentTexts texts)
    {
        this.source = source;
        Texts = texts;
        (rest, vocabulary, patterns, locked) = (Rest(rules), rules.Vocabulary, rules.Patterns, Locked(source, rules));
    }

    /// <summary>The texts.</summary>
    public DocumentTexts Texts { get; }

    /// <summary>Whether rendering would give the same again.</summary>
    public bool Holds(BodySource source, LinkRules rules, LinkRules rest, Func<Vocabulary, Vocabulary, NameSearch> difference)
    {
        if (!HoldsButForNames(source, rules, rest)) return false;
        if (!ReferenceEquals(vocabulary, rules.Vocabulary) && Texts.Body.Passages.Any(passage => difference(vocabulary, rules.Vocabulary).IsIn(passage.Passage.TextUtf8.Span))) return false;
        (patterns, vocabulary) = (rules.Patterns, rules.Vocabulary);
        return true;
    }

    /// <summary>The body, for one who renders anew, with the names that make the difference where nothing else does.</summary>
    public KnownBody BodyUnder(BodySource source, LinkRules rules, LinkRules rest, Func<Vocabulary, Vocabulary, NameSearch> difference) =>
        new(Texts.Body, Texts.Body.Problems.Count == 0 && HoldsButForNames(source, rules, rest) ? difference(vocabulary, rules.Vocabulary) : null);

    private bool HoldsButForNames(BodySource source, LinkRules rules, LinkRules rest)
    {
        if (!ReferenceEquals(this.source.Document, source.Document) || !ReferenceEquals(this.source.Statement, source.Statement) || this.source.Url != source.Url) return false;
        if (!ReferenceEquals(locked, Locked(source, rules)) || this.rest != rest) return false;
        if (!ReferenceEquals(patterns, rules.Patterns) && (Texts.Body.Cites || !patterns.HasSameExpressions(rules.Patterns))) return false;
        return Texts.All.All(body => body.Questions.All(question => question.HasSameAnswer(rules.Resolver)));
    }

    // Whatever is added to the rules and not looked at one by one above is compared whole.
    public static LinkRules Rest(LinkRules rules) => rules with { Resolver = null!, Vocabulary = null!, Patterns = null!, Lock = null! };

    private static object? Locked(BodySource source, LinkRules rules) => rules.Lock.Find(source.Url)?.Passages;
}
