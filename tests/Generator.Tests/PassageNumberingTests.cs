using Rostrum.Model;
using Xunit;

namespace Rostrum.Tests;

/// <summary>Published passages keep their ids through every edit, and no id ever goes to another text.</summary>
public sealed class PassageNumberingTests
{
    private static readonly string[] Words =
        ("all members agree that existing law applies in full peaceful settlement of disputes respect human rights capacity building needs time trust grows slowly hospitals must be protected " +
         "our region supports practical steps points contact register norms voluntary binding report consensus session chair thank you states should refrain from harmful acts against critical " +
         "infrastructure networks cooperation assistance incident response teams exchange views national positions transparency accountability responsible behaviour stability").Split(' ');

    [Theory]
    [InlineData("a b c", "p1 p2 p3")]
    [InlineData("a new b c", "p1 p1a p2 p3")]
    [InlineData("new a b c", "p0a p1 p2 p3")]
    [InlineData("a new newer b c", "p1 p1a p1b p2 p3")]
    [InlineData("a b c new", "p1 p2 p3 p4")]
    [InlineData("a c", "p1 p3")]
    [InlineData("a b new", "p1 p2 p4")]
    [InlineData("c a b", "p3 p1 p2")]
    public void APublishedPassageKeepsItsId(string edited, string ids)
    {
        var locked = Lock(PassageNumbering.Assign([Text("a"), Text("b"), Text("c")], [null, null, null], []).Ids, [Text("a"), Text("b"), Text("c")]);
        var texts = edited.Split(' ').Select(Text).ToList();
        Assert.Equal(ids.Split(' '), PassageNumbering.Assign(texts, new string?[texts.Count], locked).Ids);
    }

    [Theory]
    [InlineData(". . p3 p3a p4 .", "p1 p2 p3 p3a p4 p5")]
    [InlineData(". . p2", "p1 p1a p2")]
    [InlineData(". p5 .", "p1 p5 p6")]
    [InlineData(". . p4", "p1 p2 p4")]
    public void NumbersGoOnFromWhatIsPinned(string pins, string ids)
    {
        var wanted = pins.Split(' ').Select(static pin => pin == "." ? null : pin).ToList();
        Assert.Equal(ids.Split(' '), PassageNumbering.Assign(wanted.ConvertAll(static _ => "text"), wanted, []).Ids);
    }

    [Fact]
    public void ARemovedPassageIsGoneAfterTheOneThatStoodBeforeIt()
    {
        string[] texts = [Text("a"), Text("b"), Text("c")];
        var locked = Lock(["p1", "p2", "p3"], texts);
        var gone = Assert.Single(PassageNumbering.Assign([Text("a"), Text("c")], [null, null], locked).Gone);
        Assert.Equal(("p2", 1), (gone.Passage.Id, gone.After));
    }

    // A changed word changes two pairs of words. With one word in thirty changed, about 7 of 64 bits flip; unrelated texts differ in 32 ± 4.
    [Fact]
    public void SketchesTellEditsFromOtherTexts()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var text = Paragraph(random);
            Assert.True(TextSketch.Of(text).Distance(TextSketch.Of(Edit(text, random))) <= TextSketch.AlikeInPlace);
            Assert.Equal(0, TextSketch.Of(text).Distance(TextSketch.Of(text.ToUpperInvariant() + ".")));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NoSequenceOfEditsMovesAnIdToAnotherText(int seed)
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 12).Select(_ => new Identity(Paragraph(random))).ToList();
        var owner = new Dictionary<string, Identity>();
        IReadOnlyList<LockedPassage> locked = [];
        for (var step = 0; step < 150; step++)
        {
            if (step > 0) Change(texts, random);
            var numbered = PassageNumbering.Assign(texts.ConvertAll(static text => text.Text), new string?[texts.Count], locked);
            Assert.Equal(texts.Count, numbered.Ids.Distinct().Count());
            for (var i = 0; i < texts.Count; i++)
            {
                Assert.Same(owner.GetValueOrDefault(numbered.Ids[i], texts[i]), texts[i]);
                Assert.Equal(texts[i].Id ?? numbered.Ids[i], numbered.Ids[i]);
                owner[numbered.Ids[i]] = texts[i];
                texts[i].Id = numbered.Ids[i];
            }

            Assert.Equal(owner.Keys.Except(numbered.Ids).Order(), numbered.Gone.Select(static gone => gone.Passage.Id).Order());
            locked = [.. Lock(numbered.Ids, [.. texts.Select(static text => text.Text)]), .. numbered.Gone.Select(static gone => gone.Passage)];
        }
    }

    private static void Change(List<Identity> texts, Random random)
    {
        var place = random.Next(texts.Count);
        switch (random.Next(4))
        {
            case 0:
                texts.Insert(place, new Identity(Paragraph(random)));
                break;
            case 1 when texts.Count > 4:
                texts.RemoveAt(place);
                break;
            case 2:
                var other = random.Next(texts.Count);
                (texts[place], texts[other]) = (texts[other], texts[place]);
                break;
            default:
                texts[place].Text = Edit(texts[place].Text, random);
                break;
        }
    }

    private static string Text(string name) => Paragraph(new Random(name.Sum(static c => c) * 7919));

    private static string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(25, 80)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Edit(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < Math.Max(1, words.Length / 30); i++) words[random.Next(words.Length)] = Words[random.Next(Words.Length)];
        return string.Join(' ', words);
    }

    private static List<LockedPassage> Lock(IReadOnlyList<string> ids, IReadOnlyList<string> texts) => [.. ids.Select((id, i) => new LockedPassage(id, TextSketch.Of(texts[i])))];

    private sealed class Identity(string text)
    {
        public string Text { get; set; } = text;

        public string? Id { get; set; }
    }
}
