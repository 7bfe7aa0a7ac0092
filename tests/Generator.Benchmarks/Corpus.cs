namespace Rostrum.Benchmarks;

/// <summary>Writes the same made-up archive for Rostrum and for its peers.</summary>
internal static class Corpus
{
    private const int Topics = 60;
    private const int Delegations = 120;
    private const int Forums = 12;

    private static readonly string[] Folders = ["equal", "plain", "hugo", "eleventy"];

    /// <summary>
    /// Writes so many statements to <paramref name="folder"/>: <c>equal/</c> with settings cut to what the peers do, <c>plain/</c> with the peers' templates as well,
    /// <c>hugo/</c> and <c>eleventy/</c>.
    /// </summary>
    public static void Write(string folder, int count)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        var prose = new Prose(20200522);
        var ids = new List<string>(count);
        foreach (var name in Folders) Directory.CreateDirectory(Path.Combine(folder, name, "content", "statements"));
        for (var i = 0; i < count; i++)
        {
            var date = new DateOnly(2000, 1, 1).AddDays((int)((long)i * 9300 / count));
            var id = $"s-{date:yyyy-MM-dd}-{i:000000}";
            var topics = Enumerable.Range(0, 2 + prose.Next(3)).Select(_ => $"topic-{prose.Next(Topics):00}").Distinct();
            var front = $"""
                ---
                title: "Statement {i} on {prose.Sentence().TrimEnd('.').Replace("**", "", StringComparison.Ordinal)}"
                date: {date:yyyy-MM-dd}
                topics: [{string.Join(", ", topics)}]
                delegation: delegation-{prose.Next(Delegations):000}
                forum: forum-{prose.Next(Forums):00}
                ---

                """;
            var earlier = ids.Count > 0 && prose.Next(3) == 0 ? prose.Pick(ids) : null;
            var body = prose.Body(earlier);
            var foreign = front[..^4] + $"years: [\"{date.Year}\"]\n---\n" + body.Replace(".md)", ")", StringComparison.Ordinal).Replace($"({earlier}", $"(/statements/{earlier}/", StringComparison.Ordinal);
            foreach (var name in Folders) File.WriteAllText(Path.Combine(folder, name, "content", "statements", id + ".md"), name is "equal" or "plain" ? front + body : foreign);
            ids.Add(id);
        }

        const string Settings = """
            title: Made archive
            base_url: https://example.org/
            kinds: [topics, delegations, forums]
            mentions: false
            patterns: []
            exports: {markdown: false, text: false, json: false, citations: false, data: false, llms: false, search: false, positions: false, compare: false, years: true, feeds: site, sources: false, robots: false, metadata: false}
            """;
        foreach (var name in new[] { "equal", "plain" }) File.WriteAllText(Path.Combine(folder, name, "site.yml"), Settings);
        CopyPeer("hugo", Path.Combine(folder, "hugo"));
        CopyPeer("eleventy", Path.Combine(folder, "eleventy"));
        CopyPeer("rostrum", Path.Combine(folder, "plain"));
    }

    /// <summary>Writes so many statements with all that Rostrum reads: topics given passage by passage, a file for each topic and delegation, everything exported.</summary>
    public static void WriteFull(string folder, int count)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        var prose = new Prose(20200522);
        var content = Path.Combine(folder, "content");
        foreach (var kind in new[] { "statements", "topics", "delegations" }) Directory.CreateDirectory(Path.Combine(content, kind));
        File.WriteAllText(Path.Combine(folder, "site.yml"), "title: Made archive\nbase_url: https://example.org/\n");
        for (var i = 0; i < Topics; i++)
        {
            var broader = i < 6 ? "" : $"broader: topic-{i % 6:00}\n";
            File.WriteAllText(Path.Combine(content, "topics", $"topic-{i:00}.md"), $"---\ntitle: Topic {i:00}\n{broader}summary: {prose.Sentence().Replace("**", "", StringComparison.Ordinal)}\n---\n{prose.Sentence()}\n");
        }

        for (var i = 0; i < Delegations; i++) File.WriteAllText(Path.Combine(content, "delegations", $"delegation-{i:000}.md"), $"---\ntitle: Delegation {i:000}\n---\n");
        for (var i = 0; i < count; i++)
        {
            var date = new DateOnly(2000, 1, 1).AddDays((int)((long)i * 9300 / count));
            var passages = string.Join(", ", Enumerable.Range(1, 6).Select(p => $"{{p: {p}, topics: [topic-{prose.Next(Topics):00}, topic-{prose.Next(Topics):00}]}}"));
            var front = $"""
                ---
                title: "Statement {i} on {prose.Sentence().TrimEnd('.').Replace("**", "", StringComparison.Ordinal)}"
                date: {date:yyyy-MM-dd}
                passages: [{passages}]
                delegation: delegation-{prose.Next(Delegations):000}
                forum: forum-{prose.Next(Forums):00}
                ---

                """;
            File.WriteAllText(Path.Combine(content, "statements", $"s-{date:yyyy-MM-dd}-{i:000000}.md"), front + prose.Body(null));
        }
    }

    /// <summary>Lays a third archive, for Eleventy, beside the two that <see cref="Write"/> made, with the texts of the other peer.</summary>
    public static void WriteEleventy(string folder)
    {
        CopyPeer("eleventy", Path.Combine(folder, "eleventy"));
        var statements = Path.Combine(folder, "eleventy", "content", "statements");
        Directory.CreateDirectory(statements);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "hugo", "content", "statements"))) File.Copy(file, Path.Combine(statements, Path.GetFileName(file)), true);
    }

    private static void CopyPeer(string name, string target)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "peers", name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, true);
        }
    }
}
