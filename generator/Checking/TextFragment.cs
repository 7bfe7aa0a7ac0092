namespace Rostrum.Checking;

/// <summary>Looks for what a link's <c>#:~:text=</c> quotes (https://wicg.github.io/scroll-to-text-fragment/): <c>[prefix-,]start[,end][,-suffix]</c>. White space and case do not matter.</summary>
internal static class TextFragment
{
    private const string Key = "text=";

    /// <summary>The quotations of a fragment that do not stand in a text, as written.</summary>
    /// <param name="directive">What stands behind <c>:~:</c>, still escaped.</param>
    /// <param name="text">The page's text as <see cref="Plain"/> makes it.</param>
    public static IEnumerable<string> Missing(string directive, string text) =>
        directive.Split('&').Where(static part => part.StartsWith(Key, StringComparison.Ordinal)).Select(static part => part[Key.Length..]).Where(quotation => !Stands(quotation, text));

    /// <summary>A text without white space, in lower case.</summary>
    public static string Plain(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static bool Stands(string quotation, string text)
    {
        var parts = quotation.Split(',').ToList();
        var prefix = parts.Count > 1 && parts[0].EndsWith('-') ? Take(parts, 0).TrimEnd('-') : "";
        var suffix = parts.Count > 1 && parts[^1].StartsWith('-') ? Take(parts, parts.Count - 1).TrimStart('-') : "";
        var (before, start, after) = (Read(prefix), Read(parts[0]), Read(suffix));
        var end = parts.Count > 1 ? Read(parts[1]) : null;
        for (var at = text.IndexOf(before + start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(before + start, at + 1, StringComparison.Ordinal))
        {
            var behind = at + before.Length + start.Length;
            if (end is null ? text.AsSpan(behind).StartsWith(after) : text.IndexOf(end + after, behind, StringComparison.Ordinal) >= 0) return true;
        }

        return false;
    }

    private static string Take(List<string> parts, int index)
    {
        var part = parts[index];
        parts.RemoveAt(index);
        return part;
    }

    private static string Read(string part) => Plain(Uri.UnescapeDataString(part));
}
