using Rostrum.Model;

namespace Rostrum.Rendering;

/// <summary>What a link in a text turned out to lead to; kept at its inline.</summary>
internal sealed record ResolvedLink(PageUrl Url, EntityKey? Entity)
{
    /// <summary>Key under which an inline keeps its resolved link.</summary>
    public static readonly object DataKey = new();

    /// <summary>Key that marks text that must not become a link.</summary>
    public static readonly object PlainKey = new();
}
