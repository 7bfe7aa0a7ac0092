using Rostrum.Diagnostics;

namespace Rostrum.Links;

/// <summary>Finds the passages that an editor names by their numbers, as many as a limit allows: what is said of a range is kept for each of its passages.</summary>
internal sealed class PassageRanges(LinkedText text, int most, DiagnosticBag bag)
{
    private readonly Dictionary<string, int> places = text.Passages.Select(static (passage, i) => (passage.Passage.Number, Place: i)).DistinctBy(static passage => passage.Number)
        .ToDictionary(static passage => passage.Number, static passage => passage.Place, StringComparer.Ordinal);

    private long covered;

    /// <summary>The places of the first and the last passage; null for what is not there or beyond the limit, which is reported.</summary>
    public (int First, int Last)? Find(string first, string last, Location at)
    {
        if (covered > most) return null;
        var from = places.GetValueOrDefault(first, -1);
        var to = places.GetValueOrDefault(last, -1);
        if (from < 0 || to < from)
        {
            bag.Add(Problems.NoSuchPassage(at, from < 0 ? first : last, text.Passages.Count == 0 ? "none" : text.Passages[^1].Passage.Number));
            return null;
        }

        covered += to - from + 1;
        if (covered <= most) return (from, to);
        bag.Add(Problems.TooManyNotes(at, most));
        return null;
    }
}
