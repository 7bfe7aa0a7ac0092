using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>
/// Reads files into the archive: by folder into statements, entities and pages, with keys resolved and slips reported. The front matter of
/// a statement is parsed and read in one go, so that the values of all are never in memory together.
/// </summary>
public sealed class ArchiveReader(SiteConfig config, ReadOptions options, ArchiveMemo memo)
{
    private const string ContentFolder = "content/";
    private const string PagesFolder = "content/pages/";

    /// <summary>The archive, read anew.</summary>
    public static Archive Read(IReadOnlyList<SourceFile> files, SiteConfig config, ReadOptions options, DiagnosticBag bag) => new ArchiveReader(config, options, new ArchiveMemo(false)).Read(files, bag);

    /// <summary>The archive of the Markdown files among some. One that has problems is in it as far as it could be read, so that one run reports everything.</summary>
    public Archive Read(IReadOnlyList<SourceFile> files, DiagnosticBag bag)
    {
        var sorted = Sort(files, bag);
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
        return memo.Entities.Get(entity.Document.Path, known => known.Holds(entity.Document.File, kind, rules), before =>
            ReadFile<Entity>.Of(entity.Document.File, kind, rules, before, (keys, bag) => EntityReader.Read(entity.Document, entity.Key, keys, bag)));
    }

    private ReadFile<(Statement? Statement, Withheld? Withheld)> Read(StatementFile source, ReadRules rules) =>
        memo.Statements.Get(source.File.Path, known => known.Holds(source.File, source.Folder, rules), before =>
            ReadFile<(Statement? Statement, Withheld? Withheld)>.Of(source.File, source.Folder, rules, before, (keys, bag) => Read(source, keys, bag)));

    private (Statement? Statement, Withheld? Withheld) Read(StatementFile source, KeyBook keys, DiagnosticBag bag)
    {
        if (FrontMatterParser.Parse(source.File, bag, config.Limits) is not { } document) return default;
        var renamed = document with { FrontMatter = ForeignFields.Rename(document.FrontMatter, config.Fields) };
        return new StatementReader(config, options, keys, bag).Read(renamed, source.Folder);
    }

    private Sorted Sort(IReadOnlyList<SourceFile> files, DiagnosticBag bag)
    {
        var sorted = new Sorted([], [], []);
        foreach (var file in memo.Sorted.Of(files, config, i => Sort(files[i])))
        {
            if (file.Statement is { } statement) sorted.Statements.Add(statement);
            else if (file.Page is { } page) sorted.Pages.Add(page);
            else if (file.Entity is { } entity) sorted.Entities.Add(entity);
            bag.AddRange(file.Problems);
        }

        return sorted;
    }

    private SortedFile Sort(SourceFile file)
    {
        var path = file.Path;
        if (!file.IsMarkdown || path.StartsWith("templates/", StringComparison.Ordinal) || path.StartsWith("static/", StringComparison.Ordinal)) return SortedFile.None;
        if (config.StatementFolders.FirstOrDefault(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)) is { } folder) return new([]) { Statement = new StatementFile(file, folder) };
        if (path.StartsWith(PagesFolder, StringComparison.Ordinal)) return SortPage(Parse(file));
        if (!path.StartsWith(ContentFolder, StringComparison.Ordinal)) return SortedFile.None;
        if (KindOf(path) is { } kind) return SortEntity(file, kind);
        return new([Problems.NoSuchFolder(Location.StartOf(path), DidYouMean.Find(path.Split('/')[1], [.. SiteConfig.AllKinds, "statements", "pages"]))]);
    }

    private ParsedFile Parse(SourceFile file) => ParsedFile.Of(file, config.Limits, memo.Documents);

    private static EntityKind? KindOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 && SiteConfig.AllKinds.Contains(parts[1]) ? EntityKinds.Find(parts[1]) : null;
    }

    private static SortedFile SortPage(ParsedFile parsed) => new(parsed.Problems) { Page = parsed.Document };

    private SortedFile SortEntity(SourceFile file, EntityKind kind)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var slug = Slug.Of(name);
        if (!Slug.IsUsable(slug)) return new([Problems.NoSlug(Location.StartOf(file.Path), name)]);
        var parsed = Parse(file);
        return new(parsed.Problems) { Entity = parsed.Document is { } document ? new EntityDocument(document, new EntityKey(kind, slug)) : null };
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

    private sealed record Sorted(List<StatementFile> Statements, List<EntityDocument> Entities, List<SourceDocument> Pages);
}

/// <summary>A Markdown file by where it lies: a statement, an entity, a page or nothing, and what is wrong with it. All but statements are parsed.</summary>
internal sealed record SortedFile(IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>A file that holds nothing of the archive.</summary>
    public static SortedFile None { get; } = new([]);

    /// <summary>A file in a folder of statements, or null.</summary>
    public StatementFile? Statement { get; init; }

    /// <summary>An entity, or null.</summary>
    public EntityDocument? Entity { get; init; }

    /// <summary>A page, or null.</summary>
    public SourceDocument? Page { get; init; }
}

/// <summary>A file that lies in a folder of statements.</summary>
internal sealed record StatementFile(SourceFile File, string Folder);

/// <summary>A document that lies in the folder of a kind of entities, and the key that its name makes.</summary>
internal sealed record EntityDocument(SourceDocument Document, EntityKey Key);
