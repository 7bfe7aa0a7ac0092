using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>A speaker as printed: the name without its honorific, in the order of the source, and the role behind or before it.</summary>
internal sealed record NamedSpeaker(string Name, string? Role);

/// <summary>
/// Finds who speaks. A name counts only where its form leaves no doubt: behind an honorific or an office, or with its family name in capitals,
/// and of at least two parts; <c>President Smith</c> is left for the editor, because a family name alone is no key.
/// </summary>
internal static class SpeakerNames
{
    private const string Part = @"(?:\p{Lu}[\p{L}\p{M}’'‘`ʼ-]*\.?(?:\p{Lu}\.)*|(?:al|el|ad|an|ar|as|at|ash|an)-\p{Lu}[\p{L}\p{M}’'-]+)";
    private const string Particle = @"(?:de|da|do|dos|das|del|della|di|du|des|der|den|ter|ten|van|von|zu|zum|zur|la|las|los|le|y|e|i|bin|bint|ibn|ben|al|el|af|av|of|’t|'t)";
    private const string FullName = $@"(?<n>{Part}(?:[ \u00A0]+(?:{Particle}[ \u00A0]+){{0,3}}{Part}){{1,5}}(?:,?[ \u00A0]+(?:[JS]r\b\.?|II|III|IV)(?![\p{{L}}]))?)";
    private const string Article = @"(?i:the|la|el|le)\s+";
    private const string Title = @"(?i:(?:H\.?\s?E\.?|HE|S\.?\s?E\.?|SE|His|Her|Their|Son|Su|Exc(?:ellency|\.)|Excell?ence|Excelencia|Mr|Mrs|Ms|Mx|Miss|Messrs|Dr|Prof|Professor|Professeure?|Profesora?|Amb|Ambassador|Ambassadeur|Ambassadrice|Embajadora?|Hon|Honou?rable|Rt|Right|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|General|Gen|Lt|Lieutenant|Colonel|Col|Major|Captain|Capt|Admiral|Adm|Commander|Judge|Sheikh|Sheikha|Shaikh|M|MM|Mme|Mlle|Monsieur|Madame|Sra|Sr|Srta|Señora?|Excm[ao]|l['’](?:Ambassadeur|Ambassadrice|Honorable))\b\.?,?(?:\s+|(?<=\.)))";
    private const string Honorific = "(?:" + Article + ")?(?:" + Title + "(?:" + Article + ")?)+";
    private const string Office = @"(?:(?:Vice|Deputy|Acting|First|Prime|Foreign|Federal|State|Under|Assistant|Permanent|Alternate|Interim|Attorney|Chief|Special|High|Crown|Home|Defen[cs]e|Finance|Parliamentary)[\s-])*(?:President|Minister|Secretary|Secretary-General|Senator|Governor|Chancellor|Premier|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Chair|Director|Director-General|General|Commissioner|Counsel(?:l)?or|Envoy|Prince|Princess|King|Queen|Ambassador|Mayor|Speaker|Delegate|Attaché|Advis[eo]r)";

    /// <summary>The speakers whom a title or a line of its own names without doubt.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isTitle">Whether the line is a title, in which names also stand that do not speak: then only what follows "by" and its kin counts.</param>
    public static IReadOnlyList<NamedSpeaker> Find(string line, bool isTitle)
    {
        var from = 0;
        if (isTitle)
        {
            var by = GivenBy.Match(line);
            if (!by.Success) by = By.Match(line);
            if (by.Success) from = by.Index + by.Length;
            else return EasternNames.Find(line) is { Count: > 0 } found ? found : FindBehindColon(line);
        }

        var named = FindAt(line[from..], isTitle);
        return named.Count > 0 || isTitle ? named : EasternNames.Find(line) is { Count: > 0 } eastern ? eastern : named;
    }

    /// <summary>A line that is a label and a name, as in <c>Speaker: NAME</c> or <c>President: NAME</c>; null for any other line.</summary>
    public static NamedSpeaker? ReadLabelled(string line)
    {
        var match = DeliveredBy.Match(line.Trim());
        if (match.Success && IsPerson(match.Groups["n"].Value)) return new NamedSpeaker(match.Groups["n"].Value.Trim(), RoleText.Trim(match.Groups["role"].Value));
        match = Labelled.Match(line.Trim());
        if (!match.Success) return EasternNames.ReadLabelled(line);
        var label = match.Groups["label"].Value.Trim();
        if (label.Length == 0 || (Replica.IsMatch(label) && !SpeakerLabel.IsMatch(label))) return null;
        var name = match.Groups["n"].Value.Trim();
        var office = OfficeLabel.IsMatch(label);
        if ((!office && !SpeakerLabel.IsMatch(label)) || !IsPerson(name)) return null;
        var role = RoleText.Trim(match.Groups["role"].Value) ?? (office && !SpeakerLabel.IsMatch(label) ? label : null);
        return new NamedSpeaker(name, role);
    }

