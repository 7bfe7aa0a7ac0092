using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>The files that were last planned for each statement and entity, and the addresses of the last plan.</summary>
public sealed class PlanMemo(bool keeps)
{
    /// <summary>The addresses of the last plan.</summary>
    internal AddressMemo Addresses { get; } = new(keeps);

    /// <summary>Statements by path.</summary>
    internal Memo<PlannedGroup<(Same<Statement>, Same<SiteConfig>)>> Statements { get; } = new(keeps);

    /// <summary>Entities by key.</summary>
    internal Memo<PlannedGroup<EntityFiles>> Entities { get; } = new(keeps);

    /// <summary>Feeds of entities by key.</summary>
    internal Memo<PlannedGroup<Same<Entity>>> Feeds { get; } = new(keeps);

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        Statements.Begin();
        Entities.Begin();
        Feeds.Begin();
    }
}

/// <summary>Some files of the plan, and all that they were planned from.</summary>
internal sealed record PlannedGroup<T>(T From, PlannedFile[] Files)
    where T : notnull;

/// <summary>Plans files by groups, of which most are as they were.</summary>
internal static class PlannedGroup
{
    /// <summary>The files planned from <paramref name="from"/>: those of the last plan where they were planned from the same.</summary>
    public static PlannedFile[] Of<T>(this Memo<PlannedGroup<T>> memo, string key, T from, Func<IEnumerable<PlannedFile>> plan)
        where T : notnull => memo.Get(key, known => EqualityComparer<T>.Default.Equals(known.From, from), _ => new PlannedGroup<T>(from, [.. plan()])).Files;

    /// <summary>All files of some groups, copied by the block.</summary>
    public static List<PlannedFile> Join(this IEnumerable<PlannedFile[]> groups)
    {
        var all = groups.ToArray();
        var files = new List<PlannedFile>(all.Sum(static group => group.Length));
        foreach (var group in all) files.AddRange(group);
        return files;
    }
}
