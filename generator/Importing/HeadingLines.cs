using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>What a line at the head of a statement says.</summary>
internal enum LineKind
{
    /// <summary>Nothing that is recognised.</summary>
    Other,

    /// <summary>A date, alone or with a place before it.</summary>
    Date,

    /// <summary>How the text relates to what was said: "(As delivered)" and its kin.</summary>
    Delivery,

    /// <summary>Address, telephone, name of a mission: the head of the paper.</summary>
    Letterhead,

    /// <summary>The symbol of a document.</summary>
    Symbol,

    /// <summary>A label and a name, as in <c>Speaker: NAME</c>.</summary>
    Labelled,

    /// <summary>A note on the language or on the time of release.</summary>
    Note,

    /// <summary>A salutation: the text has begun.</summary>
    Salutation,

    /// <summary>A sentence: the text has begun.</summary>
    Sentence,
}

/// <summary>Tells what a line at the head of a statement is. General forms first; words of the seven languages only where there is no form.</summary>
internal static class HeadingLines
{
    private const int LongestNote = 90;
    private const int LongestHeading = 600;

    /// <summary>What the line is.</summary>
    public static LineKind KindOf(string line)
    {
        var bare = line.Trim();
        if (bare.Length > LongestHeading) return LineKind.Sentence;
        if (IsDate(bare)) return LineKind.Date;
        if (DeliveryOf(bare) is not null) return LineKind.Delivery;
        if (DeliveryNote.TakeFrom(bare) is { Delivery: not null } noted && IsDate(noted.Title)) return LineKind.Date;
        if (IsSymbol(bare)) return LineKind.Symbol;
        if (bare.Length <= LongestNote && Note.IsMatch(bare)) return LineKind.Note;
        if (Letterhead.IsMatch(bare) && bare.Length <= LongestNote * 2 && !GenreWords.Opens(bare)) return LineKind.Letterhead;
        if (SpeakerNames.ReadLabelled(bare) is not null) return LineKind.Labelled;
        if (Salutation.IsMatch(bare)) return LineKind.Salutation;
        return IsSentence(bare) ? LineKind.Sentence : LineKind.Other;
    }

    /// <summary>What a line, or a note in brackets at the end of one, says of the delivery; null when it says nothing of it.</summary>
    public static string? DeliveryOf(string line)
    {
        var bare = line.Trim().Trim('(', ')', '[', ']', '（', '）', '【', '】', '*', '"', '“', '”', '-', '–', '—', ' ', '.', '!', '«', '»', '<', '>', '〈', '〉');
        if (bare.Length is 0 or > LongestNote) return null;
        if (Check.IsMatch(bare)) return "check-against-delivery";
        if (Delivered.IsMatch(bare) || Exactly.IsMatch(bare)) return "as-delivered";
        if (Prepared.IsMatch(bare) || MayDiffer.IsMatch(bare)) return "as-prepared";
        if (Written.IsMatch(bare)) return "written-only";
        return Transcript.IsMatch(bare) ? "transcript" : OfBracket(line.Trim());
    }

    // A short note in brackets that speaks of speaking, in whatever words.
    private static string? OfBracket(string line)
    {
        if (line.Length is < 4 or > 60 || !Bracketed.IsMatch(line) || !Speaking.IsMatch(line) || OfLanguage.IsMatch(line)) return null;
        return Verifying.IsMatch(line) ? "check-against-delivery" : Preparing.IsMatch(line) ? "as-prepared" : "as-delivered";
    }

    /// <summary>Whether a line is a date and nothing more than its weekday, its time, a label or the place before it.</summary>
    public static bool IsDate(string line)
    {
        var dates = WrittenDates.FindAll(line);
        if (dates.Count != 1 || line.Length > LongestNote) return false;
        var before = line[..dates[0].Start].Trim(' ', '(', '[', '（', '\u00A0');
        var after = line[(dates[0].Start + dates[0].Length)..].Trim(' ', ')', ']', '）', '.', ',', '\u00A0');
        return (after.Length == 0 || AfterDate.IsMatch(after)) && (before.Length == 0 || BeforeDate.IsMatch(before) || IsPlace(before) || IsPlace(Article.Replace(before, "") + ","));
    }

    /// <summary>Whether the line holds nothing that the record of a statement does not.</summary>
    public static bool IsWhollyRecorded(string line) => DeliveryOf(line) is not null || SpeakerNames.ReadLabelled(line) is not null || (IsDate(line) && WrittenDates.FindAll(line)[0] is { Day: not null } date && !IsPlace(line[..date.Start].Trim()));

    /// <summary>Whether a line reads as a sentence of the text rather than as a heading.</summary>
    public static bool IsSentence(string line)
    {
        if (line.Length == 0 || GenreWords.Opens(line)) return false;
        return LastSign(line) is '.' or '!' or '?' or '。' or '؟' or '！' or '？' or ':' or '：' ? line.Length > 12 && !Abbreviation.IsMatch(line) : line.Length > 400 || SentenceWithin.IsMatch(line);
    }

