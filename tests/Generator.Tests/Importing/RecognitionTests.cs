namespace Rostrum.Tests.Importing;

/// <summary>What is recognised at the head of a statement, and what is left open.</summary>
public sealed class RecognitionTests
{
    [Theory]
    [InlineData("2020/11/17", "2020-11-17")]
    [InlineData("2020年5月22日", "2020-05-22")]
    [InlineData("令和2年5月22日", "2020-05-22")]
    [InlineData("二〇二〇年五月二十二日", "2020-05-22")]
    [InlineData("22 May 2020", "2020-05-22")]
    [InlineData("May 22nd, 2020", "2020-05-22")]
    [InlineData("Friday, 22 May 2020", "2020-05-22")]
    [InlineData("Le 1er juin 2021", "2021-06-01")]
    [InlineData("22 de mayo de 2020", "2020-05-22")]
    [InlineData("22 мая 2020 года", "2020-05-22")]
    [InlineData("22.05.2020", "2020-05-22")]
    [InlineData("22 أيار/مايو 2020", "2020-05-22")]
    [InlineData("٢٢ مايو ٢٠٢٠", "2020-05-22")]
    [InlineData("٢ كانون الثاني/يناير ٢٠٢٠", "2020-01-02")]
    [InlineData("17 November 2020, New York", "2020-11-17")]
    [InlineData("New York, Tuesday, 17th November, 2020", "2020-11-17")]
    [InlineData("(New York, November 17, 2020)", "2020-11-17")]
    [InlineData("Tuesday, 17 November 2020, 10:00 a.m.", "2020-11-17")]
    [InlineData("New York, le mardi 17 novembre 2020", "2020-11-17")]
    [InlineData("Nueva York, martes 17 de noviembre del 2020", "2020-11-17")]
    [InlineData("г. Нью-Йорк, 17 ноября 2020 г.", "2020-11-17")]
    [InlineData("17 ноября 2020 года, Нью-Йорк", "2020-11-17")]
    [InlineData("نيويورك، الثلاثاء 17 نوفمبر 2020", "2020-11-17")]
    [InlineData("نيويورك في 17 نوفمبر 2020", "2020-11-17")]
    [InlineData("（2020年11月17日，纽约）", "2020-11-17")]
    [InlineData("令和２年１１月１７日（火）", "2020-11-17")]
    [InlineData("Date: 17-11-2020", "2020-11-17")]
    [InlineData("17-Nov-2020", "2020-11-17")]
    public void ADateIsReadAsItIsWrittenInEachLanguage(string line, string day)
    {
        var (statement, body, _) = Import.Text($"Statement by Japan at the open debate\n{line}\n\nMr. President,\n\nThank you for this meeting.\n");
        Assert.Equal((day, "Mr. President,\n\nThank you for this meeting."), (statement.Date.ToString("yyyy-MM-dd"), body));
    }

    [Theory]
    [InlineData("(As delivered)", "as-delivered")]
    [InlineData("Check against delivery", "check-against-delivery")]
    [InlineData("As prepared for delivery", "as-prepared")]
    [InlineData("Seul le prononcé fait foi", "check-against-delivery")]
    [InlineData("(Tel que prononcé)", "as-delivered")]
    [InlineData("Cotéjese con la declaración", "check-against-delivery")]
    [InlineData("(Tal como fue pronunciado)", "as-delivered")]
    [InlineData("(以实际发言为准)", "check-against-delivery")]
    [InlineData("Сверять с произнесённым", "check-against-delivery")]
    [InlineData("(كما ألقي)", "as-delivered")]
    [InlineData("（発言どおり）", "as-delivered")]
    public void ANoteOnTheDeliveryIsARecordAndNoText(string line, string delivery)
    {
        var (statement, body, _) = Import.Text($"Statement by Japan at the open debate\n2020/5/22\n{line}\nMr. President,\nThank you for this meeting.\n");
        Assert.Equal((delivery, "Mr. President,"), (statement.Delivery, body.Split('\n')[0]));
    }

