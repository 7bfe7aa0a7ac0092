using System.Text.RegularExpressions;
using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>
/// Finds which parts of an instrument a text cites, from the words around its name: "paragraph 28 of A/70/174", "A/70/174, para. 13 (a)",
/// "Articles 2(4) and 51 of the UN Charter". A part that the instrument's file lists is found under its id there; others get one of their own,
/// such as <c>article-51</c>. Time is linear in the words looked at, which are at most 140 characters on either side.
/// </summary>
public sealed class PartLocator
{
    private const int Reach = 140;
    private const string Word = @"articles?|arts?\.?|paragraphs?|paragraphes?|paras?\.?|párrafos?|artículos?|norms?|normes?|normas?|chapters?|chapitres?|capítulos?|sections?";
    private const string Number = @"(?:\d{1,3}|[ivxlc]{1,6})(?: ?\((?:[a-z]{1,3}|\d{1,2})\)){0,2}(?:, paragraphs? \d{1,2})?";
    private const string List = $@"(?<word>{Word}) (?<numbers>{Number}(?:(?:, and |, or |, | and | or | et | y | o | ou ){Number})*)";
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly Regex Before = new($@"\b{List},? (?:of|in|under|de|du|del|dans) (?:the |la |le |l’|l')?(?:[^.;()]{{3,90}} ?\()?$", Linear);
    private static readonly Regex Inside = new($@"^{List}\b", Linear);
    private static readonly Regex After = new($@"^\)?(?:,? | ?\()(?:at |in )?{List}\b", Linear);
    private static readonly Regex Each = new(Number, Linear);
    private static readonly string[] Ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

    private readonly Dictionary<EntityKey, HashSet<string>> listed;

    private PartLocator(Dictionary<EntityKey, HashSet<string>> listed) => this.listed = listed;

    /// <summary>Whether another knows the same parts.</summary>
    public bool IsSame(PartLocator other) => listed.Count == other.listed.Count && listed.All(pair => other.listed.TryGetValue(pair.Key, out var ids) && ids.SetEquals(pair.Value));

    /// <summary>With the parts that the instruments of an archive list.</summary>
    public static PartLocator Build(Archive archive) => new(archive.Of(EntityKind.Instruments).OfType<Instrument>().Where(static instrument => instrument.Parts.Count > 0)
        .ToDictionary(static instrument => instrument.Key, static instrument => instrument.Parts.Select(static part => part.Id).ToHashSet(StringComparer.Ordinal)));

    /// <summary>The parts cited with a mention of an instrument, each once, in the order of the text.</summary>
    /// <param name="text">The passage's text.</param>
    /// <param name="mention">A mention of an instrument, by name or by citation.</param>
    /// <param name="from">Where the mention before it ends: what stands before that belongs to another.</param>
    /// <param name="to">Where the mention after it begins.</param>
    public IReadOnlyList<string> Find(string text, Mention mention, int from, int to)
    {
        from = Math.Max(from, mention.Start - Reach);
        var inside = Inside.Match(text.Substring(mention.Start, mention.Length));
        var match = inside.Success ? inside : Before.Match(text[from..mention.Start]);
        if (!match.Success) match = After.Match(text[mention.End..Math.Min(to, mention.End + Reach)]);
        if (!match.Success) return [];
        var word = match.Groups["word"].Value.ToLowerInvariant();
        return [.. Each.Matches(match.Groups["numbers"].Value).Select(number => IdOf(mention.Entity!.Value, word, number.Value.ToLowerInvariant())).OfType<string>().Distinct()];
    }

    private string? IdOf(EntityKey instrument, string word, string number)
    {
        var stem = word[0] == 'a' ? "article" : word[0] == 'c' ? "chapter" : word[0] == 's' ? "section" : "paragraph";
        var slug = Slug.Of(number.Replace("paragraph", " ", StringComparison.Ordinal).Replace("s ", " ", StringComparison.Ordinal).Replace("(", " ", StringComparison.Ordinal));
        if (slug.Length == 0) return null;
        var whole = slug;
        var known = listed.GetValueOrDefault(instrument);
        while (known is not null)
        {
            string[] forms = char.IsAsciiDigit(slug[0]) && Roman(slug) is { } roman ? [slug, roman] : [slug];
            foreach (var form in forms)
            {
                if (known.Contains($"{stem}-{form}")) return $"{stem}-{form}";
                if (known.Contains(form)) return form;
            }

            var cut = slug.LastIndexOf('-');
            if (cut < 0) break;
            slug = slug[..cut];
        }

        var end = stem == "article" ? whole.IndexOf('-', StringComparison.Ordinal) : -1;
        return $"{stem}-{(end < 0 ? whole : whole[..end])}";
    }

    private static string? Roman(string digits) => int.TryParse(digits, out var value) && value is > 0 and < 40 ? new string('x', value / 10) + Ones[value % 10] : null;
}
