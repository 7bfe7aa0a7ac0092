using System.Text;

namespace Rostrum.Search;

/// <summary>
/// Writes a shard. Each word is one byte for how many bytes it shares with the word before, one for the length of the rest, the rest; then the number of its
/// units with the form of its postings in the two lowest bits, the length of the postings, and these. Numbers are LEB128.
/// Units are the gaps between their numbers, or a bit a unit where more than one in eight holds the word. Then follow, by form, places of the titles
/// among the postings (how many, and gaps), and for each posting its passages.
/// </summary>
internal sealed class ShardWriter(int units)
{
    // Beyond so many units a byte a unit says in which passages, modulo eight, the word stands; below, all sixteen bits are kept.
    private const int MostExact = 1_000;

    private const int Exact = 0;
    private const int Rough = 1;
    private const int Common = 2;
    private const int Prefix = 3;

    private readonly MemoryStream shard = new();
    private readonly MemoryStream postings = new();
    private byte[] before = [];

    /// <summary>What has been written.</summary>
    public byte[] ToArray() => shard.ToArray();

    /// <summary>Writes a word with its postings.</summary>
    public void Add(Term term)
    {
        var all = term.All.ToArray();
        WriteUnits(Array.ConvertAll(all, static posting => posting.Unit));
        var form = term.IsCommon ? Common : all.Length > MostExact ? Rough : Exact;
        if (form != Common)
        {
            WriteTitles(all);
            foreach (var posting in all)
            {
                if (form == Rough) postings.WriteByte((byte)(posting.Passages | (posting.Passages >> 8)));
                else WritePassages(posting.Passages);
            }
        }

        End(term.Word, all.Length, form);
    }

    /// <summary>Writes the units of all words that begin with <paramref name="prefix"/>.</summary>
    public void AddPrefix(string prefix, ReadOnlySpan<Term> terms)
    {
        var held = new bool[units];
        foreach (var term in terms)
        {
            foreach (var piece in term.Postings)
            {
                foreach (ref readonly var posting in piece.Span) held[posting.Unit] = true;
            }
        }

        var numbers = new List<int>();
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i]) numbers.Add(i);
        }

        WriteUnits([.. numbers]);
        End(prefix, numbers.Count, Prefix);
    }

    private void End(string word, int count, int form)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        var shared = Math.Min(before.AsSpan().CommonPrefixLength(utf8), 255);
        shard.WriteByte((byte)shared);
        shard.WriteByte((byte)(utf8.Length - shared));
        shard.Write(utf8.AsSpan(shared));
        Write(shard, (count << 2) | form);
        Write(shard, (int)postings.Length);
        shard.Write(postings.GetBuffer().AsSpan(0, (int)postings.Length));
        postings.SetLength(0);
        before = utf8;
    }

    private void WriteUnits(int[] numbers)
    {
        if (numbers.Length * 8L > units)
        {
            var bits = new byte[(units + 7) / 8];
            foreach (var number in numbers) bits[number / 8] |= (byte)(1 << (number % 8));
            postings.Write(bits);
            return;
        }

        var last = -1;
        foreach (var number in numbers)
        {
            Write(postings, number - last - 1);
            last = number;
        }
    }

    private void WriteTitles(Posting[] all)
    {
        Write(postings, all.Count(static posting => (posting.Bits & Posting.Title) != 0));
        var last = -1;
        for (var i = 0; i < all.Length; i++)
        {
            if ((all[i].Bits & Posting.Title) == 0) continue;
            Write(postings, i - last - 1);
            last = i;
        }
    }

    // One passage: its number. Two: 16 and their place among the pairs. None: 136. More: 137 and sixteen bits.
    private void WritePassages(int bits)
    {
        var count = int.PopCount(bits);
        var (low, high) = (int.TrailingZeroCount(bits), int.Log2(bits | 1));
        if (count is 1 or 2) postings.WriteByte((byte)(count == 1 ? low : 16 + (high * (high - 1) / 2) + low));
        else if (count == 0) postings.WriteByte(136);
        else postings.Write([137, (byte)bits, (byte)(bits >> 8)]);
    }

    private static void Write(MemoryStream stream, int number)
    {
        for (; number > 127; number >>= 7) stream.WriteByte((byte)(number | 128));
        stream.WriteByte((byte)number);
    }
}