    [Theory]
    [InlineData("Statement by Mr. AKAHORI Takeshi, Ambassador for Cyber Policy, at the open debate", "akahori-takeshi", "Ambassador for Cyber Policy")]
    [InlineData("Statement by H.E. Ms. Anna van der Berg, Permanent Representative of the Netherlands to the United Nations", "anna-van-der-berg", "Permanent Representative of the Netherlands to the United Nations")]
    [InlineData("Déclaration de Mme Anne Dupont, Représentante permanente de la France auprès des Nations Unies", "anne-dupont", "Représentante permanente de la France auprès des Nations Unies")]
    [InlineData("Intervención del Embajador Juan Pérez García, Representante Permanente de México", "juan-perez-garcia", "Representante Permanente de México")]
    [InlineData("Remarks by Prime Minister Theresa May at the summit", "theresa-may", "Prime Minister")]
    [InlineData("常驻联合国代表张军大使在安理会公开会上的发言", "张军", "常驻联合国代表")]
    public void ASpeakerIsNamedWithoutHonorificAndInTheOrderPrinted(string title, string speaker, string role)
    {
        var (statement, _, _) = Import.Text($"{title}\n2020/5/22\nMr. President,\nThank you for this meeting.\n");
        Assert.Equal((title, speaker, role), (statement.Title, Assert.Single(statement.Speakers).Key, statement.Role));
    }

    [Theory]
    [InlineData("Remarks by President Smith Before Meeting on Tax Reform")]
    [InlineData("Remarks by the Vice President at the summit")]
    [InlineData("Interview of the Minister by David Stieren")]
    public void ANameThatIsNotPlainIsAskedAndNotInvented(string title)
    {
        var (statement, _, file) = Import.Text($"{title}\n2020/5/22\nMr. President,\nThank you for this meeting.\n");
        if (title.StartsWith("Remarks", StringComparison.Ordinal)) Assert.Empty(statement.Speakers);
        Assert.Contains(file.Questions, static question => question.Field == "speaker");
    }

    [Fact]
    public void ADateThatCanBeReadInTwoWaysIsAskedWithItsLine()
    {
        var (_, _, file) = Import.Text("Statement by Japan at the open debate\n03/04/2020\nMr. President,\nThank you for this meeting.\n");
        Assert.DoesNotContain("\ndate:", file.Text, StringComparison.Ordinal);
        Assert.Contains("\ndraft: true\n", file.Text, StringComparison.Ordinal);
        Assert.Equal(("date", 2), Assert.Single(file.Questions) is var question ? (question.Field, question.Line) : default);
    }

    [Fact]
    public void ALetterheadIsNoTitleAndIsNotLost()
    {
        var (statement, body, _) = Import.Text("PERMANENT MISSION OF JAPAN TO THE UNITED NATIONS\n866 United Nations Plaza, New York, NY 10017\n\nStatement by H.E. Mr. ISHIKANE Kimihiro, Permanent Representative of Japan to the United Nations, at the Security Council open debate on cyber security\n\nNew York, 17 November 2020\n\nMr. President,\n\nI thank you.\n");
        Assert.StartsWith("Statement by H.E. Mr. ISHIKANE", statement.Title, StringComparison.Ordinal);
        Assert.Equal(("japan", "security-council", "2020-11-17"), (Assert.Single(statement.Delegations).Key, statement.Forum?.Key, statement.Date.ToString("yyyy-MM-dd")));
        Assert.Contains("866 United Nations Plaza", statement.EditorNote?.Value, StringComparison.Ordinal);
        Assert.StartsWith("Mr. President,", body, StringComparison.Ordinal);
    }

    [Fact]
    public void ATitleMayBeInAnotherLanguageThanTheText()
    {
        var (statement, _, _) = Import.Text("国連安保理における赤堀大使ステートメント\n2020年5月22日\n(As delivered)\nThank you, Mr. President. We are grateful to all that have come to this meeting, and to those who have made it possible in the year.\n");
        Assert.Equal(("ja", "en"), (statement.TitleLanguage, statement.Language));
    }

    [Fact]
    public void SeveralInterventionsOnOnePageAreSeveralStatements()
    {
        var files = Import.Files("page.txt", "Statement by Mr. AKAHORI Takeshi at the first session\n2020/2/10\nThank you, Mr. Chair. This is the first.\n\nStatement by Mr. AKAHORI Takeshi at the second session\n2020/2/12\nThank you, Chair. This is the second.\n"u8.ToArray());
        Assert.Equal(["2020-02-10", "2020-02-12"], files.Select(static file => Import.Read(file.Text).Date.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void LinesBrokenAtAMarginAreOneParagraph()
    {
        var (_, body, _) = Import.Text("Statement by Japan\n17 November 2020\n\nMr. President,\n\nThis is a paragraph whose lines were broken at a\nmargin by an old program, as programs of that kind\ndid with every text that they were given, so that\neach line is about as long as any other one.\n\nThis is the next, which is also broken at that very\nmargin.\n");
        Assert.Equal(["Mr. President,", "This is a paragraph whose lines were broken at a margin by an old program, as programs of that kind did with every text that they were given, so that each line is about as long as any other one.", "This is the next, which is also broken at that very margin."], body.Split("\n\n"));
    }
}
