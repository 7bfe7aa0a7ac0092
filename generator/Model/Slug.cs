using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rostrum.Model;

/// <summary>
/// Makes keys and addresses from names: NFKC, case-folded, Latin letters without their marks, apostrophes dropped,
/// every other run of characters that are neither letters nor digits one hyphen; other scripts keep their letters.
/// </summary>
public static class Slug
{
    // What file systems hold as one name, in bytes.
    private const int LongestPart = 255;
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly HashSet<string> Reserved = ["page", "index"];

    /// <summary>The slug of a name; empty when the name has no letter or digit.</summary>
    public static string Of(string name)
    {
        if (IsPlain(name)) return name;
        var plain = Ascii.IsValid(name) ? name : WithoutLatinMarks(name);
        var slug = new StringBuilder(plain.Length);
        var gap = false;
        foreach (var rune in plain.EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' or 'ʼ' or '‘') continue;
            if (Rune.IsLetterOrDigit(rune) || (UnicodeForms.IsMark(rune) && slug.Length > 0 && !gap))
            {
                if (gap && slug.Length > 0) slug.Append('-');
                gap = false;
                Fold(slug, rune);
            }
            else if (!IsInvisible(rune)) gap = true;
        }

        return slug.ToString();
    }

    // What most front matter holds: small letters and digits with single hyphens between.
    private static bool IsPlain(string name) =>
        name.AsSpan().IndexOfAnyExcept(PlainCharacters) < 0 && !name.StartsWith('-') && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal);

    /// <summary>Whether a text is its own slug and may be an address.</summary>
    public static bool IsValid(string text) => IsUsable(text) && Of(text) == text;

    /// <summary>Whether a slug may be an address: not empty, not a word that lists need for themselves, and no part of it longer than file systems hold.</summary>
    public static bool IsUsable(string slug) => slug.Length > 0 && !Reserved.Contains(slug) && !IsTooLong(slug);

    /// <summary>What two addresses have in common when a file system or a reader could take one for the other: composed form, lower case.</summary>
    public static string Collision(string address) => UnicodeForms.Compose(address).ToLowerInvariant();

    private static bool IsTooLong(string slug) => slug.Length * 3 > LongestPart && Array.Exists(slug.Split('/'), static part => Encoding.UTF8.GetByteCount(part) > LongestPart);

    private static void Fold(StringBuilder slug, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ': slug.Append("ss"); break;
            case 'æ' or 'Æ': slug.Append("ae"); break;
            case 'œ' or 'Œ': slug.Append("oe"); break;
            case 'ø' or 'Ø': slug.Append('o'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': slug.Append('d'); break;
            case 'ł' or 'Ł': slug.Append('l'); break;
            case 'þ' or 'Þ': slug.Append("th"); break;
            case 'ı': slug.Append('i'); break;
            case 'ς': slug.Append('σ'); break;
            default: slug.Append(Rune.ToLowerInvariant(rune)); break;
        }
    }

    private static string WithoutLatinMarks(string name)
    {
        var kept = new StringBuilder(name.Length);
        var afterLatin = false;
        foreach (var rune in UnicodeForms.Decompose(name).EnumerateRunes())
        {
            if (UnicodeForms.IsMark(rune))
            {
                if (afterLatin) continue;
            }
            else afterLatin = rune.Value is < 0x0250 or (>= 0x1E00 and < 0x1F00) && Rune.IsLetter(rune);

            kept.Append(rune);
        }

        return UnicodeForms.Recompose(kept.ToString());
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}
