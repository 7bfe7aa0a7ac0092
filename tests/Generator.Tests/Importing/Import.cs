using System.Text;
using Rostrum.Importing;
using Rostrum.Model;
using Rostrum.Sources;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Importing;

/// <summary>Imports in memory, as the command does, and reads the result back.</summary>
internal static class Import
{
    /// <summary>What a source becomes in an archive that knows nothing.</summary>
    public static IReadOnlyList<ImportedFile> Files(string name, byte[] bytes, string? encoding = null, Archive? archive = null) =>
        Importer.Import(new ImportSource(name, bytes), archive, new ImportOptions(encoding, DateOnly.FromDateTime(TestSite.Today.UtcDateTime), null, false, static text => !Build(text).Bag.HasErrors));

    /// <summary>The only statement of a text in a file of a name.</summary>
    public static (Statement Statement, string Body, ImportedFile File) One(string name, byte[] bytes, string? encoding = null, Archive? archive = null)
    {
        var file = Assert.Single(Files(name, bytes, encoding, archive));
        return (Read(file.Text), Body(file.Text), file);
    }

    /// <summary>The only statement of a plain text.</summary>
    public static (Statement Statement, string Body, ImportedFile File) Text(string text, string name = "statement.txt") => One(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The statement as the archive reads it.</summary>
    public static Statement Read(string text) => Assert.Single(Build(text).Site!.Plan.Content.Archive.Statements);

    /// <summary>The passages as a reader sees them.</summary>
    public static IReadOnlyList<string> Passages(string text)
    {
        var content = Build(text).Site!.Plan.Content;
        return [.. content.Texts.Of(content.Archive.Statements[0].Document).Body.Passages.Select(static passage => passage.Passage.Text)];
    }

    /// <summary>Builds an imported file alone, drafts and future included.</summary>
    public static TestSite Build(string text) =>
        TestSite.Build(new Dictionary<string, string> { ["site.yml"] = "title: T\n", ["content/statements/imported.md"] = text }, new ReadOptions(true, true, TestSite.Today));

    private static string Body(string text) => text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 6)..].Trim();
}
