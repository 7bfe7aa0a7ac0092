using System.Buffers;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>
/// Every name under which texts may mention an entity, and a search that finds all of them in one pass,
/// however many there are (<see cref="SearchValues{T}"/> over all names; case and word boundaries are checked at each hit).
/// </summary>
public sealed class Vocabulary
{
    private const int PrefixLength = 3;
    private static readonly SearchValues<char> Folded = SearchValues.Create("\n\u00A0\u202F\u2010\u2011’ʼ");
    private readonly Dictionary<string, List<Name>> byPrefix = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<SearchValues<string>?> search;
    private readonly IReadOnlyList<Name> all;

    private Vocabulary(IEnumerable<Name> names)
    {
        all = [.. names];
        foreach (var name in all)
        {
            var prefix = name.Text[..Math.Min(PrefixLength, name.Text.Length)];
            if (!byPrefix.TryGetValue(prefix, out var list)) byPrefix[prefix] = list = [];
            list.Add(name);
        }

        foreach (var list in byPrefix.Values) list.Sort(static (a, b) => b.Text.Length - a.Text.Length);
        search = new Lazy<SearchValues<string>?>(() => all.Count == 0 ? null : SearchValues.Create([.. all.Select(static name => name.Text)], StringComparison.OrdinalIgnoreCase));
        Fingerprint = string.Join('\n', all.Select(static name => $"{name.Text}\t{name.Exact}\t{name.Entity}"));
    }

    /// <summary>A text that is equal for two vocabularies exactly when they find the same things.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The names of all entities that have a file and a page. A name that two entities share is reported and means neither.
    /// People and delegations are found only as their names are written; others ignore case unless they are acronyms or say <c>case: exact</c>.
    /// </summary>
    public static Vocabulary Build(Archive archive, DiagnosticBag bag)
    {
        if (!archive.Config.Mentions) return new Vocabulary([]);
        var names = new Dictionary<string, Name?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in archive.Entities)
        {
            if (entity.Document is null || !entity.Mention || !archive.HasPages(entity.Key.Kind)) continue;
            foreach (var alias in NamesOf(entity))
            {
                var text = Fold(alias.Text.Value.Trim());
                if (text.Length == 0) continue;
                var name = new Name(text, alias.Exact ?? IsProper(entity, text), entity.Key, Routes.Entity(entity.Key));
                if (names.TryAdd(text, name)) continue;
                if (names[text] is { } other && other.Entity != entity.Key)
                {
                    bag.Add(Problems.SameName(alias.Text.At, alias.Text.Value, other.Entity.ToString(), entity.Key.ToString()));
                    names[text] = null;
                }
            }
        }

        return new Vocabulary(names.Values.OfType<Name>().OrderBy(static name => name.Text, StringComparer.Ordinal));
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => search.Value is null;

    /// <summary>All mentions in a text, in order, the longest at each place, none overlapping another.</summary>
    public IEnumerable<Mention> Find(string text)
    {
        if (search.Value is not { } any) yield break;
        var folded = Fold(text);
        var position = 0;
        while (position < folded.Length)
        {
            var hit = folded.AsSpan(position).IndexOfAny(any);
            if (hit < 0) yield break;
            position += hit;
            if (LongestAt(folded, position) is { } name)
            {
                yield return new Mention(name.Url, name.Entity, position, name.Text.Length, MentionKind.Name);
                position += name.Text.Length;
            }
            else position++;
        }
    }

    /// <summary>The names that only one of two vocabularies has, or that mean something else in the other. A text that holds none of them is searched with the same result by both.</summary>
    public IReadOnlyCollection<string> DifferenceFrom(Vocabulary other)
    {
        var different = new HashSet<Name>(all);
        different.SymmetricExceptWith(other.all);
        return different.Select(static name => name.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>One form for characters that typists use for one another, each for one, so that positions stay.</summary>
    public static string Fold(string text) =>
        text.AsSpan().ContainsAny(Folded) ? string.Create(text.Length, text, static (folded, text) =>
        {
            text.CopyTo(folded);
            Fold(folded);
        }) : text;

    /// <summary>The same in place.</summary>
    public static void Fold(Span<char> text)
    {
        text.Replace('\n', ' ');
        if (Ascii.IsValid(text)) return;
        text.Replace('\u00A0', ' ');
        text.Replace('\u202F', ' ');
        text.Replace('\u2010', '-');
        text.Replace('\u2011', '-');
        text.Replace('’', '\'');
        text.Replace('ʼ', '\'');
    }

    private static IEnumerable<Alias> NamesOf(Entity entity)
    {
        yield return new Alias(new Located<string>(entity.Title, entity.At), null, true);
        foreach (var alias in entity.Aliases)
        {
            if (alias.Mention) yield return alias;
        }
    }

    private static bool IsProper(Entity entity, string name) => entity.Key.Kind is EntityKind.People or EntityKind.Delegations || EntityReader.IsAcronym(name);

    private Name? LongestAt(string text, int position)
    {
        for (var length = Math.Min(PrefixLength, text.Length - position); length > 0; length--)
        {
            if (!byPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(position, length), out var candidates)) continue;
            foreach (var name in candidates)
            {
                if (length < PrefixLength && name.Text.Length != length) continue;
                var comparison = name.Exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
                if (text.AsSpan(position).StartsWith(name.Text, comparison) && IsWhole(text, position, name.Text.Length)) return name;
            }
        }

        return null;
    }

    private static bool IsWhole(string text, int start, int length)
    {
        var end = start + length;
        return (start == 0 || !JoinsWord(text[start - 1], text[start])) && (end == text.Length || !JoinsWord(text[end - 1], text[end]));
    }

    private static bool JoinsWord(char left, char right) =>
        char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right) && !(IsUnspaced(left) || IsUnspaced(right));

    // Scripts written without spaces between words: Thai to Khmer, kana, ideographs.
    private static bool IsUnspaced(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private sealed record Name(string Text, bool Exact, EntityKey Entity, PageUrl Url);
}
