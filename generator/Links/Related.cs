using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>A statement near another, and what the two share (rarest first).</summary>
public sealed record RelatedStatement(Statement Statement, IReadOnlyList<EntityKey> Shared, bool SameMeeting);

/// <summary>
/// Finds statements near one by what both are about. What few statements share weighs more (the inverse of the logarithm of how many do).
/// Of each shared thing only the nearest in time are looked at, so that the cost does not grow with the archive.
/// </summary>
public static class Related
{
    private const int Neighbours = 4;
    private const int Most = 5;

    /// <summary>At most five statements, the nearest first.</summary>
    public static IReadOnlyList<RelatedStatement> Find(Statement statement, Relations relations)
    {
        var found = new Dictionary<string, (Statement Statement, double Score, List<EntityKey> Shared)>(StringComparer.Ordinal);
        var keys = statement.Topics.Concat(statement.Cites.Select(static cite => cite.Instrument)).Distinct()
            .OrderBy(key => relations.StatementsOf(key).Count).ThenBy(static key => key).ToList();
        foreach (var key in keys)
        {
            var all = relations.StatementsOf(key);
            var weight = 1 / Math.Log(all.Count + 1.5);
            foreach (var other in Around(statement, all)) Add(found, other, weight, key);
        }

        if (statement.Meeting is { } meeting)
        {
            foreach (var other in Around(statement, relations.StatementsOf(meeting))) Add(found, other, 1, null);
        }

        return
        [
            .. found.Values.Where(static near => near.Shared.Count > 0)
                .OrderByDescending(static near => near.Score).ThenByDescending(static near => near.Statement.Date).ThenBy(static near => near.Statement.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(near => new RelatedStatement(near.Statement, near.Shared, statement.Meeting is not null && near.Statement.Meeting == statement.Meeting)),
        ];
    }

    private static IEnumerable<Statement> Around(Statement statement, IReadOnlyList<Statement> all)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBefore(all[middle], statement)) low = middle + 1;
            else high = middle;
        }

        for (var i = Math.Max(0, low - Neighbours); i < Math.Min(all.Count, low + Neighbours + 1); i++)
        {
            if (all[i].Id != statement.Id) yield return all[i];
        }
    }

    private static bool IsBefore(Statement a, Statement b) => a.Date != b.Date ? a.Date < b.Date : string.CompareOrdinal(a.Id, b.Id) < 0;

    private static void Add(Dictionary<string, (Statement Statement, double Score, List<EntityKey> Shared)> found, Statement other, double weight, EntityKey? key)
    {
        if (!found.TryGetValue(other.Id, out var near)) near = (other, 0, []);
        if (key is { } shared) near.Shared.Add(shared);
        found[other.Id] = near with { Score = near.Score + weight };
    }
}
