using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rostrum.Tests.Importing;

/// <summary>What a word processor's document becomes.</summary>
public sealed class DocxTests
{
    /// <summary>A small document with a list and a note.</summary>
    internal static byte[] Sample => Make(static _ => Line("Statement by Ms. Eva Lind"), static _ => Line("17 November 2020"), static _ => Line("Mr. President,"), static _ => Numbered("Law applies.", 2, 0), static _ => new Paragraph(Words("We agree."), new Run(new FootnoteReference { Id = 1 })));

    [Fact]
    public void ADocumentKeepsItsEmphasisListsTablesLinksAndNotes()
    {
        var bytes = Make(
            static _ => Line("Check against delivery"),
            static _ => Line("Statement by Ms. Eva Lind, Legal Adviser of Sweden, at the open debate of the Security Council"),
            static _ => Line("New York, 17 November 2020"),
            static _ => Line("Mr. President,"),
            static part => new Paragraph(Words("We "), Words("all", italic: true), Words(" agree on "), Words("two things", bold: true), Words("."), new Run(new FootnoteReference { Id = 1 }), Words(" See "), Link(part, "the report", "https://example.org/report"), Words(".")),
            static _ => Numbered("Law applies.", 2, 0),
            static _ => Numbered("Norms are agreed.", 2, 0),
            static _ => Numbered("And among the norms:", 1, 0),
            static _ => Numbered("the eleven of 2015.", 1, 1),
            static _ => Numbered("A paragraph with a letter.", 3, 0),
            static _ => Styled("Next steps", "Heading1"),
            static _ => new Table(Row("Year", "Report"), Row("2015", "A/70/174")),
            static _ => new Paragraph(new DeletedRun(new Run(new DeletedText("We regret"))), new InsertedRun(new Run(new Text("We welcome") { Space = SpaceProcessingModeValues.Preserve })), Words(" this.")),
            static _ => Line("I thank you."));
        var (statement, body, file) = Import.One("lind.docx", bytes);
        Assert.Equal(("Eva Lind", "Legal Adviser of Sweden", "2020-11-17", "check-against-delivery"), (statement.Speakers[0].Key == "eva-lind" ? "Eva Lind" : "", statement.Role, statement.Date.ToString("yyyy-MM-dd"), statement.Delivery));
        Assert.Empty(file.Questions);
        Assert.Equal(
            """
            Mr. President,

            We *all* agree on **two things**.[^1] See [the report](https://example.org/report).

            1. Law applies.
            2. Norms are agreed.
            - And among the norms:
              - the eleven of 2015.

            (a) A paragraph with a letter.

            ## Next steps

            | Year | Report |
            | --- | --- |
            | 2015 | A/70/174 |

            We welcome this.

            I thank you.

            [^1]: In *their* words.
            """,
            body);
    }

    [Fact]
    public void TheHeadOfThePaperSaysForWhomOneSpeaks()
    {
        var bytes = Make("Permanent Mission of Sweden to the United Nations", static _ => Line("Statement on the rule of law"), static _ => Line("17 November 2020"), static _ => Line("Mr. President,"), static _ => Line("We thank you for this meeting."));
        Assert.Equal("sweden", Assert.Single(Import.One("a.docx", bytes).Statement.Delegations).Key);
    }

