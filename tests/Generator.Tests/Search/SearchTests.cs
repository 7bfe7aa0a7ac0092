using System.Text;
using System.Text.Json;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Search;

/// <summary>What the index holds is found by the script of the search page.</summary>
public sealed class SearchTests
{
    private static readonly KeyValuePair<string, string>[] Small =
    [
        Statement("plain", "Opening remarks", "The café supports negotiations.\n\nInternational law applies to hospitals."),
        Statement("titled", "Hospitals in armed conflict", "We agree with the café."),
        Statement("both", "On two things", "Hospitals are one thing.\n\nThe sea is another."),
        Statement("together", "On one thing", "Hospitals by the sea."),
        Statement("japanese", "国連安保理", "国際法はサイバー空間に適用される。"),
        Statement("arabic", "بيان", "القَانُونُ الدُّوَلِيّ"),
    ];

    [Theory]
    [InlineData("cafe", "titled plain")]
    [InlineData("CAFÉ", "titled plain")]
    [InlineData("hosp", "titled together both plain")]
    [InlineData("negotiating", "plain")]
    [InlineData("negotiat", "plain")]
    [InlineData("hospitals sea", "together both")]
    [InlineData("hospitals moon", "")]
    [InlineData("国際法", "japanese")]
    [InlineData("法", "japanese")]
    [InlineData("国連", "japanese")]
    [InlineData("法国", "")]
    [InlineData("القانون", "arabic")]
    public void WordsAreFoundBestFirst(string query, string expected) => Assert.Equal(expected, Assert.Single(Find(Built(Small), query)));

    [Fact]
    public void EveryWordOfALargeArchiveIsFoundWhereItStandsAndSoAreItsBeginnings()
    {
        var random = new Words();
        var texts = Enumerable.Range(0, 1500).Select(i => string.Join("\n\n", Enumerable.Range(0, 1 + (i % 40)).Select(_ => random.Passage()))).ToList();
        var site = Built(texts.Select((text, i) => Statement($"s{i:0000}", $"Title {i}", text)));
        var shards = site.Site!.Plan.Files.Count(static file => file.Url.Path.StartsWith("search/words/", StringComparison.Ordinal));
        Assert.True(shards > 3, $"{shards} shards");
        string[] queries = [.. random.Known.Where(static (_, i) => i % 40 == 0), "b", "ba", "bab", "zu", "babe", "the"];
        var found = Find(site, queries);
        for (var i = 0; i < queries.Length; i++)
        {
            var holding = texts.Select((text, number) => (text, number)).Where(pair => Holds(pair.text, queries[i])).Select(static pair => $"s{pair.number:0000}");
            var missing = holding.Except(found[i].Split(' ')).ToList();
            Assert.True(missing.Count == 0, $"'{queries[i]}' misses {missing.Count} statements of {found[i].Split(' ').Length}: {string.Join(' ', missing.Take(5))}");
        }
    }

    [Fact]
    public void ALongStatementIsFoundByWordsThatStandFarApart()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 100).Select(static i => i == 3 ? "An apple." : i == 97 ? "A pear." : $"Filling {i}."));
        Assert.Equal(["long"], Find(Built([Statement("long", "T", text), Statement("short", "T", "An apple.")]), "apple pear"));
    }

    [Fact]
    public void SwitchedOffThereIsNoSearch()
    {
        var site = BuiltIn("title: T\nexports: {search: false}\n");
        Assert.DoesNotContain(site.RenderAll(), static file => file.Key.Contains("search", StringComparison.Ordinal));
        Assert.DoesNotContain("search/", site.Render("/")!, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheSearchPageLoadsItsScript()
    {
        var site = BuiltIn("title: T\n");
        Assert.Contains("assets/search.js", site.Render("/search/")!, StringComparison.Ordinal);
        Assert.DoesNotContain("assets/search.js", site.Render("/")!, StringComparison.Ordinal);
        Assert.Contains("href=\"/search/\"", site.Render("/")!, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatHasBeenWithdrawnIsNotFound()
    {
        var site = Built([.. Small, KeyValuePair.Create("content/statements/gone.md", "---\ntitle: Gone\ndate: 2020-01-01\nwithdrawn: {date: 2021-01-01, reason: Error}\n---\nVanished.\n")]);
        Assert.Equal([""], Find(site, "vanished"));
    }

    private static TestSite Built(IEnumerable<KeyValuePair<string, string>> files) => TestSite.Build(files.Append(KeyValuePair.Create("site.yml", "title: T\n")));

    private static TestSite BuiltIn(string settings) =>
        TestSite.Build(Small.Append(KeyValuePair.Create("site.yml", settings)).Select(static file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))), tiny: false);

    private static KeyValuePair<string, string> Statement(string id, string title, string text) =>
        KeyValuePair.Create($"content/statements/{id}.md", $"---\ntitle: {title}\ndate: 2020-01-01\n---\n{text}\n");

    private static string[] Find(TestSite site, params string[] queries)
    {
        var files = site.RenderAll().Where(static file => file.Key.StartsWith("search/", StringComparison.Ordinal)).ToDictionary(static file => file.Key, static file => Convert.ToBase64String(file.Value));
        var found = SearchScript.Run(new { queries, files }).GetProperty("found").Deserialize<string[][]>()!;
        return [.. found.Select(static urls => string.Join(' ', urls.Select(static url => url.Split('/')[1])))];
    }

    private static bool Holds(string text, string word) => text.Split(' ', '\n', '.').Any(own => own.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // A made-up language with some thousand words, a few of them frequent.
    private sealed class Words
    {
        private static readonly string[] Syllables = ["ba", "be", "bi", "do", "du", "fa", "ge", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu"];

        private readonly Random random = new(7);

        public List<string> Known { get; } = [];

        public Words()
        {
            for (var i = 0; i < 3000; i++) Known.Add(string.Concat(Enumerable.Range(0, 2 + random.Next(4)).Select(_ => Syllables[random.Next(Syllables.Length)])));
        }

        public string Passage() => string.Join(' ', Enumerable.Range(0, 20).Select(_ => random.Next(3) == 0 ? "the" : Known[(int)(Math.Pow(random.NextDouble(), 3) * Known.Count)])) + ".";
    }
}
