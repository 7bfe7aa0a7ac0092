using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>
/// Reads typed values out of a mapping, reporting each that is not what it should be at its own place.
/// It remembers which keys were asked for, so that <see cref="Finish"/> can report all others.
/// </summary>
public sealed class FieldReader(YamlMap map, string owner, DiagnosticBag bag)
{
    private readonly List<string> known = [];

    /// <summary>Where the mapping begins.</summary>
    public Location At => map.At;

    /// <summary>Where problems go.</summary>
    public DiagnosticBag Bag => bag;

    /// <summary>The value of <paramref name="name"/> as written, or null when it is absent or empty.</summary>
    public YamlValue? Value(string name)
    {
        known.Add(name);
        return map.Find(name) is { } value and not YamlScalar { IsNull: true } ? value : null;
    }

    /// <summary>Whether the key is there, even if empty.</summary>
    public bool Has(string name)
    {
        known.Add(name);
        return map.Find(name) is not null;
    }

    /// <summary>A text, trimmed; null when absent, empty or (reported) something else.</summary>
    public Located<string>? LocatedText(string name) => Value(name) is { } value ? AsText(name, value) : null;

    /// <summary>As <see cref="LocatedText"/>, without its place.</summary>
    public string? Text(string name) => LocatedText(name)?.Value;

    /// <summary>A list of texts; a single one stands for a list of one.</summary>
    public IReadOnlyList<Located<string>> Texts(string name)
    {
        switch (Value(name))
        {
            case null: return [];
            case YamlList list:
                var texts = new List<Located<string>>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (AsText(name, item) is { } text) texts.Add(text);
                }

                return texts;
            case { } single: return AsText(name, single) is { } only ? [only] : [];
        }
    }

    /// <summary>True or false; <paramref name="otherwise"/> when absent.</summary>
    public bool Flag(string name, bool otherwise = false)
    {
        var value = Value(name);
        if (value is null) return otherwise;
        if (value is YamlScalar { Plain: true } scalar)
        {
            if (scalar.Text is "true" or "True" or "TRUE" or "yes" or "on") return true;
            if (scalar.Text is "false" or "False" or "FALSE" or "no" or "off") return false;
        }

        bag.Add(Problems.WrongType(value.At, name, "true or false", value.Kind));
        return otherwise;
    }

    /// <summary>A whole number of at least <paramref name="least"/> and at most <paramref name="most"/>; <paramref name="otherwise"/> when absent.</summary>
    public int Number(string name, int otherwise, int least = 0, int most = int.MaxValue)
    {
        var value = Value(name);
        if (value is null) return otherwise;
        if (value is YamlScalar scalar && int.TryParse(scalar.Text, out var number) && number >= least && number <= most) return number;
        bag.Add(Problems.WrongType(value.At, name, $"a whole number of at least {least}{(most == int.MaxValue ? "" : $" and at most {most}")}", value.Kind));
        return otherwise;
    }

    /// <summary>A calendar day; a moment is read as its day in <paramref name="zone"/>.</summary>
    public Located<DateOnly>? Date(string name, TimeZoneInfo zone)
    {
        if (LocatedText(name) is not { } text) return null;
        if (CalendarDay.TryParse(text.Value, zone, out var day)) return text.With(day);
        bag.Add(Problems.NotADate(text.At, name, text.Value));
        return null;
    }

    /// <summary>One of <paramref name="allowed"/>.</summary>
    public string? Choice(string name, IReadOnlyList<string> allowed)
    {
        if (LocatedText(name) is not { } text) return null;
        if (allowed.Contains(text.Value)) return text.Value;
        bag.Add(Problems.NotOneOf(text.At, name, text.Value, allowed));
        return null;
    }

    /// <summary>An absolute http or https address.</summary>
    public string? WebAddress(string name)
    {
        if (LocatedText(name) is not { } text) return null;
        if (IsWebAddress(text.Value)) return text.Value;
        bag.Add(Problems.NotAWebAddress(text.At, name, text.Value));
        return null;
    }

    /// <summary>A language tag of the form BCP 47 gives it (letters and digits in parts of up to eight, the first of two or three letters).</summary>
    public string? Language(string name)
    {
        if (LocatedText(name) is not { } text) return null;
        if (LanguageTag.IsWellFormed(text.Value)) return text.Value;
        bag.Add(Problems.NotALanguage(text.At, name, text.Value));
        return null;
    }

    /// <summary>A reader for a nested mapping, or null.</summary>
    public FieldReader? Nested(string name)
    {
        var value = Value(name);
        if (value is null) return null;
        if (value is YamlMap nested) return new FieldReader(nested, name, bag);
        bag.Add(Problems.WrongType(value.At, name, "a mapping", value.Kind));
        return null;
    }

    /// <summary>The items of a list (or the single value), each as it is.</summary>
    public IReadOnlyList<YamlValue> Items(string name) => Value(name) switch
    {
        null => [],
        YamlList list => list.Items,
        var single => [single],
    };

    /// <summary>Readers for a list of mappings; a single mapping stands for a list of one.</summary>
    public IEnumerable<FieldReader> NestedList(string name)
    {
        foreach (var item in Items(name))
        {
            if (item is YamlMap nested) yield return new FieldReader(nested, name, bag);
            else bag.Add(Problems.WrongType(item.At, name, "a mapping", item.Kind));
        }
    }

    /// <summary>Reports that a required key is missing.</summary>
    public void Missing(string name) => bag.Add(Problems.Missing(map.At, owner, name));

    /// <summary>Reports every key that was never asked for, naming the nearest that was.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries)
        {
            if (!known.Contains(entry.Key.Value)) bag.Add(Problems.UnknownKey(entry.Key.At, owner, entry.Key.Value, DidYouMean.Find(entry.Key.Value, known)));
        }
    }

    /// <summary>Whether a text is an absolute http or https address.</summary>
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Any(char.IsWhiteSpace);

    private Located<string>? AsText(string name, YamlValue value)
    {
        if (value is YamlScalar scalar)
        {
            if (scalar.IsNull) return null;
            var text = scalar.Text.Trim();
            return text.Length == 0 ? null : new Located<string>(text, value.At);
        }

        bag.Add(Problems.WrongType(value.At, name, "text", value.Kind));
        return null;
    }
}