    /// <summary>What follows "by" where it names somebody whose name is not plain; null where there is no such phrase.</summary>
    public static string? FindDoubtful(string title)
    {
        var by = By.Match(title);
        if (!by.Success) return null;
        var rest = title[(by.Index + by.Length)..];
        var end = PhraseEnd.Match(rest);
        var phrase = (end.Success ? rest[..end.Index] : rest).Trim();
        return phrase.Length is > 1 and < 120 ? phrase : null;
    }

    private static List<NamedSpeaker> FindAt(string text, bool isTitle)
    {
        if (RoleFirst.Match(text) is { Success: true } led && RoleText.IsRole(led.Groups["role"].Value) && FindAt(text[led.Length..], isTitle) is { Count: > 0 } behind) return [behind[0] with { Role = behind[0].Role ?? led.Groups["role"].Value.Trim() }, .. behind.Skip(1)];
        var found = new List<NamedSpeaker>();
        while (found.Count < 8)
        {
            var match = WithHonorific.Match(text);
            if (!match.Success) match = WithOffice.Match(text) is { Success: true } office && !Gerund.IsMatch(office.Groups["n"].Value) ? office : Match.Empty;
            if (!match.Success) match = FamilyInCapitals.Match(text);
            if (!match.Success && PlainName.Match(text) is { Success: true } plain && IsPerson(plain.Groups["n"].Value) && RoleText.IsRole(text[(plain.Index + plain.Length)..].TrimStart(',', ' ', '\n'))) match = plain;
            if (!match.Success || match.Groups["n"].Index > 200) break;
            var rest = text[(match.Index + match.Length)..];
            var (name, moved) = CutOffice(match.Groups["n"].Value);
            if (name is null) break;
            rest = moved + rest;
            var role = RoleText.Behind(rest, isTitle) ?? (match.Groups["office"].Success ? match.Groups["office"].Value.Trim() : null);
            found.Add(new NamedSpeaker(name, role));
            var next = Another.Match(rest);
            if (!next.Success) break;
            text = rest[(next.Index + next.Length)..];
        }

        return found;
    }

    // "H.E. Mr. John Smith Permanent Representative of …": the name ends where an office begins.
    private static (string? Name, string After) CutOffice(string name)
    {
        name = name.Replace('\u00A0', ' ');
        var word = FunctionWord.Match(name);
        if (word.Success) name = name[..word.Index];
        var office = OfficeWithin.Match(name);
        var kept = (office.Success ? name[..office.Index] : name).TrimEnd(' ', ',');
        return kept.Contains(' ', StringComparison.Ordinal) ? (kept, office.Success ? ", " + name[office.Index..] : "") : (null, "");
    }

    private static bool IsPerson(string name) => !Countries.Has(name) && !Organisation.IsMatch(name);

    private static List<NamedSpeaker> FindBehindColon(string line)
    {
        var match = Colon.Match(line);
        return match.Success ? FindAt(line[(match.Index + match.Length)..], true) : [];
    }

    private static readonly Regex GivenBy = new(@"\b(?:delivered by|given by|made by|presented by|pronounced by|prononcée?s? par|pronunciad[oa]s? por)(?::)?\s+", RegexOptions.IgnoreCase);

    private static readonly Regex By = new(@"\b(?:by|par|por)(?::)?\s+|^(?:discours|allocution|intervention|déclaration|statement|remarks|address|speech)\s+(?:de|du|of)\s+(?=(?:S\.?\s?E\b|M\.|Mme|Monsieur|Madame|l['’]Ambassad(?:eur|rice)|H\.?E\b|His|Her|Mr|Ms|Dr|Ambassador)[\s.])|^(?:discurso|alocución|intervención|declaración|palabras)\s+(?:de|del)\s+(?:la\s+|el\s+)?(?=(?:S\.?\s?E\b|Excm|Sr|Emb|Min|Rep|Su )[\p{L}.]*\s)", RegexOptions.IgnoreCase);


    private static readonly Regex Colon = new(@"^[^:]{3,40}:\s+(?=" + Honorific + ")");

    private static readonly Regex DeliveredBy = new(@"^(?i:delivered|presented|read|given|prononcée?|présentée?|pronunciad[oa]|leíd[oa])\s+(?i:by|par|por)\s*:?\s+(?:" + Honorific + @")?" + FullName + @"(?:\s*[,(]\s*(?<role>.{3,200}?)\)?)?$");

    private static readonly Regex RoleFirst = new(@"^\s*(?:the\s+)?(?:\p{Lu}\p{L}+['’]s?\s+)?(?<role>[^,()]{3,100}),\s+(?=" + Honorific + FullName + ")", RegexOptions.None);

