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
    private readonly Dictionary<PageUrl, List<Reference>> references = [];
    private readonly Dictionary<EntityKey, List<PassageReference>> passages = [];
    private readonly Dictionary<EntityKey, List<Statement>> statements = [];
    private readonly Dictionary<string, StatementNotes> notes = new(StringComparer.Ordinal);

    private Relations()
    {
    }

    /// <summary>What refers to a page by a link or a citation, in other texts.</summary>
    public IReadOnlyList<Reference> To(PageUrl url) => references.GetValueOrDefault(url) ?? (IReadOnlyList<Reference>)[];

    /// <summary>The passages that speak of an entity.</summary>
    public IReadOnlyList<PassageReference> PassagesOn(EntityKey key) => passages.GetValueOrDefault(key) ?? (IReadOnlyList<PassageReference>)[];

    /// <summary>The statements whose front matter names an entity: made by it, on it, before it.</summary>
    public IReadOnlyList<Statement> StatementsOf(EntityKey key) => statements.GetValueOrDefault(key) ?? (IReadOnlyList<Statement>)[];

    /// <summary>What editors say of the passages of a statement.</summary>
    public StatementNotes NotesOn(Statement statement) => notes.GetValueOrDefault(statement.Id) ?? StatementNotes.None;

    /// <summary>All that a passage speaks of: what an editor says, then what it mentions.</summary>
    public IEnumerable<EntityKey> KeysOf(Statement statement, LinkedPassage passage, int index) =>
        NotesOn(statement).KeysOf(index).Concat(passage.Mentions.Where(static mention => mention.Entity is not null).Select(static mention => mention.Entity!.Value)).Distinct();

    /// <summary>Gathers all relations of the texts, each text alone and in parallel, then together; reports what editors say of passages that do not exist.</summary>
    internal static Relations Gather(Archive archive, IReadOnlyList<LinkedText> texts, Memo<TextRelations> memo, DiagnosticBag bag)
    {
        var gathered = new TextRelations[texts.Count];
        Parallel.For(0, gathered.Length, i => gathered[i] = memo.Get(texts[i].Url.Path, known => known.Holds(texts[i]), _ => TextRelations.Of(texts[i])));
        var relations = new Relations();
        foreach (var text in gathered)
        {
            relations.Add(text, archive);
            bag.AddRange(text.Problems);
        }

        return relations;
    }

    private void Add(TextRelations text, Archive archive)
    {
        if (text.Text.Statement is { } statement)
        {
            foreach (var key in text.Keys) Add(statements, key).Add(statement);
            if (archive.ForumOf(statement) is { } forum && !text.Keys.Contains(forum)) Add(statements, forum).Add(statement);
            if (text.Notes != StatementNotes.None) notes[statement.Id] = text.Notes;
        }

        foreach (var (key, found) in text.Passages) Add(passages, key).AddRange(found);
        foreach (var (target, reference) in text.References) Add(references, target).Add(reference);
    }

    private static List<TValue> Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }
}
