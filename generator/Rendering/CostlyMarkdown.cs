using System.Buffers;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>Finds in a Markdown text, before it is parsed, more of what takes the parser a time that grows with the square of its number than a build takes.</summary>
internal static class CostlyMarkdown
{
    private static readonly string[] Addresses = ["://", "www.", "mailto:", "tel:"];

    // Whatever is counted holds one of these, and few texts hold more of them than any limit allows.
    private static readonly SearchValues<char> Signs = SearchValues.Create("[]<=-:.");

    /// <summary>The line (from 0) where the text, or a stretch of it without an empty line, holds more than a limit allows, the name of that limit, and what it is; null for nearly every text.</summary>
    public static (int Line, string Limit, int Most)? Find(string markdown, Limits limits)
    {
        var all = markdown.AsSpan();
        if (HasFewSigns(all, Math.Min(limits.Brackets, Math.Min(limits.Addresses, limits.Definitions)))) return null;
        if (Brackets(all) <= limits.Brackets && AddressesIn(all) <= limits.Addresses && all.Count("]:") + all.Count('=') + all.Count('-') <= limits.Definitions) return null;
        var (line, start, brackets, addresses, definitions) = (0, 0, 0, 0, 0);
        foreach (var text in all.EnumerateLines())
        {
            if (text.IsWhiteSpace()) (brackets, addresses, start) = (0, 0, line + 1);
            brackets += Brackets(text);
            addresses += AddressesIn(text);
            definitions += text.Count("]:") + (IsUnderline(text) ? 1 : 0);
            if (brackets > limits.Brackets) return (start, "brackets", limits.Brackets);
            if (addresses > limits.Addresses) return (start, "addresses", limits.Addresses);
            if (definitions > limits.Definitions) return (line, "definitions", limits.Definitions);
            line++;
        }

        return null;
    }

    private static bool HasFewSigns(ReadOnlySpan<char> text, int most)
    {
        var count = 0;
        for (var next = text.IndexOfAny(Signs); next >= 0; next = text.IndexOfAny(Signs))
        {
            if (++count > most) return false;
            text = text[(next + 1)..];
        }

        return true;
    }

    private static int Brackets(ReadOnlySpan<char> text) => text.Count('[') + text.Count('<');

    private static int AddressesIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var sign in Addresses) count += text.Count(sign);
        return count;
    }

    // A line of = or - below another, in a quotation or a list too.
    private static bool IsUnderline(ReadOnlySpan<char> text)
    {
        var line = text.TrimStart("> \t").TrimEnd();
        return line.Length > 0 && (!line.ContainsAnyExcept('=') || !line.ContainsAnyExcept('-'));
    }
}
