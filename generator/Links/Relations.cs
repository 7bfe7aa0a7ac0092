using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Links;

/// <summary>One place that refers to a page: the text, its passage, and the mention in it.</summary>
public sealed record Reference(LinkedText From, LinkedPassage Passage, Mention Mention);

/// <summary>A passage that speaks of an entity; explicit when an editor says so, not only by a mention.</summary>
public sealed record PassageReference(Statement Statement, int Index, bool Explicit);

/// <summary>Who refers to whom, both ways, passage by passage. Everything is ordered by date, then by place in the text.</summary>
public sealed class Relations
{
    private const int MostJoinedAgain = 3;
    private readonly Dictionary<PageUrl, IReadOnlyList<Reference>> references;
    private readonly Dictionary<EntityKey, IReadOnlyList<PassageReference>> passages;
    private readonly Dictionary<EntityKey, IReadOnlyList<Statement>> statements;
    private readonly Dictionary<string, StatementNotes> notes;

    private Relations(
        Dictionary<PageUrl, IReadOnlyList<Reference>> references, Dictionary<EntityKey, IReadOnlyList<PassageReference>> passages, Dictionary<EntityKey, IReadOnlyList<Statement>> statements,
        Dictionary<string, StatementNotes> notes)
    {
        this.references = new(references);
        this.passages = new(passages);
        this.statements = new(statements);
        this.notes = new(notes, StringComparer.Ordinal);
    }

    /// <summary>The parts from which they were joined, in order.</summary>
    internal IReadOnlyList<RelationsPart> Parts { get; private init; } = [];

    /// <summary>What refers to a page by a link or a citation, in other texts.</summary>
    public IReadOnlyList<Reference> To(PageUrl url) => references.GetValueOrDefault(url) ?? [];

    /// <summary>The passages that speak of an entity.</summary>
    public IReadOnlyList<PassageReference> PassagesOn(EntityKey key) => passages.GetValueOrDefault(key) ?? [];

    /// <summary>The statements whose front matter names an entity: made by it, on it, before it.</summary>
    public IReadOnlyList<Statement> StatementsOf(EntityKey key) => statements.GetValueOrDefault(key) ?? [];

    /// <summary>What editors say of the passages of a statement.</summary>
    public StatementNotes NotesOn(Statement statement) => notes.GetValueOrDefault(statement.Id) ?? StatementNotes.None;

    /// <summary>All that a passage speaks of: what an editor says, then what it mentions.</summary>
    public IReadOnlyCollection<EntityKey> KeysOf(Statement statement, LinkedPassage passage, int index)
    {
        var said = NotesOn(statement).KeysOf(index);
        return passage.Mentions.Count == 0 && said.Count == 0 ? [] : [.. said.Concat(passage.Mentions.Where(static mention => mention.Entity is not null).Select(static mention => mention.Entity!.Value)).Distinct()];
    }

    /// <summary>Gathers all relations of the texts, each text alone and in parallel, then together; reports what editors say of passages that do not exist.</summary>
    internal static Relations Gather(Archive archive, IReadOnlyList<LinkedText> texts, RelationsMemo memo, DiagnosticBag bag)
    {
        var gathered = memo.Texts.Of(texts, archive.Config.Limits, i => TextRelations.Of(texts[i], archive.Config.Limits.Notes));
        var parts = memo.Parts(gathered, archive);
        foreach (var part in parts) bag.AddRange(part.Problems);
        if (memo.Last is { } last && last.Parts.Count == parts.Count && parts.Where((part, i) => !ReferenceEquals(part, last.Parts[i])).Count() <= MostJoinedAgain) return memo.Last = last.Changed(parts);
        var relations = new Relations([], [], [], []) { Parts = parts };
        Parallel.For(0, 3, kind =>
        {
            if (kind == 0) Join(relations.statements, parts.Select(static part => part.Statements));
            else if (kind == 1) Join(relations.passages, parts.Select(static part => part.Passages));
            else Join(relations.references, parts.Select(static part => part.References));
        });
        relations.Note(parts);
        return memo.Last = relations;
    }

    private static void Join<TKey, TValue>(Dictionary<TKey, IReadOnlyList<TValue>> all, IEnumerable<Dictionary<TKey, List<TValue>>> parts)
        where TKey : notnull
    {
        foreach (var part in parts) Join(all, part);
    }

