using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

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

    /// <summary>How much text it has, in bytes of UTF-8.</summary>
    public int TextBytes { get; } = Passages.Sum(static passage => passage.Passage.TextUtf8.Length);

    /// <summary>Cuts the statements that can be read into units, in the order of the archive.</summary>
    public static IReadOnlyList<SearchUnit> Cut(Archive archive, ArchiveTexts texts, SearchMemo memo)
    {
        var numbers = new Lazy<int[]>(() => NumbersIn(archive));
        var units = new List<SearchUnit>(archive.Statements.Count);
        var linked = texts.Linked.Take(archive.Statements.Count).ToArray();
        foreach (var own in memo.Units.Of(linked, archive.Outline, i => archive.Statements[i].Withdrawn is null ? [.. Cut(archive.Statements[i], numbers.Value[i], linked[i].Passages)] : [])) units.AddRange(own);
        return units;
    }

    private static int[] NumbersIn(Archive archive)
    {
        var next = 0;
        return [.. archive.Statements.Select(statement => statement.Withdrawn is null ? next++ : next)];
    }

    private static IEnumerable<SearchUnit> Cut(Statement statement, int number, IReadOnlyList<LinkedPassage> passages)
    {
        var first = 0;
        do
        {
            var end = End(passages, first);
            yield return new SearchUnit(statement, number, first, end - first == passages.Count ? passages : [.. passages.Skip(first).Take(end - first)]);
            first = end;
        }
        while (first < passages.Count);
    }

    private static int End(IReadOnlyList<LinkedPassage> passages, int first)
    {
        var (end, bytes) = (first, 0);
        while (end < passages.Count && end - first < MostPassages && (end == first || bytes + passages[end].Passage.TextUtf8.Length <= MostBytes)) bytes += passages[end++].Passage.TextUtf8.Length;
        return end;
    }
}

/// <summary>The units into which the texts of statements were cut last, by place.</summary>
public sealed class SearchMemo(bool keeps)
{
    internal ListMemo<LinkedText, SearchUnit[]> Units { get; } = new(keeps);
}
