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
    public static (string Html, double Likeness) Mark(string html, string earlier)
    {
        var words = Words(html);
        var before = Words(earlier);
        if (words.Count == 0 || before.Count == 0 || words.Count > MostWords || before.Count > MostWords) return (html, 0);
        var kept = Common(words, before);
        var likeness = 2.0 * kept.Count(static common => common) / (words.Count + before.Count);
        return (Insert(html, words, kept), likeness);
    }

    // Runs of letters and digits outside tags; in scripts without spaces every character is a word.
    private static List<Word> Words(string html)
    {
        var words = new List<Word>();
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

                words.Add(new Word(start, i, html[start..i].ToLowerInvariant()));
            }
        }

        return words;
    }

    // Apostrophes and hyphens between letters.
    private static bool IsInner(string html, int i) => html[i] is '\'' or '’' or '-' && i + 1 < html.Length && char.IsLetterOrDigit(html[i + 1]);

    private static int After(string html, int start, char end) => html.IndexOf(end, start) is var found and >= 0 ? found + 1 : html.Length;

    private static bool[] Common(List<Word> words, List<Word> before)
    {
        var lengths = new ushort[words.Count + 1, before.Count + 1];
        for (var i = words.Count - 1; i >= 0; i--)
        {
            for (var j = before.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = words[i].Text == before[j].Text ? (ushort)(lengths[i + 1, j + 1] + 1) : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var kept = new bool[words.Count];
        for (var (i, j) = (0, 0); i < words.Count && j < before.Count;)
        {
            if (words[i].Text == before[j].Text)
            {
                kept[i++] = true;
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }

        return kept;
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

    private readonly record struct Word(int Start, int End, string Text);
}
