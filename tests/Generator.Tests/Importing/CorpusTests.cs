using System.Text.Json;
using System.Text.RegularExpressions;
using Rostrum.Model;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Importing;

/// <summary>Imports real documents and prints how much of what is true of them was found. Skipped where the documents are not at hand.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    [Fact]
    public void RealDocumentsYieldTheirTitleDateSpeakerAndBody()
    {
        var folder = Path.Combine(Shared, "corpus", "import");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "truth.jsonl")), "The real documents are not here: ../shared/corpus/import.");
        var score = new SortedDictionary<string, (int Right, int All, int Invented)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "truth.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var truth = json.RootElement.EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value.GetString()!);
            var imported = Import.One(Path.GetFileName(truth["file"]), File.ReadAllBytes(Path.Combine(folder, truth["file"])));
            var front = Front(imported.File.Text);
            foreach (var field in (string[])["title", "date", "speaker"]) Count(score, field, truth.GetValueOrDefault(field), front.GetValueOrDefault(field), truth["file"]);
            if (!truth.ContainsKey("body_head")) continue;
            var words = Squeeze(string.Join(' ', Import.Passages(imported.File.Text)));
            var (head, tail) = (Squeeze(truth["body_head"]), Squeeze(truth["body_tail"]));
            Count(score, "body start", head, words.StartsWith(head, StringComparison.Ordinal) ? head : words[..Math.Min(words.Length, 80)], truth["file"]);
            Count(score, "body end", tail, words.EndsWith(tail, StringComparison.Ordinal) ? tail : words[^Math.Min(words.Length, 80)..], truth["file"]);
        }

        foreach (var (field, (right, all, invented)) in score) output.WriteLine($"{field,-10} {right,3} of {all,3}  {100.0 * right / all,5:0.0} %  invented {invented}");
        Assert.All(score, static field => Assert.True(field.Value.Right >= field.Value.All * (field.Key.StartsWith("body", StringComparison.Ordinal) ? 0.90 : 0.95) && field.Value.Invented == 0, field.Key));
    }

    [Fact]
    public void TheFirstDocumentOfTheArchiveIsImportedAsItStandsThere()
    {
        var folder = Path.Combine(Shared, "seed");
        Assert.SkipUnless(Directory.Exists(folder), "The first document is not here: ../shared/seed.");
        var archive = Real();
        var kept = Assert.Single(archive.Statements, static statement => statement.Id == "jp-2020-05-22-unsc-arria-cyber");
        var path = Directory.EnumerateFiles(folder).Single();
        var (statement, body, file) = Import.One(Path.GetFileName(path), File.ReadAllBytes(path), null, archive);
        Assert.Equal((kept.Title, kept.Date, kept.Role, kept.Delivery, kept.Forum, kept.Meeting), (statement.Title, statement.Date, statement.Role, statement.Delivery, statement.Forum, statement.Meeting));
        Assert.Equal(kept.Speakers.Concat(kept.Delegations), statement.Speakers.Concat(statement.Delegations));
        Assert.Equal(kept.Document.ReadBody().Trim(), body);
        Assert.Empty(file.Questions);
        Assert.Contains("“Mr. President.”", statement.EditorNote?.Value, StringComparison.Ordinal);
    }

    private static Archive Real()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "site.yml"))
            .Select(static file => KeyValuePair.Create(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllBytes(file)));
        return TestSite.Build(files).Site!.Plan.Content.Archive;
    }

    private void Count(SortedDictionary<string, (int Right, int All, int Invented)> score, string field, string? truth, string? found, string file)
    {
        var (right, all, invented) = score.GetValueOrDefault(field);
        var isRight = truth is not null && found is not null && Squeeze(truth) == Squeeze(found);
        if (truth is not null && !isRight) output.WriteLine($"{file}: {field} is '{found}', not '{truth}'");
        if (truth is null && found is not null) output.WriteLine($"{file}: {field} '{found}' is invented");
        score[field] = (right + (isRight ? 1 : 0), all + (truth is null ? 0 : 1), invented + (truth is null && found is not null ? 1 : 0));
    }

    private static Dictionary<string, string> Front(string text) =>
        Regex.Matches(text, "^(title|date|speaker): (.*)$", RegexOptions.Multiline).ToDictionary(static match => match.Groups[1].Value, static match => match.Groups[2].Value.StartsWith('"') ? JsonSerializer.Deserialize<string>(match.Groups[2].Value)! : match.Groups[2].Value);

    // Where an element ends, the truth has a space; a mark of punctuation behind it has none in the text.
    private static string Squeeze(string text) => Regex.Replace(Regex.Replace(text, @"[\s\u00A0]+", " "), @" (?=[:,;.])", "").Trim();
}
