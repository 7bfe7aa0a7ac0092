using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Renames front-matter keys that another tool wrote, as <c>fields:</c> in site.yml says: to a key of ours, to a nested one (<c>source.url</c>), or <c>ignore</c>.</summary>
public static class ForeignFields
{
    /// <summary>The mapping as if it had been written for Rostrum; an own key wins over a renamed one.</summary>
    public static YamlMap Rename(YamlMap map, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0 || !map.Entries.Any(entry => names.ContainsKey(entry.Key.Value))) return map;
        var entries = map.Entries.Where(entry => !names.ContainsKey(entry.Key.Value)).ToList();
        foreach (var foreign in map.Entries)
        {
            if (!names.TryGetValue(foreign.Key.Value, out var ours) || ours == "ignore") continue;
            var dot = ours.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) AddIfAbsent(entries, foreign.Key.With(ours), foreign.Value);
            else Nest(entries, foreign.Key.With(ours[..dot]), foreign.Key.With(ours[(dot + 1)..]), foreign.Value);
        }

        return new YamlMap(entries, map.At);
    }

    private static void Nest(List<YamlEntry> entries, Located<string> outer, Located<string> inner, YamlValue value)
    {
        var index = entries.FindIndex(entry => entry.Key.Value == outer.Value);
        var nested = index >= 0 && entries[index].Value is YamlMap existing ? existing.Entries.ToList() : [];
        if (index >= 0 && entries[index].Value is not YamlMap) return;
        AddIfAbsent(nested, inner, value);
        var entry = new YamlEntry(outer, new YamlMap(nested, value.At));
        if (index >= 0) entries[index] = entry;
        else entries.Add(entry);
    }

    private static void AddIfAbsent(List<YamlEntry> entries, Located<string> key, YamlValue value)
    {
        if (!entries.Exists(entry => entry.Key.Value == key.Value)) entries.Add(new YamlEntry(key, value));
    }
}
