using Rostrum.Diagnostics;
using Rostrum.Model;

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

    /// <summary>Gathers all relations of the texts; reports what editors say of passages that do not exist.</summary>
    public static Relations Gather(Archive archive, IReadOnlyList<LinkedText> texts, DiagnosticBag bag)
    {
        var relations = new Relations();
        foreach (var text in texts)
        {
            if (text.Statement is { } statement)
            {
                relations.AddFrontMatter(statement, archive);
                relations.AddNotes(statement, text, bag);
            }

            for (var i = 0; i < text.Passages.Count; i++) relations.AddMentions(text, i);
        }

        return relations;
    }

    private void AddFrontMatter(Statement statement, Archive archive)
    {
        IEnumerable<EntityKey> keys = [.. statement.Topics, .. statement.Speakers, .. statement.Delegations, .. statement.Cites.Select(static cite => cite.Instrument)];
        if (archive.ForumOf(statement) is { } forum) keys = keys.Append(forum);
        if (statement.Meeting is { } meeting) keys = keys.Append(meeting);
        foreach (var key in keys.Distinct()) Add(statements, key, statement);
    }

    private void AddNotes(Statement statement, LinkedText text, DiagnosticBag bag)
    {
        if (statement.Withdrawn is not null || (statement.PassageNotes.Count == 0 && statement.Cites.Count == 0)) return;
        var read = StatementNotes.Read(statement, text, bag);
        notes[statement.Id] = read;
        for (var i = 0; i < text.Passages.Count; i++)
        {
            foreach (var key in read.KeysOf(i)) Add(passages, key, new PassageReference(statement, i, true));
        }
    }

    private void AddMentions(LinkedText text, int index)
    {
        var passage = text.Passages[index];
        foreach (var mention in passage.Mentions)
        {
            if (mention.Target == text.Url) continue;
            if (mention.Entity is { } entity && text.Statement is { } statement)
            {
                var list = Add(passages, entity, null);
                var known = list.Count > 0 && list[^1].Statement == statement && list[^1].Index == index;
                if (!known && !NotesOn(statement).KeysOf(index).Contains(entity)) list.Add(new PassageReference(statement, index, false));
            }
            else Add(references, mention.Target, new Reference(text, passage, mention));
        }
    }

    private static List<TValue> Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key, TValue? value)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        if (value is not null) list.Add(value);
        return list;
    }
}
