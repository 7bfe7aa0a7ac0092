using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>What changes for readers when one state of an archive takes the place of another. Everything stands in the order of the archive.</summary>
public sealed record SiteChanges
{
    /// <summary>Whether there was no earlier state, so that everything is new.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Statements that were not there.</summary>
    public required IReadOnlyList<StatementChange> New { get; init; }

    /// <summary>Statements that read differently, or whose details differ.</summary>
    public required IReadOnlyList<StatementChange> Changed { get; init; }

    /// <summary>Statements whose text is no longer published.</summary>
    public required IReadOnlyList<Statement> Withdrawn { get; init; }

    /// <summary>Old addresses that now lead elsewhere.</summary>
    public required IReadOnlyList<MovedAddress> Moved { get; init; }

    /// <summary>Addresses that lead nowhere any more.</summary>
    public required IReadOnlyList<PageUrl> Gone { get; init; }

    /// <summary>Entities and other pages with a file, new or changed.</summary>
    public required IReadOnlyList<PageChange> Pages { get; init; }

    /// <summary>Compares two plans; <paramref name="before"/> is null when nothing was published yet.</summary>
    public static SiteChanges Between(PagePlan? before, PagePlan now)
    {
        var old = before is null ? [] : before.Content.Archive.Statements.GroupBy(static statement => statement.Url).ToDictionary(static same => same.Key, static same => same.First());
        var (added, changed, withdrawn) = (new List<StatementChange>(), new List<StatementChange>(), new List<Statement>());
        foreach (var statement in now.Content.Archive.Statements)
        {
            var earlier = Addresses(statement).Select(url => old.GetValueOrDefault(url)).FirstOrDefault(static found => found is not null);
            if (statement.Withdrawn is not null && earlier?.Withdrawn is null)
            {
                if (earlier is not null) withdrawn.Add(statement);
            }
            else if (earlier is null) added.Add(StatementChange.Of(null, null, statement, now.Content.Texts));
            else if (StatementChange.Of(earlier, before!.Content.Texts, statement, now.Content.Texts) is { IsEmpty: false } change) changed.Add(change);
        }

        var known = before is null ? [] : Moves(before.Content.Archive).Select(static move => move.From).ToHashSet();
        return new SiteChanges
        {
            IsFirst = before is null,
            New = added,
            Changed = changed,
            Withdrawn = withdrawn,
            Moved = [.. Moves(now.Content.Archive).Where(move => !known.Contains(move.From))],
            Gone = before is null ? [] : [.. Files(before.Content.Archive).Select(static file => file.Url).Concat(old.Keys).Where(url => now.Find(url) is null).Order()],
            Pages = ComparePages(before?.Content.Archive, now.Content.Archive),
        };
    }

    private static IEnumerable<PageUrl> Addresses(Statement statement) => statement.MovedFrom.Select(static from => new PageUrl(from.Value)).Prepend(statement.Url);

    private static IEnumerable<MovedAddress> Moves(Archive archive) =>
        archive.Statements.SelectMany(static statement => statement.MovedFrom.Select(from => new MovedAddress(new PageUrl(from.Value), statement.Url)))
            .Concat(archive.Entities.SelectMany(static entity => entity.MovedFrom.Select(from => new MovedAddress(new PageUrl(from.Value), Routes.Entity(entity.Key)))))
            .Concat(archive.Pages.SelectMany(static page => page.MovedFrom.Select(from => new MovedAddress(new PageUrl(from.Value), page.Url))));

    private static IEnumerable<(PageUrl Url, string Title, SourceFile File)> Files(Archive archive) =>
        archive.Entities.Where(entity => entity.Document is not null && archive.HasPages(entity.Key.Kind)).Select(static entity => (Routes.Entity(entity.Key), entity.Title, entity.Document!.File))
            .Concat(archive.Pages.Select(static page => (page.Url, page.Title, page.Document.File)));

    private static List<PageChange> ComparePages(Archive? before, Archive now)
    {
        var old = before is null ? [] : Files(before).GroupBy(static file => file.Url).ToDictionary(static same => same.Key, static same => same.First().File);
        return
        [
            .. Files(now).Where(file => !old.TryGetValue(file.Url, out var earlier) || !earlier.Bytes.AsSpan().SequenceEqual(file.File.Bytes))
                .Select(file => new PageChange(file.Url, file.Title, !old.ContainsKey(file.Url))),
        ];
    }
}

/// <summary>An old address, and the page to which it now leads.</summary>
public sealed record MovedAddress(PageUrl From, PageUrl To);

/// <summary>An entity or another page that is new or changed.</summary>
public sealed record PageChange(PageUrl Url, string Title, bool IsNew);
