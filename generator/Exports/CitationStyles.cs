using System.Globalization;

namespace Rostrum.Exports;

/// <summary>A citation in one style, cut where a paragraph and its address go: before, the paragraph, between, the address, after.</summary>
/// <param name="Style">Name of the style.</param>
/// <param name="Before">Everything before the paragraph.</param>
/// <param name="One">How one paragraph is named; <c>{0}</c> is its number.</param>
/// <param name="Many">How a range is named; <c>{0}</c> and <c>{1}</c> are its ends.</param>
/// <param name="Between">What stands between the paragraph and the address.</param>
/// <param name="Url">The statement's address.</param>
/// <param name="After">What stands behind the address.</param>
public sealed record StyledCitation(string Style, string Before, string One, string Many, string Between, string Url, string After)
{
    /// <summary>The citation of the whole statement, of a paragraph, or of a range of them (numbers as readers see them).</summary>
    public string Text(string? first = null, string? last = null)
    {
        if (first is null) return Before + Between + Url + After;
        var isRange = last is not null && last != first;
        var place = (isRange ? Many : One).Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", last, StringComparison.Ordinal);
        return $"{Before}{place}{Between}{Url}#p{first}{(isRange ? $"-p{last}" : "")}{After}";
    }
}

/// <summary>
/// Citation strings in the forms that citeproc gives for a CSL <c>speech</c> with a paragraph as locator: Chicago (notes), OSCOLA and APA; and as footnotes
/// of the United Nations have it (Editorial Manual, footnotes and other references). No access date: a page made once can't know it.
/// The title is the published one, so that APA's sentence case is not applied.
/// </summary>
public static class CitationStyles
{
    /// <summary>A statement in every style, in the order in which they are shown.</summary>
    public static IReadOnlyList<StyledCitation> Of(CitedStatement statement) => [Chicago(statement), Oscola(statement), Apa(statement), UnitedNations(statement)];

    private static StyledCitation Chicago(CitedStatement statement)
    {
        var parts = new[] { statement.Genre, statement.Event, statement.Place, statement.Publisher, English(statement.Date, "MMMM d, yyyy") };
        return new StyledCitation("Chicago", $"{Lead(Direct(statement, ", and "))}“{Inner(statement.Title, '‘', '’')},” {Join(parts)}", ", para. {0}", ", paras. {0}–{1}", ", ", statement.Url, ".");
    }

    private static StyledCitation Oscola(CitedStatement statement)
    {
        var occasion = Join([statement.Place, English(statement.Date, "d MMMM yyyy")]);
        return new StyledCitation("OSCOLA", $"{Lead(Direct(statement, " and "))}‘{Inner(statement.Title, '“', '”')}’ ({occasion})", " para {0}", " paras {0}–{1}", " <", statement.Url, ">");
    }

    private static StyledCitation Apa(CitedStatement statement)
    {
        var authors = statement.Authors.Select(static name => name.Family is null || name.Given is null || name.IsUnspaced ? name.Direct : $"{name.Family}, {Initials(name.Given)}").ToList();
        var date = English(statement.Date, "yyyy, MMMM d");
        var title = statement.Genre is null ? statement.Title : $"{statement.Title} [{statement.Genre}]";
        var lead = authors.Count == 0 ? $"{title}. ({date})" : $"{Stop(List(authors, ", & "))} ({date}). {title}";
        var rest = new[] { statement.Publisher is { } publisher && !statement.Authors.Any(name => name.Whole == publisher) ? publisher : null, Join([statement.Event, statement.Place]) };
        return new StyledCitation("APA", string.Join(". ", rest.Where(static part => !string.IsNullOrEmpty(part)).Prepend(lead)), ", para. {0}", ", paras. {0}–{1}", ". ", statement.Url, "");
    }

    private static StyledCitation UnitedNations(CitedStatement statement) => new(
        "United Nations", $"{Lead(Direct(statement, " and "))}“{Inner(statement.Title, '‘', '’')}”, {Join([statement.Event, statement.Place, English(statement.Date, "d MMMM yyyy")])}",
        ", para. {0}", ", paras. {0}–{1}", ". Available at ", statement.Url, ".");

    private static string Direct(CitedStatement statement, string and) => List([.. statement.Authors.Select(static name => name.Direct)], and);

    private static string Lead(string authors) => authors.Length == 0 ? "" : authors + ", ";

    // With two names the comma before "and" goes; with more it stays where the style has it.
    private static string List(IReadOnlyList<string> names, string and) => names.Count switch
    {
        0 => "",
        1 => names[0],
        2 => names[0] + (and.Contains('&', StringComparison.Ordinal) ? and : " and ") + names[1],
        _ => string.Join(", ", names.SkipLast(1)) + and + names[^1],
    };

    private static string Initials(string given) => string.Join(' ', given.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.EnumerateRunes().First() + "."));

    private static string Stop(string text) => text.EndsWith('.') ? text : text + ".";

    private static string Join(IEnumerable<string?> parts) => string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part)));

    private static string English(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    // Double quotation marks within a title that itself stands in quotation marks take the style's other form; straight ones alternate.
    private static string Inner(string title, char open, char close)
    {
        var isOpen = false;
        return string.Concat(title.Select(c => c switch
        {
            '“' => open,
            '”' => close,
            '"' => (isOpen = !isOpen) ? open : close,
            _ => c,
        }));
    }
}
