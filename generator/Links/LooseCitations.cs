using System.Text.RegularExpressions;

namespace Rostrum.Links;

/// <summary>
/// Words that look like a citation and that no pattern took for one: resolutions without their organ or year, document symbols of other series, numbered parts of a treaty.
/// Looser than <see cref="CitationPatterns"/>, for editors to look through; never linked.
/// </summary>
public static class LooseCitations
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly (string Hint, Regex Expression)[] Patterns =
    [
        ("esolution", new Regex(@"\b[Rr]esolutions? (?:\d{1,4}/\d{1,4}|\d{1,4} ?\(\d{4}\)|\d{1,4}(?: \([A-Z]+\))?)", Linear)),
        ("/", new Regex(@"\b[A-Z]{1,6}/[A-Z0-9][A-Za-z0-9.\-]*(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)*", Linear)),
        ("Article", new Regex(@"\bArticles? \d{1,3}(?: ?\(\d{1,2}\))? of (?:the )?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+| of| on| the){0,5}", Linear)),
    ];

    /// <summary>The words, those left out that overlap what the passage is known to cite or link.</summary>
    public static IEnumerable<string> Find(LinkedPassage passage)
    {
        var text = passage.Passage.Text;
        foreach (var (hint, expression) in Patterns)
        {
            if (!text.Contains(hint, StringComparison.Ordinal)) continue;
            for (var match = expression.Match(text); match.Success; match = match.NextMatch())
            {
                var words = match.Value.TrimEnd('.', '-');
                var (start, end) = (match.Index, match.Index + words.Length);
                if (words.Any(char.IsAsciiDigit) && !passage.Mentions.Any(mention => mention.Start < end && start < mention.End)) yield return words;
            }
        }
    }
}
