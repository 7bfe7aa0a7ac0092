using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>Makes an entity of every instrument that texts cite and no file describes.</summary>
public sealed class FoundInstruments(bool keeps)
{
    private (IReadOnlyList<IReadOnlyList<CitationMatch>> Citations, Archive Without, Archive With)? last;

    /// <summary>The archive with the instruments that the citations of its texts name; those of the last time where no text cites anything else.</summary>
    public Archive AddTo(Archive archive, IReadOnlyList<IReadOnlyList<CitationMatch>> citations)
    {
        if (last is { } known && ReferenceEquals(known.Without.Outline, archive.Outline) && IsSame(known.Citations, citations)) return archive.WithEntitiesOf(known.With);
        var found = Add(archive, citations);
        if (keeps) last = (citations, archive, found);
        return found;
    }

    private static bool IsSame(IReadOnlyList<IReadOnlyList<CitationMatch>> before, IReadOnlyList<IReadOnlyList<CitationMatch>> now)
    {
        if (before.Count != now.Count) return false;
        for (var i = 0; i < now.Count; i++)
        {
            if (!ReferenceEquals(before[i], now[i]) && !now[i].Select(Named).ToHashSet().SetEquals(before[i].Select(Named))) return false;
        }

        return true;

        static (EntityKey?, string, string?) Named(CitationMatch match) => (match.Mention.Entity, match.Title, match.Url);
    }

    private static Archive Add(Archive archive, IReadOnlyList<IReadOnlyList<CitationMatch>> citations)
    {
        var missing = new Dictionary<EntityKey, CitationMatch>();
        foreach (var match in citations.SelectMany(static text => text))
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
