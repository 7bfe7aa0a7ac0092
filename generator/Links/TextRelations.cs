using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>What one text refers to, by its passages: part of <see cref="Relations"/> that depends on nothing but the text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Notes">What its editor says of its passages.</param>
/// <param name="Keys">What its front matter names, the forum left out.</param>
/// <param name="Passages">For each entity the passages that speak of it, explicit ones first.</param>
/// <param name="References">The pages that it refers to otherwise, in order.</param>
/// <param name="Problems">Notes on passages that do not exist.</param>
internal sealed record TextRelations(
    LinkedText Text, StatementNotes Notes, IReadOnlyList<EntityKey> Keys, IReadOnlyList<(EntityKey Key, IReadOnlyList<PassageReference> Passages)> Passages,
    IReadOnlyList<(PageUrl Target, Reference Reference)> References, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Gathers what a text refers to; its editor's notes cover so many passages at most.</summary>
    public static TextRelations Of(LinkedText text, int mostNotes)
    {
        var bag = new DiagnosticBag();
        var notes = NotesOf(text, mostNotes, bag);
        var passages = new Dictionary<EntityKey, List<PassageReference>>();
        var references = new List<(PageUrl, Reference)>();
        if (text.Statement is { } noted && notes != StatementNotes.None)
        {
            for (var i = 0; i < text.Passages.Count; i++)
            {
                foreach (var key in notes.KeysOf(i)) Add(passages, key).Add(new PassageReference(noted, i, true));
            }
        }

        for (var i = 0; i < text.Passages.Count; i++)
        {
            foreach (var mention in text.Passages[i].Mentions)
            {
                if (mention.Target == text.Url) continue;
                if (mention.Entity is { } entity && text.Statement is { } statement)
                {
                    var list = Add(passages, entity);
                    var known = list.Count > 0 && list[^1].Index == i;
                    if (!known && !notes.KeysOf(i).Contains(entity)) list.Add(new PassageReference(statement, i, false));
                }
                else references.Add((mention.Target, new Reference(text, text.Passages[i], mention)));
            }
        }

        var keys = text.Statement is null ? [] : KeysOf(text.Statement).Distinct().ToArray();
        return new TextRelations(text, notes, keys, passages.Count == 0 ? [] : [.. passages.Select(static pair => (pair.Key, (IReadOnlyList<PassageReference>)pair.Value))], references.ToArray(), bag.ToSorted());
    }

    private static StatementNotes NotesOf(LinkedText text, int most, DiagnosticBag bag) =>
        text.Statement is not { Withdrawn: null } statement || (statement.PassageNotes.Count == 0 && statement.Cites.Count == 0) ? StatementNotes.None : StatementNotes.Read(statement, text, most, bag);

    private static IEnumerable<EntityKey> KeysOf(Statement statement)
    {
        var keys = statement.Topics.Concat(statement.Speakers).Concat(statement.Delegations).Concat(statement.Cites.Select(static cite => cite.Instrument));
        return statement.Meeting is { } meeting ? keys.Append(meeting) : keys;
    }

    private static List<PassageReference> Add(Dictionary<EntityKey, List<PassageReference>> map, EntityKey key)
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        return list;
    }
}
