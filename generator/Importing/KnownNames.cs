using Rostrum.Model;

namespace Rostrum.Importing;

/// <summary>The names that an archive already has, by which an import finds its keys.</summary>
internal sealed class KnownNames(Archive? archive)
{
    private const int LongestLabel = 240;

    /// <summary>The key of the entity with exactly this name, or null.</summary>
    public string? FindExact(EntityKind kind, string name)
    {
        var slug = Slug.Of(name);
        return Entities(kind).FirstOrDefault(entity => Names(entity).Any(known => Slug.Of(known) == slug))?.Key.Key;
    }

    /// <summary>What to write where a key is expected: the archive's key, else the label; null, with a question, where neither can stand.</summary>
    public string? KeyOrLabel(EntityKind kind, string label, List<ImportQuestion> questions)
    {
        if (Entities(kind).Any(entity => entity.Key.Key == label)) return label;
        if (FindExact(kind, label) is { } key) return key;
        if (!Slug.IsUsable(Slug.Of(label)) || label.Length > LongestLabel) return null;
        if (archive?.Config.Closed.Contains(kind.Name()) is not true) return label;
        questions.Add(new ImportQuestion("", $"“{label}” has no file in content/{kind.Name()}, which site.yml says is complete. Is it another name of one that has?", 1));
        return null;
    }

    /// <summary>The meeting whose name stands in one of the texts and that sat on the day; with its forum.</summary>
    public (string Key, string? Forum)? FindMeeting(IEnumerable<string> texts, DateOnly? date)
    {
        var slugs = texts.Select(static text => $"-{Slug.Of(text)}-").ToList();
        var meeting = Entities(EntityKind.Meetings).OfType<Meeting>()
            .Where(meeting => date is null || meeting.Start is null || (meeting.Start <= date && date <= (meeting.End ?? meeting.Start)))
            .Where(meeting => Names(meeting).Any(name => slugs.Exists(slug => slug.Contains($"-{Slug.Of(name)}-", StringComparison.Ordinal))))
            .OrderByDescending(static meeting => meeting.Title.Length).FirstOrDefault();
        return meeting is null ? null : (meeting.Key.Key, meeting.Forum?.Key);
    }

    /// <summary>The forum with the longest name that stands in a text, or null.</summary>
    public string? FindForum(string text)
    {
        var slug = $"-{Slug.Of(text)}-";
        return Entities(EntityKind.Forums)
            .SelectMany(static forum => Names(forum).Select(name => (forum.Key.Key, Slug: Slug.Of(name))))
            .Where(name => name.Slug.Length > 3 && slug.Contains($"-{name.Slug}-", StringComparison.Ordinal))
            .OrderByDescending(static name => name.Slug.Length).Select(static name => name.Key).FirstOrDefault();
    }

    private IEnumerable<Entity> Entities(EntityKind kind) => archive?.Of(kind) ?? [];

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Select(static alias => alias.Text.Value).Prepend(entity.Title);
}
