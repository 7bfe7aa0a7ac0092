using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>Makes an entity of every instrument that texts cite and no file describes.</summary>
public static class FoundInstruments
{
    /// <summary>The archive with the instruments that the citations name.</summary>
    public static Archive Add(Archive archive, IEnumerable<CitationMatch> citations)
    {
        var missing = new Dictionary<EntityKey, CitationMatch>();
        foreach (var match in citations)
        {
            var key = match.Mention.Entity!.Value;
            if (missing.TryGetValue(key, out var known) ? IsBefore(match, known) : archive.Find(key) is null) missing[key] = match;
        }

        return archive.And(missing.Select(static pair => new Instrument { Key = pair.Key, Title = pair.Value.Title, Symbol = pair.Value.Title.Contains('/', StringComparison.Ordinal) ? pair.Value.Title : null, Url = pair.Value.Url }));
    }

    // Of several names the first in ordinal order, wherever each stands.
    private static bool IsBefore(CitationMatch one, CitationMatch other)
    {
        var byTitle = string.CompareOrdinal(one.Title, other.Title);
        return byTitle < 0 || (byTitle == 0 && string.CompareOrdinal(one.Url, other.Url) < 0);
    }
}
