using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Reads parsed documents into the archive: by folder into statements, entities and pages, with keys resolved and slips reported.</summary>
public sealed class ArchiveReader(SiteConfig config, ReadOptions options, ArchiveMemo memo)
{
    private const string ContentFolder = "content/";
    private const string PagesFolder = "content/pages/";

    /// <summary>The archive, read anew.</summary>
    public static Archive Read(IReadOnlyList<SourceDocument> documents, SiteConfig config, ReadOptions options, DiagnosticBag bag) => new ArchiveReader(config, options, new ArchiveMemo(false)).Read(documents, bag);

    /// <summary>The archive. A document that has problems is in it as far as it could be read, so that one run reports everything.</summary>
    public Archive Read(IReadOnlyList<SourceDocument> documents, DiagnosticBag bag)
    {
        var sorted = Sort(documents, bag);
        var withheldEntities = sorted.Entities.Where(entity => IsDraft(entity.Document) && !options.Drafts).ToList();
        var published = sorted.Entities.Except(withheldEntities).ToList();
        var rules = memo.Same(new ReadRules(new Same<SiteConfig>(config), memo.Same(NamesOf(published)), options.Drafts, options.Future, options.Today(config.TimeZone)));

        var entities = published.ConvertAll(entity => Read(entity, rules));
        var statements = memo.StatementList.Of(sorted.Statements, rules, i => Read(sorted.Statements[i], rules));
        var pages = memo.Pages.Of(sorted.Pages, rules, i => PageReader.Read(sorted.Pages[i], PagesFolder, options));
        foreach (var read in pages) bag.AddRange(read.Problems);
        var uses = new KeyUses([.. entities.Select(static read => read.Uses), .. statements.Select(static read => read.Uses)], rules.Names, withheldEntities.Select(static entity => entity.Key).ToHashSet(), config);
        var missing = memo.Missing(uses);
        foreach (var read in entities) bag.AddRange(read.Problems);
        foreach (var read in statements) bag.AddRange(read.Problems);
        bag.AddRange(missing.Problems);
        return memo.Last = new Archive(
            config,
            statements.Where(static read => read.Value.Statement is not null).Select(static read => read.Value.Statement!),
            entities.Select(static read => read.Value).Concat(missing.Entities),
            pages.Where(static read => read.Page is not null).Select(static read => read.Page!),
            [
                .. statements.Where(static read => read.Value.Withheld is not null).Select(static read => read.Value.Withheld!)
                    .Concat(pages.Where(static read => read.Withheld is not null).Select(static read => read.Withheld!))
                    .Concat(withheldEntities.Select(static entity => new Withheld(Location.StartOf(entity.Document.Path), entity.Key.Key, TitleOf(entity.Document) ?? entity.Key.Key, null)))
                    .OrderBy(static withheld => withheld.At),
            ],
            memo.Last);
    }

    /// <summary>Whether front matter says that a document is a draft.</summary>
    internal static bool IsDraft(SourceDocument document) => document.FrontMatter.Find("draft") is YamlScalar { Plain: true, Text: "true" or "True" or "TRUE" or "yes" or "on" };

    private static string? TitleOf(SourceDocument document) => (document.FrontMatter.Find("title") as YamlScalar)?.Text;

    private ReadFile<Entity> Read(EntityDocument entity, ReadRules rules)
    {
        var kind = entity.Key.ToString();
        return memo.Entities.Get(entity.Document.Path, known => known.Holds(entity.Document, kind, rules), before =>
            ReadFile<Entity>.Of(new StatementDocument(entity.Document, kind), rules, before, (keys, bag) => EntityReader.Read(entity.Document, entity.Key, keys, bag)));
    }

    private ReadFile<(Statement? Statement, Withheld? Withheld)> Read(StatementDocument source, ReadRules rules) =>
        memo.Statements.Get(source.Document.Path, known => known.Holds(source.Document, source.Folder, rules), before =>
            ReadFile<(Statement? Statement, Withheld? Withheld)>.Of(source, rules, before, (keys, bag) => new StatementReader(config, options, keys, bag).Read(Renamed(source))));

