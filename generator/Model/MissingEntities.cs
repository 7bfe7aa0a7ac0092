using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Entities for keys that no file has, named by their most frequent label, and what looks like a slip among all uses of keys.</summary>
internal sealed record MissingEntities(KeyUses From, IReadOnlyList<Entity> Entities, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Makes them.</summary>
    public static MissingEntities Of(KeyUses from)
    {
        var bag = new DiagnosticBag();
        var made = Make(from, bag).ToList();
        return new MissingEntities(from, made, bag.ToSorted());
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

    private static IEnumerable<Entity> Make(KeyUses from, DiagnosticBag bag)
    {
        var titles = from.Names.Titles;
        var known = titles.Keys.ToLookup(static key => key.Kind, static key => key.Key);
        foreach (var group in from.Uses.SelectMany(static uses => uses).GroupBy(static use => use.Key).OrderBy(static group => group.Key))
        {
            var key = group.Key;
            if (titles.TryGetValue(key, out var title))
            {
                ReportOddLabels(group, title, bag);
                continue;
            }

            if (from.Withheld.Contains(key)) continue;
            if (from.Config.Closed.Contains(key.Kind.Name()))
            {
                foreach (var use in group) bag.Add(Diagnostics.Problems.UnknownKeyOfClosedKind(use.Written.At, key.Kind.Name(), use.Written.Value, DidYouMean.Find(key.Key, known[key.Kind])));
                continue;
            }

            var label = Label(group);
            ReportOddLabels(group, label, bag);
            if (group.Count() == 1 && known[key.Kind].FirstOrDefault(other => DidYouMean.Distance(other, key.Key) == 1) is { } near)
                bag.Add(Diagnostics.Problems.MaybeMeant(group.First().Written.At, key.Kind.Name(), group.First().Written.Value, near));
            yield return Bare(key, label);
        }
    }

    private static string Label(IEnumerable<KeyUse> group)
    {
        var labels = group.Where(static use => use.Written.Value != use.Key.Key).Select(static use => use.Written.Value)
            .GroupBy(static label => label, StringComparer.Ordinal)
            .OrderByDescending(static label => label.Count()).ThenBy(static label => label.Key, StringComparer.Ordinal);
        return labels.FirstOrDefault()?.Key ?? KeyBook.Humanise(group.First().Key.Key);
    }

    private static void ReportOddLabels(IEnumerable<KeyUse> group, string title, DiagnosticBag bag)
    {
        foreach (var use in group)
        {
            var written = use.Written.Value;
            if (written != title && written != use.Key.Key && Slug.Of(written) == Slug.Of(title)) bag.Add(Diagnostics.Problems.OddLabel(use.Written.At, written, title));
        }
    }
}

/// <summary>Every use of a key in the archive, file by file, and what is needed to judge them.</summary>
internal sealed record KeyUses(IReadOnlyList<IReadOnlyList<KeyUse>> Uses, KeyNames Names, IReadOnlySet<EntityKey> Withheld, SiteConfig Config)
{
    /// <summary>Whether others are the very same.</summary>
    public bool IsSame(KeyUses other) => ReferenceEquals(Names, other.Names) && ReferenceEquals(Config, other.Config) && Withheld.SetEquals(other.Withheld)
        && Uses.Count == other.Uses.Count && Enumerable.Range(0, Uses.Count).All(i => ReferenceEquals(Uses[i], other.Uses[i]));
}
