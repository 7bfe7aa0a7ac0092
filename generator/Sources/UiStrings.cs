using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>The words of the interface in one language, from <c>templates/strings/LANGUAGE.yml</c>: a text a key, or one a plural form.</summary>
public sealed class UiStrings
{
    private readonly FrozenDictionary<string, (YamlValue Value, string Language)> texts;
    private readonly string[] months;
    private readonly string[] monthsAlone;
    private readonly string path;
    private readonly DiagnosticBag bag;
    private readonly ConcurrentDictionary<int, string> dates = [];

    private UiStrings(FrozenDictionary<string, (YamlValue Value, string Language)> texts, string path, DiagnosticBag bag)
    {
        this.texts = texts;
        months = Twelve("months");
        monthsAlone = Twelve("months_alone") is { Length: 12 } alone ? alone : months;
        this.path = path;
        this.bag = bag;

        string[] Twelve(string key) => texts.GetValueOrDefault(key).Value is YamlList { Items: { Count: 12 } names } ? [.. names.OfType<YamlScalar>().Select(static name => name.Text)] : [];
    }

    /// <summary>Reads strings files laid over one another: a text is that of the first file that has it. One that can't be parsed is reported and holds nothing.</summary>
    public static UiStrings Read(IReadOnlyList<SourceFile> files, DiagnosticBag bag)
    {
        var texts = new Dictionary<string, (YamlValue Value, string Language)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var language = Path.GetFileNameWithoutExtension(file.Path).Split('-')[0].ToLowerInvariant();
            if (SourceText.Decode(file, bag) is not { } text || new YamlReader(file.Path, 0, bag).ReadMap(text) is not { } map) continue;
            // Months follow the form of the date, so a language without a form for them alone has none from another.
            if (map.Find("months") is not null) texts.TryAdd("months_alone", (map.Find("months_alone") ?? map.Find("months")!, language));
            foreach (var entry in map.Entries) texts.TryAdd(entry.Key.Value, (entry.Value, language));
            if (map.Find("date_long") is not null) texts.TryAdd("day_first", (new YamlScalar("{day}", false, Location.StartOf(file.Path)), language));
        }

        return new UiStrings(texts.ToFrozenDictionary(StringComparer.Ordinal), files[0].Path, bag);
    }

    /// <summary>The same words, with another place for problems that come up in their use.</summary>
    public UiStrings For(DiagnosticBag other) => new(texts, path, other);

    /// <summary>Whether others are the same words, read once.</summary>
    public bool IsSame(UiStrings other) => ReferenceEquals(texts, other.texts);

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c>… filled in; where it has plural forms, the one for the first number among the values. A missing key is reported and stands for itself.</summary>
    public string Text(string key, params object?[] values)
    {
        var (text, language) = texts.GetValueOrDefault(key);
        switch (text)
        {
            case YamlScalar scalar:
                return Fill(scalar.Text, values);
            case YamlMap forms:
                var name = values.Length > 0 && values[0] is int number ? PluralForm.Of(language, number) : "other";
                if ((forms.Find(name) ?? forms.Find("other")) is YamlScalar form) return Fill(form.Text, values);
                break;
        }

        bag.Add(Problems.MissingText(Location.StartOf(path), key, DidYouMean.Find(key, texts.Keys.Order(StringComparer.Ordinal))));
        return key;
    }

    /// <summary>Whether a key has a text.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>A calendar day as the language writes it: <c>22 May 2020</c>.</summary>
    public string Date(DateOnly date)
    {
        if (dates.TryGetValue(date.DayNumber, out var known)) return known;
        return dates[date.DayNumber] = Day(date, "date_long").Replace("{year}", date.Year.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A calendar day without its year: <c>22 May</c>.</summary>
    public string Day(DateOnly date) => Day(date, "date_day");

    /// <summary>The name of a month that stands alone, counted from 1.</summary>
    public string Month(int month) => monthsAlone.Length == 12 ? monthsAlone[month - 1] : month.ToString();

    /// <summary>A number with the language's separator between thousands.</summary>
    public string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Text("thousands"), StringComparison.Ordinal);

    private string Day(DateOnly date, string form) => Text(form)
        .Replace("{day}", date.Day == 1 ? Text("day_first").Replace("{day}", "1", StringComparison.Ordinal) : date.Day.ToString(), StringComparison.Ordinal)
        .Replace("{month}", months.Length == 12 ? months[date.Month - 1] : date.Month.ToString(), StringComparison.Ordinal);

    private string Fill(string text, object?[] values)
    {
        if (values.Length == 0) return text;
        for (var i = 0; i < values.Length; i++)
        {
            var hole = $"{{{i}}}";
            if (!text.Contains(hole, StringComparison.Ordinal)) continue;
            var value = values[i] switch
            {
                int number => Number(number),
                DateOnly date => Date(date),
                var other => other?.ToString() ?? "",
            };
            text = text.Replace(hole, value, StringComparison.Ordinal);
        }

        return text;
    }
}
