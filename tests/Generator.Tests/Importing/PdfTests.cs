using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Rostrum.Tests.Importing;

/// <summary>What the pages of a PDF become: lines are written at places, and paragraphs are read.</summary>
public sealed class PdfTests
{
    private static readonly string[] FirstPage =
    [
        "^PERMANENT MISSION OF SWEDEN TO THE UNITED NATIONS", "", "^Check against delivery", "", "^Statement by Ms. Eva Lind, Legal Adviser of Sweden,", "^at the open debate of the Security Council on cyber security", "", "^17 November 2020", "",
        "Mr. President,", "",
        "Sweden thanks you for convening this debate, which comes at a time when the coop-", "eration of all Members is needed more than ever, and when what is said in this hall", "is heard far beyond it.", "",
        "We align ourselves with the statement of the European Union. In our national capa-", "city we add three points, on law, on norms and on the well-known measures that", "build confidence:", "",
        "•International law applies.", "•Norms are agreed, and they must be followed by all those who have agreed", "to them.", "",
        "There is no well-", "known remedy against carelessness other than care, and the Members who have seen",
    ];

    private static readonly string[] SecondPage =
    [
        "the worst of it know this best. They have told us what they did, and what they did", "not do in time.", "", "What we do here will be judged by what follows.", "", "I thank you.",
    ];

    /// <summary>A small document of two pages.</summary>
    internal static byte[] Sample => Make(FirstPage, SecondPage);

    [Fact]
    public void LinesBecomeParagraphsAlsoAcrossPages()
    {
        var (statement, body, file) = Import.One("lind.pdf", Sample);
        Assert.Equal("Statement by Ms. Eva Lind, Legal Adviser of Sweden, at the open debate of the Security Council on cyber security", statement.Title);
        Assert.Equal(("eva-lind", "Legal Adviser of Sweden", "sweden", "2020-11-17", "check-against-delivery"), (Assert.Single(statement.Speakers).Key, statement.Role, Assert.Single(statement.Delegations).Key, statement.Date.ToString("yyyy-MM-dd"), statement.Delivery));
        Assert.Empty(file.Questions);
        Assert.Equal(
            """
            Mr. President,

            Sweden thanks you for convening this debate, which comes at a time when the cooperation of all Members is needed more than ever, and when what is said in this hall is heard far beyond it.

            We align ourselves with the statement of the European Union. In our national capacity we add three points, on law, on norms and on the well-known measures that build confidence:

            - International law applies.
            - Norms are agreed, and they must be followed by all those who have agreed to them.

            There is no well-known remedy against carelessness other than care, and the Members who have seen the worst of it know this best. They have told us what they did, and what they did not do in time.

            What we do here will be judged by what follows.

            I thank you.
            """,
            body);
    }

    [Fact]
    public void APdfWithoutTextIsNotRead() => Assert.Empty(Import.Files("scan.pdf", Make([])));

    // ^ centres a line, • begins one behind a bullet; every page has a running head and its number.
    private static byte[] Make(params string[][] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        for (var number = 0; number < pages.Length; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            if (pages[number].Length > 0 && pages.Length > 1)
            {
                page.AddText("Security Council, open debate", 9, new PdfPoint(72, 810), font);
                page.AddText($"{number + 1}", 10, new PdfPoint(295, 30), font);
            }

            var y = 770.0;
            foreach (var line in pages[number])
            {
                var (words, left) = line.StartsWith('^') ? (line[1..], 300 - (line.Length * 2.7)) : line.StartsWith('•') ? (line[1..], 90.0) : (line, 72.0);
                if (line.StartsWith('•')) page.AddText("•", 12, new PdfPoint(76, y), font);
                if (words.Length > 0) page.AddText(words, 12, new PdfPoint(left, y), font);
                y -= line.Length == 0 ? 10 : 15;
            }
        }

        return builder.Build();
    }
}
