using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>A statement near another, and the rarest of what the two share: one thing, or two.</summary>
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
        List<(EntityKey Key, IReadOnlyList<Statement> All)> shared = [.. statement.Topics.Concat(statement.Cites.Select(static cite => cite.Instrument)).Distinct().Select(key => (key, relations.StatementsOf(key)))];
        shared.Sort(static (a, b) => a.All.Count != b.All.Count ? a.All.Count - b.All.Count : a.Key.CompareTo(b.Key));
        var found = new Dictionary<Statement, Candidate>(2 * Neighbours * shared.Count, ReferenceEqualityComparer.Instance);
        foreach (var (key, all) in shared) AddAround(statement, all, key, found);
        if (statement.Meeting is { } meeting) AddAround(statement, relations.StatementsOf(meeting), null, found);
        var near = found.Values.Where(static candidate => candidate.First is not null).ToList();
        near.Sort();
        return near.Take(Most).Select(candidate => new RelatedStatement(candidate.Statement, candidate.Shared, statement.Meeting is not null && candidate.Statement.Meeting == statement.Meeting)).ToList();
    }

    // Those who share a key, or, where there is none, a meeting.
    private static void AddAround(Statement statement, IReadOnlyList<Statement> all, EntityKey? key, Dictionary<Statement, Candidate> found)
    {
        var weight = key is null ? 1 : 1 / Math.Log(all.Count + 1.5);
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBefore(all[middle], statement)) low = middle + 1;
            else high = middle;
        }

        for (var i = Math.Max(0, low - Neighbours); i < Math.Min(all.Count, low + Neighbours + 1); i++)
        {
            if (all[i].Id == statement.Id) continue;
            if (!found.TryGetValue(all[i], out var candidate)) found[all[i]] = candidate = new Candidate(all[i]);
            candidate.Score += weight;
            if (candidate.First is null) candidate.First = key;
            else candidate.Second ??= key;
        }
    }

    private static bool IsBefore(Statement a, Statement b) => a.Date != b.Date ? a.Date < b.Date : string.CompareOrdinal(a.Id, b.Id) < 0;

    // The best comes first.
    private sealed class Candidate(Statement statement) : IComparable<Candidate>
    {
        public Statement Statement => statement;

        public double Score { get; set; }

        public EntityKey? First { get; set; }

        public EntityKey? Second { get; set; }

        public IReadOnlyList<EntityKey> Shared => Second is { } second ? [First!.Value, second] : [First!.Value];

        public int CompareTo(Candidate? other)
        {
            if (Score != other!.Score) return other.Score.CompareTo(Score);
            return statement.Date != other.Statement.Date ? other.Statement.Date.CompareTo(statement.Date) : string.CompareOrdinal(statement.Id, other.Statement.Id);
        }
    }
}
