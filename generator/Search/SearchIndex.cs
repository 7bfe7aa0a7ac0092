namespace Rostrum.Search;

/// <summary>
/// The index over all units, cut into shards by ranges of words. How many shards there are follows from the size of the texts alone, so that they can
/// be planned; the index itself is made when its first file is asked for. Threads that ask for a file meanwhile take part in making it.
/// </summary>
public sealed class SearchIndex
{
    // A shard of real texts then takes 8 to 12 kB: little for one word, and ten thousand statements have fewer than a thousand.
    private const int TextBytesPerShard = 64 * 1024;
    private const int MostShards = 4_000;
    private const int UnitsPerPart = 512;

    private readonly PostingLists?[] parts;
    private readonly CountdownEvent open;
    private readonly Lazy<SearchTerms> terms;
    private int next;

    /// <summary>Plans the index over <paramref name="units"/>.</summary>
    public SearchIndex(IReadOnlyList<SearchUnit> units)
    {
        Units = units;
        ShardCount = (int)Math.Clamp(units.Sum(static unit => (long)unit.TextBytes) / TextBytesPerShard, 1, MostShards);
        parts = new PostingLists?[Math.Max(1, Math.Min((units.Count + UnitsPerPart - 1) / UnitsPerPart, 24))];
        open = new CountdownEvent(parts.Length);
        terms = new Lazy<SearchTerms>(() => SearchTerms.Merge([.. parts.Select(static part => part!)], Units, ShardCount));
    }

    /// <summary>What is searched.</summary>
    public IReadOnlyList<SearchUnit> Units { get; }

    /// <summary>How many shards there are.</summary>
    public int ShardCount { get; }

    /// <summary>The bytes of a shard.</summary>
    public byte[] Shard(int number) => Made().Shard(number);

    /// <summary>The first word of each shard, as short as tells it from the word before.</summary>
    public IReadOnlyList<string> Borders => Made().Borders;

    /// <summary>Words that stand in most passages.</summary>
    public IEnumerable<string> Common => Made().Common;

    /// <summary>How many words each unit has.</summary>
    public IReadOnlyList<int> Lengths => Made().Lengths;

    /// <summary>A mark that changes with what the index holds.</summary>
    public string Version => Made().Version;

    private SearchTerms Made()
    {
        if (!terms.IsValueCreated)
        {
            for (int part; (part = Interlocked.Increment(ref next) - 1) < parts.Length;)
            {
                try
                {
                    parts[part] = new PostingLists(Units, Start(part), Start(part + 1));
                }
                finally
                {
                    open.Signal();
                }
            }

            open.Wait();
        }

        return terms.Value;
    }

    private int Start(int part) => (int)((long)Units.Count * part / parts.Length);
}
