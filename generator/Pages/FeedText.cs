using System.Net;
using System.Text;
using Rostrum.Exports;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>A statement as an entry of a feed: its whole text, each passage with its address, under a line that says who spoke, where and when. It is the same in every feed.</summary>
internal sealed class FeedText(ViewMaker maker)
{
    private readonly SiteContent site = maker.Site;

    /// <summary>The entry.</summary>
    public FeedEntry Entry(Statement statement)
    {
        var summary = site.Texts.Of(statement.Document).Summary.Passages;
        var zone = site.Config.TimeZone;
        return new FeedEntry(
            Id(statement),
            maker.Canonical(statement.Url),
            statement.Withdrawn is null ? statement.Heading : $"{statement.Heading} ({maker.Text("withdrawn")})",
            statement.Language,
            new FeedMoment(statement.Date, zone),
            new FeedMoment(statement.Updated, zone),
            Names(statement.Speakers.Count > 0 ? statement.Speakers : statement.Delegations),
            Names(statement.Topics),
            summary.Count > 0 ? summary[0].Passage.Text : null,
            statement.Sources.Select(static source => source.Url).FirstOrDefault(static url => url is not null),
            Absolute(Directed(statement, Html(statement))));
    }

    // A statement that was published at another address keeps the id it had there: the first of its old addresses that the lock knows.
    private string Id(Statement statement)
    {
        foreach (var old in statement.MovedFrom)
        {
            var url = new PageUrl(old.Value.EndsWith('/') ? old.Value : old.Value + "/");
            if (url.Path.StartsWith(Routes.Statements.Path, StringComparison.Ordinal) && site.Rules.Lock.Find(url) is not null) return maker.Canonical(url);
        }

        return maker.Canonical(statement.Url);
    }

    private List<FeedName> Names(IEnumerable<EntityKey> keys) =>
        [.. keys.Select(key => site.Archive.Find(key)).OfType<Entity>().Select(entity => new FeedName(entity.Title, site.Archive.HasPages(entity.Key.Kind) ? maker.Canonical(Routes.Entity(entity.Key)) : null))];

    private string Html(Statement statement)
    {
        var html = new StringBuilder();
        html.Append("<p>").AppendJoin(" · ", Circumstances(statement)).Append("</p>\n");
        if (statement.Withdrawn is { } withdrawn) return html.Append("<p>").Append(maker.Text("withdrawn")).Append(": ").Append(Escape(withdrawn.Reason)).Append("</p>\n").ToString();
        var body = site.Texts.Of(statement.Document).Body;
        foreach (var block in body.Blocks.Where(static block => block.Kind != BlockKind.Gone))
        {
            html.Append(block.Before);
            var inner = Encoding.UTF8.GetString(block.Html.Span);
            if (block.Passage >= 0) inner = Numbered(statement, body.Passages[block.Passage].Passage, inner);
            html.Append(block.Tag == "li" ? $"<li>{inner}</li>" : inner).Append(block.After);
        }

        return html.Append(Encoding.UTF8.GetString(body.Notes.Span)).ToString();
    }

    // Readers of feeds know of no direction but the one that the text itself gives.
    private static string Directed(Statement statement, string html) =>
        LanguageTag.Direction(statement.Language) == "ltr" ? html : $"<div lang=\"{Escape(statement.Language)}\" dir=\"rtl\">{html}</div>";

    private IEnumerable<string> Circumstances(Statement statement)
    {
        foreach (var key in statement.Delegations) yield return LinkTo(key);
        foreach (var key in statement.Speakers) yield return LinkTo(key);
        if (statement.Role is { } role) yield return Escape(role);
        if ((statement.Meeting ?? site.Archive.ForumOf(statement)) is { } where) yield return LinkTo(where);
        yield return Escape(site.Strings.Date(statement.Date));
        if (statement.Delivery is not null and not "unknown") yield return Escape(maker.Text($"delivery_{statement.Delivery}"));
    }

    private string LinkTo(EntityKey key)
    {
        var link = maker.Links.To(key);
        return link.Url is null ? Escape(link.Title) : $"<a href=\"{link.Url}\">{Escape(link.Title)}</a>";
    }

    // The number stands within the passage's first paragraph where it begins with one, else before it.
    private string Numbered(Statement statement, Passage passage, string html)
    {
        var number = $"<a href=\"{maker.Links.Href(statement.Url)}#{passage.Id}\">¶ {passage.Number}</a>";
        if (html.StartsWith("<p>", StringComparison.Ordinal) || html.StartsWith("<p ", StringComparison.Ordinal)) return html.Insert(html.IndexOf('>', StringComparison.Ordinal) + 1, number + " ");
        return html.StartsWith("<table", StringComparison.Ordinal) || html.StartsWith("<blockquote", StringComparison.Ordinal) ? $"<p>{number}</p>\n{html}" : $"{number} {html}";
    }

    // Readers of feeds show the text away from its page.
    private string Absolute(string html)
    {
        var host = site.Config.BaseUrl.GetLeftPart(UriPartial.Authority);
        return html.Replace("=\"/", $"=\"{host}/", StringComparison.Ordinal).Replace($"=\"{host}//", "=\"//", StringComparison.Ordinal);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
