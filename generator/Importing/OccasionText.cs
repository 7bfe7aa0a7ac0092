using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>
/// Reads the sitting and the body that a title names. A sitting becomes one only where the words tell it from others of its kind, by a number or a
/// topic: "the open debate" is many sittings.
/// </summary>
internal static class OccasionText
{
    private const int Longest = 220;

    /// <summary>The sitting and the body; null for what the text does not name.</summary>
    public static (string? Meeting, string? Forum) Read(string text)
    {
        foreach (var opener in Openers)
        {
            var match = opener.Match(text);
            if (!match.Success || (opener == Loose && !GenreWords.Opens(text)) || (opener == Start && !IsBodyAt(text))) continue;
            var phrase = Clean(text[(match.Index + match.Length)..]);
            var topic = Topic.Match(phrase);
            var name = topic.Success ? phrase[..topic.Index].Trim(' ', ',') : phrase;
            if (!Sitting.IsMatch(name) && BodyIn(name) is null) continue;
            var isOne = Sitting.IsMatch(name) && (topic.Success || Number.IsMatch(name));
            return (!isOne ? null : phrase.Length <= Longest ? phrase : name.Length <= Longest && Number.IsMatch(name) ? name : null, BodyIn(name));
        }

        return (null, null);
    }

    // The standing body that a text names first; not one whose name only leads to something else, as "Committee Reception".
    private static string? BodyIn(string text)
    {
        var match = Body.Match(text);
        return match.Success && !Other.IsMatch(text[(match.Index + match.Length)..]) ? match.Value.Trim() : null;
    }

    private static bool IsBodyAt(string text) => Body.Match(text) is { Success: true, Index: < 5 } && BodyIn(text) is not null;

    private static string Clean(string phrase)
    {
        var by = By.Match(phrase);
        if (by.Success) phrase = phrase[..by.Index];
        phrase = DeliveryNote.TakeFrom(phrase.Trim()).Title;
        return TrailingDate.Replace(phrase, "").Trim(' ', ',', '.', '–', '—', '-', '|', ':');
    }

    private static readonly Regex Loose = new(@"\b(?:in the|to the|en (?:la|el)|à la|au|al|a la)\s+(?=[(""“\p{L}\p{N}])", RegexOptions.IgnoreCase);

    private static readonly Regex Start = new("^");

    private static readonly Regex[] Openers =
    [
        new(@"\b(?:on the occasion of (?:the|an?)|à l['’]occasion (?:de la|de l['’]|du)|con (?:motivo|ocasión) (?:de la|del|de las|de los))\s*", RegexOptions.IgnoreCase),
        new(@"\b(?:at|during|before|lors|devant|durante|ante) (?:the|an?|de la|de l['’]|du|d['’]une?|la|le|l['’]|el)\s*(?=[(""“\p{L}\p{N}])", RegexOptions.IgnoreCase),
        Loose,
        Start,
    ];

    private static readonly Regex By = new(@",?\s+(?:delivered by\b|made by\b|presented by\b|by\s+(?=(?:H\.?\s?E\b|Her|His|Mr|Mrs|Ms|Dr|Amb)))|,\s+(?:on behalf of|in (?:its|his|her) national capacity|New York|Geneva|Vienna)\b", RegexOptions.IgnoreCase);

    private static readonly Regex Other = new(@"^\s+(?!(?:Open|OPEN|Arria|High|Special|Emergency|Thematic|Plenary|Joint|General|Informal|Formal|Annual|Public|Urgent|Interactive|Debate|DEBATE|Meeting|MEETING|Session|SESSION|Briefing|Summit|Ministerial|Consultations?|Dialogue|First|Second|Third|Fourth|Fifth|Sixth|At|On|Of|In|ON|OF|IN|AT|FOR)\b)\p{Lu}");

    private static readonly Regex TrailingDate = new(@"[\s,|–—-]*\(?(?:on\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+|\p{L}+\s+\d{1,2}),?\s+\d{4}\)?$");

    private static readonly Regex Topic = new(@"\s(?:on|for|regarding|concerning|sur|sobre|under|relative? [àa]|consacrée? à|dedicad[oa] a)\s|:\s|\s?[""“«]|,\s(?=agenda|cluster|item|under)", RegexOptions.IgnoreCase);

    private static readonly Regex Number = new(@"\d|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|premi[eè]re?|deuxième|troisième|quatrième|cinquième|primera?|segund[ao]|tercera?|cuart[ao]|quint[ao]|[IVX]{2,})\b(?!\s+(?:committee|commission|comisión))|\b\p{L}+(?:ieth|eenth|ième|ésim[ao]|ésimo)\b", RegexOptions.IgnoreCase);

    private static readonly Regex Sitting = new(@"\b(?:meeting|session|debate|summit|conference|briefing|consultations?|dialogue|segment|ceremony|symposium|workshop|seminar|réunion|séance|débat|sommet|conférence|reunión|sesión|debate|cumbre|conferencia)\b", RegexOptions.IgnoreCase);

    private const string Lead = @"(?:(?!(?i:at|on|of|the|to|in|and|for|by|an?|open|general|thematic|high-level|informal|formal|emergency|special|joint|plenary|debate|meeting|session|briefing|statement|remarks|president|members?|report)(?![\w-])(?!\s+(?i:assembly|council)\b))\p{Lu}[\p{L}.’'-]*\s+){0,4}";

    private const string Kind = @"(?:Council|Assembly|Commission|Committee|Working\s+Group|Parliament|Congress|Tribunal|COUNCIL|ASSEMBLY|COMMISSION|COMMITTEE|WORKING\s+GROUP)";

    private static readonly Regex Body = new(
        $@"(?<![\p{{L}}’'-])(?:{Lead}{Kind}\b(?:,?\s+(?:(?i:of\s+the)\s+)?{Lead}{Kind}\b)?|Conference on \p{{Lu}}\p{{L}}+)"
        + @"|\b(?:Conseil|Consejo|Comité|Groupe de travail|Grupo de Trabajo) (?:des?|du|del|de las?|de los) ?(?:l['’])?\p{L}+(?: de l['’]homme| humanos)?|\bCONSEJO DE SEGURIDAD\b|\bAssemblée générale\b|\bAsamblea General\b|\b\p{Lu}\p{L}+ (?:Commission|Comisión)\b");
}
