using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Rostrum.Model;

/// <summary>
/// Unicode normalisation without ICU, so that slugs are the same on every machine (the framework's own does nothing in invariant mode).
/// The table was derived from the Unicode Character Database; a test compares it with the framework's where ICU is present.
/// </summary>
public static class UnicodeForms
{
    private static readonly Lazy<Table> Data = new(Load);

    /// <summary>Compatibility decomposition (NFKD), marks in canonical order.</summary>
    public static string Decompose(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var table = Data.Value;
        var runes = new List<Rune>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xAC00 and <= 0xD7A3) AddHangul(runes, rune.Value - 0xAC00);
            else if (table.Decompositions.TryGetValue(rune.Value, out var parts)) runes.AddRange(parts);
            else runes.Add(rune);
        }

        Reorder(runes, table);
        return ToText(runes);
    }

    /// <summary>Compatibility composition (NFKC).</summary>
    public static string Compose(string text) => Ascii.IsValid(text) ? text : Recompose(Decompose(text));

    /// <summary>Composes text that is already decomposed and ordered.</summary>
    public static string Recompose(string decomposed)
    {
        if (Ascii.IsValid(decomposed)) return decomposed;
        var table = Data.Value;
        var runes = new List<Rune>(decomposed.Length);
        var starter = -1;
        var lastClass = -1;
        foreach (var rune in decomposed.EnumerateRunes())
        {
            var combining = table.Classes.GetValueOrDefault(rune.Value);
            if (starter >= 0 && lastClass < combining | (lastClass <= 0 && starter == runes.Count - 1)
                && TryPair(table, runes[starter].Value, rune.Value, out var composed))
            {
                runes[starter] = new Rune(composed);
                continue;
            }

            if (combining == 0) starter = runes.Count;
            lastClass = combining == 0 ? -1 : combining;
            runes.Add(rune);
        }

        return ToText(runes);
    }

    /// <summary>Whether a rune is a combining mark.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool TryPair(Table table, int first, int second, out int composed)
    {
        if (first is >= 0x1100 and < 0x1113 && second is >= 0x1161 and < 0x1176)
        {
            composed = 0xAC00 + ((((first - 0x1100) * 21) + (second - 0x1161)) * 28);
            return true;
        }

        if (first is >= 0xAC00 and <= 0xD7A3 && (first - 0xAC00) % 28 == 0 && second is > 0x11A7 and < 0x11C3)
        {
            composed = first + (second - 0x11A7);
            return true;
        }

        return table.Pairs.TryGetValue((first, second), out composed);
    }

    private static void AddHangul(List<Rune> runes, int index)
    {
        runes.Add(new Rune(0x1100 + (index / 588)));
        runes.Add(new Rune(0x1161 + (index % 588 / 28)));
        if (index % 28 != 0) runes.Add(new Rune(0x11A7 + (index % 28)));
    }

    private static void Reorder(List<Rune> runes, Table table)
    {
        for (var i = 1; i < runes.Count; i++)
        {
            var moving = table.Classes.GetValueOrDefault(runes[i].Value);
            if (moving == 0) continue;
            for (var j = i; j > 0 && table.Classes.GetValueOrDefault(runes[j - 1].Value) > moving; j--) (runes[j], runes[j - 1]) = (runes[j - 1], runes[j]);
        }
    }

    private static string ToText(List<Rune> runes)
    {
        var builder = new StringBuilder(runes.Count);
        foreach (var rune in runes) builder.Append(rune);
        return builder.ToString();
    }

    // A line is HEX, then "=A B|…" (recomposes from A B) or "~…" (does not), then ";class" when it is not 0.
    private static Table Load()
    {
        using var stream = typeof(UnicodeForms).Assembly.GetManifestResourceStream("unicode-decompositions.txt")!;
        using var reader = new StreamReader(stream);
        var decompositions = new Dictionary<int, Rune[]>();
        var pairs = new Dictionary<(int, int), int>();
        var classes = new Dictionary<int, int>();
        while (reader.ReadLine() is { } line)
        {
            var semicolon = line.IndexOf(';', StringComparison.Ordinal);
            var head = semicolon < 0 ? line : line[..semicolon];
            var split = head.AsSpan().IndexOfAny('=', '~');
            var code = int.Parse(split < 0 ? head : head[..split], NumberStyles.HexNumber);
            if (semicolon >= 0) classes[code] = int.Parse(line.AsSpan(semicolon + 1));
            if (split < 0) continue;
            var rest = head[(split + 1)..];
            if (head[split] == '=')
            {
                var pair = Hex(rest[..rest.IndexOf('|', StringComparison.Ordinal)]);
                if (pair.Length == 2) pairs[(pair[0], pair[1])] = code;
                rest = rest[(rest.IndexOf('|', StringComparison.Ordinal) + 1)..];
            }

            decompositions[code] = [.. Hex(rest).Select(static value => new Rune(value))];
        }

        return new Table(decompositions.ToFrozenDictionary(), pairs.ToFrozenDictionary(), classes.ToFrozenDictionary());
    }

    private static int[] Hex(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static part => int.Parse(part, NumberStyles.HexNumber))];

    private sealed record Table(FrozenDictionary<int, Rune[]> Decompositions, FrozenDictionary<(int First, int Second), int> Pairs, FrozenDictionary<int, int> Classes);
}
