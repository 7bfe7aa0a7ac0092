using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>site.yml: what the archive's owner has decided. Everything but the title has a default.</summary>
public sealed record SiteConfig
{
    /// <summary>Name of the archive.</summary>
    public required string Title { get; init; }

    /// <summary>Absolute address of the site, ending in a slash.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>BCP 47 language of the interface, and of texts that name none.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Zone in which a moment becomes a calendar day.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>One sentence on what the archive is.</summary>
    public string? Description { get; init; }

    /// <summary>File of the logo, relative to the root.</summary>
    public Located<string>? Logo { get; init; }

    /// <summary>CSS colour that replaces the built-in accent.</summary>
    public string? Accent { get; init; }

    /// <summary>Markdown shown at the foot of each page.</summary>
    public Located<string>? Footer { get; init; }

    /// <summary>Terms of texts that name none.</summary>
    public License? License { get; init; }

    /// <summary>Address of a file's editing page, with <c>{path}</c> in it.</summary>
    public string? EditUrl { get; init; }

    /// <summary>Whose editor the preview's links open: a URI scheme such as <c>vscode</c>, a whole address with <c>{path}</c> in it, or <c>none</c>.</summary>
    public string Editor { get; init; } = "vscode";

    /// <summary>Who publishes the archive.</summary>
    public string? Publisher { get; init; }

    /// <summary>Folders that hold statements, relative to the root.</summary>
    public IReadOnlyList<string> StatementFolders { get; init; } = ["content/statements"];

    /// <summary>Whether a statement's default id is its path below its folder, not its file name alone.</summary>
    public bool IdsFromPath { get; init; }

    /// <summary>What the site's navigation shows, in order.</summary>
    public IReadOnlyList<NavigationEntry> Navigation { get; init; } = [];

    /// <summary>Kinds that get pages.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = AllKinds;

    /// <summary>Kinds whose keys must have a file.</summary>
    public IReadOnlyList<string> Closed { get; init; } = [];

    /// <summary>Foreign front-matter keys and what they are here.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether names in the text become links.</summary>
    public bool Mentions { get; init; } = true;

    /// <summary>Citation patterns the archive adds; null when it says nothing.</summary>
    public IReadOnlyList<PatternConfig>? Patterns { get; init; }

    /// <summary>Entries on a page of a list.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Whether raw HTML in content is passed as it is.</summary>
    public bool TrustHtml { get; init; }

    /// <summary>What is written beside the pages.</summary>
    public ExportConfig Exports { get; init; } = new();

    /// <summary>How much of everything the build takes.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Text that changes whenever the archive's configuration does.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The kinds of entity, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> AllKinds = ["topics", "people", "delegations", "forums", "meetings", "instruments"];

    /// <summary>Path part of the base address; begins and ends with a slash.</summary>
    public string BasePath => BaseUrl.AbsolutePath;

    /// <summary>Every folder and file whose content the build reads.</summary>
    public IEnumerable<string> InputFolders => StatementFolders.Concat(["content", "templates", "static"]).Distinct();
}

/// <summary>Terms of a text: a name or SPDX id, and where they can be read.</summary>
public sealed record License(string Name, string? Url);

/// <summary>An entry of the navigation: a title (or none, for the page's own) and the page, list or address it leads to.</summary>
public sealed record NavigationEntry(string? Title, Located<string> Target);

/// <summary>A citation pattern as written in site.yml; <c>$0</c> to <c>$9</c> stand for what the expression matched.</summary>
public sealed record PatternConfig(Located<string> Match, string Instrument, string? Url, string? Part, string? Title);

/// <summary>Which files are written beside the pages.</summary>
public sealed record ExportConfig
{
    /// <summary><c>all</c>, <c>site</c> or <c>none</c>.</summary>
    public string Feeds { get; init; } = "all";

    /// <summary>Names of exports that are switched off.</summary>
    public IReadOnlySet<string> Off { get; init; } = new HashSet<string>();

    /// <summary>Whether the named export is written.</summary>
    public bool Has(string name) => !Off.Contains(name);
}