    // Joined anew is only what stands in a part that is not as it was.
    private Relations Changed(IReadOnlyList<RelationsPart> parts)
    {
        var relations = new Relations(references, passages, statements, notes) { Parts = parts };
        for (var i = 0; i < parts.Count; i++)
        {
            var (before, now) = (Parts[i], parts[i]);
            if (ReferenceEquals(before, now)) continue;
            JoinAgain(relations.statements, before, now, parts, static part => part.Statements);
            JoinAgain(relations.passages, before, now, parts, static part => part.Passages);
            JoinAgain(relations.references, before, now, parts, static part => part.References);
            foreach (var (statement, _) in before.Notes) relations.notes.Remove(statement);
        }

        relations.Note(parts.Where((part, i) => !ReferenceEquals(part, Parts[i])));
        return relations;
    }

    private void Note(IEnumerable<RelationsPart> parts)
    {
        foreach (var part in parts)
        {
            foreach (var (statement, said) in part.Notes) notes[statement] = said;
        }
    }

    private static void JoinAgain<TKey, TValue>(
        Dictionary<TKey, IReadOnlyList<TValue>> all, RelationsPart before, RelationsPart now, IReadOnlyList<RelationsPart> parts, Func<RelationsPart, Dictionary<TKey, List<TValue>>> of)
        where TKey : notnull
        where TValue : class
    {
        var (old, made) = (of(before), of(now));
        foreach (var (key, list) in old)
        {
            if (!made.TryGetValue(key, out var other) || !AreSame(list, other)) JoinOne(key);
        }

        foreach (var key in made.Keys)
        {
            if (!old.ContainsKey(key)) JoinOne(key);
        }

        void JoinOne(TKey key)
        {
            var lists = new List<List<TValue>>();
            foreach (var part in parts)
            {
                if (of(part).TryGetValue(key, out var list)) lists.Add(list);
            }

            if (lists.Count == 0) all.Remove(key);
            else all[key] = lists.Count == 1 ? lists[0] : new Joined<TValue>(lists.SelectMany(static list => list));
        }
    }

    /// <summary>Whether two lists hold the very same.</summary>
    internal static bool AreSame<T>(List<T> one, List<T> other)
        where T : class
    {
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i])) return false;
        }

        return true;
    }

    // A list that is in one part only is taken as it is; it must not be added to, since the part may be used again.
    internal static void Join<TKey, TValue>(Dictionary<TKey, IReadOnlyList<TValue>> all, Dictionary<TKey, List<TValue>> part)
        where TKey : notnull
    {
        foreach (var (key, list) in part)
        {
            if (!all.TryGetValue(key, out var known)) all[key] = list;
            else if (known is Joined<TValue> joined) joined.AddRange(list);
            else all[key] = new Joined<TValue>([.. known, .. list]);
        }
    }

    private sealed class Joined<T>(IEnumerable<T> items) : List<T>(items);
}

/// <summary>What gathering relations made of each text, and of each part of the archive, when it last saw them.</summary>
internal sealed class RelationsMemo(bool keeps)
{
    private readonly Memo<RelationsPart> parts = new(keeps);
    private Relations? last;
    private (object Outline, TextRelations[] Texts, IReadOnlyList<RelationsPart> Parts)? before;

    /// <summary>Texts by place.</summary>
    public ListMemo<LinkedText, TextRelations> Texts { get; } = new(keeps);

    /// <summary>The last relations.</summary>
    public Relations? Last
    {
        get => last;
        set => last = keeps ? value : null;
    }

    /// <summary>The parts of some texts: those of the last round where no text in them changed.</summary>
    public IReadOnlyList<RelationsPart> Parts(TextRelations[] texts, Archive archive)
    {
        var made = before is { } known && ReferenceEquals(known.Outline, archive.Outline) && known.Texts.Length == texts.Length
            ? RelationsPart.Replace(archive, texts, known.Parts)
            : RelationsPart.Gather(archive, texts, parts);
        if (keeps) before = (archive.Outline, texts, made);
        return made;
    }

    /// <summary>Begins a round.</summary>
    public void Begin() => parts.Begin();
}
