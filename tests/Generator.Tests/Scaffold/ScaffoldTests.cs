using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rostrum.Model;
using Rostrum.Scaffold;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Scaffold;

/// <summary>What <c>init</c> and <c>new</c> write.</summary>
public sealed class ScaffoldTests
{
    [Fact]
    public void ANewArchiveBuildsWithNoProblem()
    {
        var site = TestSite.Build(Files(), tiny: false);
        site.RenderAll();
        site.Check();
        Assert.Equal([], site.Problems);
    }

    [Fact]
    public void ANewArchiveHasOneExampleOfEachKindAndWhatAnEditorNeeds()
    {
        var paths = Files().Select(static file => file.Key).ToList();
        Assert.All(Sources.SiteConfig.AllKinds, kind => Assert.Contains(paths, path => path.StartsWith($"content/{kind}/", StringComparison.Ordinal)));
        Assert.All((string[])["site.yml", ".github/workflows/pages.yml", ".vscode/settings.json", ".vscode/schemas/statements.json", ".gitignore"], path => Assert.Contains(path, paths));
    }

    [Fact]
    public void TheSettingsOfANewArchiveNameEverySetting()
    {
        var text = Encoding.UTF8.GetString(Files().Single(static file => file.Key == "site.yml").Value);
        Assert.All(FieldCatalog.Of("site"), field => Assert.Matches($@"(?m)^(# )?{field.Name}:", text));
    }

    [Theory]
    [MemberData(nameof(SchemaKinds))]
    public void TheSchemaIsThatOfTheFields(string kind)
    {
        var path = Path.Combine(Repository.Root, "generator", "Scaffold", "schemas", $"{kind}.json");
        var schema = FieldSchema.Write(kind);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllBytes(path, schema);
        Assert.Equal(Encoding.UTF8.GetString(schema), File.ReadAllText(path));
    }

    [Fact]
    public void TheSnippetsAreThoseOfTheFields()
    {
        var path = Path.Combine(Repository.Root, "generator", "Scaffold", "archive", "dot-vscode", "rostrum.code-snippets");
        var snippets = FieldSnippets.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllBytes(path, snippets);
        Assert.Equal(Encoding.UTF8.GetString(snippets), File.ReadAllText(path));
        using var json = JsonDocument.Parse(snippets);
        Assert.Equal("delivery: ${1|as-delivered,as-prepared,check-against-delivery,written-only,transcript,unknown|}", json.RootElement.GetProperty("delivery (statements)").GetProperty("body")[0].GetString());
    }

    // What the editor's task looks for must be what the program prints.
    [Fact]
    public void TheTasksOfTheEditorFindTheProblemsThatArePrinted()
    {
        using var tasks = JsonDocument.Parse(Files().Single(static file => file.Key == ".vscode/tasks.json").Value);
        var line = TestSite.Build(new Dictionary<string, string> { ["site.yml"] = "title: T\n", ["content/pages/a (1).md"] = "---\ntitle: A\nsumary: x\n---\n" }).Problems.Single();
        foreach (var task in tasks.RootElement.GetProperty("tasks").EnumerateArray())
        {
            var match = Regex.Match(line, task.GetProperty("problemMatcher").GetProperty("pattern").GetProperty("regexp").GetString()!);
            Assert.Equal(["content/pages/a (1).md", "3", "1", "error", "RS1101"], match.Groups.Values.Skip(1).Take(5).Select(static group => group.Value));
        }
    }

    // A reader names every field that it knows when a wrong one is near; so each field is written with a wrong type, and none may be unknown.
    [Theory]
    [MemberData(nameof(SchemaKinds))]
    public void EveryFieldOfTheSchemaIsKnownToItsReader(string kind)
    {
        var lines = string.Concat(FieldCatalog.Of(kind).Where(static field => field.Name is not ("draft" or "title" or "statements")).Select(static field => $"{field.Name}:\n"));
        KeyValuePair<string, string>[] files = kind == "site"
            ? [new("site.yml", "title: T\n" + lines)]
            : [new("site.yml", "title: T\n"), new($"content/{kind}/a.md", $"---\ntitle: T\n{(kind == "statements" ? "date: 2020-01-01\n" : "")}{lines.Replace("date:\n", kind == "statements" ? "" : "date:\n", StringComparison.Ordinal)}---\n")];
        Assert.DoesNotContain(TestSite.Build(files).Problems, static problem => problem.Contains("RS1101", StringComparison.Ordinal));
    }

    // … and the other way round: the fields that a reader asks for, found in its source, are all in the catalogue.
    [Theory]
    [InlineData("Model/StatementReader.cs", "statements")]
    [InlineData("Model/EntityReader.cs", "topics people delegations forums meetings instruments")]
    [InlineData("Model/PageReader.cs", "pages")]
    [InlineData("Sources/SiteConfigReader.cs", "site")]
    public void EveryFieldThatAReaderAsksForIsInTheSchema(string path, string kinds)
    {
        var reader = Repository.GeneratorSources.Single(file => file.Path == path).Text;
        var asked = Regex.Matches(reader, @"(?:\b(?:fields|nested)\.\w+\(|\(fields, )""([a-z_0-9]+)""").Select(static match => match.Groups[1].Value).ToHashSet();
        var known = kinds.Split(' ').SelectMany(FieldCatalog.Of).SelectMany(static field => field.Fields.Append(field)).Select(static field => field.Name).ToHashSet();
        Assert.True(asked.Count > 3);
        Assert.Equal([], asked.Except(known));
    }

    [Theory]
    [MemberData(nameof(NewKinds))]
    public void ANewFileBuildsWithNoError(string kind)
    {
        var text = NewFile.Write(kind, "A \"new\" \\ one: # here", DateOnly.FromDateTime(TestSite.Today.UtcDateTime));
        var folder = kind == "statement" ? "content/statements" : NewFile.FolderOf(kind);
        Assert.DoesNotContain(TestSite.Build(new Dictionary<string, string> { ["site.yml"] = "title: T\n", [$"{folder}/a.md"] = text }, new ReadOptions(true, true, TestSite.Today)).Problems, static problem => problem.Contains("error", StringComparison.Ordinal));
    }

    public static IEnumerable<TheoryDataRow<string>> SchemaKinds => FieldCatalog.Kinds.Select(static kind => new TheoryDataRow<string>(kind));

    public static IEnumerable<TheoryDataRow<string>> NewKinds => NewFile.Kinds.Select(static kind => new TheoryDataRow<string>(kind));

    private static List<KeyValuePair<string, byte[]>> Files() => [.. ScaffoldFiles.All().Select(static file => KeyValuePair.Create(file.Path, file.Bytes))];
}
