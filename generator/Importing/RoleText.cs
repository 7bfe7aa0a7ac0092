using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>Reads the role that follows a name, and the delegation and the occasion that a heading names.</summary>
internal static class RoleText
{
    private const int Longest = 220;

    /// <summary>The role behind a name, up to where the occasion begins; null where there is none.</summary>
    /// <param name="rest">What follows the name.</param>
    /// <param name="isTitle">Whether an occasion may follow.</param>
    public static string? Behind(string rest, bool isTitle)
    {
        var bracket = Bracketed.Match(rest);
        if (bracket.Success) return Trim(bracket.Groups["role"].Value);
        var start = Begin.Match(rest);
        var below = rest.TrimStart(' ', ',', '\n');
        if (!start.Success && !(rest.Length > below.Length && rest[..^below.Length].Contains('\n', StringComparison.Ordinal) && OfficeAtStart.IsMatch(below))) return null;
        var role = start.Success ? rest[start.Length..] : below;
        if (isTitle)
        {
            var end = OccasionAfterComma.Match(role);
            if (!end.Success) end = Occasion.Match(role);
            if (end.Success) role = role[..end.Index];
        }

        return Trim(role);
    }

    /// <summary>Whether a line of its own is a role.</summary>
    public static bool IsRole(string line) => line.Length <= Longest && OfficeAtStart.IsMatch(line);

    /// <summary>Whether a line below a name is a role, with what may stand before the office.</summary>
    public static bool IsRoleBelow(string line) => IsRole(line) || (line.Length <= Longest && line[^1] is not ('.' or '!' or '?') && OfficeWithin.IsMatch(line) && !GenreWords.Opens(line));

    /// <summary>The delegation that a text names in a form that leaves no doubt; null where there is none.</summary>
    /// <param name="text">A role, a line of the head, or a title.</param>
    /// <param name="isTitle">Whether offices in it may be those of others than the speaker.</param>
    public static string? DelegationIn(string text, bool isTitle)
    {
        var match = OnBehalf.Match(text);
        if (!match.Success) match = Mission.Match(text);
        if (!match.Success) match = ChineseDelegation.Match(text);
        if (!match.Success && !isTitle) match = OfCountry.Match(text) is { Success: true } country && Countries.Has(country.Groups["n"].Value) ? country : Match.Empty;
        if (!match.Success) match = ByCountry.Match(text) is { Success: true } by && Countries.Has(by.Groups["n"].Value) ? by : Match.Empty;
        return match.Success && match.Groups["n"].Length < 80 ? match.Groups["n"].Value.Trim() : null;
    }

    /// <summary>A role without the signs and the day around it; null where nothing is left that could be one.</summary>
    public static string? Trim(string role)
    {
        role = role.Replace('\n', ' ');
        if (WrittenDates.FindAll(role) is [var date, ..]) role = role[..date.Start];
        role = role.Trim(' ', ',', ';', '.', '–', '—', '-', '(', '|');
        return role.Length is > 2 and <= Longest && char.IsLetter(role[0]) ? role : null;
    }

    private static readonly Regex Bracketed = new(@"^\s*\((?<role>[^()]{3,200})\)");

    private static readonly Regex Begin = new(@"^\s*(?:,|[–—]|\s-\s)(?!\s*(?:in |on |on the|at the|during|before|in the|to the|and|lors|devant|au nom|en el|ante|durante|con motivo|à l['’]occasion)\b)");

    private static readonly Regex OccasionAfterComma = new(@"(?:,|\n)\s*(?:on\s|at (?:the|a|an)\b|during|before (?:the|a)|in (?:the|a) |to the |for the |upon |under |delivered|regarding|concerning|lors d|devant |à l['’]occasion|au nom |à la |au |en (?:el|la) |ante |durante |con motivo |en ocasión|en nombre)", RegexOptions.IgnoreCase);

