using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Links;

/// <summary>The relations of some texts that follow one another, put together. <see cref="Relations"/> joins the parts.</summary>
internal sealed class RelationsPart
{
    private const uint Length = 256;
    private readonly IReadOnlyList<TextRelations> texts;
    private readonly IReadOnlyList<EntityKey?> forums;
    private readonly IReadOnlyList<bool> translated;
    private readonly Lazy<Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>>> positions;

    private RelationsPart(IReadOnlyList<TextRelations> texts, IReadOnlyList<EntityKey?> forums, IReadOnlyList<bool> translated)
    {
        this.texts = texts;
        this.forums = forums;
        this.translated = translated;
        for (var i = 0; i < texts.Count; i++) Add(texts[i], forums[i]);
        Problems = [.. texts.SelectMany(static text => text.Problems)];
        positions = new(GatherPositions);
    }

    /// <summary>What delegations said, by delegation and topic; translations of a text that the archive holds left out.</summary>
    public Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>> Positions => positions.Value;

    /// <summary>The statements whose front matter names an entity.</summary>
    public Dictionary<EntityKey, List<Statement>> Statements { get; } = [];

    /// <summary>The passages that speak of an entity.</summary>
    public Dictionary<EntityKey, List<PassageReference>> Passages { get; } = [];

    /// <summary>What refers to a page otherwise.</summary>
    public Dictionary<PageUrl, List<Reference>> References { get; } = [];

    /// <summary>What editors say, by statement.</summary>
    public List<(string Statement, StatementNotes Notes)> Notes { get; } = [];

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>
    /// Cuts texts into parts and gathers each. The cuts are made behind certain texts, whatever stands before them (after the manner of
    /// content-defined chunks), so that a text which is added or taken away changes one part and not all behind it.
    /// </summary>
    public static IReadOnlyList<RelationsPart> Gather(Archive archive, IReadOnlyList<TextRelations> texts, Memo<RelationsPart> memo)
    {
        var cuts = new List<(int Start, int End)>();
        for (var (start, end) = (0, 0); start < texts.Count; start = end)
        {
            for (end = start + 1; end < texts.Count && Hash(texts[end - 1].Text.Url.Path) % Length != 0;) end++;
            cuts.Add((start, end));
        }

        var parts = new RelationsPart[cuts.Count];
        Parallel.For(0, parts.Length, i =>
        {
            var (own, forums, translated) = Around(archive, texts, cuts[i].Start, cuts[i].End);
            parts[i] = memo.Get(own[0].Text.Url.Path, known => known.Holds(own, forums, translated), _ => new RelationsPart(own, forums, translated));
        });
        return parts;
    }

    /// <summary>The same parts, those gathered anew in which a text is another. As many texts, with the same addresses, in an archive of the same outline.</summary>
    public static IReadOnlyList<RelationsPart> Replace(Archive archive, IReadOnlyList<TextRelations> texts, IReadOnlyList<RelationsPart> before)
    {
        var parts = new RelationsPart[before.Count];
        for (var (i, start) = (0, 0); i < parts.Length; start += before[i++].texts.Count)
        {
            if (before[i].HasTexts(texts, start)) parts[i] = before[i];
            else
            {
                var (own, forums, translated) = Around(archive, texts, start, start + before[i].texts.Count);
                parts[i] = new RelationsPart(own, forums, translated);
            }
        }

        return parts;
    }

    private static (TextRelations[] Texts, EntityKey?[] Forums, bool[] Translated) Around(Archive archive, IReadOnlyList<TextRelations> texts, int start, int end)
    {
        TextRelations[] own = [.. texts.Skip(start).Take(end - start)];
        var forums = Array.ConvertAll(own, text => text.Text.Statement is { } statement ? archive.ForumOf(statement) : null);
        var translated = Array.ConvertAll(own, text => text.Text.Statement?.TranslationOf is { } original && archive.FindStatement(original.Value) is not null);
        return (own, forums, translated);
    }

    private bool HasTexts(IReadOnlyList<TextRelations> all, int start)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (!ReferenceEquals(texts[i], all[start + i])) return false;
        }

        return true;
    }

    private bool Holds(TextRelations[] others, EntityKey?[] otherForums, bool[] otherTranslated)
    {
        if (texts.Count != others.Length) return false;
        for (var i = 0; i < others.Length; i++)
        {
            if (!ReferenceEquals(texts[i], others[i]) || forums[i] != otherForums[i] || translated[i] != otherTranslated[i]) return false;
        }

        return true;
    }

    private void Add(TextRelations text, EntityKey? forum)
    {
        if (text.Text.Statement is { } statement)
        {
            foreach (var key in text.Keys) Add(Statements, key).Add(statement);
            if (forum is { } known && !text.Keys.Contains(known)) Add(Statements, known).Add(statement);
            if (text.Notes != StatementNotes.None) Notes.Add((statement.Id, text.Notes));
        }

        foreach (var (key, found) in text.Passages) Add(Passages, key).AddRange(found);
        foreach (var (target, reference) in text.References) Add(References, target).Add(reference);
    }

    private Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>> GatherPositions()
    {
        var all = new Dictionary<EntityKey, Dictionary<EntityKey, List<PassageReference>>>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (translated[i] || texts[i].Text.Statement is not { } statement) continue;
            foreach (var (topic, found) in texts[i].Passages.Where(static pair => pair.Key.Kind == EntityKind.Topics))
            {
                foreach (var delegation in statement.Delegations)
                {
                    if (!all.TryGetValue(delegation, out var topics)) all[delegation] = topics = [];
                    Add(topics, topic).AddRange(found);
                }
            }
        }

        return all;
    }

    private static List<TValue> Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }

    // FNV-1a, because the framework's own differs from run to run.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
