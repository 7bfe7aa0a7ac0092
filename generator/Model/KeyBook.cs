using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>
/// Turns what editors write in one file where a key is expected into keys, and remembers every use.
/// A label that is the title or an alias of an entity with a file means that entity; any other is its slug.
/// </summary>
internal sealed class KeyBook(KeyNames names, DiagnosticBag bag)
{
    private readonly List<KeyUse> uses = [];

    /// <summary>Every use so far, in order.</summary>
    public IReadOnlyList<KeyUse> Uses => uses;

    /// <summary>The single key of a field, or null.</summary>
    public EntityKey? Key(FieldReader fields, string name, EntityKind kind) =>
        fields.LocatedText(name) is { } written ? Resolve(written, kind) : null;

    /// <summary>The keys of a field, each once, in the order written.</summary>
    public IReadOnlyList<EntityKey> Keys(FieldReader fields, string name, EntityKind kind)
    {
        var texts = fields.Texts(name);
        if (texts.Count == 0) return [];
        var keys = new List<EntityKey>(texts.Count);
        foreach (var text in texts)
        {
            if (Resolve(text, kind) is { } key && !keys.Contains(key)) keys.Add(key);
        }

        return keys.ToArray();
    }

    /// <summary>The key that a text stands for; reported and null when it has no letter or digit.</summary>
    public EntityKey? Resolve(Located<string> written, EntityKind kind)
    {
        if (names.Resolve(written.Value, kind) is not { } key)
        {
            bag.Add(Problems.NoSlug(written.At, written.Value));
            return null;
        }

        uses.Add(new KeyUse(key, written));
        return key;
    }

    /// <summary>A readable name for a key that nobody wrote as a label: <c>press-briefings</c> becomes Press briefings.</summary>
    public static string Humanise(string key)
    {
        var words = key.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
