using System.Text;
using System.Text.RegularExpressions;
using Rostrum.Importing;
using Rostrum.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace Rostrum.Tests.Importing;

/// <summary>
/// Runs every document of Specs/Imports/*.yml: <c>source</c> in, the record (<c>is</c>), the first and last paragraph (<c>body</c>) and the questions
/// (<c>asks</c>, each a field and its line) out. What <c>is</c> does not name must not be there: nothing is invented.
/// </summary>
public sealed class DocumentSpecTests
{
    private static readonly string[] Fields = ["title", "title_language", "date", "published", "speaker", "role", "delegation", "forum", "meeting", "genre", "delivery", "language", "editor_note"];

    private static readonly Dictionary<string, YamlMappingNode> All = Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Specs", "Imports"), "*.yml")
        .Order(StringComparer.Ordinal).SelectMany(Read).ToDictionary(static spec => $"{spec.Subject}: {spec.Node["name"]}", static spec => spec.Node);

    /// <summary>One case a document; its name is the sentence.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => All.Keys.Select(static name => new TheoryDataRow<string>(name) { TestDisplayName = name, Label = "" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADocumentBecomesWhatTheSpecSays(string name)
    {
        var spec = All[name];
        var files = Import.Files(Text(spec, "file") ?? "statement.txt", Encoding.UTF8.GetBytes(Text(spec, "source")!));
        var parts = spec.Children.TryGetValue("parts", out var list) ? [.. ((YamlSequenceNode)list).Cast<YamlMappingNode>()] : new List<YamlMappingNode> { spec };
        Assert.Equal(parts.Count, files.Count);
        var found = new StringBuilder();
        foreach (var (part, file) in parts.Zip(files)) Compare(part, file, found);
        Assert.True(found.Length == 0, $"\n{found}\nThe file is:\n{string.Join("\n", files.Select(static file => file.Text))}");
    }

    private static void Compare(YamlMappingNode spec, ImportedFile file, StringBuilder found)
    {
        var record = Record(file.Text);
        var expected = Record(spec.Children.TryGetValue("is", out var map) ? (YamlMappingNode)map : new YamlMappingNode());
        foreach (var field in Fields)
        {
            var (wanted, got) = (expected.GetValueOrDefault(field), record.GetValueOrDefault(field));
            if (wanted != got && !(wanted is null && field is "genre" or "editor_note" or "language") && !(wanted is not null && wanted.EndsWith('…') && got?.StartsWith(wanted[..^1], StringComparison.Ordinal) is true)) found.AppendLine($"{field} is '{got}', should be '{wanted}'");
        }

        if (spec.Children.TryGetValue("body", out var body))
        {
            var passages = Import.Passages(file.Text);
            var ends = ((YamlSequenceNode)body).Select(static node => node.ToString()).ToList();
            if (passages.Count == 0 || passages[0] != ends[0]) found.AppendLine($"the body begins '{string.Concat(passages.Take(1))}', should '{ends[0]}'");
            if (passages.Count > 0 && passages[^1] != ends[^1]) found.AppendLine($"the body ends '{passages[^1]}', should '{ends[^1]}'");
        }

        if (Text(spec, "markdown") is { } markdown && file.Text[(file.Text.IndexOf("\n---\n", StringComparison.Ordinal) + 6)..].Trim() != markdown.Trim()) found.AppendLine($"the text should be\n{markdown}");
        var asks = spec.Children.TryGetValue("asks", out var questions) ? ((YamlSequenceNode)questions).Select(static node => node.ToString()).ToList() : [];
        var asked = file.Questions.Select(static question => $"{question.Field} {question.Line}".Trim()).ToList();
        if (!asks.SequenceEqual(asked)) found.AppendLine($"asked is [{string.Join(", ", file.Questions.Select(static question => $"{question.Field} {question.Line} {question.Question}"))}], should be [{string.Join(", ", asks)}]");
    }

    private static Dictionary<string, string> Record(string text)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(Regex.Match(text, "\\A---\n(.*?)\n---\n", RegexOptions.Singleline).Groups[1].Value);
        yaml.Load(reader);
        return Record((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    private static Dictionary<string, string> Record(YamlMappingNode map) =>
        map.Children.ToDictionary(static pair => pair.Key.ToString(), static pair => pair.Value is YamlSequenceNode list ? string.Join("; ", list) : pair.Value.ToString(), StringComparer.Ordinal);

    private static IEnumerable<(string Subject, YamlMappingNode Node)> Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(path);
        yaml.Load(reader);
        return ((YamlSequenceNode)yaml.Documents[0].RootNode).Select(node => (Path.GetFileNameWithoutExtension(path), (YamlMappingNode)node)).ToList();
    }

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
