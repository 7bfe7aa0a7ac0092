using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>A date found in a line: the day, or null where its order of day and month can't be told or where it is the end of a span of days; and where it stands.</summary>
internal sealed record WrittenDate(DateOnly? Day, int Start, int Length)
{
    /// <summary>Whether several days are named, as in <c>10–14 February 2020</c>.</summary>
    public bool IsSpan { get; init; }
}

/// <summary>Finds days as people write them in English, French, Spanish, Russian, Chinese, Arabic and Japanese. Digits of any script count.</summary>
internal static partial class WrittenDates
{
    private static readonly Dictionary<string, int> Months = ReadMonths(
    [
        "january jan janvier enero января январь يناير جانفي كانون‌الثاني",
        "february feb février fevrier febrero февраля февраль فبراير فيفري شباط",
        "march mar mars marzo марта март مارس آذار",
        "april apr avril abril апреля апрель أبريل ابريل إبريل أفريل نيسان",
        "may mai mayo мая май مايو ماي أيار ايار",
        "june jun juin junio июня июнь يونيو يونيه جوان حزيران",
        "july jul juillet julio июля июль يوليو يوليه جويلية تموز",
        "august aug août aout agosto августа август أغسطس اغسطس أوت آب",
        "september sep sept septembre septiembre setiembre сентября сентябрь سبتمبر شتنبر أيلول ايلول",
        "october oct octobre octubre октября октябрь أكتوبر اكتوبر تشرين‌الأول",
        "november nov novembre noviembre ноября ноябрь نوفمبر نونبر تشرين‌الثاني",
        "december dec décembre decembre diciembre декабря декабрь ديسمبر دجنبر كانون‌الأول",
    ]);

    /// <summary>Every date in a line, in order.</summary>
    public static IReadOnlyList<WrittenDate> FindAll(string line)
    {
        var plain = WithAsciiDigits(line);
        var found = new List<WrittenDate>();
        found.AddRange(Era().Matches(plain).Select(static match => Make(match, EraYear(match), Number(match, "m"), Number(match, "d"))));
        Add(found, EastAsian().Matches(plain), static match => Make(match, Number(match, "y"), Number(match, "m"), Number(match, "d")));
        Add(found, YearFirst().Matches(plain), static match => Make(match, Number(match, "y"), Number(match, "m"), Number(match, "d")));
        Add(found, DayFirst().Matches(plain), static match => Make(match, Number(match, "y"), Month(match), Number(match, "d")));
        Add(found, MonthFirst().Matches(plain), static match => Make(match, Number(match, "y"), Month(match), Number(match, "d")));
        Add(found, Numeric().Matches(plain), ReadNumeric);
        return [.. found.Where(static date => date.Length > 0).OrderBy(static date => date.Start).Select(date => AsSpan(date, plain))];
    }

    private static void Add(List<WrittenDate> found, MatchCollection matches, Func<Match, WrittenDate> read)
    {
        foreach (Match match in matches)
        {
            if (!found.Exists(other => match.Index < other.Start + other.Length && other.Start < match.Index + match.Length)) found.Add(read(match));
        }
    }

    // 10–14 February 2020, du 10 au 14 février 2020, February 10-14, 2020: no day of them is the day.
    private static WrittenDate AsSpan(WrittenDate date, string plain)
    {
        var before = SpanBefore().Match(plain[..date.Start]);
        if (before.Success && date.Day is { } day && Number(before, "only") is > 0 and var number && number >= day.Day) before = Match.Empty;
        var after = SpanAfter().Match(plain[(date.Start + date.Length)..]);
        if (!before.Success && !after.Success && !SpanWithin().IsMatch(plain.AsSpan(date.Start, date.Length))) return date;
        return new WrittenDate(null, date.Start - before.Length, date.Length + before.Length + after.Length) { IsSpan = true };
    }

    private static WrittenDate Make(Match match, int year, int month, int day) =>
        year is > 0 and < 10000 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new WrittenDate(new DateOnly(year, month, day), match.Index, match.Length)
            : new WrittenDate(null, match.Index, 0);

