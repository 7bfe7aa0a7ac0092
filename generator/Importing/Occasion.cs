namespace Rostrum.Importing;

/// <summary>On whose behalf and where a statement was made, as labels or keys of the archive.</summary>
internal sealed record Occasion(string? Delegation, string? Forum, string? Meeting)
{
    /// <summary>Reads title, role and head; what the archive knows by the names that stand there is preferred.</summary>
    public static Occasion Find(Heading heading, string? role, DateOnly? date, KnownNames names)
    {
        var title = heading.Title?.Value ?? "";
        var lines = heading.Lines.Where(static line => line.Kind is LineKind.Other or LineKind.Letterhead).Select(static line => line.Block.Text).ToList();
        var delegation = RoleText.DelegationIn(title, true) ?? (role is null ? null : RoleText.DelegationIn(role, false)) ?? lines.Select(static line => RoleText.DelegationIn(line, GenreWords.Opens(line))).FirstOrDefault(static found => found is not null);
        var rest = role is null ? title : title.Replace(role, "", StringComparison.Ordinal);
        var (meeting, forum) = OccasionText.Read(rest);
        foreach (var line in lines.Where(line => !RoleText.IsRole(line) && line != role))
        {
            if (meeting is not null || forum is not null) break;
            (meeting, forum) = OccasionText.Read(line);
        }

        var known = names.FindMeeting([title, .. lines], date);
        if (known is { } found) return new Occasion(delegation, found.Forum ?? forum, found.Key);
        if (names.FindForum(meeting ?? forum ?? rest) is { } key) forum = key;
        return new Occasion(delegation, forum, meeting);
    }
}
