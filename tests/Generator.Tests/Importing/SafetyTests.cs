using System.Text;
using Rostrum.Importing;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Importing;

/// <summary>Whatever the bytes: the imported file builds, its words are those of the source, and a second import changes nothing.</summary>
public sealed class SafetyTests
{
    private static readonly string[] Pieces =
        ["\n", "\n\n", "# ", "[[x]]", "[a](b)", "![i](j)", "[^1]", "[^1]: n", "{#p1}", "---\n", "|a|b|\n|-|-|\n", "<script>", "<b>", "ftp://x.y ", "\"", "\\", "\0", "\u001b", "\t", "    ", "> > > ", "- ", "1. ", "*", "_", "`", "&#0;", "title: x\n", "2020/5/22\n", "Statement by Mr. ", "AKAHORI Takeshi", "(As delivered)\n", "\uFEFF", "日本", "<html><body><p>", "</p>", "President: John Smith\n", "page", ": ", "mailto:", "www.", "https://", "[a]: b\n", ")", "”\n", "(", "（", "。", "—\n", " by ", "Mr. President,\n", "Ambassador ", "(10", "–14 February 2020)\n", ", ", "Speaker: ", "<br>", "<li>", "<table><tr><td>", "<a href=\"#x\">1</a>", "<p id=x>", "<h1>", "أ", "의", "Я", "年", "2020年"];

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.md")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public void WhateverTheBytesTheImportedFileBuildsWithoutAnError(string name)
    {
        var random = new Random(name.Length * 7919);
        for (var round = 0; round < 40; round++)
        {
            var bytes = round % 2 == 0 ? RandomBytes(random) : Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)])));
            foreach (var file in Import.Files(name, bytes)) Assert.Equal([], Import.Build(file.Text).Problems.Where(static problem => problem.Contains("): error ", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void JapaneseTextIsReadInItsEncodings(string encoding)
    {
        const string text = "赤堀大使ステートメント\n2020年5月22日\n議長、\n本日の会合を開催していただき感謝申し上げます。サイバー空間の安定は重要であります。\n";
        Assert.Equal(text, TextDecoder.Decode(Bytes(encoding, text), null));
        Assert.Equal(text, TextDecoder.Decode(Bytes(encoding, text), encoding));
    }

    [Theory]
    [InlineData(1251, "Выступление Постоянного представителя на заседании. Господин Председатель, благодарим Вас за созыв этого заседания.")]
    [InlineData(1252, "Déclaration de la délégation française à l’occasion du débat. Nous vous remercions de la tenue de ce débat, et des efforts déployés.")]
    [InlineData(1256, "بيان المندوب الدائم أمام مجلس الأمن. السيد الرئيس، أشكركم على عقد هذا الاجتماع.")]
    public void AWindowsCodePageIsDetected(int page, string text) => Assert.Equal(text, TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text), null));

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.md")]
    public void WhateverStandsInATextItIsRead(string name)
    {
        var random = new Random(name.Length * 104729);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Assert.NotEmpty(Importer.Import(new ImportSource(name, Encoding.UTF8.GetBytes(text)), null, new ImportOptions(null, default, null, false, static _ => true)));
        }
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public void ADamagedDocumentIsReadOrNamedAndNothingBreaks(string name)
    {
        var random = new Random(20201117);
        var whole = name.EndsWith("pdf", StringComparison.Ordinal) ? PdfTests.Sample : DocxTests.Sample;
        for (var round = 0; round < 60; round++)
        {
            var bytes = whole[..(round % 3 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var flips = random.Next(1, 12); flips > 0 && bytes.Length > 8; flips--) bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            foreach (var file in Import.Files(name, bytes)) Assert.False(Import.Build(file.Text).Bag.HasErrors);
        }
    }

    [Theory]
    [InlineData("1. Japan thanks you for the *great* work_done, [here] & there <b>.")]
    [InlineData("# 5 is a number | and this is not [a](link) nor [[one]] {#p3}")]
    [InlineData("- not a list? `code` \\ back ~ ftp://example.org")]
    public void PlainTextReadsAsItWas(string line)
    {
        var (_, _, file) = Import.Text($"Statement by Japan\n2020/5/22\nMr. President,\n{line}\n");
        Assert.Equal(line.TrimStart('-', ' '), Import.Passages(file.Text)[^1]);
    }

    [Fact]
    public void ASecondImportChangesNothingAndNothingIsOverwrittenUnlessForced()
    {
        using var folder = new TempFolder();
        var source = new ImportSource("a.txt", "Statement by Japan\n2020/5/22\nMr. President, thank you.\n"u8.ToArray());
        var other = source with { Bytes = [.. source.Bytes, .. "More.\n"u8] };
        Assert.Equal("wrote content/statements/2020-05-22-statement-by-japan.md", Assert.Single(Take(source, false).Lines));
        var before = File.ReadAllText(folder.Of("content/statements/2020-05-22-statement-by-japan.md"));
        Assert.StartsWith("already imported", Assert.Single(Take(source, false).Lines), StringComparison.Ordinal);
        Assert.False(Take(other, false).IsDone);
        Assert.Equal(before, File.ReadAllText(folder.Of("content/statements/2020-05-22-statement-by-japan.md")));
        Assert.True(Take(other, true).IsDone);
        Assert.Contains("More.", File.ReadAllText(folder.Of("content/statements/2020-05-22-statement-by-japan.md")), StringComparison.Ordinal);

        ImportResult Take(ImportSource taken, bool force) => new ImportDesk(folder.Path, "content/statements", force, false).Take(taken, () => Import.Files(taken.Name, taken.Bytes));
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Bytes(string encoding, string text)
    {
        var found = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return [.. found.GetPreamble(), .. found.GetBytes(text)];
    }
}
