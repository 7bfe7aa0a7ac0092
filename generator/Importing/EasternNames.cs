using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>Finds who speaks in titles and lines of scripts that have no capitals: there only an office, a rank or an honorific beside a name leaves no doubt.</summary>
internal static class EasternNames
{
    /// <summary>The speaker whom a title or a line of its own names, or none.</summary>
    public static IReadOnlyList<NamedSpeaker> Find(string line)
    {
        var text = line.Trim();
        var match = Chinese.Match(text);
        if (match.Success && IsName(match.Groups["n"].Value)) return [new NamedSpeaker(match.Groups["n"].Value, match.Groups["role"].Value is { Length: > 0 } office ? office : null)];
        match = Titled.Match(text);
        if (!match.Success) match = Japanese.Match(text) is { Success: true } japanese && !NoPerson.IsMatch(japanese.Groups["n"].Value) ? japanese : Match.Empty;
        if (match.Success) return [new NamedSpeaker(match.Groups["n"].Value, match.Groups["role"].Value is { Length: > 1 } rank ? rank : null)];
        match = Russian.Match(text);
        if (match.Success && !Declined.IsMatch(match.Groups["n"].Value)) return [new NamedSpeaker(match.Groups["n"].Value, null)];
        match = Arabic.Match(text);
        if (!match.Success) return [];
        var role = match.Groups["role"].Value.Trim();
        return [new NamedSpeaker(match.Groups["n"].Value.Trim(), role.Length is > 2 and < 200 ? role : null)];
    }

    /// <summary>A label and a name in Chinese characters or kana, as in <c>発言者：NAME</c>; null for any other line.</summary>
    public static NamedSpeaker? ReadLabelled(string line)
    {
        var match = Labelled.Match(line.Trim());
        return match.Success ? new NamedSpeaker(match.Groups["n"].Value.Trim(), match.Groups["role"].Value is { Length: > 1 } role ? role.Trim() : null) : null;
    }

    private static bool IsName(string name) => Families.Contains(name[0], StringComparison.Ordinal) && !NoName.IsMatch(name);

    // The family names that nine of ten bear; any other name is asked.
    private const string Families = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤章耿傅刁裴乔冷温施俞翁洪葛柳岳齐沙欧司诸張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈韋鄒龔錢嚴湯齊";

    private static readonly Regex NoName = new("^(马里|马耳他|安哥拉|卢旺达|汤加|苏丹|苏里南|韩国|黎巴嫩|白俄|万国|高级|温室|金融|石油|方面|向大会)|(会议|报告|成员|级别|工作|国)$");

    private static readonly Regex Chinese = new(@"(?:(?<role>\p{IsCJKUnifiedIdeographs}{0,20}(?:代表|部长|外长|司长|局长|主任|总理|总统|主席|秘书长|特使|专员))(?!团|處|处|级|国)(?<n>\p{IsCJKUnifiedIdeographs}{2,3}?)(?:大使|先生|女士|阁下|公使|参赞)?|^(?<n>\p{IsCJKUnifiedIdeographs}{2,3}?)(?:大使|公使|参赞|部长|外长|副外长|代表))(?=在|就|于|於|出席|代表中国|关于)");

    // Between an office and an honorific stands nothing but a name.
    private static readonly Regex Titled = new(@"(?<role>\p{IsCJKUnifiedIdeographs}{0,24}(?:代表|大使|公使|部长|大臣|外长|司长|局长|主任|总理|总统|秘书长|特使|专员|参赞))(?<n>\p{IsCJKUnifiedIdeographs}{2,4})(?:先生|女士|阁下)(?=在|就|于|於|出席|的|$)");

    private const string JapaneseOffice = @"(?:内閣総理大臣|総理大臣|外務大臣|外務副大臣|[^、・\s]{0,20}(?:常駐代表|政務官|大使|公使|参事官|局長|長官|副大臣))";

    // A name in full stands before its office: behind a dot or a space, before kana, or before an office that begins none.
    private static readonly Regex Japanese = new(
        $@"(?:における|での|にあたっての|際の|、|^)(?<n>\p{{IsCJKUnifiedIdeographs}}{{3,5}}?)(?:[・\s　](?<role>{JapaneseOffice})|(?<role>\p{{IsKatakana}}{JapaneseOffice})|(?<role>内閣総理大臣|総理大臣|外務大臣|外務副大臣|国連(?:次席)?常駐代表|(?:次席)?常駐代表))(?:閣下)?(?=による|の|ステートメント|発言|演説|スピーチ|挨拶|声明|$)");

    private static readonly Regex NoPerson = new("日本|国連|(省|庁|局|府|部|会|国|連|室|課|団|党|議員|内閣|次席|首席|特命|全権|臨時|代理|副|新|前|元|同|両)$");

    private static readonly Regex Russian = new(@"^\p{IsCyrillic}+\s+(?:г-на|г-жи|господина|госпожи|Е\.?\s?П\.?|Е\.?\s?П\.?\s+г-на)\s+(?<n>\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){1,2})(?=\s*,|\s+(?:на|в|во|от|по|перед)\s|$)");

    // Endings of the genitive, in which a title has the name.
    private static readonly Regex Declined = new(@"(?:[аяыуюьй]|ой|ого|его|ых|их|ии)(?:\s|-|$)");

    private const string Word = @"[\p{IsArabic}-[،؛؟\d]]+";

    private const string ArabicHonorific = @"(?:(?:معالي|سعادة|سمو|صاحب السمو|صاحب المعالي|فخامة|دولة)\s+)*(?:(?:السفيرة?|السيدة?|الآنسة|الأستاذة?|الدكتورة?|الشيخة?|الوزيرة?|الأميرة?|المستشارة?)(?:\s*/\s*|\s+))+";

    private static readonly Regex Arabic = new(
        $@"^(?:(?:(?:كلمة|بيان|خطاب|مداخلة)\s+|(?:(?:ت|ي)لقيها?ه?|ألقاها?|ألقاه|ألقته|ألقتها|أدل[ىت]\s+به)\s*:?\s*))?{ArabicHonorific}(?!الرئيس)(?<n>(?:(?!(?:في|أمام|لدى|بشأن|خلال|عن|إلى|حول|من|على|مع)\b){Word}\s*){{2,6}}?)\s*(?:[،,(]\s*(?<role>[^،()]*?)\s*(?:[،,)]|\s(?:أمام|خلال|بشأن|في (?:الجلسة|جلسة|المناقشة|مجلس))\s|$)|$|\s(?:أمام|خلال)\s)");

    private static readonly Regex Labelled = new(@"^(?:发言人|发言者|讲话人|發言人|発言者|演説者|登壇者|スピーカー)\s*[:：]\s*(?<n>\p{IsCJKUnifiedIdeographs}{2,4}|\p{IsCJKUnifiedIdeographs}{1,3}[ \u3000]\p{IsCJKUnifiedIdeographs}{1,3}|[\p{IsKatakana}・＝ー]{3,30})(?:大使|先生|女士|氏)?(?:\s*[、，,(（]\s*(?<role>[^()（）]{2,60})[)）]?)?$");
}
