using Rostrum.Links;
using Rostrum.Model;

namespace Rostrum.Rendering;

/// <summary>A body as it was rendered before, for one who renders it anew.</summary>
/// <param name="Body">The body.</param>
/// <param name="Names">The names that make the difference, where nothing else can; null where anything may be another.</param>
internal sealed record KnownBody(RenderedBody Body, NameSearch? Names)
{
    /// <summary>Nothing is known.</summary>
    public static readonly KnownBody None = new(RenderedBody.Empty, null);

    /// <summary>The passage at a place where it would be rendered as it was: it holds none of the names, and no citation, which the body tells of as a whole.</summary>
    public LinkedPassage? Same(int place) =>
        Names is not null && Body.Passages[place] is var known && !known.Mentions.Any(static mention => mention.Entity?.Kind == EntityKind.Instruments) && !Names.IsIn(known.Passage.TextUtf8.Span) ? known : null;
}
