using System.Collections.Concurrent;
using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>
/// Turns what editors write where a key is expected into keys, and remembers every use.
/// A label that is the title or an alias of an entity with a file means that entity; any other is its slug.
/// </summary>
internal sealed class KeyBook(IReadOnlyDictionary<EntityKey, string> titles, IReadOnlyDictionary<EntityKey, EntityKey> names, DiagnosticBag bag)
{
    private readonly ConcurrentQueue<KeyUse> uses = new();

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

        return keys;
    }

    /// <summary>The key that a text stands for; reported and null when it has no letter or digit.</summary>
    public EntityKey? Resolve(Located<string> written, EntityKind kind)
    {
        var slug = Slug.Of(written.Value);
        if (!Slug.IsUsable(slug))
        {
            bag.Add(Problems.NoSlug(written.At, written.Value));
            return null;
        }

        var key = new EntityKey(kind, slug);
        if (!titles.ContainsKey(key) && names.TryGetValue(key, out var named)) key = named;
        uses.Enqueue(new KeyUse(key, written));
        return key;
    }

    /// <summary>Entities for keys that no file has, named by their most frequent label; reports what looks like a slip.</summary>
    public IEnumerable<Entity> MakeMissing(SiteConfig config, IReadOnlySet<EntityKey> withheld)
    {
        var known = titles.Keys.ToLookup(static key => key.Kind, static key => key.Key);
        foreach (var group in uses.GroupBy(static use => use.Key).OrderBy(static group => group.Key))
        {
            var key = group.Key;
            if (titles.TryGetValue(key, out var title))
            {
                ReportOddLabels(group, title);
                continue;
            }

            if (withheld.Contains(key)) continue;
            if (config.Closed.Contains(key.Kind.Name()))
            {
                foreach (var use in group) bag.Add(Problems.UnknownKeyOfClosedKind(use.Written.At, key.Kind.Name(), use.Written.Value, DidYouMean.Find(key.Key, known[key.Kind])));
                continue;
            }

            var label = Label(group);
            ReportOddLabels(group, label);
            if (group.Count() == 1 && known[key.Kind].FirstOrDefault(other => DidYouMean.Distance(other, key.Key) == 1) is { } near)
                bag.Add(Problems.MaybeMeant(group.First().Written.At, key.Kind.Name(), group.First().Written.Value, near));
            yield return Bare(key, label);
        }
    }

    /// <summary>An entity with nothing but a name.</summary>
    public static Entity Bare(EntityKey key, string title) => key.Kind switch
    {
        EntityKind.Topics => new Topic { Key = key, Title = title },
        EntityKind.People => new Person { Key = key, Title = title },
        EntityKind.Delegations => new Delegation { Key = key, Title = title },
        EntityKind.Forums => new Forum { Key = key, Title = title },
        EntityKind.Meetings => new Meeting { Key = key, Title = title },
        _ => new Instrument { Key = key, Title = title },
    };

    /// <summary>A readable name for a key that nobody wrote as a label: <c>press-briefings</c> becomes Press briefings.</summary>
    public static string Humanise(string key)
    {
        var words = key.Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Label(IEnumerable<KeyUse> group)
    {
        var labels = group.Where(static use => use.Written.Value != use.Key.Key).Select(static use => use.Written.Value)
            .GroupBy(static label => label, StringComparer.Ordinal)
            .OrderByDescending(static label => label.Count()).ThenBy(static label => label.Key, StringComparer.Ordinal);
        return labels.FirstOrDefault()?.Key ?? Humanise(group.First().Key.Key);
    }

    private void ReportOddLabels(IEnumerable<KeyUse> group, string title)
    {
        foreach (var use in group)
        {
            var written = use.Written.Value;
            if (written != title && written != use.Key.Key && Slug.Of(written) == Slug.Of(title)) bag.Add(Problems.OddLabel(use.Written.At, written, title));
        }
    }

    private sealed record KeyUse(EntityKey Key, Located<string> Written);
}
