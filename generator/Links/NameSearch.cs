using System.Buffers;

namespace Rostrum.Links;

/// <summary>Looks for any of some names in a text, wherever they may stand and however they are written.</summary>
internal sealed class NameSearch
{
    private readonly SearchValues<string>? search;

    private NameSearch(SearchValues<string>? search) => this.search = search;

    /// <summary>A search for names, each folded as <see cref="Vocabulary.Fold"/> does.</summary>
    public static NameSearch Of(IReadOnlyCollection<string> names) => new(names.Count == 0 ? null : SearchValues.Create([.. names], StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether any of the names is in a text.</summary>
    public bool IsIn(string text) => search is not null && Vocabulary.Fold(text).AsSpan().ContainsAny(search);
}
