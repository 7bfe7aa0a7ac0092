using System.Buffers;
using System.Text;

namespace Rostrum.Links;

/// <summary>Looks for any of some names in a text, wherever they may stand and however they are written.</summary>
internal sealed class NameSearch
{
    private readonly SearchValues<string>? search;

    private NameSearch(SearchValues<string>? search) => this.search = search;

    /// <summary>A search for names, each folded as <see cref="Vocabulary.Fold(string)"/> does.</summary>
    public static NameSearch Of(IReadOnlyCollection<string> names) => new(names.Count == 0 ? null : SearchValues.Create([.. names], StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether any of the names is in a text, which is given as UTF-8.</summary>
    public bool IsIn(ReadOnlySpan<byte> utf8)
    {
        if (search is null || utf8.IsEmpty) return false;
        var buffer = ArrayPool<char>.Shared.Rent(utf8.Length);
        var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(utf8, buffer));
        Vocabulary.Fold(text);
        var isIn = text.ContainsAny(search);
        ArrayPool<char>.Shared.Return(buffer);
        return isIn;
    }
}
