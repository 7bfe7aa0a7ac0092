using System.Globalization;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Tests;

/// <summary>Where a table says more than a spec.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("General Assembly, First Committee", "general-assembly-first-committee")]
    [InlineData("Côte d'Ivoire", "cote-divoire")]
    [InlineData("Côte d’Ivoire", "cote-divoire")]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("Ærø & Łódź", "aero-lodz")]
    [InlineData("Việt Nam", "viet-nam")]
    [InlineData("São Tomé e Príncipe", "sao-tome-e-principe")]
    [InlineData("e\u0301tat", "etat")]
    [InlineData("ﬁne Ⅻ ½", "fine-xii-1-2")]
    [InlineData("ｆｕｌｌ　ｗｉｄｔｈ", "full-width")]
    [InlineData("A/RES/70/237", "a-res-70-237")]
    [InlineData("  -- x -- ", "x")]
    [InlineData("日本国際法", "日本国際法")]
    [InlineData("がぎぐ", "がぎぐ")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("대한민국", "대한민국")]
    [InlineData("Россия Ёлка Й", "россия-ёлка-й")]
    [InlineData("Ελλάς", "ελλάσ")]
    [InlineData("القانون الدولي", "القانون-الدولي")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("ไทยแลนด์ ที่", "ไทยแลนด์-ที่")]
    [InlineData("תשע״ד", "תשע-ד")]
    [InlineData("Cyber\u200Bsecu\u00ADrity", "cybersecurity")]
    [InlineData("\uFEFFbom", "bom")]
    [InlineData("Press\u00A0Briefing", "press-briefing")]
    [InlineData("😀", "")]
    [InlineData("…", "")]
    [InlineData("\u0301", "")]
    public void ASlugKeepsTheLettersOfEveryScriptAndDropsLatinMarks(string name, string slug)
    {
        Assert.Equal(slug, Slug.Of(name));
        Assert.Equal(slug, Slug.Of(slug));
    }

    [Fact]
    public void TheSlugOfASlugIsItself()
    {
        var random = new Random(7);
        var wrong = new List<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (char)random.Next(0x20, 0xD7FF))]);
            var slug = Slug.Of(text);
            if (Slug.Of(slug) != slug) wrong.Add($"{Codes(text)} gives {Codes(slug)}, which gives {Codes(Slug.Of(slug))}.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("norms", true)]
    [InlineData("a-70-174", true)]
    [InlineData("Norms", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("page", false)]
    [InlineData("index", false)]
    public void OnlyASlugThatListsDoNotNeedIsAValidId(string text, bool valid) => Assert.Equal(valid, Slug.IsValid(text));

    [Fact]
    public void UnicodeFormsAreThoseOfTheFramework()
    {
        if ("e\u0301".Normalize(NormalizationForm.FormC) != "é") Assert.Skip("This machine has no ICU to compare with.");
        var wrong = new List<string>();
        for (var value = 0; value <= 0x2FFFF; value++)
        {
            if (value is >= 0x1E030 and <= 0x1E06D) continue; // Cyrillic modifier letters, added in Unicode 15; the table is older, and a machine's ICU may be too
            if (!Rune.IsValid(value) || Rune.GetUnicodeCategory(new Rune(value)) == UnicodeCategory.OtherNotAssigned) continue;
            var text = new Rune(value).ToString();
            if (UnicodeForms.Decompose(text) != text.Normalize(NormalizationForm.FormKD) || UnicodeForms.Compose(text) != text.Normalize(NormalizationForm.FormKC)) wrong.Add(Codes(text));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differ: {string.Join(' ', wrong)}");
    }

    [Fact]
    public void UnicodeFormsOfStringsWithMarksInAnyOrderAreThoseOfTheFramework()
    {
        if ("e\u0301".Normalize(NormalizationForm.FormC) != "é") Assert.Skip("This machine has no ICU to compare with.");
        var random = new Random(11);
        const string Pool = "aeiouAEsdlLcn \u0300\u0301\u0302\u0303\u0308\u0323\u0327\u0328\u0331\u0345\u05B0\u05BC\u064B\u0651\u093C\u0930\u0BC6\u0BBE\u1100\u1161\u11A8\uAC00\u304B\u3099\uFF76\uFF9E\u212B\u1E9B\u0344\u0F71\u0F72éüǖệ";
        for (var i = 0; i < 50_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => Pool[random.Next(Pool.Length)])]);
            Assert.True(UnicodeForms.Decompose(text) == text.Normalize(NormalizationForm.FormKD), $"NFKD of {Codes(text)} is {Codes(text.Normalize(NormalizationForm.FormKD))}, not {Codes(UnicodeForms.Decompose(text))}.");
            Assert.True(UnicodeForms.Compose(text) == text.Normalize(NormalizationForm.FormKC), $"NFKC of {Codes(text)} is {Codes(text.Normalize(NormalizationForm.FormKC))}, not {Codes(UnicodeForms.Compose(text))}.");
        }
    }

    [Theory]
    [InlineData("First. Second one here. Third.", "Second", "Second one here.")]
    [InlineData("Mr. Li of the U.S. said so. Then no.", "Li", "Mr. Li of the U.S. said so.")]
    [InlineData("See para. 3 of it. And more.", "of it", "See para. 3 of it.")]
    [InlineData("It grew by 3.5 per cent. So.", "grew", "It grew by 3.5 per cent.")]
    [InlineData("Is it so? Yes! Good.", "Yes", "Yes!")]
    [InlineData("He said “No.” Then he left.", "left", "Then he left.")]
    [InlineData("(One.) Two.", "Two", "Two.")]
    [InlineData("国際法を支持する。次に進む。", "次", "次に進む。")]
    [InlineData("An item\nAnother item", "Another", "Another item")]
    [InlineData("No end", "end", "No end")]
    [InlineData("A. B. Smith spoke. Next.", "Smith", "A. B. Smith spoke.")]
    [InlineData("Last word.", ".", "Last word.")]
    public void ASentenceEndsWhereAReaderWouldEndIt(string text, string at, string sentence) =>
        Assert.Equal(sentence, text[Sentence.Around(text, text.IndexOf(at, StringComparison.Ordinal))]);

    [Fact]
    public void ASentenceWithoutEndIsCutAtWordsAndHoldsItsPlace()
    {
        var text = string.Join(' ', Enumerable.Range(0, 1000).Select(static i => $"word{i}"));
        var position = text.IndexOf("word500", StringComparison.Ordinal);
        var range = Sentence.Around(text, position);
        Assert.InRange(position, range.Start.Value, range.End.Value);
        Assert.True(range.End.Value - range.Start.Value < 800);
        Assert.Matches(@"^word\d+ .* word\d+$", text[range]);
    }

    [Theory]
    [InlineData("2020-05-22", "UTC", "2020-05-22")]
    [InlineData("2020-02-29", "UTC", "2020-02-29")]
    [InlineData("2020-05-22T23:30:00Z", "Asia/Tokyo", "2020-05-23")]
    [InlineData("2020-05-22T23:30:00Z", "America/New_York", "2020-05-22")]
    [InlineData("2020-05-22 01:00:00+09:00", "UTC", "2020-05-21")]
    [InlineData("2020-05-22T10:00", "Asia/Tokyo", "2020-05-22")]
    [InlineData("2020-05-22 10:00:00.123", "UTC", "2020-05-22")]
    [InlineData("2020-05-22T10:00:00.123456Z", "UTC", "2020-05-22")]
    [InlineData("2025-03-04 21:46:20-05:00", "UTC", "2025-03-05")]
    [InlineData("0001-01-01", "UTC", "0001-01-01")]
    [InlineData("22.5.2020", "UTC", null)]
    [InlineData("2020-5-22", "UTC", null)]
    [InlineData("2021-02-29", "UTC", null)]
    [InlineData("2020-13-01", "UTC", null)]
    [InlineData("2020-05-22T25:00", "UTC", null)]
    [InlineData("２０２０-05-22", "UTC", null)]
    [InlineData("", "UTC", null)]
    public void ADayIsReadAsItIsWrittenAndAMomentAsItsDayInTheZone(string text, string zone, string? day)
    {
        var read = CalendarDay.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById(zone), out var found);
        Assert.Equal(day, read ? found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "America/New_York")]
    [InlineData("9999-12-31T23:59:59Z", "Asia/Tokyo")]
    [InlineData("0001-01-01T00:00:00+14:00", "UTC")]
    public void AMomentAtTheEdgeOfTimeIsReadOrRefusedWithoutFailing(string text, string zone)
    {
        var failure = Record.Exception(() => CalendarDay.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById(zone), out _));
        Assert.Null(failure);
    }

    [Theory]
    [InlineData("sepaker", "speaker")]
    [InlineData("topic", "topics")]
    [InlineData("Topics", "topics")]
    [InlineData("dat", "date")]
    [InlineData("xyz", null)]
    [InlineData("delegtaion", "delegation")]
    [InlineData("", null)]
    public void TheNearestWordIsTheOneThatWasMeant(string word, string? meant) =>
        Assert.Equal(meant, DidYouMean.Find(word, ["speaker", "topics", "date", "delegation", "title"]));

    [Fact]
    public void OfTwoEquallyNearWordsTheFirstInOrderIsNamedHoweverTheyCome()
    {
        Assert.Equal("bat", DidYouMean.Find("kat", ["mat", "bat", "cat"]));
        Assert.Equal("bat", DidYouMean.Find("kat", ["cat", "bat", "mat"]));
        Assert.Equal("cart", DidYouMean.Find("carrt", ["cat", "cart", "carts"]));
    }

    [Theory]
    [InlineData("ab", "ba", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("norms", "nroms", 1)]
    public void ADistanceCountsInsertionsDeletionsReplacementsAndSwaps(string from, string to, int distance)
    {
        Assert.Equal(distance, DidYouMean.Distance(from, to));
        Assert.Equal(distance, DidYouMean.Distance(to, from));
    }

    [Theory]
    [InlineData("3", "3", "3")]
    [InlineData("p3", "3", "3")]
    [InlineData("3a", "3a", "3a")]
    [InlineData("0a", "0a", "0a")]
    [InlineData("3-5", "3", "5")]
    [InlineData("3 – 5", "3", "5")]
    [InlineData("p3-p5b", "3", "5b")]
    [InlineData("", null, null)]
    [InlineData("a3", null, null)]
    [InlineData("3-", null, null)]
    [InlineData("1-2-3", null, null)]
    [InlineData("3.5", null, null)]
    [InlineData("３", null, null)]
    [InlineData("99999999", null, null)]
    public void ARangeOfPassagesIsANumberOrTwo(string text, string? first, string? last)
    {
        var read = PassageRange.TryParse(text, out var range);
        Assert.Equal((first, last), read ? (range.First, range.Last) : (null, null));
    }

    [Theory]
    [InlineData("", "index.html", "/repo/", "https://example.org/repo/")]
    [InlineData("topics/norms/", "topics/norms/index.html", "/repo/topics/norms/", "https://example.org/repo/topics/norms/")]
    [InlineData("feed.xml", "feed.xml", "/repo/feed.xml", "https://example.org/repo/feed.xml")]
    [InlineData("a b/ü/100%/?#/", "a b/ü/100%/?#/index.html", "/repo/a%20b/%C3%BC/100%25/%3F%23/", "https://example.org/repo/a%20b/%C3%BC/100%25/%3F%23/")]
    [InlineData("statements/声明/", "statements/声明/index.html", "/repo/statements/%E5%A3%B0%E6%98%8E/", "https://example.org/repo/statements/%E5%A3%B0%E6%98%8E/")]
    public void AnAddressHasAFileALinkAndAnAbsoluteForm(string path, string file, string href, string absolute)
    {
        var url = new PageUrl(path);
        Assert.Equal((file, href, absolute, "/" + path), (url.FilePath, url.Href("/repo/"), url.Absolute(new Uri("https://example.org/repo/")), url.ToString()));
    }

    [Theory]
    [InlineData("en", true, "ltr")]
    [InlineData("zh-Hans", true, "ltr")]
    [InlineData("ar", true, "rtl")]
    [InlineData("fa-AF", true, "rtl")]
    [InlineData("ar-Latn", true, "ltr")]
    [InlineData("english", false, "ltr")]
    [InlineData("e", false, "ltr")]
    [InlineData("en_US", false, "ltr")]
    [InlineData("", false, "ltr")]
    public void ALanguageTagHasTheFormOfTheStandardAndADirection(string tag, bool wellFormed, string direction)
    {
        Assert.Equal(wellFormed, LanguageTag.IsWellFormed(tag));
        Assert.Equal(direction, LanguageTag.Direction(tag));
    }

    [Theory]
    [InlineData("content/a.md", 1, 9, "content/b.md", 1, 1)]
    [InlineData("content/a.md", 2, 9, "content/a.md", 10, 1)]
    [InlineData("content/a.md", 2, 9, "content/a.md", 2, 10)]
    [InlineData("Z.md", 1, 1, "a.md", 1, 1)]
    public void ProblemsAreOrderedByFileLineAndColumn(string path, int line, int column, string otherPath, int otherLine, int otherColumn)
    {
        var bag = new DiagnosticBag();
        bag.Add(Problems.NoSlug(new Location(otherPath, otherLine, otherColumn), "x"));
        bag.Add(Problems.NoSlug(new Location(path, line, column), "x"));
        bag.Add(Problems.NoSlug(new Location(path, line, column), "x"));
        Assert.Equal([new Location(path, line, column), new Location(otherPath, otherLine, otherColumn)], bag.ToSorted().Select(static problem => problem.At));
    }

    private static string Codes(string text) => string.Join(' ', text.EnumerateRunes().Select(static rune => $"U+{rune.Value:X4}"));
}
