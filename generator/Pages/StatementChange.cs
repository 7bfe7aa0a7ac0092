using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>How a statement differs from what it was: its paragraphs by number, and the fields of its front matter. For a new statement every paragraph is new.</summary>
/// <param name="Statement">The statement as it is.</param>
/// <param name="Added">Paragraphs that are new.</param>
/// <param name="Reworded">Paragraphs whose text differs.</param>
/// <param name="Removed">Paragraphs that are gone.</param>
/// <param name="Fields">Fields of the front matter that differ.</param>
public sealed record StatementChange(Statement Statement, IReadOnlyList<string> Added, IReadOnlyList<string> Reworded, IReadOnlyList<string> Removed, IReadOnlyList<string> Fields)
{
    // Fields that readers don't see, and the one that is told as a link that moved.
    private static readonly string[] Unseen = ["draft", "id", "moved_from", "extra"];

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Added.Count + Reworded.Count + Removed.Count + Fields.Count == 0;

    internal static StatementChange Of(Statement? before, ArchiveTexts? textsBefore, Statement now, ArchiveTexts textsNow)
    {
        var old = before is null ? [] : Passages(before, textsBefore!);
        var current = Passages(now, textsNow);
        var byId = old.ToDictionary(static passage => passage.Number, StringComparer.Ordinal);
        var ids = current.Select(static passage => passage.Number).ToHashSet(StringComparer.Ordinal);
        return new StatementChange(
            now,
            [.. current.Where(passage => !byId.ContainsKey(passage.Number)).Select(static passage => passage.Number)],
            [.. current.Where(passage => byId.TryGetValue(passage.Number, out var earlier) && !earlier.TextUtf8.Span.SequenceEqual(passage.TextUtf8.Span)).Select(static passage => passage.Number)],
            [.. old.Where(passage => !ids.Contains(passage.Number)).Select(static passage => passage.Number)],
            before is null ? [] : Differing(before.Document.ReadFrontMatter(), now.Document.ReadFrontMatter()));
    }

    private static List<Passage> Passages(Statement statement, ArchiveTexts texts) => [.. texts.Of(statement.Document).Body.Passages.Select(static passage => passage.Passage).DistinctBy(static passage => passage.Id)];

    private static List<string> Differing(YamlMap before, YamlMap now) =>
    [
        .. now.Entries.Concat(before.Entries).Select(static entry => entry.Key.Value).Distinct().Except(Unseen)
            .Where(key => Write(before.Find(key)) != Write(now.Find(key))),
    ];

    private static string Write(YamlValue? value) => value switch
    {
        YamlScalar { IsNull: false } scalar => scalar.Text,
        YamlList list => $"[{string.Join('\n', list.Items.Select(Write))}]",
        YamlMap map => $"{{{string.Join('\n', map.Entries.Select(static entry => $"{entry.Key.Value}: {Write(entry.Value)}"))}}}",
        _ => "",
    };
}
