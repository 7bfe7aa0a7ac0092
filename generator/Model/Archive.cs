using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Everything the site is made of, typed and immutable. Statements are ordered by date, then id; entities by kind, then key; pages by weight, then key.</summary>
public sealed record Archive
{
    private readonly Dictionary<string, Statement> statementsById;
    private readonly Dictionary<EntityKey, Entity> entitiesByKey;

    /// <summary>Puts the parts in order. A second statement with an id stays in the list, so that its address collides and is reported.</summary>
    public Archive(SiteConfig config, IEnumerable<Statement> statements, IEnumerable<Entity> entities, IEnumerable<Page> pages)
    {
        Config = config;
        var ordered = statements.ToArray();
        Array.Sort(ordered, ByDate);
        Statements = ordered;
        Entities = InOrder(entities);
        Pages = [.. pages.OrderBy(static p => p.Folder, StringComparer.Ordinal).ThenBy(static p => p.Weight).ThenBy(static p => p.Key, StringComparer.Ordinal).ThenBy(static p => p.Document.Path, StringComparer.Ordinal)];
        statementsById = new Dictionary<string, Statement>(ordered.Length, StringComparer.Ordinal);
        foreach (var statement in Statements) statementsById.TryAdd(statement.Id, statement);
        entitiesByKey = ByKey(Entities);
    }

    private Archive(Archive before, IReadOnlyList<Entity> entities, Dictionary<EntityKey, Entity> entitiesByKey)
    {
        (Config, Statements, Pages, Withheld, statementsById) = (before.Config, before.Statements, before.Pages, before.Withheld, before.statementsById);
        (Entities, this.entitiesByKey) = (entities, entitiesByKey);
    }

    /// <summary>site.yml.</summary>
    public SiteConfig Config { get; }

    /// <summary>All published statements, oldest first.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>All entities, with a file or without.</summary>
    public IReadOnlyList<Entity> Entities { get; }

    /// <summary>All other pages.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>What exists and is not published: drafts, and what lies in the future.</summary>
    public IReadOnlyList<Withheld> Withheld { get; init; } = [];

    /// <summary>The statement with an id, or null.</summary>
    public Statement? FindStatement(string id) => statementsById.GetValueOrDefault(id);

    /// <summary>The entity with a key, or null.</summary>
    public Entity? Find(EntityKey key) => entitiesByKey.GetValueOrDefault(key);

    /// <summary>The entity with a key, or null where there is no key.</summary>
    public Entity? Find(EntityKey? key) => key is { } known ? Find(known) : null;

    /// <summary>The entities of one kind, in order of their keys.</summary>
    public IEnumerable<Entity> Of(EntityKind kind) => Entities.Where(entity => entity.Key.Kind == kind);

    /// <summary>Whether entities of a kind have pages.</summary>
    public bool HasPages(EntityKind kind) => Config.Kinds.Contains(kind.Name());

    /// <summary>The forum in which a statement was made: its own, or its meeting's.</summary>
    public EntityKey? ForumOf(Statement statement) => statement.Forum ?? (Find(statement.Meeting) as Meeting)?.Forum;

    /// <summary>Whether something withheld has this id or key.</summary>
    public bool IsWithheld(string key) => Withheld.Any(withheld => withheld.Key == key);

    /// <summary>The same archive with more entities.</summary>
    public Archive And(IEnumerable<Entity> more)
    {
        var all = InOrder(Entities.Concat(more));
        return new Archive(this, all, ByKey(all));
    }

    /// <summary>The same archive with the entities of another.</summary>
    public Archive WithEntitiesOf(Archive other) => new(this, other.Entities, other.entitiesByKey);

    /// <summary>Whether another has the very same entities.</summary>
    public bool HasSameEntities(Archive other)
    {
        if (Entities.Count != other.Entities.Count) return false;
        for (var i = 0; i < Entities.Count; i++)
        {
            if (!ReferenceEquals(Entities[i], other.Entities[i])) return false;
        }

        return true;
    }

    private static Entity[] InOrder(IEnumerable<Entity> entities)
    {
        var ordered = entities.ToArray();
        Array.Sort(ordered, static (one, other) => one.Key != other.Key ? one.Key.CompareTo(other.Key) : one.At.CompareTo(other.At));
        return ordered;
    }

    private static Dictionary<EntityKey, Entity> ByKey(IReadOnlyList<Entity> entities)
    {
        var byKey = new Dictionary<EntityKey, Entity>(entities.Count);
        foreach (var entity in entities) byKey.TryAdd(entity.Key, entity);
        return byKey;
    }

    private static int ByDate(Statement one, Statement other)
    {
        var byDate = one.Date.CompareTo(other.Date);
        if (byDate != 0) return byDate;
        var byId = string.CompareOrdinal(one.Id, other.Id);
        return byId != 0 ? byId : string.CompareOrdinal(one.Document.Path, other.Document.Path);
    }
}

/// <summary>A file that is not published yet: a draft (no date), or one that appears on a day to come.</summary>
public sealed record Withheld(Location At, string Key, string Title, DateOnly? Appears);
