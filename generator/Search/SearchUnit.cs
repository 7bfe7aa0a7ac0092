using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;

namespace Rostrum.Search;

/// <summary>What the index points to: a run of passages of one statement, small enough to be fetched for one result. Most statements are one.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Number">Number of the statement among those that are searched.</param>
/// <param name="First">Its first passage, from 0.</param>
/// <param name="Passages">Its passages; none for a statement that has only a title.</param>
public sealed record SearchUnit(Statement Statement, int Number, int First, IReadOnlyList<LinkedPassage> Passages)
{
    private const int MostPassages = 32;
    private const int MostBytes = 12 * 1024;

    /// <summary>Cuts the statements that can be read into units, in the order of the archive; and how much text they have, in bytes of UTF-8.</summary>
    public static (IReadOnlyList<SearchUnit> Units, long TextBytes) Cut(Archive archive, ArchiveTexts texts)
    {
        var units = new List<SearchUnit>();
        var (number, bytes) = (0, 0L);
        foreach (var statement in archive.Statements.Where(static statement => statement.Withdrawn is null))
        {
            var body = texts.Of(statement.Document).Body;
            var passages = body.Passages;
            bytes += body.TextBytes;
            var first = 0;
            do
            {
                var end = passages.Count <= MostPassages && body.TextBytes <= MostBytes ? passages.Count : End(passages, first);
                units.Add(new SearchUnit(statement, number, first, end - first == passages.Count ? passages : [.. passages.Skip(first).Take(end - first)]));
                first = end;
            }
            while (first < passages.Count);
            number++;
        }

        return (units, bytes);
    }

    private static int End(IReadOnlyList<LinkedPassage> passages, int first)
    {
        var (end, bytes) = (first, 0);
        while (end < passages.Count && end - first < MostPassages && (end == first || bytes + passages[end].Passage.TextUtf8.Length <= MostBytes)) bytes += passages[end++].Passage.TextUtf8.Length;
        return end;
    }
}
