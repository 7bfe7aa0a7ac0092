using System.Globalization;
using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>Finds the day of a statement: in a line of its head, in its title, in a field of its format, in the file's name, or the day of publication; two that differ in one place are asked.</summary>
internal static partial class DateFinder
{
    /// <summary>The day, or null.</summary>
    public static DateOnly? Find(Heading heading, ImportText text, ImportSource source, List<ImportQuestion> questions)
    {
        var found = heading.Lines.SelectMany(static line => WrittenDates.FindAll(line.Block.Text).Select(date => (line.Kind, Place: (date, line.Block.Text, line.Block.Line)))).ToLookup(static date => IsOfPublication(date.Place.Text[..date.Place.date.Start]));
        if (Pick(found[false].Where(static date => date.Kind == LineKind.Date).Select(static date => date.Place), questions, out var day)) return day;
        if (heading.Title is { } title && Pick(WrittenDates.FindAll(title.Value).Select(date => (date, title.Value, title.Line)), questions, out day)) return day;
        var inside = found[false].Where(static date => date.Kind is LineKind.Other or LineKind.Letterhead or LineKind.Labelled or LineKind.Delivery).Select(static date => date.Place);
        if (!text.IsBodyAlone && Pick(inside, questions, out day)) return day;
        if (text.Date is { } given) return given;
        if (FromName(source.Stem) is { } named) return named;
        var published = text.Published ?? found[true].Select(static date => date.Place.date.Day).FirstOrDefault();
        if (published is null) questions.Add(new ImportQuestion("date", "No date was recognised. On which day was it delivered (2020-05-22)?", 1));
        else questions.Add(new ImportQuestion("date", $"The date {published:yyyy-MM-dd} is the day on which the source was published. Was it delivered on that day?", 1));
        return published;
    }

    private static bool IsOfPublication(string before) => Publication().IsMatch(before);

    /// <summary>True when the places hold a date at all; <paramref name="day"/> is null when they disagree or leave it open.</summary>
    private static bool Pick(IEnumerable<(WrittenDate Date, string Words, int Line)> places, List<ImportQuestion> questions, out DateOnly? day)
    {
        day = null;
        var all = places.ToList();
        if (all.Count == 0) return false;
        var days = all.Select(static place => place.Date.Day).Distinct().ToList();
        if (days.Count == 1 && days[0] is not null)
        {
            day = days[0];
            return true;
        }

        var asked = all.Find(static place => place.Date.Day is null) is { Date: not null } open ? open : all[^1];
        var why = asked.Date.IsSpan ? "are several days" : asked.Date.Day is null ? "can be read in two ways" : "is one of several dates";
        questions.Add(new ImportQuestion("date", $"On which day was it delivered? “{asked.Words.Substring(asked.Date.Start, asked.Date.Length)}” {why}.", asked.Line));
        return true;
    }

    // A file name that begins with a day, as 2020-05-22-… or 20200522…
    private static DateOnly? FromName(string name)
    {
        if (name.Length >= 10 && DateOnly.TryParseExact(name[..10].Replace('_', '-').Replace('.', '-'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (name.Length == 10 || !char.IsAsciiDigit(name[10]))) return day;
        if (name.Length >= 8 && DateOnly.TryParseExact(name[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1700 and < 2200 && (name.Length == 8 || !char.IsAsciiLetterOrDigit(name[8]))) return day;
        return null;
    }

    [GeneratedRegex(@"(?:publi(?:shed|é|cado)|posted|(?:last )?(?:updated|modified|reviewed)|mis(?:e)? (?:à jour|en ligne)|dernière modification|actualizad[oa]|опубликован\w*|обновлен\w*|发布|發布|更新|掲載|公開|نشر|تحديث)\w*(?:\s*(?:on|le|el|时间|日期|日|في))?\s*[:：]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Publication();
}
