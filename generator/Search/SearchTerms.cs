namespace Rostrum.Search;

/// <summary>All words in order, and where the shards begin. Words of one stem are never parted.</summary>
internal sealed class SearchTerms
{
    private const int FewestUnits = 50; // below that no word is too common to be asked for

    private readonly Term[] terms;
    private readonly int[] starts;
    private readonly int units;
    private readonly ILookup<int, string> prefixes;

    private SearchTerms(Term[] terms, int[] starts, IReadOnlyList<int> lengths, string version)
    {
        this.terms = terms;
        this.starts = starts;
        units = lengths.Count;
        Lengths = lengths;
        Version = version;
        Borders = [.. Enumerable.Range(0, starts.Length).Where(i => i == 0 || starts[i] < terms.Length).Select(Border)];
        prefixes = Crossing().Distinct().ToLookup(prefix => ShardOf(LowerBound(prefix, false)));
    }

    /// <summary>The first word of each shard, as short as tells it from the word before. Shards behind the last border are empty.</summary>
    public IReadOnlyList<string> Borders { get; }

    /// <summary>How many words each unit has.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>A mark that changes with the texts.</summary>
    public string Version { get; }

    /// <summary>Words that stand in most passages of most units.</summary>
    public IEnumerable<string> Common => terms.Where(static term => term.IsCommon).Select(static term => term.Word);

    /// <summary>Puts the words of all parts in order and cuts them into so many shards.</summary>
    public static SearchTerms Merge(IReadOnlyList<PostingLists> parts, IReadOnlyList<SearchUnit> units, int shards)
    {
        var byWord = new Dictionary<string, Term>(StringComparer.Ordinal);
        var version = 0UL;
        foreach (var part in parts)
        {
            version = (version * 31) + part.Mark;
            foreach (var (word, postings) in part.Words)
            {
                if (!byWord.TryGetValue(word, out var term)) byWord[word] = term = new Term(word, WordStem.Of(word));
                term.Postings.Add(postings);
                term.Count += postings.Length;
            }
        }

        var terms = byWord.Values.ToArray();
        Array.Sort(terms);
        if (units.Count >= FewestUnits)
        {
            foreach (var term in terms) term.IsCommon = term.Count * 5L > units.Count * 3L && StandsInMostPassages(term, units);
        }

        return new SearchTerms(terms, Starts(terms, units.Count, shards), [.. parts.SelectMany(static part => part.Lengths)], version.ToString("x16"));
    }

    /// <summary>The bytes of a shard.</summary>
    public byte[] Shard(int number)
    {
        var writer = new ShardWriter(units);
        foreach (var prefix in prefixes[number].Order(StringComparer.Ordinal)) writer.AddPrefix(prefix, terms.AsSpan(LowerBound(prefix, false)..LowerBound(prefix, true)));
        foreach (var term in terms.AsSpan(starts[number]..End(number))) writer.Add(term);
        return writer.ToArray();
    }

    private static bool StandsInMostPassages(Term term, IReadOnlyList<SearchUnit> units)
    {
        long held = 0, all = 0;
        foreach (var posting in term.All)
        {
            held += int.PopCount(posting.Passages);
            all += Math.Min(16, units[posting.Unit].Passages.Count);
        }

        return held * 5 > all * 3;
    }

    private static int[] Starts(Term[] terms, int units, int shards)
    {
        var left = terms.Sum(term => Size(term, units));
        var starts = new List<int> { 0 };
        long current = 0;
        for (var i = 0; i < terms.Length;)
        {
            var end = i + 1;
            while (end < terms.Length && terms[end].Stem == terms[i].Stem) end++;
            var size = terms.AsSpan(i..end).ToArray().Sum(term => Size(term, units));
            if (current > 0 && starts.Count < shards && current + (size / 2) > left / (shards - starts.Count + 1))
            {
                starts.Add(i);
                left -= current;
                current = 0;
            }

            current += size;
            i = end;
        }

        while (starts.Count < shards) starts.Add(terms.Length);
        return [.. starts];
    }

    // About how many bytes a word will take.
    private static long Size(Term term, int units) => term.Word.Length + 4 + Math.Min(2L * term.Count, term.Count + (units / 8));

    private string Border(int shard)
    {
        if (shard == 0) return "";
        var (before, first) = (terms[starts[shard] - 1].Stem, terms[starts[shard]].Stem);
        var length = before.AsSpan().CommonPrefixLength(first) + 1;
        return first[..(char.IsHighSurrogate(first[length - 1]) ? length + 1 : length)];
    }

    // Beginnings of words whose words lie in more than one shard: one list of units stands for all of them.
    private IEnumerable<string> Crossing()
    {
        for (var shard = 1; shard < Borders.Count; shard++)
        {
            var first = terms[starts[shard]].Stem;
            var shared = terms[starts[shard] - 1].Stem.AsSpan().CommonPrefixLength(first);
            for (var length = 1; length <= shared; length++)
            {
                if (!char.IsHighSurrogate(first[length - 1])) yield return first[..length];
            }
        }
    }

    private int End(int shard) => shard + 1 < starts.Length ? starts[shard + 1] : terms.Length;

    private int ShardOf(int term)
    {
        var found = Array.BinarySearch(starts, 0, Borders.Count, term);
        return found >= 0 ? found : ~found - 1;
    }

    // The first term whose stem does not come before the prefix, or the first behind all that begin with it.
    private int LowerBound(string prefix, bool behind)
    {
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var stem = terms[middle].Stem;
            if (string.CompareOrdinal(stem, prefix) < 0 || (behind && stem.StartsWith(prefix, StringComparison.Ordinal))) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
