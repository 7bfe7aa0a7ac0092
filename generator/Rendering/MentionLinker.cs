using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using Rostrum.Links;
using Rostrum.Model;

namespace Rostrum.Rendering;

/// <summary>Finds what a passage mentions and makes the first mention of each thing a link.</summary>
internal static class MentionLinker
{
    /// <summary>All mentions of a passage in order, those that editors linked included. The inlines are changed in place.</summary>
    public static IReadOnlyList<Mention> Link(InlineText inlines, ReadOnlyMemory<char> written, BodySource source, LinkRules rules, List<CitationMatch> citations)
    {
        var isSearched = source.Statement is { Mentions: true } && !(rules.Patterns.IsEmpty && rules.Vocabulary.IsEmpty);
        if (!isSearched && inlines.Links.Count == 0) return [];
        var mentions = inlines.Links.Select(static link => new Mention(link.Link.Url, link.Link.Entity, link.Start, link.Length, MentionKind.Link)).ToList();
        if (!isSearched) return InOrder(mentions);
        var text = written.ToString();
        var found = FindAll(inlines, text, rules, citations);
        inlines.Cites = citations.Count > 0 || found.Exists(static mention => mention.Entity?.Kind == EntityKind.Instruments);
        if (found.Count == 0) return InOrder(mentions);
        var seen = mentions.Select(static mention => mention.Target.Path).ToHashSet(StringComparer.Ordinal);
        var places = new List<(Mention Mention, int FirstRun, int LastRun)>();
        foreach (var mention in found)
        {
            if (mention.Entity is { } entity && source.Owns(entity)) continue;
            if (mention.Kind == MentionKind.Name && IsInsideQuotedTitle(text, mention)) continue;
            var run = FindRuns(inlines.Runs, mention);
            if (run is null) continue;
            var isNew = seen.Add(mention.Target.Path);
            if (!isNew && mention.Part is null) continue;
            mentions.Add(mention);
            if (isNew && run.Value.Linkable) places.Add((mention, run.Value.First, run.Value.Last));
        }

        citations.RemoveAll(match => !mentions.Exists(mention => mention.Target == match.Mention.Target));
        for (var i = places.Count - 1; i >= 0; i--) Link(inlines.Runs, places[i].Mention, places[i].FirstRun, places[i].LastRun, rules);
        return InOrder(mentions);
    }

    private static IReadOnlyList<Mention> InOrder(List<Mention> mentions)
    {
        mentions.Sort(static (a, b) => a.Start != b.Start ? a.Start - b.Start : a.Length - b.Length);
        return mentions.ToArray();
    }

    private static List<Mention> FindAll(InlineText inlines, string text, LinkRules rules, List<CitationMatch> citations)
    {
        var most = rules.Limits.Mentions;
        var cited = rules.Patterns.Find(text, most);
        citations.AddRange(cited);
        var all = cited.Select(static match => match.Mention).ToList();
        var names = 0;
        foreach (var name in rules.Vocabulary.Find(text))
        {
            if (++names > most) break;

            var overlapping = all.FindAll(other => other.Kind == MentionKind.Citation && name.Start < other.End && other.Start < name.End);
            if (overlapping.Exists(other => other.Length >= name.Length)) continue;
            all.RemoveAll(overlapping.Contains);
            all.Add(name);
        }

        inlines.HasTooManyMentions = names > most || cited.Count >= most;
        all.Sort(static (a, b) => a.Start - b.Start);
        return AddParts(all, text, rules.Patterns.Parts);
    }

