using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Rostrum.Rendering;

/// <summary>
/// What is new in the wording of one passage against another, word by word (longest common subsequence; case and punctuation do not count).
/// Works on markup, so that links in a passage stay, and never marks across a tag.
/// </summary>
public static class WordDiff
{
    /// <summary>Passages with more words than this are not compared: the cost is the product of both lengths.</summary>
    public const int MostWords = 2_000;

    /// <summary>The markup with words that the earlier text does not have inside <c>ins</c>, and how much of both texts is common (0 to 1).</summary>
    /// <param name="html">The markup.</param>
    /// <param name="earlier">That of the earlier text.</param>
    /// <param name="least">Where less than this can be common, nothing is marked, and what could be at most is given as common.</param>
    public static (string Html, double Likeness) Mark(string html, string earlier, double least = 0)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var words = Words(html, numbers);
        var before = Words(earlier, numbers);
        if (words.Count == 0 || before.Count == 0 || words.Count > MostWords || before.Count > MostWords) return (html, 0);
        var most = Likeness(CountShared(words, before, numbers.Dictionary.Count));
        if (most < least) return (html, most);
        var kept = Common(words, before);
        return (Insert(html, words, kept), Likeness(kept.Count(static common => common)));

        double Likeness(int common) => 2.0 * common / (words.Count + before.Count);
    }

    // Runs of letters and digits outside tags; in scripts without spaces every character is a word.
    private static List<Word> Words(string html, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers)
    {
        var words = new List<Word>(html.Length / 5);
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<') i = After(html, i, '>');
            else if (html[i] == '&') i = After(html, i, ';');
            else if (!char.IsLetterOrDigit(html[i])) i++;
            else
            {
                var start = i++;
                if (html[start] < '\u2E80')
                {
                    while (i < html.Length && html[i] < '\u2E80' && (char.IsLetterOrDigit(html[i]) || IsInner(html, i))) i++;
                }

                var text = html.AsSpan(start, i - start);
                if (text.Length > lower.Length) lower = new char[text.Length];
                text.ToLowerInvariant(lower);
                var key = lower[..text.Length];
                if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = numbers.Dictionary.Count;
                words.Add(new Word(start, i, number));
            }
        }

        return words;
    }

    // Apostrophes and hyphens between letters.
    private static bool IsInner(string html, int i) => html[i] is '\'' or '’' or '-' && i + 1 < html.Length && char.IsLetterOrDigit(html[i + 1]);

    private static int After(string html, int start, char end) => html.IndexOf(end, start) is var found and >= 0 ? found + 1 : html.Length;

    // How many words two texts share in any order, which is as many as they can have in common, or more.
    private static int CountShared(List<Word> words, List<Word> before, int different)
    {
        var counts = new int[different];
        foreach (var word in before) counts[word.Number]++;
        return words.Count(word => counts[word.Number]-- > 0);
    }

    private static bool[] Common(List<Word> words, List<Word> before)
    {
        var width = before.Count + 1;
        var lengths = ArrayPool<ushort>.Shared.Rent((words.Count + 1) * width);
        lengths.AsSpan(words.Count * width, width).Clear();
        for (var i = words.Count - 1; i >= 0; i--) FillRow(lengths.AsSpan(i * width, width), lengths.AsSpan((i + 1) * width, width), words[i].Number, CollectionsMarshal.AsSpan(before));
        var kept = new bool[words.Count];
        for (var (i, j) = (0, 0); i < words.Count && j < before.Count;)
        {
            if (words[i].Number == before[j].Number)
            {
                kept[i++] = true;
                j++;
            }
            else if (lengths[((i + 1) * width) + j] >= lengths[(i * width) + j + 1]) i++;
            else j++;
        }

        ArrayPool<ushort>.Shared.Return(lengths);
        return kept;
    }

    private static void FillRow(Span<ushort> row, ReadOnlySpan<ushort> below, int word, ReadOnlySpan<Word> before)
    {
        var right = row[before.Length] = 0;
        for (var j = before.Length - 1; j >= 0; j--) row[j] = right = word == before[j].Number ? (ushort)(below[j + 1] + 1) : Math.Max(below[j], right);
    }

    private static string Insert(string html, List<Word> words, bool[] kept)
    {
        var marked = new StringBuilder(html.Length + 64);
        var written = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (kept[i]) continue;
            var last = i;
            while (last + 1 < words.Count && !kept[last + 1] && html.IndexOf('<', words[last].End, words[last + 1].Start - words[last].End) < 0) last++;
            marked.Append(html, written, words[i].Start - written).Append("<ins>").Append(html, words[i].Start, words[last].End - words[i].Start).Append("</ins>");
            written = words[last].End;
            i = last;
        }

        return marked.Append(html, written, html.Length - written).ToString();
    }

    private readonly record struct Word(int Start, int End, int Number);
}
