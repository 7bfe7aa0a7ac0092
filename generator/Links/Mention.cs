using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>How a text refers to something.</summary>
public enum MentionKind
{
    /// <summary>By one of its names.</summary>
    Name,

    /// <summary>By a citation.</summary>
    Citation,

    /// <summary>By a link that an editor made.</summary>
    Link,
}

/// <summary>A place in a passage that refers to a page of the site.</summary>
/// <param name="Target">The page.</param>
/// <param name="Entity">The entity whose page it is, if it is one.</param>
/// <param name="Start">First character in the passage's text (UTF-16 units).</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Part">Part of an instrument, such as <c>article-51</c>.</param>
public readonly record struct Mention(PageUrl Target, EntityKey? Entity, int Start, int Length, MentionKind Kind, string? Part = null)
{
    /// <summary>The first character behind it.</summary>
    public int End => Start + Length;
}

/// <summary>A passage with everything it refers to, in order.</summary>
public sealed record LinkedPassage(Passage Passage, IReadOnlyList<Mention> Mentions);

/// <summary>A text of the archive as relations see it: the page it is on and its passages.</summary>
/// <param name="Url">The page.</param>
/// <param name="Statement">The statement, where the text is one.</param>
/// <param name="Passages">Its passages in order.</param>
public sealed record LinkedText(PageUrl Url, Statement? Statement, IReadOnlyList<LinkedPassage> Passages);
