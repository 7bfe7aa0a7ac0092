using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>An official statement: who said what, when, where and on whose behalf. Its text is in its document.</summary>
public sealed record Statement
{
    /// <summary>Makes the address; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The file; its front matter is what the other properties say, and no longer kept.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Title as published.</summary>
    public required string Title { get; init; }

    /// <summary>Title for lists and citations.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The day it was delivered.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day the source put it online.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who spoke.</summary>
    public IReadOnlyList<EntityKey> Speakers { get; init; } = [];

    /// <summary>The role at that time, as printed.</summary>
    public string? Role { get; init; }

    /// <summary>On whose behalf.</summary>
    public IReadOnlyList<EntityKey> Delegations { get; init; } = [];

    /// <summary>The standing body.</summary>
    public EntityKey? Forum { get; init; }

    /// <summary>The sitting.</summary>
    public EntityKey? Meeting { get; init; }

    /// <summary>One of <see cref="Genres"/>.</summary>
    public string? Genre { get; init; }

    /// <summary>One of <see cref="Deliveries"/>.</summary>
    public string? Delivery { get; init; }

    /// <summary>BCP 47 language of the text.</summary>
    public required string Language { get; init; }

    /// <summary>Language of the title, where it differs.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>Id of the statement that this one translates.</summary>
    public Located<string>? TranslationOf { get; init; }

    /// <summary>authoritative, courtesy or machine.</summary>
    public string? TranslationStatus { get; init; }

    /// <summary>What the whole statement is about.</summary>
    public IReadOnlyList<EntityKey> Topics { get; init; } = [];

    /// <summary>What the editor says of single passages.</summary>
    public IReadOnlyList<PassageNote> PassageNotes { get; init; } = [];

    /// <summary>Instruments cited, beside those found in the text.</summary>
    public IReadOnlyList<Citation> Cites { get; init; } = [];

    /// <summary>Where the text came from.</summary>
    public IReadOnlyList<TextSource> Sources { get; init; } = [];

    /// <summary>Terms of the text.</summary>
    public License? License { get; init; }

    /// <summary>What it says, in the archive's words; Markdown.</summary>
    public Located<string>? Abstract { get; init; }

    /// <summary>What the archive did to the text; Markdown.</summary>
    public Located<string>? EditorNote { get; init; }

    /// <summary>Public change log.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>Id of the statement that this one replaces.</summary>
    public Located<string>? Supersedes { get; init; }

    /// <summary>Set when the text is no longer published.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>Whether names in the text become links.</summary>
    public bool Mentions { get; init; } = true;

    /// <summary>Old addresses.</summary>
    public IReadOnlyList<Located<string>> MovedFrom { get; init; } = [];

    /// <summary>Fields that the archive keeps for itself.</summary>
    public YamlMap? Extra { get; init; }

    /// <summary>The last day on which anything is known to have happened to the text: delivered, put online, revised, withdrawn. From its front matter alone, so that it is the same at every build.</summary>
    public DateOnly Updated
    {
        get
        {
            var last = Published > Date ? Published.Value : Date;
            foreach (var revision in Revisions)
            {
                if (revision.Date > last) last = revision.Date;
            }

            return Withdrawn?.Date > last ? Withdrawn.Date.Value : last;
        }
    }

    /// <summary>The short title, or the title.</summary>
    public string Heading => ShortTitle ?? Title;

    /// <summary>Where it is published.</summary>
    public PageUrl Url => Routes.Statement(Id);

    /// <summary>What <see cref="Genre"/> may be.</summary>
    public static readonly IReadOnlyList<string> Genres =
        ["statement", "remarks", "right-of-reply", "explanation-of-vote", "joint-statement", "written-submission", "press-release", "speech"];

    /// <summary>What <see cref="Delivery"/> may be.</summary>
    public static readonly IReadOnlyList<string> Deliveries =
        ["as-delivered", "as-prepared", "check-against-delivery", "written-only", "transcript", "unknown"];

    /// <summary>What <see cref="TranslationStatus"/> may be.</summary>
    public static readonly IReadOnlyList<string> TranslationStatuses = ["authoritative", "courtesy", "machine"];
}

/// <summary>What an editor says of the passages from <paramref name="First"/> to <paramref name="Last"/> (numbers without their p).</summary>
public sealed record PassageNote(Location At, string First, string Last, IReadOnlyList<EntityKey> Topics, EntityKey? Speaker, Located<string>? Quote, string? Note);

/// <summary>An instrument that a statement cites, and the passage, if named, that does.</summary>
public sealed record Citation(EntityKey Instrument, Located<string>? Passage);

/// <summary>Where a text came from.</summary>
public sealed record TextSource(string? Url, DateOnly? Retrieved, string? Sha256, string? Archived, string? Publisher, string? File);

/// <summary>One entry of a statement's change log.</summary>
public sealed record Revision(DateOnly Date, string What);

/// <summary>When and why a text was withdrawn.</summary>
public sealed record Withdrawal(DateOnly? Date, string Reason);
