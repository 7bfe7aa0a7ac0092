using System.Text;
using YamlDotNet.RepresentationModel;

namespace Rostrum.Tests.Harness;

/// <summary>A sentence about the program, and the tiny archive that shows it.</summary>
/// <param name="Subject">Name of the file it stands in.</param>
/// <param name="Name">The sentence.</param>
/// <param name="Files">The archive.</param>
/// <param name="Options">How it is built: drafts, future, today, base_url, check.</param>
/// <param name="Pages">What must be at each address.</param>
/// <param name="Problems">Everything that is reported, in order; a line that ends in … is the beginning of one.</param>
internal sealed record Spec(
    string Subject, string Name, IReadOnlyList<KeyValuePair<string, byte[]>> Files, IReadOnlyDictionary<string, string> Options, IReadOnlyList<ExpectedPage> Pages, IReadOnlyList<string> Problems)
{
    private static readonly string[] Keys = ["name", "files", "options", "pages", "problems"];

    /// <summary>All specs, by subject and name.</summary>
    public static IReadOnlyDictionary<(string Subject, string Name), Spec> All { get; } = Directory.EnumerateFiles(Path.Combine(Repository.Tests, "Specs"), "*.yml")
        .Order(StringComparer.Ordinal).SelectMany(Read).ToDictionary(static spec => (spec.Subject, spec.Name));

    private static IEnumerable<Spec> Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(path);
        yaml.Load(reader);
        foreach (var node in ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>()) yield return Read(Path.GetFileNameWithoutExtension(path), node);
    }

    private static Spec Read(string subject, YamlMappingNode node)
    {
        var name = Text(node["name"]);
        foreach (var key in node.Children.Keys.Select(Text))
        {
            if (!Keys.Contains(key)) throw new InvalidDataException($"{subject}: '{name}' has the unknown key '{key}'.");
        }

        var files = Map(node, "files").Select(static pair => KeyValuePair.Create(Text(pair.Key), Bytes(pair.Value))).ToList();
        if (!files.Exists(static file => file.Key == "site.yml")) files.Add(KeyValuePair.Create("site.yml", "title: T\n"u8.ToArray()));
        files.RemoveAll(static file => file.Key == "site.yml" && file.Value.AsSpan().SequenceEqual("none"u8));
        return new Spec(
            subject,
            name,
            files,
            Map(node, "options").ToDictionary(static pair => Text(pair.Key), static pair => Text(pair.Value)),
            [.. Map(node, "pages").Select(static pair => ReadPage(Text(pair.Key), pair.Value))],
            node.Children.TryGetValue("problems", out var problems) ? Texts(problems) : []);
    }

    private static ExpectedPage ReadPage(string address, YamlNode node) => node switch
    {
        YamlSequenceNode => new ExpectedPage(address, Texts(node), [], false),
        YamlMappingNode map => new ExpectedPage(
            address,
            map.Children.TryGetValue("has", out var has) ? Texts(has) : [],
            map.Children.TryGetValue("hasnt", out var hasnt) ? Texts(hasnt) : [],
            map.Children.TryGetValue("absent", out var absent) && Text(absent) == "true"),
        _ => new ExpectedPage(address, [Text(node)], [], false),
    };

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlMappingNode)value).Children : [];

    // A file is a text, or {latin1: …} for bytes that are not UTF-8.
    private static byte[] Bytes(YamlNode node) => node is YamlMappingNode map ? Encoding.Latin1.GetBytes(Text(map["latin1"])) : Encoding.UTF8.GetBytes(Text(node));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static IReadOnlyList<string> Texts(YamlNode node) => node is YamlSequenceNode list ? [.. list.Select(Text)] : [Text(node)];
}

/// <summary>What must, and must not, be at an address.</summary>
internal sealed record ExpectedPage(string Address, IReadOnlyList<string> Has, IReadOnlyList<string> HasNot, bool Absent);