    private StatementDocument Renamed(StatementDocument source) => source with { Document = source.Document with { FrontMatter = ForeignFields.Rename(source.Document.FrontMatter, config.Fields) } };

    private Sorted Sort(IReadOnlyList<SourceDocument> documents, DiagnosticBag bag)
    {
        var sorted = new Sorted([], [], []);
        foreach (var document in memo.Sorted.Of(documents, config, i => Sort(documents[i])))
        {
            if (document.Statement is { } statement) sorted.Statements.Add(statement);
            else if (document.Page is { } page) sorted.Pages.Add(page);
            else if (document.Entity is { } entity) sorted.Entities.Add(entity);
            else if (document.Problem is { } problem) bag.Add(problem);
        }

        return sorted;
    }

    private SortedDocument Sort(SourceDocument document)
    {
        if (config.StatementFolders.FirstOrDefault(folder => document.Path.StartsWith(folder + "/", StringComparison.Ordinal)) is { } folder) return new(new StatementDocument(document, folder));
        if (document.Path.StartsWith(PagesFolder, StringComparison.Ordinal)) return new(null, null, document);
        if (!document.Path.StartsWith(ContentFolder, StringComparison.Ordinal)) return new(null);
        if (KindOf(document.Path) is { } kind) return SortEntity(document, kind);
        return new(null, Problem: Problems.NoSuchFolder(Location.StartOf(document.Path), DidYouMean.Find(document.Path.Split('/')[1], [.. SiteConfig.AllKinds, "statements", "pages"])));
    }

    private static EntityKind? KindOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 && SiteConfig.AllKinds.Contains(parts[1]) ? EntityKinds.Find(parts[1]) : null;
    }

    private static SortedDocument SortEntity(SourceDocument document, EntityKind kind)
    {
        var name = Path.GetFileNameWithoutExtension(document.File.Name);
        var slug = Slug.Of(name);
        return Slug.IsUsable(slug) ? new(null, new EntityDocument(document, new EntityKey(kind, slug))) : new(null, Problem: Problems.NoSlug(Location.StartOf(document.Path), name));
    }

    private static KeyNames NamesOf(IReadOnlyList<EntityDocument> entities)
    {
        var titles = new Dictionary<EntityKey, string>();
        var names = new Dictionary<EntityKey, EntityKey>();
        foreach (var (document, key) in entities)
        {
            titles.TryAdd(key, TitleOf(document) ?? KeyBook.Humanise(key.Key));
            names.TryAdd(key, key);
        }

        foreach (var (document, key) in entities)
        {
            names.TryAdd(new EntityKey(key.Kind, Slug.Of(titles[key])), key);
            var aliases = document.FrontMatter.Find("aliases");
            foreach (var alias in aliases is YamlList list ? list.Items : aliases is null ? [] : [aliases])
            {
                var text = alias is YamlMap map ? map.Find("text") as YamlScalar : alias as YamlScalar;
                if (text is not null) names.TryAdd(new EntityKey(key.Kind, Slug.Of(text.Text)), key);
            }
        }

        return new KeyNames(titles, names);
    }

    private sealed record Sorted(List<StatementDocument> Statements, List<EntityDocument> Entities, List<SourceDocument> Pages);
}

/// <summary>A document by where it lies: among statements, entities or pages; or nowhere, with what is wrong with that.</summary>
internal sealed record SortedDocument(StatementDocument? Statement, EntityDocument? Entity = null, SourceDocument? Page = null, Diagnostic? Problem = null);

/// <summary>A document that lies in a folder of statements.</summary>
internal sealed record StatementDocument(SourceDocument Document, string Folder);

/// <summary>A document that lies in the folder of a kind of entities, and the key that its name makes.</summary>
internal sealed record EntityDocument(SourceDocument Document, EntityKey Key);
