using System.Numerics;

namespace Rostrum.Model;

/// <summary>
/// A 64-bit similarity sketch of a text (SimHash: Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002)
/// over its pairs of neighbouring words. Texts that share most of them have sketches that differ in few bits; unrelated ones differ in 32 ± 4.
/// </summary>
public readonly record struct TextSketch(ulong Bits)
{
    // A word is hashed by FNV-1a over its UTF-16 units, then by the finaliser of MurmurHash3: the same on every machine.
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    // From here on each character is a word.
    private const char FirstIdeograph = '\u2E80';

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
        var (previous, hash) = (0UL, Offset);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
                if (c < FirstIdeograph) continue;
            }

            if (hash != Offset) End(weights);
        }

        if (hash != Offset) End(weights);
        var bits = 0UL;
        for (var i = 0; i < 64; i++)
        {
            if (weights[i] > 0) bits |= 1UL << i;
        }

        return new TextSketch(bits);

        void End(Span<int> weights)
        {
            var word = Mix(hash);
            Add(weights, Mix(previous ^ BitOperations.RotateLeft(word, 23)));
            (previous, hash) = (word, Offset);
        }
    }

    /// <summary>The number of bits in which two sketches differ.</summary>
    public int Distance(TextSketch other) => BitOperations.PopCount(Bits ^ other.Bits);

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override string ToString() => Bits.ToString("x16");

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdUL;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return value ^ (value >> 33);
    }

    private static void Add(Span<int> weights, ulong hash)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] += ((int)(hash >> i) & 1) - ((int)(~hash >> i) & 1); // no branch: which way one would go is chance
    }
}