    private static readonly Regex PlainName = new(@"^\s*" + FullName + @"(?=\s*,|\n)");

    private static readonly Regex Organisation = new(@"\b(?i:mission|delegation|union|group|republic|kingdom|ministry|department|government|council|committee|states|nations|secretariat|office|agency|movement|community|association|president|minister|ambassador|representative)\b");

    private static readonly Regex WithHonorific = new(@"^\s*" + Honorific + @"(?:(?<office>" + Office + @")\s+)?" + FullName);

    private static readonly Regex WithOffice = new(@"^\s*(?:the\s+)?(?<office>" + Office + @"),?\s+(?:" + Honorific + ")?" + FullName + @"(?=\s*[,(:]|\s*$|\s[–—|-]|\s+(?i:at|on|to|in|of|before|during|for|and|upon|after|with)\b)");

    private static readonly Regex FamilyInCapitals = new(@"^\s*(?<n>\p{Lu}{2}[\p{Lu}’'-]+(?:\s+\p{Lu}{2}[\p{Lu}’'-]+)?(?:\s+(?!(?:" + Office + @")\b)\p{Lu}\p{Ll}[\p{L}-]+)(?:\s+\p{Lu}\p{Ll}[\p{L}-]+(?=\s*[,(]))?|(?:\p{Lu}\p{Ll}[\p{L}-]*\s+){1,3}(?:(?:de|da|van|von|der|den|bin|al|el)\s+){0,2}\p{Lu}{2}[\p{Lu}’'-]+(?:\s+\p{Lu}{2}[\p{Lu}’'-]+)?)(?=\s*[,(]|\s*$|\s+(?:at|on|to|of|in|before|during)\s)");

    private static readonly Regex OfficeWithin = new(@"\s(?:(?:Permanent|Deputy|Vice|First|Prime|Acting|Chargé|Special|Under|Assistant|Chief|Head|Legal|Alternate|PERMANENT|DEPUTY|PRIME|HEAD|CHARGÉ)\s|(?:Minister|Ambassador|President|Secretary|Director|Representative|Counsel(?:l)?or|Attaché|Advis[eo]r|Ministre|Ministro|Ministra|Représentante?|Representante|Embajadora?|Ambassadeur|Ambassadrice|MINISTRE|MINISTR[OA]|REPRÉSENTANTE?|REPRESENTANTE|EMBAJADORA?|MINISTER|AMBASSADOR|PRESIDENT|SECRETARY|REPRESENTATIVE|DIRECTOR)\b)");

    // In a title with capitals throughout a name ends where a word begins that is none.
    private static readonly Regex FunctionWord = new(@"\s(?:Before|After|During|At|On|In|To|With|For|And|From|Upon|Following|Regarding|Concerning|The|By|Under|Via|As|Of|BEFORE|AFTER|DURING|AT|ON|IN|TO|WITH|FOR|AND|FROM|THE|BY|OF|ANTE|EN|LORS|DEVANT|SOBRE)\b(?!\.)|\s\p{Lu}\p{Ll}{2,}ing(?=\s)");

    private static readonly Regex Gerund = new(@"\p{L}{3}ing$");

    private static readonly Regex Another = new(@"^[^:]{0,160}?(?i:,?\s+and|\s*;|\s*&|,?\s+et|,?\s+y)\s+(?=(?:H\.?E\b|Mr|Mrs|Ms|Dr|Amb|Prof|M\.|Mme|Sr|Sra|Sir)[\s.])");

    private static readonly Regex Labelled = new(@"^(?<label>[\p{L}\s-]{2,40}?)\s*[:：]\s*(?:" + Honorific + @")?" + FullName + @"(?:\s*[,(]\s*(?<role>[^()]{3,160}?)\)?)?$");

    private static readonly Regex OfficeLabel = new(@"^(?:the\s+)?(?:" + Office + @")$|^(?:président|presidente|presidenta|ministre|ministro|ministra|ambassadeur|embajador|president|minister|президент|министр|посол)e?$", RegexOptions.IgnoreCase);

    private static readonly Regex SpeakerLabel = new(@"^(?:speaker|delivered by|presented by|statement by|by|author|orateur|oratrice|prononcée? par|orador|oradora|pronunciad[oa] por|выступающий|докладчик|оратор|发言人|讲话人|发言者|المتحدث|المتكلم|発言者|演説者)$", RegexOptions.IgnoreCase);

    private static readonly Regex Replica = new(@"^THE\s|^Q$|^(?-i:\p{Lu}{4,})(\s\p{Lu}+)*$");

    private static readonly Regex PhraseEnd = new(@",|\s\(|\s[–—|-]{1,2}\s|:|\s(?:at|on|to|in|before|during|for|upon|after|announcing|signing|with)\s");
}
