using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Rendering;

namespace Rostrum.Pages;

/// <summary>What a plan publishes for good: statements with their passages, entities that have a file, pages; and all that was locked before.</summary>
public static class PublishedAddresses
{
    /// <summary>The lock as it should be once the plan is published. Passages that are gone stay in it, so that their ids are never used again.</summary>
    public static PublishedLock Of(PagePlan plan)
    {
        var archive = plan.Content.Archive;
        var known = plan.Content.Rules.Lock;
        var addresses = known.Addresses.ToDictionary(static address => address.Path, StringComparer.Ordinal);
        foreach (var entity in archive.Entities.Where(entity => entity.Document is not null && archive.HasPages(entity.Key.Kind))) Add(Routes.Entity(entity.Key), entity.Document!.Path, []);
        foreach (var page in archive.Pages) Add(page.Url, page.Document.Path, []);
        foreach (var statement in archive.Statements)
        {
            var old = known.Find(statement.Url)?.Passages ?? [];
            Add(statement.Url, statement.Document.Path, statement.Withdrawn is null ? Passages(plan.Content.Texts.Of(statement.Document).Body, old) : old);
        }

        return PublishedLock.Of(addresses.Values);

        void Add(PageUrl url, string path, IReadOnlyList<LockedPassage> passages) => addresses[url.Path] = new LockedAddress(url.Path, Location.StartOf(path), passages);
    }

    private static List<LockedPassage> Passages(RenderedBody body, IReadOnlyList<LockedPassage> old)
    {
        var passages = new List<LockedPassage>();
        foreach (var block in body.Blocks)
        {
            if (block.Kind == BlockKind.Gone) passages.Add(old.First(passage => passage.Id == block.Id));
            else if (block.Passage >= 0) passages.Add(new LockedPassage(body.Passages[block.Passage].Passage.Id, body.Passages[block.Passage].Passage.Sketch));
        }

        return passages;
    }
}
