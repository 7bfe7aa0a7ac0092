namespace Rostrum.Search;

/// <summary>A word of the index.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Stem">Its key; terms are ordered by it, then by the word.</param>
internal sealed record Term(string Word, string Stem) : IComparable<Term>
{
    /// <summary>Its postings in order of unit, in pieces.</summary>
    public List<ReadOnlyMemory<Posting>> Postings { get; } = [];

    /// <summary>How many units hold it.</summary>
    public int Count { get; set; }

    /// <summary>Whether it stands in most passages of most units, so that it tells nothing.</summary>
    public bool IsCommon { get; set; }

    /// <summary>Every posting, in order of unit.</summary>
    public IEnumerable<Posting> All
    {
        get
        {
            foreach (var piece in Postings)
            {
                for (var i = 0; i < piece.Length; i++) yield return piece.Span[i];
            }
        }
    }

    /// <inheritdoc/>
    public int CompareTo(Term? other)
    {
        var stems = string.CompareOrdinal(Stem, other?.Stem);
        return stems != 0 ? stems : string.CompareOrdinal(Word, other?.Word);
    }
}
