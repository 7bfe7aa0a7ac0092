using System.Text.RegularExpressions;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Links;

/// <summary>
/// Finds citations in texts by patterns that always run in time linear in the text (<see cref="RegexOptions.NonBacktracking"/>).
/// The built-in ones follow the United Nations' document symbols (https://research.un.org/en/docs/symbols) and the usual words for resolutions and Charter articles.
/// </summary>
public sealed class CitationPatterns
{
    private const string Numbers = @"(?:\d{1,3}|[IVX]{1,5})(?: ?\(\d{1,2}\)|, paragraph \d{1,2})?(?:(?:, | and |, and | or )(?:\d{1,3}|[IVX]{1,5})(?: ?\(\d{1,2}\))?)*";
    private const string Segment = @"(?:\d+|[A-Z][A-Za-z]{0,5}(?:\.\d+)?)";

    private static readonly Pattern[] BuiltIn =
    [
        new(Compile($@"\b[ASE]/(?:[A-Z][A-Za-z]{{0,5}}(?:\.\d+)?/)*(?:(?:E?S-)?\d+|[A-Z][A-Za-z]{{0,5}}\.\d+)(?:/{Segment})*(?: ?\(\d{{4}}\))?"), "/", "$0", "https://docs.un.org/en/$0", null, null),
        new(Compile(@"\bSecurity Council [Rr]esolution (\d{1,4}) ?\((\d{4})\)"), "Council", "S/RES/$1 ($2)", "https://docs.un.org/en/S/RES/$1($2)", null, null),
        new(Compile(@"\b[Rr]esolution (\d{3,4}) ?\(((?:19|20)\d{2})\)"), "esolution", "S/RES/$1 ($2)", "https://docs.un.org/en/S/RES/$1($2)", null, null),
        new(Compile(@"\bGeneral Assembly [Rr]esolution (\d{1,2}/\d{1,3})\b"), "Assembly", "A/RES/$1", "https://docs.un.org/en/A/RES/$1", null, null),
        new(Compile($@"\b(?:Articles?|Chapters?) {Numbers},? of the (?:UN |United Nations )?Charter(?: of the United Nations)?\b"), "Charter", "un-charter", "https://www.un.org/en/about-us/un-charter", null, "Charter of the United Nations"),
    ];

    private readonly List<Pattern> patterns = [];
    private readonly Dictionary<string, EntityKey> bySymbol = new(StringComparer.OrdinalIgnoreCase);

    private CitationPatterns(PartLocator parts, SiteConfig config)
    {
        Parts = parts;
        Config = config;
    }

    private SiteConfig Config { get; }

    /// <summary>Whether another finds the same in every text.</summary>
    public bool IsSame(CitationPatterns other) => HasSameExpressions(other) && bySymbol.Count == other.bySymbol.Count
        && bySymbol.All(pair => other.bySymbol.TryGetValue(pair.Key, out var key) && key == pair.Value) && Parts.IsSame(other.Parts);

    /// <summary>Whether another finds its citations by the same expressions, whatever instruments they lead to.</summary>
    public bool HasSameExpressions(CitationPatterns other) => ReferenceEquals(Config, other.Config);

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => patterns.Count == 0;

    /// <summary>Finds the parts of an instrument that are cited with it.</summary>
    public PartLocator Parts { get; }

    /// <summary>The built-in patterns and those of site.yml; <c>patterns: []</c> there switches all off. Bad expressions are reported.</summary>
    public static CitationPatterns Build(Archive archive, DiagnosticBag bag)
    {
        var citations = new CitationPatterns(PartLocator.Build(archive), archive.Config);
        var config = archive.Config;
        if (config.Patterns is { Count: 0 } || !archive.HasPages(EntityKind.Instruments)) return citations;
        foreach (var pattern in config.Patterns ?? []) citations.Add(pattern, bag);
        citations.patterns.AddRange(BuiltIn);
        foreach (var instrument in archive.Of(EntityKind.Instruments).OfType<Instrument>())
        {
            if (instrument.Symbol is { } symbol) citations.bySymbol.TryAdd(symbol.Replace(" ", "", StringComparison.Ordinal), instrument.Key);
        }

        return citations;
    }

    /// <summary>All citations in a text, ordered by place; of those that overlap, the earliest and longest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many each pattern may find.</param>
    public IReadOnlyList<CitationMatch> Find(string text, int most = int.MaxValue)
    {
        List<CitationMatch>? found = null;
        foreach (var pattern in patterns)
        {
            if (pattern.Hint is { } hint && !text.Contains(hint, StringComparison.Ordinal)) continue;
            var left = most;
            for (var match = pattern.Expression.Match(text); match.Success && left-- > 0; match = match.NextMatch())
            {
                if (match.Length > 0) (found ??= []).Add(Read(pattern, match));
            }
        }

        if (found is null) return [];
        found.Sort(static (a, b) => a.Mention.Start != b.Mention.Start ? a.Mention.Start - b.Mention.Start : b.Mention.Length - a.Mention.Length);
        var end = 0;
        return found.FindAll(match =>
        {
            if (match.Mention.Start < end) return false;
            end = match.Mention.End;
            return true;
        });
    }

    private CitationMatch Read(Pattern pattern, Match match)
    {
        var symbol = match.Result(pattern.Instrument);
        if (pattern.Hint == "/" && symbol.IndexOf('(', StringComparison.Ordinal) is > 0 and var year && symbol[year - 1] != ' ') symbol = symbol.Insert(year, " ");
        var slug = Slug.Of(symbol);
        var key = bySymbol.TryGetValue(symbol.Replace(" ", "", StringComparison.Ordinal), out var known) ? known : new EntityKey(EntityKind.Instruments, Slug.IsUsable(slug) ? slug : "citation");
        var part = pattern.Part is null ? null : Slug.Of(match.Result(pattern.Part));
        var mention = new Mention(Routes.Entity(key), key, match.Index, match.Length, MentionKind.Citation, part);
        return new CitationMatch(mention, pattern.Title is null ? symbol : match.Result(pattern.Title), pattern.Url is null ? null : match.Result(pattern.Url).Replace(" ", "", StringComparison.Ordinal));
    }

    private void Add(PatternConfig config, DiagnosticBag bag)
    {
        try
        {
            var expression = Compile(config.Match.Value);
            patterns.Add(new Pattern(expression, null, config.Instrument, config.Url, config.Part, config.Title));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            bag.Add(Problems.BadPattern(config.Match.At, exception.Message));
        }
    }

    private static Regex Compile(string expression) => new(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private sealed record Pattern(Regex Expression, string? Hint, string Instrument, string? Url, string? Part, string? Title);
}

/// <summary>A citation found in a text, and what is known of the instrument from the citation alone.</summary>
public sealed record CitationMatch(Mention Mention, string Title, string? Url);
