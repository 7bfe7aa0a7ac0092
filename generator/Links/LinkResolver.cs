using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Links;

/// <summary>What a link leads to: a page or a file of the site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">What it is called when the link has no words of its own.</param>
/// <param name="Entity">The entity whose page it is, if it is one.</param>
/// <param name="File">The file that is copied to the address, if it is one.</param>
public sealed record LinkTarget(PageUrl Url, string Title, EntityKey? Entity = null, SourceFile? File = null);

/// <summary>Finds what editors' links mean: keys, names and statement ids in double brackets, and paths of source files.</summary>
public sealed class LinkResolver
{
    private const string ContentFolder = "content/";
    private const string PagesFolder = "content/pages/";
    private readonly Archive archive;
    private readonly SourceTree tree;
    private readonly Dictionary<string, List<LinkTarget>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkTarget> byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> withheld;
    private readonly HashSet<string> addresses = [Routes.Home.Path, Routes.Statements.Path, Routes.Years.Path];

    private LinkResolver(Archive archive, SourceTree tree)
    {
        this.archive = archive;
        this.tree = tree;
        withheld = archive.Withheld.SelectMany(static file => new[] { file.Key, file.At.Path }).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Knows every statement, entity and page of the archive.</summary>
    public static LinkResolver Build(Archive archive, SourceTree tree)
    {
        var resolver = new LinkResolver(archive, tree);
        resolver.byKey.EnsureCapacity(archive.Statements.Count);
        resolver.byPath.EnsureCapacity(archive.Statements.Count);
        resolver.addresses.EnsureCapacity(archive.Statements.Count);
        foreach (var statement in archive.Statements) resolver.Add(statement.Id, statement.Document.Path, new LinkTarget(statement.Url, statement.Heading));
        foreach (var entity in archive.Entities)
        {
            if (!archive.HasPages(entity.Key.Kind)) continue;
            var target = new LinkTarget(Routes.Entity(entity.Key), entity.Title, entity.Key);
            resolver.Add(entity.Key.Key, entity.Document?.Path, target);
            resolver.byKey.TryAdd(entity.Key.ToString(), [target]);
            if (Slug.Of(entity.Title) is var named && named != entity.Key.Key) resolver.AddName(named, target);
        }

        resolver.AddAliases();

        resolver.addresses.UnionWith(EntityKinds.All.Where(archive.HasPages).Select(static kind => Routes.Index(kind).Path));
        foreach (var page in archive.Pages) resolver.Add(page.Key, page.Document.Path, new LinkTarget(page.Url, page.Title));
        return resolver;
    }

    /// <summary>What stands between double brackets: <c>key</c>, <c>kind:key</c>, a statement's id or a name. Reported and null when it means nothing or too much.</summary>
    public LinkTarget? ResolveKey(string written, Location at, DiagnosticBag bag)
    {
        var (kind, name) = SplitKind(written);
        var key = name.Contains('/', StringComparison.Ordinal) && byKey.ContainsKey(name) ? name : Slug.Of(name);
        if (kind is { } known && byKey.TryGetValue(new EntityKey(known, key).ToString(), out var exact)) return exact[0];
        if (kind is null && byKey.TryGetValue(key, out var targets))
        {
            if (targets.Count == 1) return targets[0];
            bag.Add(Problems.AmbiguousLink(at, key, string.Join(" or ", targets.Select(static target => target.Entity?.ToString() ?? target.Url.ToString()))));
            return null;
        }

        if (withheld.Contains(key)) bag.Add(Problems.LinkToWithheld(at, written));
        else bag.Add(Problems.UnresolvedLink(at, written, DidYouMean.Find(key, byKey.Keys.Where(static other => !other.Contains(':', StringComparison.Ordinal)))));
        return null;
    }

    /// <summary>Whether a path within the site is the address of a statement, an entity, a page or a list.</summary>
    public bool IsAddress(string path) => addresses.Contains(path) || addresses.Contains(path + "/");

    /// <summary>What a relative path in a source file leads to, or null.</summary>
    public LinkTarget? FindPath(string path, string fromFolder)
    {
        if (Combine(fromFolder, Uri.UnescapeDataString(path)) is not { } full) return null;
        if (byPath.TryGetValue(full, out var target)) return target;
        return tree.Find(full) is { IsMarkdown: false } file && IsContent(full) ? new LinkTarget(FileUrl(full), file.Name, null, file) : null;
    }

    /// <summary>Reports that a relative path leads to nothing, or to something withheld.</summary>
    public void ReportMissing(string path, string fromFolder, Location at, DiagnosticBag bag)
    {
        var full = Combine(fromFolder, Uri.UnescapeDataString(path));
        if (full is not null && withheld.Contains(full))
        {
            bag.Add(Problems.LinkToWithheld(at, path));
            return;
        }

        var near = DidYouMean.Find(path[(path.LastIndexOf('/') + 1)..], tree.Files.Where(file => full is not null && file.Folder == Folder(full)).Select(static file => file.Name));
        bag.Add(Problems.MissingFile(at, path, near));
    }

    /// <summary>Where a file beside the content is published: its path below content/, or below content/pages/.</summary>
    public static PageUrl FileUrl(string path)
    {
        if (path.StartsWith(PagesFolder, StringComparison.Ordinal)) return new PageUrl(path[PagesFolder.Length..]);
        return new PageUrl(path.StartsWith(ContentFolder, StringComparison.Ordinal) ? path[ContentFolder.Length..] : path);
    }

    private bool IsContent(string path) =>
        path.StartsWith(ContentFolder, StringComparison.Ordinal) || archive.Config.StatementFolders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    private void Add(string key, string? path, LinkTarget target)
    {
        addresses.Add(target.Url.Path);
        if (key.Length > 0) AddName(key, target);
        if (path is not null) byPath.TryAdd(path, target);
    }

    // An alias means its entity only where it is no other thing's key or name.
    private void AddAliases()
    {
        var names = archive.Entities.Where(entity => archive.HasPages(entity.Key.Kind))
            .SelectMany(static entity => entity.Aliases.Select(alias => (Slug: Slug.Of(alias.Text.Value), Target: new LinkTarget(Routes.Entity(entity.Key), entity.Title, entity.Key))));
        foreach (var named in names.Where(pair => pair.Slug.Length > 0 && !byKey.ContainsKey(pair.Slug)).ToList()) AddName(named.Slug, named.Target);
    }

    private void AddName(string key, LinkTarget target)
    {
        if (!byKey.TryGetValue(key, out var targets)) byKey[key] = targets = [];
        if (!targets.Exists(other => other.Url == target.Url)) targets.Add(target);
    }

    private (EntityKind? Kind, string Name) SplitKind(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || EntityKinds.Find(written[..colon].Trim()) is not { } kind || !archive.HasPages(kind)) return (null, written);
        return (kind, written[(colon + 1)..]);
    }

    private static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static string? Combine(string folder, string path)
    {
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
