namespace Rostrum.Links;

/// <summary>Finds the sentence around a place in a text.</summary>
public static class Sentence
{
    private const int Longest = 400;
    private static readonly HashSet<string> Abbreviations =
        new(["Mr", "Mrs", "Ms", "Dr", "Prof", "H.E", "St", "No", "Nos", "para", "paras", "art", "arts", "vol", "pp", "cf", "e.g", "i.e", "etc", "U.S", "U.N", "U.K"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The range of the sentence that holds <paramref name="position"/>, without white space at its ends; at most about 400 characters around it.</summary>
    public static Range Around(string text, int position)
    {
        var start = 0;
        for (var i = Math.Min(position, text.Length - 1) - 1; i >= 0; i--)
        {
            if (!EndsAt(text, i)) continue;
            start = i + 1;
            break;
        }

        var end = text.Length;
        for (var i = position; i < text.Length; i++)
        {
            if (!EndsAt(text, i)) continue;
            end = i + 1;
            break;
        }

        if (position - start > Longest / 2) start = WordAfter(text, position - (Longest / 2));
        if (end - position > Longest) end = WordBefore(text, position + Longest);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start..end;
    }

    private static bool EndsAt(string text, int index)
    {
        var c = text[index];
        if (c is '\n' or '。' or '！' or '？' or '؟' or '۔' or '।') return true;
        if (index + 1 < text.Length && !char.IsWhiteSpace(text[index + 1])) return c is '”' or '"' && index > 0 && text[index - 1] is '.' or '!' or '?' && index + 1 == text.Length;
        if (c is '”' or '"' or '’' or ')') return index > 0 && text[index - 1] is '.' or '!' or '?';
        return c is '!' or '?' || (c == '.' && !IsAbbreviation(text, index));
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text[start..dot];
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.Contains(word);
    }

    private static int WordAfter(string text, int index)
    {
        while (index < text.Length && !char.IsWhiteSpace(text[index])) index++;
        return index;
    }

    private static int WordBefore(string text, int index)
    {
        while (index > 0 && !char.IsWhiteSpace(text[index - 1])) index--;
        return index;
    }
}