    /// <summary>The last sign of a line before its closing quotation marks and brackets; NUL where there is nothing else.</summary>
    public static char LastSign(string line)
    {
        var end = line.AsSpan().TrimEnd("\"”»)）」』* ");
        return end.Length == 0 ? '\0' : end[^1];
    }

    private static bool IsPlace(string before) =>
        before.Length is > 0 and < 50 && !GenreWords.Opens(before) && before[^1] is ',' or '،' or '、' or '–' or '-' or '—' or '|' && before.Split(' ').Length <= 6 && (!char.IsLetter(before[0]) || !char.IsLower(before[0]) || before.StartsWith("г. ", StringComparison.Ordinal));

    private static bool IsSymbol(string line) => line.Length < 60 && Symbol.IsMatch(line.Trim('(', ')', ' '));

    private static readonly Regex Check = new(@"^(final |version |texte |text |только |seul )?.{0,12}(check(ed)? against (the )?delivery|seul le (texte|prononcé) .*foi|seul le prononcé fait foi|sous réserve .*prononc|vérifier (à|au|contre) .*(prononc|audition)|cotéjese|cotejar? .*(pronunci|lectura|leído|discurso)|verif(íque|ique|icar).{0,30}(pronunci|discurso|lectura|intervenci)|сверять с .*|сверить с .*|проверя(ть|йте) .*(произнес|выступ)|по произнесении|以.*(实际)?(发言|现场|讲话|口头)为准|请(以|与).*核对|(يرجى )?(التحقق|المراجعة|مراجعة|التدقيق|تراجع|راجع).{0,40}(الإلقاء|إلقاء|عند الإلقاء|إلقائه|الملقى|القاء)|実際の発言.*(優先|異な)|発言時)", RegexOptions.IgnoreCase);

    private static readonly Regex Delivered = new(@"^(text |version |texte |remarks |statement )?(as (actually )?delivered|as (spoken|given)|tel(le)? que prononcée?s?|tel(le)? que délivrée?|(texte )?prononcée?|version prononcée|(tal )?como (fue )?pronunciad[oa]|tal (y )?como se pronunció|versión pronunciada|текст произнес[её]нн?(ой|ого) .*|в том виде, в котором .*произнес.*|как (было )?произнес[её]н[оа]?|(实际|現場|现场)?(发言|发表|講話|讲话)?(实录|稿（实际）)|(按)?(实际|现场)(发言|讲话)(稿|内容|版本)?|发言稿（实录）|كما ألقي(ت)?( .*)?|كما (تم إلقاؤ(ه|ها)|أُلقي(ت)?|القي(ت)?)|النص كما ألقي|実際の発言|発言(どおり|通り)|(実際に)?(行われた|発言された)(とおり|通り|もの)|(実際の)?ステートメント(どおり|通り))$", RegexOptions.IgnoreCase);

    private static readonly Regex Bracketed = new(@"^[(（\[【〔–—-]\s*[^()（）\[\]]+\s*[)）\]】〕–—-]\.?$");

    private static readonly Regex Speaking = new(@"\bdeliver|\bspoken\b|pronon[cç]|pronunci|le[ií]d[ao]|произнес|зачита|оглаше|устн|выступлени|发言|發言|发表|讲话|演讲|宣读|ألق|لقاء|الإلقاء|ملقى|発言|実際|口頭|読み上げ", RegexOptions.IgnoreCase);

    private static readonly Regex OfLanguage = new(@"\bin (?:english|french|spanish|russian|arabic|chinese|japanese)|\ben (?:anglais|français|espagnol|russe|inglés|francés|español)|язык|английск|французск|русск|英文|英语|英語|日本語|中文|法语|الإنجليزية|العربية|الفرنسية", RegexOptions.IgnoreCase);

    private static readonly Regex Verifying = new(@"\bcheck|vérif|verif|cotej|\bfoi\b|свер|провер|为准|為準|核对|核對|يراج|راجع|تحقق|تدقيق|優先|照合|確認|異なる", RegexOptions.IgnoreCase);

    private static readonly Regex Preparing = new(@"prepar|prépar|подготов|准备|準備|أعد|معد|予定", RegexOptions.IgnoreCase);

    private static readonly Regex Exactly = new(@"^\D{0,60}\bexactly as (it was )?(delivered|given|spoken)$", RegexOptions.IgnoreCase);

    private static readonly Regex MayDiffer = new(@"^\D{0,60}\b(may|might) differ from (the )?deliver\w*( version)?$", RegexOptions.IgnoreCase);

    private static readonly Regex Prepared = new(@"^(text |remarks |statement )?(as (prepared|written)( for (delivery|release))?|prepared for delivery|(tel(le)? que |texte )préparée?|préparé pour .*|(tal )?como (fue )?preparad[oa]( .*)?|preparado para .*|подготовленн?ый текст.*|текст, подготовленный .*|как (было )?подготовлено|发言(稿|准备稿)|准备稿|书面发言稿|كما أعدت?|كما أُعدّ?ت?( .*)?|النص المعد .*|準備(された)?原稿|発言(用)?原稿|発言要領)$", RegexOptions.IgnoreCase);

