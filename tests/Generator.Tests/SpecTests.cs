using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rostrum.Model;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>Runs every sentence of Specs/*.yml.</summary>
public sealed class SpecTests
{
    /// <summary>One case a spec; its name is the sentence.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        Spec.All.Values.Select(static spec => new TheoryDataRow<string, string>(spec.Subject, spec.Name) { TestDisplayName = $"{spec.Subject}: {spec.Name}", Label = "" });

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheProgramDoesWhatTheSpecSays(string subject, string name)
    {
        var spec = Spec.All[(subject, name)];
        var site = Build(spec);
        site.RenderAll();
        if (spec.Options.ContainsKey("check")) site.Check();
        var found = new StringBuilder();
        foreach (var page in spec.Pages) Compare(page, site, found);
        Compare(spec.Problems, site.Problems, found);
        Assert.True(found.Length == 0, found.ToString());
    }

    private static TestSite Build(Spec spec)
    {
        var today = spec.Options.TryGetValue("today", out var day) ? DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : TestSite.Today;
        var options = new ReadOptions(spec.Options.ContainsKey("drafts"), spec.Options.ContainsKey("future"), today);
        return TestSite.Build(spec.Files, options, spec.Options.TryGetValue("base_url", out var url) ? new Uri(url) : null);
    }

    private static void Compare(ExpectedPage page, TestSite site, StringBuilder found)
    {
        var text = site.Render(page.Address);
        if (page.Absent || text is null)
        {
            if (page.Absent != (text is null)) found.AppendLine(page.Absent ? $"There is a page {page.Address} and there should be none." : $"There is no page {page.Address}. There are {string.Join(' ', site.Site?.Plan.Files.Select(static file => file.Url.ToString()) ?? [])}.");
            return;
        }

        var shown = Plain(text);
        var missing = page.Has.Where(expected => !shown.Contains(Plain(expected), StringComparison.Ordinal)).ToList();
        var unwanted = page.HasNot.Where(expected => shown.Contains(Plain(expected), StringComparison.Ordinal)).ToList();
        foreach (var expected in missing) found.AppendLine($"{page.Address} should hold: {expected}");
        foreach (var expected in unwanted) found.AppendLine($"{page.Address} should not hold: {expected}");
        if (missing.Count + unwanted.Count > 0) found.AppendLine($"{page.Address} is:").AppendLine(text.Trim());
    }

    private static void Compare(IReadOnlyList<string> expected, IReadOnlyList<string> problems, StringBuilder found)
    {
        var same = expected.Count == problems.Count && expected.Zip(problems).All(static pair => IsMatch(pair.First, pair.Second));
        if (same) return;
        found.AppendLine("Expected problems:").AppendJoin('\n', expected.DefaultIfEmpty("none")).AppendLine().AppendLine("Found problems:").AppendJoin('\n', problems.DefaultIfEmpty("none"));
    }

    private static bool IsMatch(string expected, string problem) =>
        expected.EndsWith('…') ? problem.StartsWith(expected[..^1], StringComparison.Ordinal) : problem == expected;

    private static string Plain(string text) => Regex.Replace(text, "[ \n\t]+", " ").Trim(' ');
}
