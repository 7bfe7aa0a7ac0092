using System.Numerics;
using System.Text;

namespace Rostrum.Model;

/// <summary>
/// A 64-bit similarity sketch of a text (SimHash: Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002)
/// over its pairs of neighbouring words. Texts that share most of them have sketches that differ in few bits; unrelated ones differ in 32 ± 4.
/// </summary>
public readonly record struct TextSketch(ulong Bits)
{
    /// <summary>Bits in which two texts may differ to be one text, edited, when all around them stayed (a chance of about 1 in 5,000 for unrelated texts).</summary>
    public const int AlikeInPlace = 18;

    /// <summary>Bits in which two texts may differ to be one text, edited, when they stand in the same order among others (1 in a million).</summary>
    public const int AlikeInOrder = 13;

    /// <summary>Bits in which two texts may differ to be one text, moved.</summary>
    public const int AlikeAnywhere = 8;

    /// <summary>The sketch of a text; case and punctuation do not count.</summary>
    public static TextSketch Of(string text)
    {
        Span<int> weights = stackalloc int[64];
        var previous = 0UL;
        foreach (var word in Words(text))
        {
            var hash = Hash(word);
            Add(weights, Mix(previous ^ BitOperations.RotateLeft(hash, 23)));
            previous = hash;
        }

        var bits = 0UL;
        for (var i = 0; i < 64; i++)
        {
            if (weights[i] > 0) bits |= 1UL << i;
        }

        return new TextSketch(bits);
    }

    /// <summary>The number of bits in which two sketches differ.</summary>
    public int Distance(TextSketch other) => BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x16");

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
                if (c < 0x2E80) continue;
            }

            if (word.Length == 0) continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0) yield return word.ToString();
    }

    // FNV-1a over UTF-16 units, then the finaliser of MurmurHash3: the same on every machine.
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdUL;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return value ^ (value >> 33);
    }

    private static void Add(Span<int> weights, ulong hash)
    {
        for (var i = 0; i < 64; i++) weights[i] += (hash & (1UL << i)) != 0 ? 1 : -1;
    }
}
