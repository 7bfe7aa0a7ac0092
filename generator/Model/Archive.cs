using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Everything the site is made of, typed and immutable. Statements are ordered by date, then id; entities by kind, then key; pages by weight, then key.</summary>
public sealed record Archive
{
    private const int MostRewritten = 100;
    private readonly Statement[] read;
    private readonly Dictionary<string, Statement> statementsById;
    private readonly Dictionary<EntityKey, Entity> entitiesByKey;

    /// <summary>Puts the parts in order. A second statement with an id stays in the list, so that its address collides and is reported.</summary>
    /// <param name="config">site.yml.</param>
    /// <param name="statements">What is published, in any order.</param>
    /// <param name="entities">All entities.</param>
    /// <param name="pages">All other pages.</param>
    /// <param name="withheld">What is not published.</param>
    /// <param name="before">The archive as it was last read, if it was.</param>
    public Archive(SiteConfig config, IEnumerable<Statement> statements, IEnumerable<Entity> entities, IEnumerable<Page> pages, IReadOnlyList<Withheld> withheld, Archive? before)
    {
        Config = config;
        Withheld = withheld;
        read = [.. statements];
        var (rewritten, onlyTexts) = before?.Rewritten(read) ?? default;
        Statements = rewritten ?? InOrder(read);
        Entities = InOrder(entities);
        Pages = [.. pages.OrderBy(static p => p.Folder, StringComparer.Ordinal).ThenBy(static p => p.Weight).ThenBy(static p => p.Key, StringComparer.Ordinal).ThenBy(static p => p.Document.Path, StringComparer.Ordinal)];
        statementsById = rewritten is null ? ById(Statements) : before!.ByIdWith(read);
        entitiesByKey = ByKey(Entities);
        Outline = onlyTexts && ReferenceEquals(config, before!.Config) && AreSame(Entities, before.Entities) && AreSame(Pages, before.Pages) && withheld.SequenceEqual(before.Withheld) ? before.Outline : new object();
    }

    private Archive(Archive before, IReadOnlyList<Entity> entities, Dictionary<EntityKey, Entity> entitiesByKey, object outline)
    {
        (Config, Statements, Pages, Withheld, read, statementsById) = (before.Config, before.Statements, before.Pages, before.Withheld, before.read, before.statementsById);
        (Entities, this.entitiesByKey, Outline) = (entities, entitiesByKey, outline);
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
    public IReadOnlyList<Withheld> Withheld { get; }

    /// <summary>
    /// One object as long as everything is the very same but for statements of which only the text behind the front matter changed.
    /// What depends on no text need not be made again.
    /// </summary>
    public object Outline { get; }

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
        return new Archive(this, all, ByKey(all), new object());
    }

    /// <summary>The same archive with the entities of another.</summary>
    public Archive WithEntitiesOf(Archive other) => new(this, other.Entities, other.entitiesByKey, other.Outline);

    // The statements in order, where all keep their place in it: they need not be sorted again.
    private (Statement[]? Ordered, bool OnlyTexts) Rewritten(Statement[] now)
    {
        if (now.Length != read.Length) return default;
        Statement[] ordered = [.. Statements];
        var (rewritten, onlyTexts) = (0, true);
        for (var i = 0; i < now.Length; i++)
        {
            var before = read[i];
            if (ReferenceEquals(before, now[i])) continue;
            if (++rewritten > MostRewritten || before.Date != now[i].Date || before.Id != now[i].Id || before.Document.Path != now[i].Document.Path) return default;
            onlyTexts &= before.Document.HasSameFrontMatter(now[i].Document);
            ordered[Array.FindIndex(ordered, statement => ReferenceEquals(statement, before))] = now[i];
        }

        return (ordered, onlyTexts);
    }

    private Dictionary<string, Statement> ByIdWith(Statement[] now)
    {
        var byId = new Dictionary<string, Statement>(statementsById, StringComparer.Ordinal);
        for (var i = 0; i < now.Length; i++)
        {
            if (!ReferenceEquals(now[i], read[i]) && ReferenceEquals(byId[now[i].Id], read[i])) byId[now[i].Id] = now[i];
        }

        return byId;
    }

    private static bool AreSame<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
    {
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i])) return false;
        }

        return true;
    }

    private static Statement[] InOrder(Statement[] read)
    {
        Statement[] ordered = [.. read];
        Array.Sort(ordered, ByDate);
        return ordered;
    }

    private static Dictionary<string, Statement> ById(IReadOnlyList<Statement> statements)
    {
        var byId = new Dictionary<string, Statement>(statements.Count, StringComparer.Ordinal);
        foreach (var statement in statements) byId.TryAdd(statement.Id, statement);
        return byId;
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
