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
    private readonly Dictionary<PageUrl, IReadOnlyList<Reference>> references = [];
    private readonly Dictionary<EntityKey, IReadOnlyList<PassageReference>> passages = [];
    private readonly Dictionary<EntityKey, IReadOnlyList<Statement>> statements = [];
    private readonly Dictionary<string, StatementNotes> notes = new(StringComparer.Ordinal);

    private Relations()
    {
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
        var gathered = new TextRelations[texts.Count];
        Parallel.For(0, gathered.Length, i => gathered[i] = memo.Texts.Get(texts[i].Url.Path, known => known.Holds(texts[i]), _ => TextRelations.Of(texts[i], archive.Config.Limits.Notes)));
        var relations = new Relations { Parts = RelationsPart.Gather(archive, gathered, memo.Parts) };
        foreach (var part in relations.Parts)
        {
            Join(relations.statements, part.Statements);
            Join(relations.passages, part.Passages);
            Join(relations.references, part.References);
            foreach (var (statement, said) in part.Notes) relations.notes[statement] = said;
            bag.AddRange(part.Problems);
        }

        return relations;
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
    /// <summary>Texts by address.</summary>
    public Memo<TextRelations> Texts { get; } = new(keeps);

    /// <summary>Parts by the address of their first text.</summary>
    public Memo<RelationsPart> Parts { get; } = new(keeps);

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        Texts.Begin();
        Parts.Begin();
    }
}
