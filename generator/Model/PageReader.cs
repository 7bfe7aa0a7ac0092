using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>Reads the front matter of a page that is no statement and no entity.</summary>
internal static class PageReader
{
    /// <summary>The page, or what is known of it where it is withheld.</summary>
    public static ReadPage Read(SourceDocument document, string folder, ReadOptions options)
    {
        var bag = new DiagnosticBag();
        var fields = new FieldReader(document.FrontMatter, "a page", bag);
        var title = fields.Text("title");
        var path = document.Path[folder.Length..document.Path.LastIndexOf('.')];
        var parts = path.Split('/').Select(static part => part == "index" ? part : Slug.Of(part)).ToList();
        if (parts[^1] == "index") parts.RemoveAt(parts.Count - 1);
        var key = string.Join('/', parts);
        var weight = fields.Number("weight", 0, int.MinValue);
        var page = new Page
        {
            Key = key,
            Document = document,
            Title = title ?? key,
            Weight = weight,
            InNavigation = fields.Flag("navigation", true),
            Summary = fields.Text("summary"),
            MovedFrom = EntityReader.ReadOldAddresses(fields),
        };
        fields.Value("extra");
        var draft = fields.Flag("draft");
        if (title is null && !draft) fields.Missing("title");
        fields.Finish();
        if (parts.Any(static part => part.Length == 0 || part == "page"))
        {
            bag.Add(Problems.NoSlug(Location.StartOf(document.Path), path));
            return new ReadPage(null, null, bag.ToSorted());
        }

        return draft && !options.Drafts ? new ReadPage(null, new Withheld(Location.StartOf(document.Path), key, page.Title, null), bag.ToSorted()) : new ReadPage(page, null, bag.ToSorted());
    }
}

/// <summary>A page that was read, or what is known of it where it is withheld; and what was wrong with it.</summary>
internal sealed record ReadPage(Page? Page, Withheld? Withheld, IReadOnlyList<Diagnostic> Problems);
