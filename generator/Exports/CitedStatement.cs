using Rostrum.Model;
using Rostrum.Rendering;
using Rostrum.Sources;

namespace Rostrum.Exports;

/// <summary>A name as citations need it: in two parts, or whole for bodies and for people whose parts are not known.</summary>
public sealed record CitedName(string? Family, string? Given, string Whole, bool IsBody = false)
{
    /// <summary>Given name first, as running text has it; Chinese, Japanese and Korean names in their own script stand family first and unspaced.</summary>
    public string Direct => Family is null ? Whole : Given is null ? Family : IsUnspaced ? Family + Given : $"{Given} {Family}";

    /// <summary>Whether it is a name in a script that puts the family name first and no space between.</summary>
    public bool IsUnspaced => Family is not null && (Family.AsSpan().IndexOfAnyInRange('\u3040', '\u9FFF') >= 0 || Family.AsSpan().IndexOfAnyInRange('\uAC00', '\uD7A3') >= 0);

    /// <summary>Family name first with a comma, as catalogues have it.</summary>
    public string Inverted => Family is null ? Whole : Given is null ? Family : $"{Family}, {Given}";
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
/// <param name="Abstract">What it says, in the archive's words; plain text.</param>
/// <param name="Url">Its permanent address.</param>
/// <param name="Topics">Names of what the whole statement is about.</param>
public sealed record CitedStatement(
    string Id, IReadOnlyList<CitedName> Authors, string Title, string? ShortTitle, string? Genre, string? Event, string? Place, string? Publisher, DateOnly Date, string Language, string? Abstract, string Url, IReadOnlyList<string> Topics)
{
    /// <summary>Reads a statement and what the archive knows around it.</summary>
    public static CitedStatement Of(Statement statement, Archive archive, ArchiveTexts texts, UiStrings strings)
    {
        var summary = texts.Of(statement.Document).Summary.Passages;
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
            summary.Count == 0 ? null : string.Join("\n", summary.Select(static passage => passage.Passage.Text)),
            statement.Url.Absolute(archive.Config.BaseUrl),
            [.. statement.Topics.Select(key => archive.Find(key)?.Title).OfType<string>()]);
    }

    private static CitedName Name(Entity entity) => entity switch
    {
        Person { Family: { } family } person => new CitedName(family, person.Given, person.Title),
        Person => new CitedName(null, null, entity.Title),
        _ => new CitedName(null, null, entity.Title, true),
    };

    private static string? GenreOf(Statement statement, UiStrings strings)
    {
        var genre = statement.Genre is { } known ? strings.Text($"genre_{known}") : null;
        if (statement.Delivery is null or "unknown") return genre;
        var delivery = strings.Text($"delivery_{statement.Delivery}");
        return genre is null ? delivery : $"{genre} ({char.ToLowerInvariant(delivery[0])}{delivery[1..]})";
    }
}