    // A mention with several parts ("Articles 2 and 51 of the Charter") stands there once for each.
    private static List<Mention> AddParts(List<Mention> all, string text, PartLocator locator)
    {
        if (!all.Exists(static mention => mention.Entity?.Kind == EntityKind.Instruments)) return all;
        var withParts = new List<Mention>(all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            var mention = all[i];
            if (mention.Part is not null || mention.Entity?.Kind != EntityKind.Instruments)
            {
                withParts.Add(mention);
                continue;
            }

            var parts = locator.Find(text, mention, i == 0 ? 0 : all[i - 1].End, i + 1 == all.Count ? text.Length : all[i + 1].Start);
            if (parts.Count == 0) withParts.Add(mention);
            else withParts.AddRange(parts.Select(part => mention with { Part = part }));
        }

        return withParts;
    }

    // A mention must not run across emphasis or into a link; within those limits it may span several inlines (a line break, an entity).
    private static (int First, int Last, bool Linkable)? FindRuns(List<TextRun> runs, Mention mention)
    {
        var first = runs.FindIndex(run => run.End > mention.Start);
        if (first < 0) return null;
        var last = first;
        while (last + 1 < runs.Count && runs[last].End < mention.End) last++;
        var linkable = true;
        for (var i = first; i <= last; i++)
        {
            linkable &= runs[i].Linkable && runs[i].Inline.Parent == runs[first].Inline.Parent && (i == first || runs[i - 1].Inline.NextSibling == runs[i].Inline);
            if (!runs[i].Linkable && runs[i].Inline is CodeInline or AutolinkInline) return null;
            if (runs[i].Inline.GetData(ResolvedLink.PlainKey) is not null) return null;
        }

        linkable &= runs[first].Inline is LiteralInline || runs[first].Start == mention.Start;
        linkable &= runs[last].Inline is LiteralInline || runs[last].End == mention.End;
        return (first, last, linkable);
    }

    private static void Link(List<TextRun> runs, Mention mention, int first, int last, LinkRules rules)
    {
        var href = mention.Target.Href(rules.BasePath) + (mention.Part is null ? "" : "#" + mention.Part);
        Wrap(runs[first..(last + 1)], mention.Start, mention.End, new LinkInline(href, "") { IsClosed = true });
    }

    /// <summary>Puts the part of some neighbouring runs that is between two places into a container, in place.</summary>
    public static void Wrap(List<TextRun> runs, int from, int to, ContainerInline container)
    {
        var start = runs[0].Inline;
        if (from > runs[0].Start) start = Split((LiteralInline)start, from - runs[0].Start);
        var end = runs.Count == 1 ? start : runs[^1].Inline;
        var endStart = runs.Count == 1 ? Math.Max(from, runs[0].Start) : runs[^1].Start;
        if (to < runs[^1].End && end is LiteralInline literal && to - endStart < literal.Content.Length) Split(literal, to - endStart);
        start.InsertBefore(container);
        for (Inline? inline = start, next; inline is not null; inline = next)
        {
            next = inline == end ? null : inline.NextSibling;
            inline.Remove();
            container.AppendChild(inline);
        }
    }

    private static LiteralInline Split(LiteralInline literal, int offset)
    {
        var content = literal.Content;
        var right = new LiteralInline(new StringSlice(content.Text, content.Start + offset, content.End));
        literal.Content = new StringSlice(content.Text, content.Start, content.Start + offset - 1);
        literal.InsertAfter(right);
        return right;
    }

    // Names within the quoted title of something else ("Report on Cyber Stability and …") mean that thing, not the name.
    private static bool IsInsideQuotedTitle(string text, Mention mention)
    {
        if (mention.Start == 0) return false;
        var open = text.LastIndexOfAny(['“', '"', '«'], mention.Start - 1);
        if (open < 0 || (text[open] == '"' && text.AsSpan(0, open).Count('"') % 2 == 1)) return false;
        var close = text.IndexOf(text[open] switch { '“' => '”', '«' => '»', _ => '"' }, open + 1);
        if (close < mention.End || (open + 1 == mention.Start && close == mention.End)) return false;
        var words = text[(open + 1)..close].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length > 3).ToList();
        return words.Count >= 3 && words.Count(static word => char.IsUpper(word[0])) * 5 >= words.Count * 4;
    }
}
