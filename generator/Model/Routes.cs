namespace Rostrum.Model;

/// <summary>Where everything lives in the site. The only place where addresses are made.</summary>
public static class Routes
{
    /// <summary>The home page.</summary>
    public static readonly PageUrl Home = new("");

    /// <summary>The list of all statements.</summary>
    public static readonly PageUrl Statements = new("statements/");

    /// <summary>The archive by date.</summary>
    public static readonly PageUrl Years = new("years/");

    /// <summary>What a web server shows for an address that is none.</summary>
    public static readonly PageUrl NotFound = new("404.html");


    /// <summary>The Atom feed of the site or of an entity, beside its page.</summary>
    public static PageUrl Feed(PageUrl page) => new(page.Path + "feed.xml");

    /// <summary>The same as JSON Feed.</summary>
    public static PageUrl JsonFeed(PageUrl page) => new(page.Path + "feed.json");

    /// <summary>A part of what the site's feed no longer holds: entries last updated in a year, cut into numbered parts.</summary>
    public static PageUrl FeedArchive(int year, int part) => new($"feed/{year:0000}-{part}.xml");

    /// <summary>The search.</summary>
    public static readonly PageUrl SearchPage = new("search/");

    /// <summary>A file of the index.</summary>
    public static PageUrl SearchFile(string name) => new(SearchPage.Path + name);

    /// <summary>All addresses, for search engines.</summary>
    public static readonly PageUrl Sitemap = new("sitemap.xml");

    /// <summary>The archive as data.</summary>
    public static readonly PageUrl Data = new("data/");

    /// <summary>How the data set wants to be cited.</summary>
    public static readonly PageUrl CitationCff = new("CITATION.cff");

    /// <summary>Where the texts come from.</summary>
    public static readonly PageUrl Sources = new("sources/");

    /// <summary>The same for machines.</summary>
    public static readonly PageUrl SourcesJson = new("sources.json");

    /// <summary>The archive for language models.</summary>
    public static readonly PageUrl Llms = new("llms.txt");

    /// <summary>What robots may read.</summary>
    public static readonly PageUrl Robots = new("robots.txt");

    /// <summary>One statement.</summary>
    public static PageUrl Statement(string id) => new($"statements/{id}/");

    /// <summary>The list of a kind.</summary>
    public static PageUrl Index(EntityKind kind) => new(kind.Name() + "/");

    /// <summary>One entity.</summary>
    public static PageUrl Entity(EntityKey key) => new($"{key.Kind.Name()}/{key.Key}/");

    /// <summary>A year.</summary>
    public static PageUrl Year(int year) => new($"years/{year:0000}/");

    /// <summary>Any other page, by its path below content/pages.</summary>
    public static PageUrl Page(string key) => new(key.Length == 0 ? "" : key + "/");

    /// <summary>The n-th page of a list; the first is the list itself.</summary>
    public static PageUrl ListPage(PageUrl list, int number) => number == 1 ? list : new PageUrl($"{list.Path}page/{number}/");

    /// <summary>Delegations by topics.</summary>
    public static readonly PageUrl Compare = new("compare/");

    /// <summary>What is held and what is known to be missing.</summary>
    public static readonly PageUrl Coverage = new("coverage/");

    /// <summary>What looks like a citation and leads to no instrument.</summary>
    public static readonly PageUrl Unresolved = new("instruments/unresolved/");

    /// <summary>A statement beside its translation into a language.</summary>
    public static PageUrl Parallel(string id, string language) => new($"{Statement(id).Path}parallel/{language.ToLowerInvariant()}/");

    /// <summary>All that one delegation has said on one topic.</summary>
    public static PageUrl Position(EntityKey delegation, EntityKey topic) => new($"{Entity(delegation).Path}{topic.Key}/");

    /// <summary>A topic's passages grouped by delegation.</summary>
    public static PageUrl ByDelegation(EntityKey key) => new(Entity(key).Path + "by-delegation/");
}
