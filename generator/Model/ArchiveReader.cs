using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Reads parsed documents into the archive: by folder into statements, entities and pages, with keys resolved and slips reported.</summary>
public static class ArchiveReader
{
    private const string ContentFolder = "content/";
    private const string PagesFolder = "content/pages/";

    /// <summary>The archive. A document that has problems is in it as far as it could be read, so that one run reports everything.</summary>
    public static Archive Read(IReadOnlyList<SourceDocument> documents, SiteConfig config, ReadOptions options, DiagnosticBag bag)
    {
        var sorted = Sort(documents, config, bag);
        var withheldEntities = sorted.Entities.Where(entity => IsDraft(entity.Document) && !options.Drafts).ToList();
        var published = sorted.Entities.Except(withheldEntities).ToList();
        var keys = MakeKeyBook(published, bag);

        var entities = new Entity[published.Count];
        for (var i = 0; i < entities.Length; i++) entities[i] = EntityReader.Read(published[i].Document, published[i].Key, keys, bag);
        var statements = new (Statement? Statement, Withheld? Withheld)[sorted.Statements.Count];
        var reader = new StatementReader(config, options, keys, bag);
        Parallel.For(0, statements.Length, i => statements[i] = reader.Read(sorted.Statements[i]));
        var pages = sorted.Pages.Select(document => PageReader.Read(document, PagesFolder, options, bag)).ToList();
        var missing = keys.MakeMissing(config, withheldEntities.Select(static entity => entity.Key).ToHashSet()).ToList();
        return new Archive(
            config,
            statements.Where(static read => read.Statement is not null).Select(static read => read.Statement!),
            entities.Concat(missing),
            pages.Where(static read => read.Page is not null).Select(static read => read.Page!))
        {
            Withheld =
            [
                .. statements.Where(static read => read.Withheld is not null).Select(static read => read.Withheld!)
                    .Concat(pages.Where(static read => read.Withheld is not null).Select(static read => read.Withheld!))
                    .Concat(withheldEntities.Select(static entity => new Withheld(Location.StartOf(entity.Document.Path), entity.Key.Key, TitleOf(entity.Document) ?? entity.Key.Key, null)))
                    .OrderBy(static withheld => withheld.At),
            ],
        };
    }

    /// <summary>Whether front matter says that a document is a draft.</summary>
    internal static bool IsDraft(SourceDocument document) => document.FrontMatter.Find("draft") is YamlScalar { Plain: true, Text: "true" or "True" or "TRUE" or "yes" or "on" };

    private static string? TitleOf(SourceDocument document) => (document.FrontMatter.Find("title") as YamlScalar)?.Text;

    private static Sorted Sort(IReadOnlyList<SourceDocument> documents, SiteConfig config, DiagnosticBag bag)
    {
        var sorted = new Sorted([], [], []);
        foreach (var document in documents)
        {
            if (config.StatementFolders.FirstOrDefault(folder => document.Path.StartsWith(folder + "/", StringComparison.Ordinal)) is { } folder)
            {
                sorted.Statements.Add(new StatementDocument(document with { FrontMatter = ForeignFields.Rename(document.FrontMatter, config.Fields) }, folder));
            }
            else if (document.Path.StartsWith(PagesFolder, StringComparison.Ordinal)) sorted.Pages.Add(document);
            else if (!document.Path.StartsWith(ContentFolder, StringComparison.Ordinal)) continue;
            else if (KindOf(document.Path) is { } kind) AddEntity(sorted.Entities, document, kind, bag);
            else bag.Add(Problems.NoSuchFolder(Location.StartOf(document.Path), DidYouMean.Find(document.Path.Split('/')[1], [.. SiteConfig.AllKinds, "statements", "pages"])));
        }

        return sorted;
    }

    private static EntityKind? KindOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 && SiteConfig.AllKinds.Contains(parts[1]) ? EntityKinds.Find(parts[1]) : null;
    }

    private static void AddEntity(List<EntityDocument> entities, SourceDocument document, EntityKind kind, DiagnosticBag bag)
    {
        var name = Path.GetFileNameWithoutExtension(document.File.Name);
        var slug = Slug.Of(name);
        if (Slug.IsUsable(slug)) entities.Add(new EntityDocument(document, new EntityKey(kind, slug)));
        else bag.Add(Problems.NoSlug(Location.StartOf(document.Path), name));
    }

    private static KeyBook MakeKeyBook(IReadOnlyList<EntityDocument> entities, DiagnosticBag bag)
    {
        var titles = new Dictionary<EntityKey, string>();
        var names = new Dictionary<EntityKey, EntityKey>();
        foreach (var (document, key) in entities) titles.TryAdd(key, TitleOf(document) ?? KeyBook.Humanise(key.Key));
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

        return new KeyBook(titles, names, bag);
    }

    private sealed record EntityDocument(SourceDocument Document, EntityKey Key);

    private sealed record Sorted(List<StatementDocument> Statements, List<EntityDocument> Entities, List<SourceDocument> Pages);
}

/// <summary>A document that lies in a folder of statements.</summary>
internal sealed record StatementDocument(SourceDocument Document, string Folder);
