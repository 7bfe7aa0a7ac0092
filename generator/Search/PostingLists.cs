using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Rostrum.Search;

/// <summary>The words of some units in a row, each with the units that hold it. Filled by one thread.</summary>
internal sealed class PostingLists
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<Posting[]> lists = [];
    private readonly List<int> counts = [];
    private readonly SearchWords words = new();
    private readonly WordSink sink;
    private int unit;
    private int bit;

    /// <summary>Reads units.</summary>
    public PostingLists(IReadOnlyList<SearchUnit> units, int start, int end)
    {
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        sink = Add;
        var lengths = new int[end - start];
        for (unit = start; unit < end; unit++)
        {
            bit = Posting.Title;
            var titles = Encoding.UTF8.GetBytes(Titles(units[unit]));
            Note(titles);
            words.Read(titles, sink);
            for (var i = 0; i < units[unit].Passages.Count; i++)
            {
                bit = 1 << (i % 16);
                Note(units[unit].Passages[i].Passage.TextUtf8.Span);
                words.Read(units[unit].Passages[i].Passage.TextUtf8.Span, sink);
                lengths[unit - start] += units[unit].Passages[i].Passage.Words;
            }
        }

        Lengths = lengths;
    }

    /// <summary>A mark that changes with the texts.</summary>
    public ulong Mark { get; private set; } = 14695981039346656037;

    /// <summary>How many words each unit has.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Every word, in no order, with its postings in order of unit.</summary>
    public IEnumerable<(string Word, ReadOnlyMemory<Posting> Postings)> Words => numbers.Select(pair => (pair.Key, (ReadOnlyMemory<Posting>)lists[pair.Value].AsMemory(0, counts[pair.Value])));

    private static string Titles(SearchUnit unit) => unit.Statement.ShortTitle is { } brief ? $"{unit.Statement.Title}\n{brief}" : unit.Statement.Title;

    // FNV-1a over eight bytes at a time.
    private void Note(ReadOnlySpan<byte> text)
    {
        foreach (var block in MemoryMarshal.Cast<byte, ulong>(text)) Mark = BitOperations.RotateLeft((Mark ^ block) * 1099511628211, 23);
        foreach (var value in text[(text.Length & ~7)..]) Mark = (Mark ^ value) * 1099511628211;
    }

    private void Add(ReadOnlySpan<char> word)
    {
        if (!lookup.TryGetValue(word, out var number))
        {
            number = lists.Count;
            lookup[word] = number;
            lists.Add(new Posting[1]);
            counts.Add(0);
        }

        var list = lists[number];
        var count = counts[number];
        if (count > 0 && list[count - 1].Unit == unit)
        {
            list[count - 1].Bits |= bit;
            return;
        }

        if (count == list.Length)
        {
            Array.Resize(ref list, count * 2);
            lists[number] = list;
        }

        list[count] = new Posting { Unit = unit, Bits = bit };
        counts[number] = count + 1;
    }
}

/// <summary>A unit that holds a word: a bit for the title, and one for each passage (the 17th falls on the first again).</summary>
internal struct Posting
{
    /// <summary>The bit of the title.</summary>
    public const int Title = 1 << 16;

    /// <summary>The unit's number.</summary>
    public int Unit;

    /// <summary>Where the word stands.</summary>
    public int Bits;

    /// <summary>The bits of the passages.</summary>
    public readonly int Passages => Bits & 0xFFFF;
}
