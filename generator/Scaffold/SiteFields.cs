using static Rostrum.Scaffold.FieldCatalog;

namespace Rostrum.Scaffold;

/// <summary>The settings of site.yml.</summary>
internal static class SiteFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FieldEntry> All =>
    [
        Needed("title", "Name of the archive."),
        Web("base_url", "Where the site will be published, ending in a slash."),
        Text("language", "BCP 47 language of the interface, and of texts that name none."),
        Text("time_zone", "Zone in which a moment becomes a day, such as Asia/Tokyo."),
        Text("description", "One sentence on what the archive is."),
        Text("logo", "File of the logo, such as static/logo.svg."),
        Text("accent", "A colour such as '#bf2612', in quotation marks."),
        Text("footer", "Markdown at the foot of each page."),
        License("Terms of texts that name none: SPDX id, or {name, url}."),
        Text("edit_url", "Address of a file's editing page, with {path} in it."),
        Text("editor", "Editor that the preview's links open."),
        Text("publisher", "Who publishes the archive."),
        List("statements", "Folders that hold statements."),
        Choice("ids", "What a statement's default id is made of.", ["name", "path"]),
        TextsOrRecords("navigation", "What the navigation shows: lists, pages, or {title, page} and {title, url}.", [Text("title", "The words of the link."), Text("page", "A list, such as topics, or the path of a page below content/pages."), Text("url", "A web address.")]),
        List("kinds", "Kinds that get pages."),
        List("closed", "Kinds whose keys must have a file."),
        Any("fields", "Foreign front-matter keys and what they are here."),
        Flag("mentions", "false: names in texts do not become links."),
        Records("patterns", "Citation patterns of the archive's own; [] switches all off.", [Needed("match", "A regular expression."), Text("instrument", "The instrument's name; $0 is what was matched."), Text("url", "Where it can be read."), Text("part", "The part that is cited."), Text("title", "The instrument's title.")]),
        Number("page_size", "Entries on a page of a list."),
        Choice("html", "What becomes of raw HTML in content.", ["safe", "trusted"]),
        Record("exports", "What is written beside the pages.", [Choice("feeds", "Which pages have feeds.", ["all", "site", "none"]), .. Names.Select(static name => Flag(name, "false leaves it out."))]),
        Record("limits", "How much of everything a build takes.", [.. Sources.Limits.All.Select(static limit => Number(limit.Name, limit.Reason))]),
        Any("extra", "Fields of the archive's own."),
    ];

    private static IReadOnlyList<string> Names => ["markdown", "text", "json", "citations", "data", "llms", "search", "positions", "compare", "years", "sources", "sitemap", "robots", "metadata"];
}
