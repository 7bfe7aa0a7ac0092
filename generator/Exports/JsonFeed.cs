using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>Writes feeds as JSON Feed 1.1 has them (https://www.jsonfeed.org/version/1.1/), full text included.</summary>
public static class JsonFeed
{
    /// <summary>The feed.</summary>
    public static void Write(Feed feed, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Json.Readable);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", feed.PageUrl);
        json.WriteString("feed_url", feed.JsonUrl);
        if (feed.Subtitle is not null) json.WriteString("description", feed.Subtitle);
        if (feed.Logo is not null) json.WriteString("icon", feed.Logo);
        json.WriteString("language", feed.Language);
        WriteAuthors(json, [new FeedName(feed.Publisher, null)]);
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries) WriteItem(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url);
        if (entry.Source is not null) json.WriteString("external_url", entry.Source);
        json.WriteString("title", entry.Title);
        if (entry.Summary is not null) json.WriteString("summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        json.WriteString("date_published", entry.Published.ToString());
        json.WriteString("date_modified", entry.Updated.ToString());
        if (entry.Authors.Count > 0) WriteAuthors(json, entry.Authors);
        if (entry.Topics.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var topic in entry.Topics) json.WriteStringValue(topic.Name);
            json.WriteEndArray();
        }

        json.WriteString("language", entry.Language);
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<FeedName> authors)
    {
        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            if (author.Url is not null) json.WriteString("url", author.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
