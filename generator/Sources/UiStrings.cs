using System.Collections.Frozen;
using System.Globalization;
using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>The words of the interface in one language, from <c>templates/strings/LANGUAGE.yml</c>: a text a key, or one a plural form.</summary>
public sealed class UiStrings
{
    private readonly FrozenDictionary<string, YamlValue> texts;
    private readonly string[] months;
    private readonly string path;
    private readonly DiagnosticBag bag;

    private UiStrings(FrozenDictionary<string, YamlValue> texts, string[] months, string path, DiagnosticBag bag)
    {
        this.texts = texts;
        this.months = months;
        this.path = path;
        this.bag = bag;
    }

    private UiStrings(YamlMap map, string path, DiagnosticBag bag)
    {
        texts = map.Entries.ToFrozenDictionary(static entry => entry.Key.Value, static entry => entry.Value, StringComparer.Ordinal);
        months = map.Find("months") is YamlList { Items: { Count: 12 } names } ? [.. names.OfType<YamlScalar>().Select(static name => name.Text)] : [];
        this.path = path;
        this.bag = bag;
    }

    /// <summary>Reads a strings file; one that can't be parsed is reported and holds nothing.</summary>
    public static UiStrings Read(SourceFile file, DiagnosticBag bag)
    {
        var text = SourceText.Decode(file, bag);
        var map = text is null ? null : new YamlReader(file.Path, 0, bag).ReadMap(text);
        return new UiStrings(map ?? new YamlMap([], Location.StartOf(file.Path)), file.Path, bag);
    }

    /// <summary>The same words, with another place for problems that come up in their use.</summary>
    public UiStrings For(DiagnosticBag other) => new(texts, months, path, other);

    /// <summary>Whether others are the same words, read once.</summary>
    public bool IsSame(UiStrings other) => ReferenceEquals(texts, other.texts);

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c>… filled in; where it has plural forms, the one for the first number among the values. A missing key is reported and stands for itself.</summary>
    public string Text(string key, params object?[] values)
    {
        switch (texts.GetValueOrDefault(key))
        {
            case YamlScalar scalar:
                return Fill(scalar.Text, values);
            case YamlMap forms:
                var one = values.Length > 0 && values[0] is int and 1;
                if ((forms.Find(one ? "one" : "other") ?? forms.Find("other")) is YamlScalar form) return Fill(form.Text, values);
                break;
        }

        bag.Add(Problems.MissingText(Location.StartOf(path), key, DidYouMean.Find(key, texts.Keys.Order(StringComparer.Ordinal))));
        return key;
    }

    /// <summary>Whether a key has a text.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>A calendar day as the language writes it: <c>22 May 2020</c>.</summary>
    public string Date(DateOnly date) => Text("date_long").Replace("{day}", date.Day.ToString(), StringComparison.Ordinal)
        .Replace("{month}", Month(date.Month), StringComparison.Ordinal).Replace("{year}", date.Year.ToString(), StringComparison.Ordinal);

    /// <summary>A calendar day without its year: <c>22 May</c>.</summary>
    public string Day(DateOnly date) => Text("date_day").Replace("{day}", date.Day.ToString(), StringComparison.Ordinal).Replace("{month}", Month(date.Month), StringComparison.Ordinal);

    /// <summary>The name of a month, counted from 1.</summary>
    public string Month(int month) => months.Length == 12 ? months[month - 1] : month.ToString();

    /// <summary>A number with the language's separator between thousands.</summary>
    public string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", Text("thousands"), StringComparison.Ordinal);

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
