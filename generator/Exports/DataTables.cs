using System.Security.Cryptography;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;

namespace Rostrum.Exports;

/// <summary>The archive as two tables: a row a statement, and a row a passage.</summary>
/// <param name="archive">The archive.</param>
/// <param name="texts">Its texts.</param>
/// <param name="relations">What its passages speak of.</param>
public sealed class DataTables(Archive archive, ArchiveTexts texts, Relations relations)
{
    /// <summary>A row a statement, withdrawn ones included.</summary>
    public DataTable Statements => new(
        "statements",
        ["statement_id"],
        [
            new("statement_id", DataType.Text, true), new("url", DataType.Address, true), new("title", DataType.Text, true), new("short_title", DataType.Text),
            new("date", DataType.Day, true), new("published", DataType.Day), new("updated", DataType.Day, true),
            new("speaker_id", DataType.List), new("speaker_name", DataType.List), new("speaker_role", DataType.Text), new("on_behalf_of", DataType.List), new("delegation_id", DataType.List),
            new("forum", DataType.Text), new("meeting_id", DataType.Text), new("record_symbol", DataType.Text), new("genre", DataType.Text), new("delivery", DataType.Text),
            new("lang", DataType.Text, true), new("translation_of", DataType.Text), new("topics", DataType.List), new("norms", DataType.List), new("cites", DataType.List),
            new("passages", DataType.Number, true), new("words", DataType.Number, true), new("revision", DataType.Number, true), new("withdrawn", DataType.Flag, true),
            new("license", DataType.Text), new("source_url", DataType.Address), new("archived_url", DataType.Address), new("retrieved", DataType.Day),
        ],
        () => archive.Statements.Select(Row));

    /// <summary>A row a passage, in the order of the archive and of the text.</summary>
    public DataTable Passages => new(
        "passages",
        ["statement_id", "paragraph_id"],
        [
            new("statement_id", DataType.Text, true), new("paragraph_id", DataType.Text, true), new("url", DataType.Address, true), new("seq", DataType.Number, true), new("date", DataType.Day, true),
            new("speaker_id", DataType.List), new("speaker_name", DataType.List), new("speaker_role", DataType.Text), new("on_behalf_of", DataType.List),
            new("forum", DataType.Text), new("meeting_id", DataType.Text), new("record_symbol", DataType.Text), new("genre", DataType.Text), new("delivery", DataType.Text), new("lang", DataType.Text, true),
            new("topics", DataType.List), new("norms", DataType.List), new("cites", DataType.List), new("text", DataType.Text, true), new("text_sha256", DataType.Text, true),
            new("revision", DataType.Number, true), new("source_url", DataType.Address),
        ],
        () => archive.Statements.SelectMany(PassageRows))
    { Reference = ("statement_id", "statements") };

    private object?[] Row(Statement statement)
    {
        var passages = texts.Of(statement.Document).Body.Passages;
        var keys = statement.Topics.Concat(statement.Cites.Select(static cite => cite.Instrument)).Concat(Enumerable.Range(0, passages.Count).SelectMany(i => KeysOf(statement, passages[i], i))).Distinct().ToList();
        var source = SourceOf(statement);
        return
        [
            statement.Id, statement.Url.Absolute(archive.Config.BaseUrl), statement.Title, statement.ShortTitle, statement.Date, statement.Published, statement.Updated,
            Keys(statement.Speakers), Titles(statement.Speakers), statement.Role, Codes(statement.Delegations), Keys(statement.Delegations),
            archive.ForumOf(statement)?.Key, statement.Meeting?.Key, Record(statement), statement.Genre, statement.Delivery,
            statement.Language, statement.TranslationOf?.Value, Keys(Of(EntityKind.Topics, keys)), Norms(keys), Keys(Of(EntityKind.Instruments, keys)),
            passages.Count, passages.Sum(static passage => passage.Passage.Words), statement.Revisions.Count, statement.Withdrawn is not null,
            (statement.License ?? archive.Config.License)?.Name, source?.Url, statement.Sources.Select(static from => from.Archived).FirstOrDefault(static url => url is not null), source?.Retrieved,
        ];
    }

    private IEnumerable<object?[]> PassageRows(Statement statement)
    {
        var passages = texts.Of(statement.Document).Body.Passages;
        if (passages.Count == 0) yield break;
        var url = statement.Url.Absolute(archive.Config.BaseUrl);
        var (delegations, record, source, forum) = (Codes(statement.Delegations), Record(statement), SourceOf(statement)?.Url, archive.ForumOf(statement)?.Key);
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i].Passage;
            var keys = KeysOf(statement, passages[i], i).Distinct().ToList();
            var own = relations.NotesOn(statement).SpeakerOf(i);
            var speakers = own is { } speaker ? [speaker] : statement.Speakers;
            yield return
            [
                statement.Id, passage.Id, $"{url}#{passage.Id}", i + 1, statement.Date,
                Keys(speakers), Titles(speakers), own is null ? statement.Role : null, delegations,
                forum, statement.Meeting?.Key, record, statement.Genre, statement.Delivery, statement.Language,
                Keys(Of(EntityKind.Topics, keys)), Norms(keys), Keys(Of(EntityKind.Instruments, keys)), passage.Text, Convert.ToHexStringLower(SHA256.HashData(passage.TextUtf8.Span)),
                statement.Revisions.Count, source,
            ];
        }
    }

    private IEnumerable<EntityKey> KeysOf(Statement statement, LinkedPassage passage, int index) =>
        relations.NotesOn(statement).KeysOf(index).Concat(passage.Mentions.Where(static mention => mention.Entity is not null).Select(static mention => mention.Entity!.Value));

    private string? Record(Statement statement) => (archive.Find(statement.Meeting) as Meeting)?.Record;

    private static TextSource? SourceOf(Statement statement) => statement.Sources.FirstOrDefault(static source => source.Url is not null);

    private static IEnumerable<EntityKey> Of(EntityKind kind, IEnumerable<EntityKey> keys) => keys.Where(key => key.Kind == kind);

    private static List<string> Keys(IEnumerable<EntityKey> keys) => [.. keys.Select(static key => key.Key)];

    private List<string> Titles(IEnumerable<EntityKey> keys) => [.. keys.Select(key => archive.Find(key)?.Title ?? key.Key)];

    private List<string> Codes(IEnumerable<EntityKey> keys) => [.. keys.Select(key => (archive.Find(key) as Delegation)?.Code ?? key.Key)];

    private List<string> Norms(IEnumerable<EntityKey> keys) => [.. keys.Select(key => (archive.Find(key) as Topic)?.Norm).OfType<string>().Distinct()];
}
