using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Importing;

/// <summary>The command as its user meets it: what it prints, what it asks, what it leaves alone.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Sure = "Statement by Ms. Eva Lind, Legal Adviser of Sweden\n2020/11/17\nMr. President,\nThank you for this meeting.\n";
    private const string Unsure = "Remarks by President Smith at the summit\n03/04/2020\nMr. President,\nThank you all.\n";
    private readonly TempFolder root = new();

    public ImportCommandTests() => root.Write("site.yml", "title: T\n");

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void AFolderIsImportedItsQuestionsStandAtTheEndAndWhatIsLeftAloneIsNamed()
    {
        root.Write("desk/a.txt", Sure);
        root.Write("desk/b.txt", Unsure);
        root.Write("desk/c.rtf", "{\\rtf1 x}");
        root.Write("desk/d.png", "x");
        var run = CommandLineTests.RunIn(root.Path, "", "import", "desk");
        Assert.Equal(
            """
            desk: 1 file is of a kind that is not imported: d.png
            desk/a.txt: wrote content/statements/2020-11-17-statement-by-ms-eva-lind-legal-adviser-of-sweden.md
            desk/b.txt: wrote content/statements/b.md (a draft)
            desk/c.rtf: is rich text (.rtf); open it in a word processor and save it as .docx

            2 questions, each with the file to write the answer into:
            desk/b.txt(1,1): question: Who spoke? The title says “President Smith”. (content/statements/b.md)
            desk/b.txt(2,1): question: On which day was it delivered? “03/04/2020” can be read in two ways. (content/statements/b.md)

            Imported 2 statements; 1 file was not imported.

            """,
            run.Output);
        Assert.Equal(1, run.Code);
        Assert.Equal(0, CommandLineTests.RunIn(root.Path, "", "build").Code);
    }

    [Fact]
    public void AnswersAreWrittenAndAskedForAgainWhenTheyAreNone()
    {
        root.Write("b.txt", Unsure);
        var run = CommandLineTests.RunIn(root.Path, "Jane Smith\nsoon\n3 April 2020\n", "import", "b.txt", "--interactive");
        Assert.Equal(0, run.Code);
        Assert.Contains("“soon” is no day. Write it as 2020-05-22.", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("wrote content/statements/2020-04-03-remarks-by-president-smith-at-the-summit.md\nImported 1 statement.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("date: 2020-04-03\nspeaker: \"Jane Smith\"\n", File.ReadAllText(root.Of("content/statements/2020-04-03-remarks-by-president-smith-at-the-summit.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void ASourceIsKeptOnRequestAndNamed()
    {
        root.Write("a.txt", Sure);
        Assert.Equal(0, CommandLineTests.RunIn(root.Path, "", "import", "a.txt", "--keep").Code);
        var kept = Assert.Single(Directory.EnumerateFiles(root.Of("content/sources")));
        Assert.Equal(Sure, File.ReadAllText(kept));
        Assert.Contains($"  file: content/sources/{Path.GetFileName(kept)}\n", File.ReadAllText(Assert.Single(Directory.EnumerateFiles(root.Of("content/statements")))), StringComparison.Ordinal);
        Assert.StartsWith("a.txt: already imported as content/statements/", CommandLineTests.RunIn(root.Path, "", "import", "a.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongEncodingOrAMissingFileIsWrongUsage()
    {
        root.Write("a.txt", Sure);
        Assert.Equal(2, CommandLineTests.RunIn(root.Path, "", "import", "nowhere.txt").Code);
        Assert.Equal(2, CommandLineTests.RunIn(root.Path, "", "import", "a.txt", "--encoding", "klingon").Code);
        Assert.False(Directory.Exists(root.Of("content")));
    }
}
