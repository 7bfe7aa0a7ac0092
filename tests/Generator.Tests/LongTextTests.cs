using System.Globalization;
using Rostrum.Model;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>The passages of a text that is as long as a text may be keep their ids; were all of them compared with all, none of these would end.</summary>
public sealed class LongTextTests
{
    private const int Count = 20_000;
    private static readonly string[] Texts = [.. Enumerable.Range(0, Count).Select(static i => Text(i))];
    private static readonly string[] Ids = [.. Enumerable.Range(1, Count).Select(static i => $"p{i}")];
    private static readonly LockedPassage[] Published = [.. Texts.Zip(Ids, static (text, id) => new LockedPassage(id, TextSketch.Of(text)))];

    [Theory]
    [InlineData(0)]
    [InlineData(Count / 2)]
    [InlineData(Count - 1)]
    [InlineData(0, Count / 2, Count - 1)]
    public void APassageThatIsEditedKeepsItsId(params int[] places)
    {
        var edited = Texts.ToArray();
        foreach (var place in places) edited[place] = Edit(edited[place]);
        Assert.Equal(Ids, Number(edited).Ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Count / 2)]
    [InlineData(Count - 1)]
    public void APassageThatIsReplacedOrRemovedLeavesTheOthersTheirIds(int place)
    {
        var replaced = Texts.ToArray();
        replaced[place] = Text(Count + 1);
        var numbered = Number(replaced);
        Assert.Equal(Ids.Where((_, i) => i != place), numbered.Ids.Where((_, i) => i != place));
        Assert.DoesNotContain(numbered.Ids[place], Ids);
        Assert.Equal(Ids[place], Assert.Single(numbered.Gone).Passage.Id);

        numbered = Number([.. Texts.Where((_, i) => i != place)]);
        Assert.Equal(Ids.Where((_, i) => i != place), numbered.Ids);
        Assert.Equal((Ids[place], place), (Assert.Single(numbered.Gone).Passage.Id, numbered.Gone[0].After));
    }

    [Fact]
    public void BlocksThatAreMovedTakeTheirIdsAlong()
    {
        var order = Enumerable.Range(0, Count).ToList();
        order = [.. order[15_000..18_000], .. order[..2_000], .. order[7_000..15_000], .. order[2_000..7_000], .. order[18_000..]];
        var moved = order.ConvertAll(static i => i % 1_000 == 0 ? Edit(Texts[i]) : Texts[i]);
        Assert.Equal(order.ConvertAll(static i => Ids[i]), Number(moved).Ids);
    }

    [Fact]
    public void WhenEveryPassageIsEditedAndSomeAreNewAllKeepTheirIds()
    {
        var edited = Texts.Select(Edit).ToList();
        edited.InsertRange(5_000, [Text(Count + 1), Text(Count + 2)]);
        edited.RemoveAt(12_000);
        var ids = Ids.ToList();
        ids.InsertRange(5_000, ["p5000a", "p5000b"]);
        ids.RemoveAt(12_000);
        var numbered = Number(edited);

        // One in some hundreds is edited so that a stranger is as near.
        var kept = ids.Zip(numbered.Ids).Count(static pair => pair.First == pair.Second);
        Assert.InRange(kept, Count - 60, Count + 1);
        AssertNoIdGoesToAnother(ids, numbered.Ids);
    }

    [Fact]
    public void WhenEveryPassageIsReplacedNoIdGoesToAnother()
    {
        var numbered = Number([.. Enumerable.Range(Count, Count).Select(static i => Text(i))]);
        Assert.Empty(numbered.Ids.Intersect(Ids));
        Assert.Equal(Ids, numbered.Gone.Select(static gone => gone.Passage.Id));
        Assert.Equal(Count, numbered.Ids.Distinct().Count());
    }

    [Fact]
    public void PassagesThatAreAllTheSameAreNumberedInTheirOrder()
    {
        var same = Enumerable.Repeat("Aye.", Count).ToList();
        var published = Ids.Select(static id => new LockedPassage(id, TextSketch.Of("Aye."))).ToList();
        var numbered = PassageNumbering.Assign([Texts[0], .. same[1..], Texts[1]], new string?[Count + 1], published);
        Assert.Equal(Count - 1, numbered.Ids.Intersect(Ids).Count());
        Assert.Equal(Count + 1, numbered.Ids.Distinct().Count());
    }

    [Fact]
    public void WhatIsInsertedInGreatNumberGetsIdsThatTheLockCanRead()
    {
        var texts = Texts.ToList();
        texts.InsertRange(1, Enumerable.Range(Count, 300).Select(static i => Text(i)));
        var ids = Number(texts).Ids;
        Assert.Equal(["p1", "p1a", "p1b"], ids.Take(3));
        Assert.Equal(["p1zzzz", "p20001", "p20002"], ids.Skip(104).Take(3));
        Assert.Equal(Ids[1..], ids.Skip(301));
        Assert.All(ids, static id => Assert.True(PassageRange.IsNumber(id[1..]), id));
        Assert.Equal(texts.Count, ids.Distinct().Count());
    }

    [Fact]
    public void AllThatWasPublishedKeepsItsAnchorOnThePage()
    {
        var site = TestSite.Build(new Dictionary<string, string>
        {
            ["content/statements/a.md"] = "---\ntitle: A\ndate: 2020-01-01\n---\n" + string.Join("\n\n", Enumerable.Range(Count, Count).Select(static i => Text(i))) + "\n",
            ["content/published.lock"] = "/statements/a/\n" + string.Concat(Published.Select(static passage => $"  {passage.Id} {passage.Sketch}\n")),
            ["site.yml"] = "title: T\n",
        });
        var body = site.Site!.Plan.Content.Texts.Of(site.Site.Plan.Content.Archive.Statements[0].Document).Body;
        Assert.Equal(Ids, body.Blocks.Where(static block => block.Id.Length > 0).Select(static block => block.Id));
    }

    private static void AssertNoIdGoesToAnother(IReadOnlyList<string> right, IReadOnlyList<string> given)
    {
        var published = Ids.ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(right.Zip(given), pair => pair.First != pair.Second && published.Contains(pair.Second));
    }

    private static NumberedPassages Number(IReadOnlyList<string> texts) => PassageNumbering.Assign(texts, new string?[texts.Count], Published);

    // Sixty words that no other text has together.
    private static string Text(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 60).Select(_ => "w" + random.Next(5_000).ToString(CultureInfo.InvariantCulture)));
    }

    private static string Edit(string text) => string.Join(' ', text.Split(' ').Select(static (word, i) => i == 30 ? "edited" : word));
}