    private static readonly Regex Written = new(@"^(written (statement|submission|contribution)( only)?|submitted in writing|not delivered|déclaration écrite|soumission écrite|declaración escrita|presentad[oa] por escrito|письменное заявление|书面(发言|声明|意见)|بيان (مكتوب|خطي)|書面(による)?(声明|ステートメント|提出))$", RegexOptions.IgnoreCase);

    private static readonly Regex Transcript = new(@"^((verbatim |unofficial |rush )?transcript(ion)?|transcripción|стенограмма|文字实录|نص حرفي|文字起こし)$", RegexOptions.IgnoreCase);

    private static readonly Regex Note = new(@"^(for immediate release|embargo(ed)?\b.*|under embargo.*|(original|language|langue|idioma|язык|语言|原文|اللغة|原語)\s*[:：].*|\[?\(?(unofficial|courtesy|provisional|traduction|traducción|неофициальн|非正式|ترجمة|仮訳|暫定).{0,40}(translation|non officielle|officieuse|no oficial|de courtoisie|перевод|翻译|译文|غير رسمية|訳)?\)?\]?|仮訳|translation|traduction|traducción|перевод|译文|ترجمة|unclassified|(page|seite|página) \d+( (of|de|sur) \d+)?)$", RegexOptions.IgnoreCase);

    private static readonly Regex Letterhead = new(@"^\W*(permanent mission|mission permanente|misión permanente|постоянное представительство|常驻.*(代表团|使团)$|البعثة الدائمة|.{0,40}政府代表部$|embassy|ambassade|embajada|посольство|ministry|ministère|ministerio|министерство|office of|department of|the white house)\b(?!.*\bby\b)|^\W*(tel|fax|phone|e-?mail|tél|téléphone|тел|电话|هاتف|電話)\b.{0,3}[.:：(+\d]|^\S+@\S+\.\S+$|^(https?://|www\.)\S+$|^\d{1,5}[A-Za-z]?,?\s(\p{L}+\.?\s){0,4}(street|avenue|ave|plaza|road|floor|st|rue|boulevard|blvd)\b.*\d|\b(NY|N\.Y\.)\s*\d{5}\b|\btel(ephone)?\s*[.:]", RegexOptions.IgnoreCase);

    private static readonly Regex Salutation = new(@"^((thank you,? (very much,? )?)?(mr|mrs|ms|madam|madame)\.?,? (acting |vice-?)?(president|chair(man|person|woman)?|speaker|moderator|secretary-general|facilitator|co-?chairs?)\b|(thank you|merci|gracias|спасибо|благодарю|谢谢|شكرا|ありがとう)|excellenc|(your )?(majest|royal highness)|(dear |distinguished |my fellow |fellow|ladies and gentlemen|mesdames|señor(a|as|es)?\b|monsieur|madame|уважаем|господин|госпожа|г-н|г-жа|дамы и|ваш|主席(先生|女士|阁下|閣下)|主席[，：:,]|尊敬的|各位|女士们|السيد الرئيس|السيدة الرئيسة|سيدي|سيدتي|السيدات|السادة|حضرات|بسم الله|أصحاب|議長|御列席|ご列席|皆様|皆さん|distinguid|estimad|to the (senate|congress|house)|members of|good (morning|afternoon|evening)).{0,160}$)", RegexOptions.IgnoreCase);

    private static readonly Regex Symbol = new(@"^[A-Z]{1,6}(/[A-Z0-9.]{1,12}){1,6}(/(Add|Rev|Corr|L)\.\d+)*$");

    private static readonly Regex AfterDate = new(@"^[,;|–—，、-]?\s*(?:[（(]?\p{L}+[）)]?|(?:\p{Lu}[\p{L}.’'-]*,?\s*){1,4}|г\.?(?:,?\s+\p{Lu}[\p{L}-]+)?|года|(?:at )?\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m).*)$", RegexOptions.IgnoreCase);

    private static readonly Regex BeforeDate = new(@"^(\p{L}+\s*[:：]|(on|le|el|al?|date|fecha|дата|日期|日付|التاريخ|the|this|,)|\p{L}{2,14}\.?,?( the| le| el)?|(delivered|prononcée?|pronunciad[oa]|published|released) (on|le|el))$", RegexOptions.IgnoreCase);

    // What may stand between a place and its date: an article, a day of the week.
    private static readonly Regex Article = new(@"(?:[,،、\s]+|^)(?:(?:le|el|on|the|du|am|em|в|в городе|في|بتاريخ|يوم)\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)?\s*$", RegexOptions.IgnoreCase);

    private static readonly Regex Abbreviation = new(@"(^|\s)(\p{L}|Inc|Jr|Sr|St|U\.S|U\.N|D\.C|N\.Y)\.$");

    private static readonly Regex SentenceWithin = new(@"\p{Ll}{3,}[.!?]\s*\p{Lu}\p{Ll}+.*\p{Ll}{3,}|[。！？].+");
}