    [Fact]
    public void TheStrictFormIsReadWithItsEndnotesStyledListsAndWrappedWordsAndALinkThatIsNoneIsText()
    {
        const string Word = "xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main' xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'";
        const string Kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        var bytes = Zip(
            ("_rels/.rels", $"<Relationships><Relationship Id='a' Type='{Kinds}/officeDocument' Target='/texts/main.xml'/></Relationships>"),
            ("texts/_rels/main.xml.rels", $"<Relationships><Relationship Id='s' Type='{Kinds}/styles' Target='my%20styles.xml'/><Relationship Id='n' Type='{Kinds}/numbering' Target='../lists.xml'/><Relationship Id='e' Type='{Kinds}/endnotes' Target='/ends.xml'/><Relationship Id='bad' Type='{Kinds}/hyperlink' Target='http://[' TargetMode='External'/><Relationship Id='mail' Type='{Kinds}/hyperlink' Target='mailto:a@example.org' TargetMode='External'/></Relationships>"),
            ("texts/my styles.xml", $"<w:styles {Word}><w:style w:styleId='Counted'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style></w:styles>"),
            ("lists.xml", $"<w:numbering {Word}><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='4'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='(%1)'/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num></w:numbering>"),
            ("ends.xml", $"<w:endnotes {Word}><w:endnote w:id='3'><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote></w:endnotes>"),
            ("texts/main.xml", $"""
                <w:document {Word}><w:body>
                <w:p><w:r><w:t>Statement by Ms. Eva Lind</w:t></w:r></w:p>
                <w:p><w:r><w:t>17 November 2020</w:t></w:r></w:p>
                <w:p><w:r><w:t>Mr. President,</w:t></w:r></w:p>
                <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:smartTag><w:r><w:t xml:space='preserve'>We </w:t></w:r></w:smartTag><w:r><w:rPr><w:b w:val='false'/><w:i/></w:rPr><w:t>agree</w:t></w:r><w:del><w:r><w:delText> not</w:delText></w:r></w:del><w:r><w:t>.</w:t><w:endnoteReference w:id='3'/></w:r></w:p></w:sdtContent></w:sdt>
                <w:p><w:pPr><w:pStyle w:val='Counted'/></w:pPr><w:r><w:t>Law applies.</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val='Counted'/></w:pPr><w:r><w:t>See</w:t><w:br/><w:t xml:space='preserve'>below: </w:t></w:r><w:hyperlink r:id='bad'><w:r><w:t>here</w:t></w:r></w:hyperlink><w:r><w:t xml:space='preserve'>, </w:t></w:r><w:hyperlink r:id='mail'><w:r><w:t>there</w:t></w:r></w:hyperlink><w:hyperlink r:id='none'><w:r><w:t>.</w:t></w:r></w:hyperlink></w:p>
                <w:p><w:r><w:t>I thank you.</w:t></w:r></w:p>
                </w:body></w:document>
                """));
        Assert.Equal(
            """
            Mr. President,

            We *agree*.[^1]

            (iv) Law applies.

            (v) See\
            below: here, there.

            I thank you.

            [^1]: At the end.
            """,
            Import.One("lind.docx", bytes).Body);
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    [InlineData("<w:document")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    public void ADamagedFileIsReportedAndNotRead(string part)
    {
        var bytes = part.StartsWith('<') ? Zip(("_rels/.rels", "<Relationships><Relationship Type='x/officeDocument' Target='main.xml'/></Relationships>"), ("main.xml", part)) : System.Text.Encoding.UTF8.GetBytes(part);
        Assert.Null(Rostrum.Importing.DocxReader.Read(bytes));
    }

    [Fact]
    public void WhatIsNestedDeeperThanAnyDocumentIsNotRead()
    {
        const int Depth = 200_000;
        const string Word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
        var nested = $"<w:document {Word}><w:body>{string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", Depth))}{string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", Depth))}</w:body></w:document>";
        Assert.Null(Rostrum.Importing.DocxReader.Read(Zip(("_rels/.rels", "<Relationships><Relationship Type='x/officeDocument' Target='main.xml'/></Relationships>"), ("main.xml", nested))));
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Make(params Func<MainDocumentPart, OpenXmlElement>[] blocks) => Make(null, blocks);

    private static byte[] Make(string? header, params Func<MainDocumentPart, OpenXmlElement>[] blocks)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = file.AddMainDocumentPart();
            part.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(new Paragraph(Words("In "), Words("their", italic: true), Words(" words."))) { Id = 1 });
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                List(1, NumberFormatValues.Bullet, "•"), List(2, NumberFormatValues.Decimal, "%1."), List(3, NumberFormatValues.LowerLetter, "(%1)"), Instance(1), Instance(2), Instance(3));
            if (header is not null) part.AddNewPart<HeaderPart>().Header = new Header(Line(header));
            part.Document = new Document(new Body(blocks.Select(block => block(part))));
        }

        return stream.ToArray();
    }

    private static AbstractNum List(int id, NumberFormatValues format, string label) =>
        new(Enumerable.Range(0, 2).Select(level => new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = label }) { LevelIndex = level })) { AbstractNumberId = id };

    private static NumberingInstance Instance(int id) => new(new AbstractNumId { Val = id }) { NumberID = id };

    private static Paragraph Line(string text) => new(Words(text));

    private static Paragraph Styled(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    private static Paragraph Numbered(string text, int list, int level) => new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })), Words(text));

    private static Run Words(string text, bool bold = false, bool italic = false)
    {
        var look = new RunProperties();
        if (bold) look.Append(new Bold());
        if (italic) look.Append(new Italic());
        return new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Hyperlink Link(MainDocumentPart part, string text, string url) => new(Words(text)) { Id = part.AddHyperlinkRelationship(new Uri(url), true).Id };

    private static TableRow Row(params string[] cells) => new(cells.Select(static cell => new TableCell(Line(cell))));
}
