using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>A name as citations need it: in two parts, or whole for bodies and for people whose parts are not known.</summary>
public sealed record CitedName(string? Family, string? Given, string Whole)
{
    /// <summary>Given name first, as running text has it.</summary>
    public string Direct => Family is null ? Whole : Given is null ? Family : $"{Given} {Family}";
}

/// <summary>What a citation says of a statement, whatever its style: the fields of a CSL item of type <c>speech</c> (https://docs.citationstyles.org/).</summary>
/// <param name="Id">The statement's id.</param>
/// <param name="Authors">Who spoke; the delegations where nobody is named.</param>
/// <param name="Title">The title as published.</param>
/// <param name="ShortTitle">The short title.</param>
/// <param name="Genre">What kind of text it is and how it was delivered.</param>
/// <param name="Event">The meeting, or the forum.</param>
/// <param name="Place">Where.</param>
/// <param name="Publisher">Who put the source online.</param>
/// <param name="Date">The day it was delivered.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Abstract">What it says, in the archive's words.</param>
/// <param name="Url">Its permanent address.</param>
public sealed record CitedStatement(
    string Id, IReadOnlyList<CitedName> Authors, string Title, string? ShortTitle, string? Genre, string? Event, string? Place, string? Publisher, DateOnly Date, string Language, string? Abstract, string Url)
{
    /// <summary>Reads a statement and what the archive knows around it.</summary>
    public static CitedStatement Of(Statement statement, Archive archive, UiStrings strings)
    {
        var meeting = archive.Find(statement.Meeting) as Meeting;
        var forum = archive.Find(archive.ForumOf(statement));
        var authors = statement.Speakers.Count > 0 ? statement.Speakers : statement.Delegations;
        return new CitedStatement(
            statement.Id,
            [.. authors.Select(key => archive.Find(key)).OfType<Entity>().Select(Name)],
            statement.Title,
            statement.ShortTitle,
            GenreOf(statement, strings),
            meeting?.Title ?? forum?.Title,
            meeting?.Place is { } place && meeting.Mode is { } mode && mode != "in-person" ? $"{place} ({mode})" : meeting?.Place,
            statement.Sources.Select(static source => source.Publisher).FirstOrDefault(static publisher => publisher is not null) ?? archive.Config.Publisher,
            statement.Date,
            statement.Language,
            statement.Abstract,
            statement.Url.Absolute(archive.Config.BaseUrl));
    }

    private static CitedName Name(Entity entity) => entity is Person { Family: { } family } person ? new CitedName(family, person.Given, person.Title) : new CitedName(null, null, entity.Title);

    private static string? GenreOf(Statement statement, UiStrings strings)
    {
        var genre = statement.Genre is { } known ? strings.Text($"genre_{known}") : null;
        if (statement.Delivery is null or "unknown") return genre;
        var delivery = strings.Text($"delivery_{statement.Delivery}");
        return genre is null ? delivery : $"{genre} ({char.ToLowerInvariant(delivery[0])}{delivery[1..]})";
    }
}
