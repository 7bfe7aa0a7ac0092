using Rostrum.Diagnostics;
using Rostrum.Exports;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>Plans the page of every statement and makes its view.</summary>
internal sealed class StatementPages(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;
    private readonly LinkMaker links = maker.Links;

    private readonly Dictionary<string, Statement> supersededBy = maker.Site.Archive.Statements.Where(static statement => statement.Supersedes is not null)
        .GroupBy(static statement => statement.Supersedes!.Value.Value).ToDictionary(static group => group.Key, static group => group.Last());

    private readonly ILookup<string, Statement> translations = maker.Site.Archive.Statements.Where(static statement => statement.TranslationOf is not null)
        .ToLookup(static statement => statement.TranslationOf!.Value.Value);

    /// <summary>A page a statement, and the files beside it.</summary>
    public IEnumerable<PlannedFile> Plan(PlanMemo memo) =>
        memo.Statements.Plan(site.Archive.Statements.Select(statement => (new Same<Statement>(statement), new Same<SiteConfig>(site.Config))), from => Plan(from.Item1.Value));

    private IEnumerable<PlannedFile> Plan(Statement statement)
    {
        var source = Location.StartOf(statement.Document.Path);
        yield return new PlannedPage(statement.Url, source, "statement", content => content.Views.Statements.Make(statement)) { Modified = statement.Updated };
        foreach (var file in StatementRecord.FilesOf(statement, site.Config))
            yield return PlannedExport.Of(file.Url, source, (content, stream) => file.Write(content.Views.Statements.Describe(statement), stream));
    }

    private StatementView Make(Statement statement)
    {
        var texts = site.Texts.Of(statement.Document);
        var body = texts.Body;
        var longest = body.Passages.Count == 0 ? 0 : body.Passages.Max(static passage => passage.Passage.Words);
        var (previous, next) = Neighbours(statement);
        var files = StatementRecord.FilesOf(statement, site.Config);
        var href = links.Href(statement.Url);
        var way = Breadcrumbs(statement);
        var record = statement.Withdrawn is null && site.Config.Exports.Has("metadata") ? Describe(statement) : null;
        return new StatementView
        {
            Title = maker.Title(statement.Heading),
            Heading = statement.Heading,
            Url = href,
            Canonical = maker.Canonical(statement.Url),
            Description = Description(texts),
            Language = statement.Language,
            Direction = LanguageTag.Direction(statement.Language),
            Type = "article",
            Metadata = record is null ? null : new Raw(StatementHead.Write(record)),
            StructuredData = maker.StructuredData(way, record is null ? [] : [json => StatementNode.Write(json, record, maker.Nodes)]),
            Breadcrumbs = way,
            EditUrl = maker.EditUrl(statement.Document),
            PublishedTitle = statement.Title,
            TitleLanguage = statement.TitleLanguage ?? statement.Language,
            Date = statement.Date,
            Published = statement.Published,
            Speakers = links.To(statement.Speakers),
            Role = statement.Role,
            Delegations = links.To(statement.Delegations),
            Forum = links.To(site.Archive.ForumOf(statement)),
            Meeting = links.To(statement.Meeting),
            Record = Record(statement),
            Genre = links.Word("genre", statement.Genre),
            Delivery = links.Word("delivery", statement.Delivery),
            Identifier = statement.Id,
            Words = body.Passages.Sum(static passage => passage.Passage.Words),
            Abstract = LinkMaker.Inline(texts.Summary),
            EditorNote = LinkMaker.Inline(texts.EditorNote),
            Blocks = [.. body.Blocks.Select(block => Block(statement, body, block, longest, href))],
            Notes = body.Notes.Length > 0 ? new Raw(body.Notes) : null,
            Sources = [.. statement.Sources.Select(static source => new SourceView(source.Url, source.Url is null ? null : new Uri(source.Url).Host, source.Retrieved, source.Sha256, source.Archived, source.Publisher, source.File))],
            License = LinkMaker.License(statement.License ?? site.Config.License),
            Revisions = [.. statement.Revisions.Select(static revision => new RevisionView(revision.Date, revision.What))],
            Withdrawn = statement.Withdrawn is { } withdrawal ? new WithdrawalView(withdrawal.Date, withdrawal.Reason) : null,
            Supersedes = statement.Supersedes is { } old && site.Archive.FindStatement(old.Value) is { } superseded ? links.To(superseded) : null,
            SupersededBy = supersededBy.TryGetValue(statement.Id, out var newer) ? links.To(newer) : null,
            Translations = Translations(statement),
            TranslationStatus = links.Word("translation", statement.TranslationStatus),
            Previous = previous is null ? null : links.To(previous),
            Next = next is null ? null : links.To(next),
            SameMeeting = SameMeeting(statement),
            Related = [.. Related.Find(statement, site.Relations).Select(near => new RelatedView(links.To(near.Statement), Reason(near)))],
            References = links.References(statement.Url),
            Citations = HasCitations(statement)
                ? [.. CitationStyles.Of(Cited(statement)).Select(static cite => new CitationView(cite.Style, cite.Before, cite.One, cite.Many, cite.Between, cite.Url, cite.After))]
                : [],
            Downloads = [.. files.Where(static file => file.IsCitation).Select(file => new Link(file.Title, links.Href(file.Url)))],
            Files = [.. files.Where(static file => !file.IsCitation).Select(file => new Link(file.Title, links.Href(file.Url)))],
            Topics = links.To(statement.Topics),
            Cites = links.To(statement.Cites.Select(static cite => cite.Instrument)
                .Concat(body.Passages.SelectMany(static passage => passage.Mentions).Where(static mention => mention.Entity is { Kind: EntityKind.Instruments }).Select(static mention => mention.Entity!.Value)).Distinct()),
        };
    }

    private bool HasCitations(Statement statement) => site.Config.Exports.Has("citations") && statement.Withdrawn is null;

    private CitedStatement Cited(Statement statement) => CitedStatement.Of(statement, site.Archive, site.Texts, site.Strings);

    private StatementRecord Describe(Statement statement) =>
        new(statement, Cited(statement), site.Texts.Of(statement.Document), [.. InOtherLanguages(statement)], site.Archive, site.Relations, site.Rules, site.Strings);

    private BlockView Block(Statement statement, RenderedBody body, Block block, int longest, string page)
    {
        var kind = block.Kind switch { BlockKind.Passage => "passage", BlockKind.Heading => "heading", BlockKind.Gone => "gone", _ => "other" };
        var (before, after) = (Raw.Of(block.Before), Raw.Of(block.After));
        if (block.Passage < 0) return new BlockView(kind, before, after, block.Tag, block.Id, block.Id.TrimStart('p'), new Raw(block.Html), 0, 0, [], [], [], null, null);
        var linked = body.Passages[block.Passage];
        var keys = links.KeysOf(statement, linked, block.Passage);
        var notes = site.Relations.NotesOn(statement);
        return new BlockView(
            kind, before, after, block.Tag, linked.Passage.Id, linked.Passage.Number, new Raw(block.Html), linked.Passage.Words, longest == 0 ? 0 : linked.Passage.Words * 100 / longest,
            keys.Count == 0 ? [] : links.To(keys.Where(static key => key.Kind == EntityKind.Topics)),
            keys.Count == 0 ? [] : links.To(keys.Where(static key => key.Kind == EntityKind.Instruments)),
            keys.Count == 0 ? [] : links.To(keys.Where(static key => key.Kind is not (EntityKind.Topics or EntityKind.Instruments))),
            links.To(notes.SpeakerOf(block.Passage)),
            notes.NotesOf(block.Passage) is { Count: > 0 } said ? string.Join(" ", said) : null)
        { Page = page };
    }

    private (Statement? Previous, Statement? Next) Neighbours(Statement statement)
    {
        var all = statement.Delegations.Count > 0 ? site.Relations.StatementsOf(statement.Delegations[0]) : site.Archive.Statements;
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Date < statement.Date || (all[middle].Date == statement.Date && string.CompareOrdinal(all[middle].Id, statement.Id) < 0)) low = middle + 1;
            else high = middle;
        }

        return (low > 0 ? all[low - 1] : null, low + 1 < all.Count ? all[low + 1] : null);
    }

    private IReadOnlyList<StatementLink> SameMeeting(Statement statement) => statement.Meeting is not { } meeting ? [] :
        [.. site.Relations.StatementsOf(meeting).Where(other => other.Id != statement.Id).Take(site.Config.PageSize).Select(links.To)];

    private IEnumerable<Statement> InOtherLanguages(Statement statement)
    {
        var original = statement.TranslationOf is { } of ? site.Archive.FindStatement(of.Value) : statement;
        return original is null ? [] : translations[original.Id].Prepend(original).Where(other => other.Id != statement.Id);
    }

    private List<TranslationView> Translations(Statement statement) =>
    [
        .. InOtherLanguages(statement).Select(other => new TranslationView(other.Heading, links.Href(other.Url), other.Language, maker.LanguageName(other.Language), links.Word("translation", other.TranslationStatus), Parallel(statement, other))),
    ];

    private string? Parallel(Statement one, Statement other)
    {
        if (ParallelPages.Original(other, site.Archive)?.Id == one.Id) return links.Href(Routes.Parallel(one.Id, other.Language));
        return ParallelPages.Original(one, site.Archive)?.Id == other.Id ? links.Href(Routes.Parallel(other.Id, one.Language)) : null;
    }

    private string? Record(Statement statement) => (site.Archive.Find(statement.Meeting) as Meeting)?.Record is not { } record ? null : record == "none" ? maker.Text("no_official_record") : record;

    private string Reason(RelatedStatement near)
    {
        var also = maker.Text("also_on", string.Join(", ", near.Shared.Select(key => site.Archive.Find(key)?.Title ?? key.Key)));
        return near.SameMeeting ? maker.Text("also_same_meeting", also) : also;
    }

    private List<Breadcrumb> Breadcrumbs(Statement statement)
    {
        var crumbs = new List<Breadcrumb> { maker.Crumb("statements", Routes.Statements) };
        if (site.HasYears) crumbs.Add(new Breadcrumb(statement.Date.Year.ToString(), links.Href(Routes.Year(statement.Date.Year))));
        crumbs.Add(new Breadcrumb(statement.Heading, null));
        return crumbs;
    }

    private static string? Description(DocumentTexts texts)
    {
        var passages = texts.Summary.Passages.Count > 0 ? texts.Summary.Passages : texts.Body.Passages;
        return passages.Count == 0 ? null : Excerpt.Of(passages.MaxBy(static passage => Math.Min(passage.Passage.TextUtf8.Length, 200))!.Passage);
    }
}