    // 22.5.2020 is a day first wherever it is written with points; with strokes only where one of the two can't be a month.
    private static WrittenDate ReadNumeric(Match match)
    {
        var (a, b, year) = (Number(match, "a"), Number(match, "b"), Number(match, "y"));
        if (a > 12 || match.Groups["s"].Value == "." || a == b) return Make(match, year, b, a);
        if (b > 12) return Make(match, year, a, b);
        return new WrittenDate(null, match.Index, match.Length);
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].Value, out var number) ? number : 0;

    private static int Month(Match match) => Months.GetValueOrDefault(MonthKey(match.Groups["m"].Value.Split('/')[0].Trim()));

    private static string MonthKey(string name) => name.ToLowerInvariant().Replace(" ", "\u200C", StringComparison.Ordinal).TrimEnd('.');

    private static int EraYear(Match match)
    {
        var year = match.Groups["y"].Value == "元" ? 1 : Number(match, "y");
        return year + match.Groups["e"].Value switch { "令和" => 2018, "平成" => 1988, "昭和" => 1925, "大正" => 1911, _ => 1867 };
    }

    private static Dictionary<string, int> ReadMonths(string[] names) =>
        names.SelectMany(static (line, index) => line.Split(' ').Select(name => (name, index))).ToDictionary(static pair => pair.name, static pair => pair.index + 1, StringComparer.Ordinal);

    // The result has the length of the line, so that places in one are places in the other. Chinese numerals count as digits where a date has them.
    private static string WithAsciiDigits(string line)
    {
        var plain = new StringBuilder(line);
        for (var i = 0; i < plain.Length; i++)
        {
            if (!char.IsAsciiDigit(plain[i]) && char.GetUnicodeCategory(plain[i]) == UnicodeCategory.DecimalDigitNumber) plain[i] = (char)('0' + (int)char.GetNumericValue(plain[i]));
            else if (plain[i] is '\u00A0' or '\u202F' or '\u3000') plain[i] = ' ';
            else if (plain[i] is '．') plain[i] = '.';
            else if (plain[i] is '／') plain[i] = '/';
        }

        return Numerals().Replace(plain.ToString(), static match => AsDigits(match.Value));
    }

    // 二〇二〇年五月二十二日, padded with spaces to its length.
    private static string AsDigits(string text)
    {
        var digits = new StringBuilder();
        foreach (var part in NumeralRun().Split(text))
        {
            if (part.Length == 0 || !"〇零一二三四五六七八九十".Contains(part[0], StringComparison.Ordinal)) digits.Append(part);
            else if (part.Contains('十', StringComparison.Ordinal)) digits.Append(Tens(part));
            else digits.Append(string.Concat(part.Select(Digit)));
        }

        return digits.ToString().PadRight(text.Length);
    }

    private static int Tens(string part)
    {
        var ten = part.IndexOf('十', StringComparison.Ordinal);
        return ((ten == 0 ? 1 : Digit(part[0])) * 10) + (ten + 1 < part.Length ? Digit(part[^1]) : 0);
    }

    private static int Digit(char c) => c is '零' ? 0 : Math.Max(0, "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal));

    [GeneratedRegex(@"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日")]
    private static partial Regex Numerals();

    [GeneratedRegex("([〇零一二三四五六七八九十]+)")]
    private static partial Regex NumeralRun();

    [GeneratedRegex(@"(?<e>令和|平成|昭和|大正|明治)\s*(?<y>\d{1,2}|元)\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日")]
    private static partial Regex Era();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日")]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"(?<![\d/.-])(?<y>\d{4})(?<s>[/.-])\s?(?<m>\d{1,2})\k<s>\s?(?<d>\d{1,2})(?![\d/])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°|-го)?\.?(?:\s+(?:day\s+)?(?:of|de|من))?[\s-]+(?<m>\p{L}[\p{L}\u0654]+(?: الثاني| الأول)?(?:\s?/\s?\p{L}+)?)\.?,?(?:\s+(?:de|del|of))?[\s-]+(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<m>\p{L}{3,})\.?\s+(?:\d{1,2}\s?(?:[-–—]|and|to|&)\s?)?(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:de\s+)?(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![\d/.-])(?<a>\d{1,2})(?<s>[/.-])(?<b>\d{1,2})\k<s>(?<y>\d{4})(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?:(?<only>\d{1,2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th|er|-?го)?\.?(?:\s+(?:de\s+)?\p{L}{3,}\.?(?:\s+(?:de\s+)?\d{4})?)?)\s*(?:[-–—~〜～]|to|and|through|au|et|al?|y|по|и|إلى|الى|حتى|و)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex SpanBefore();

    [GeneratedRegex(@"^\s*(?:[-–—~〜～至]|から)\s*(?:\d{4}[/.年]\s?)?(?:\d{1,2}[/.月]\s?)?\d{1,2}(?:日|\b(?![:.h]\d))")]
    private static partial Regex SpanAfter();

    [GeneratedRegex(@"^\p{L}+\.?\s+\d{1,2}\s?(?:[-–—]|and|to|&)", RegexOptions.IgnoreCase)]
    private static partial Regex SpanWithin();
}
