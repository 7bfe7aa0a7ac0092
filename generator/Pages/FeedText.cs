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
    // About how long the link before a passage is.
    private const int LinkLength = 100;

    private readonly SiteContent site = maker.Site;
    private readonly string host = maker.Site.Config.BaseUrl.GetLeftPart(UriPartial.Authority);

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
            Html(statement));
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

    // Readers of feeds show the text away from its page, and know of no direction but the one that it gives itself.
    private string Html(Statement statement)
    {
        var body = site.Texts.Of(statement.Document).Body;
        var html = new StringBuilder(body.Blocks.Sum(static block => block.Html.Length + LinkLength) + body.Notes.Length);
        var isDirected = LanguageTag.Direction(statement.Language) != "ltr";
        if (isDirected) html.Append($"<div lang=\"{Escape(statement.Language)}\" dir=\"rtl\">");
        html.Append("<p>").AppendJoin(" · ", Circumstances(statement)).Append("</p>\n");
        if (statement.Withdrawn is { } withdrawn) html.Append("<p>").Append(maker.Text("withdrawn")).Append(": ").Append(Escape(withdrawn.Reason)).Append("</p>\n");
        else AddText(html, body, host + maker.Links.Href(statement.Url));
        return html.Append(isDirected ? "</div>" : "").ToString();
    }

    private void AddText(StringBuilder html, RenderedBody body, string address)
    {
        foreach (var block in body.Blocks)
        {
            if (block.Kind == BlockKind.Gone) continue;
            html.Append(block.Before).Append(block.Tag == "li" ? "<li>" : "");
            var inner = Absolute(Encoding.UTF8.GetString(block.Html.Span));
            if (block.Passage >= 0) AddNumbered(html, body.Passages[block.Passage].Passage, address, inner);
            else html.Append(inner);
            html.Append(block.Tag == "li" ? "</li>" : "").Append(block.After);
        }

        html.Append(Absolute(Encoding.UTF8.GetString(body.Notes.Span)));
    }

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
        return link.Url is null ? Escape(link.Title) : $"<a href=\"{host}{link.Url}\">{Escape(link.Title)}</a>";
    }

    // The number stands within the passage's first paragraph where it begins with one, else before it.
    private static void AddNumbered(StringBuilder html, Passage passage, string address, string inner)
    {
        var isParagraph = inner.StartsWith("<p>", StringComparison.Ordinal) || inner.StartsWith("<p ", StringComparison.Ordinal);
        var isApart = inner.StartsWith("<table", StringComparison.Ordinal) || inner.StartsWith("<blockquote", StringComparison.Ordinal);
        var begin = isParagraph ? inner.IndexOf('>', StringComparison.Ordinal) + 1 : 0;
        html.Append(inner, 0, begin).Append(isApart ? "<p>" : "");
        html.Append("<a href=\"").Append(address).Append('#').Append(passage.Id).Append("\">¶ ").Append(passage.Number).Append("</a>");
        html.Append(isApart ? "</p>\n" : " ").Append(inner, begin, inner.Length - begin);
    }

    private string Absolute(string html) =>
        html.Contains("=\"/", StringComparison.Ordinal) ? html.Replace("=\"/", $"=\"{host}/", StringComparison.Ordinal).Replace($"=\"{host}//", "=\"//", StringComparison.Ordinal) : html;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