    private static readonly Regex Occasion = new(@"\s(?:on the occasion of|at the (?!\p{L}*\s?(?:Ministry|Department|Office|Federal|Permanent Mission|Embassy|Cabinet))|during the|on behalf of|before the|lors d|à l['’]occasion d|au nom d|con motivo d|durante |en nombre d)|\s[–—|]\s|:\s|\s[""“«]", RegexOptions.IgnoreCase);

    private static readonly Regex OfficeAtStart = new(@"^(?:the\s+)?(?:(?:Deputy|Vice|Acting|First|Second|Third|Prime|Permanent|Alternate|Special|High|Under|Assistant|Chief|Head|Legal|Senior|Political|Foreign|Federal|State)[\s-])*(?:Ambassador|Minister|Secretary|Representative|President|Director|Head|Envoy|Counsel(?:l)?or|Advis[eo]r|Delegate|Chargée?|Commissioner|Chair|Expert|Officer|Coordinator|Spokes(?:person|man|woman)|Attaché|Ministre|Ministr[oa]|Représentante?|Representante|Ambassadeur|Ambassadrice|Embajadora?|Directeur|Directrice|Directora?|Постоянн|Заместител|Министр|Посол|Директор|Представител|Глава|常驻|外交部|大使|代表)", RegexOptions.IgnoreCase);

    private static readonly Regex OfficeWithin = new(@"^(?:(?:\p{Lu}[\p{L}.’'&-]*|of|the|and|for|de|des|du)\s+){1,5}(?i:Ambassador|Minister|Secretary|Representative|President|Director|Head|Envoy|Counsel(?:l)?or|Advis[eo]r|Commissioner|Chair|Expert|Coordinator|Attaché|Ministre|Ministr[oa]|Représentante?|Representante)\b");

    private static readonly Regex OnBehalf = new(@"\bon behalf of (?:the )?(?:delegation of |Government of |States members of )?(?<n>(?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the|for)(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the|for|\d+))*?(?:(?<=Group(?: of [^,]*)?) on \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)?)(?=\s*(?:[,.:;(–—]|$|\s(?:at|on|to|in|before|during|under)\s))|\b(?:au nom d(?:e la |e l['’]|es |u |e )|en nombre de (?:la |los |las )?|en nombre del )(?<n>\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|de|des|du|et|y|la|los|las|non))*?)(?=\s*(?:[,.:;(–—]|$|\s(?:à|au|lors|devant|en|ante|durante|sur)\s))");

    private static readonly Regex Mission = new(@"\b(?i:(?:Permanent (?:Representative|Mission|Observer|Observer Mission|Delegation)|Delegation|Représentante? permanente?|Mission permanente|Délégation|Representante Permanente|Misión Permanente|Delegación)(?: of(?: the)?| de la| de l['’]| des| du| del| de los| de las| de) ?)(?<n>\p{Lu}[\p{L}\p{M}’'-]*(?:(?:,)?\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the|de|du|des|et|y|la|del))*?)(?=\s*(?:[,.:;(–—]|$|\s(?i:to|at|on|in|before|during|auprès|ante|aux|près|à|en|sur|and to)\s))");

    private static readonly Regex ChineseDelegation = new(@"^(?<n>\p{IsCJKUnifiedIdeographs}{2,8}?)(?:常驻联合国)?代表团");

    private static readonly Regex OfCountry = new(@"\b(?i:Ministry|Minister|Ambassador|Secretary|President|Representative|Ministers?|Department|Agency|Republic|Kingdom)\b.*\sof (?:the )?(?<n>\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the))*)\s*$");

    private static readonly Regex ByCountry = new(@"^(?i:(?:\p{L}+ )?(?:statement|remarks|intervention|declaration|explanation of (?:vote|position)|right of reply) (?:by|of) (?:the delegation of )?(?:the )?)(?<n>\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]*|of|and|the))*?)(?=\s*(?:[,.:;(–—]|$|\s(?:at|on|to|in|before|during|under|for)\s))");

}
