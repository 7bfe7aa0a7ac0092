using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Search;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>The files that were last planned for each statement and entity, and the addresses of the last plan.</summary>
public sealed class PlanMemo(bool keeps)
{
    /// <summary>The addresses of the last plan.</summary>
    internal AddressMemo Addresses { get; } = new(keeps);

    /// <summary>Files of statements.</summary>
    internal PlannedGroups<(Same<Statement>, Same<SiteConfig>)> Statements { get; } = new(keeps);

    /// <summary>Files of entities.</summary>
    internal PlannedGroups<EntityFiles> Entities { get; } = new(keeps);

    /// <summary>Files of positions, by delegation.</summary>
    internal PlannedGroups<(Same<DelegationPositions>, Same<SiteConfig>)> Positions { get; } = new(keeps);

    /// <summary>Texts that the search fetches, by number.</summary>
    internal PlannedGroups<(int, Same<SearchUnit>)> Units { get; } = new(keeps);

    /// <summary>The units of the search.</summary>
    internal SearchMemo Search { get; } = new(keeps);

    /// <summary>The parts of the site's feed.</summary>
    internal OutlineMemo<FeedOrder> Feeds { get; } = new(keeps);

    /// <summary>Old addresses, and where each leads.</summary>
    internal OutlineMemo<OldAddress[]> OldAddresses { get; } = new(keeps);
}

/// <summary>Files planned by groups, one after the other: a group that is planned from the same as the one that had its place in the last round is not planned again.</summary>
internal sealed class PlannedGroups<T>(bool keeps)
    where T : IEquatable<T>
{
    private (T From, PlannedFile[] Files)[] last = [];

    /// <summary>All files of a round.</summary>
    /// <param name="all">What each group is planned from: all of it.</param>
    /// <param name="plan">Plans a group.</param>
    public List<PlannedFile> Plan(IEnumerable<T> all, Func<T, IEnumerable<PlannedFile>> plan)
    {
        var groups = new List<(T From, PlannedFile[] Files)>(last.Length);
        foreach (var from in all)
        {
            var place = groups.Count;
            groups.Add(place < last.Length && last[place].From.Equals(from) ? last[place] : (from, [.. plan(from)]));
        }

        var files = new List<PlannedFile>(groups.Sum(static group => group.Files.Length));
        foreach (var group in groups) files.AddRange(group.Files);
        if (keeps) last = [.. groups];
        return files;
    }
}
