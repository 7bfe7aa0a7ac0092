using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>A node of front matter or site.yml that knows where it stands.</summary>
public abstract record YamlValue(Location At)
{
    /// <summary>What an editor would call this node, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value, as text; <paramref name="Plain"/> when it was written without quotation marks.</summary>
public sealed record YamlScalar(string Text, bool Plain, Location At) : YamlValue(At)
{
    /// <summary>Whether nothing (or YAML's word for it) was written.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : "text";
}

/// <summary>A list of values.</summary>
public sealed record YamlList(IReadOnlyList<YamlValue> Items, Location At) : YamlValue(At)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>Keys and their values, in the order written.</summary>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, Location At) : YamlValue(At)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>One without an entry.</summary>
    public static readonly YamlMap Empty = new([], default);

    /// <summary>The value of a key, or null.</summary>
    public YamlValue? Find(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Value == key) return Entries[i].Value;
        }

        return null;
    }
}

/// <summary>One key of a mapping with its value.</summary>
public sealed record YamlEntry(Located<string> Key, YamlValue Value);
