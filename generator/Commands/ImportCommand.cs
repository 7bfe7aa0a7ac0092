using System.CommandLine;
using System.Globalization;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Importing;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary><c>rostrum import</c>: raw texts become statements of the archive in the current folder.</summary>
internal static class ImportCommand
{
    private static readonly string[] Extensions = [".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx", ".pdf"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Text, HTML, Markdown, DOCX or PDF files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var encoding = new Option<string?>("--encoding") { Description = "The encoding of the files; detected unless given.", HelpName = "NAME" };
        encoding.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && !TextDecoder.IsEncoding(result.Tokens[0].Value)) result.AddError($"'{result.Tokens[0].Value}' is no encoding that is known here. Write one such as utf-8, shift_jis or windows-1251.");
        });
        var interactive = new Option<bool>("--interactive") { Description = "Ask for what was not recognised." };
        var force = new Option<bool>("--force") { Description = "Overwrite files of an earlier import." };
        var command = new Command("import", "Turn raw texts into statements under content/statements.") { files, encoding, interactive, force };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(encoding), parsed.GetValue(interactive), parsed.GetValue(force)));
        return command;
    }

    private static int Run(string[] names, string? encoding, bool interactive, bool force)
    {
        var paths = names.SelectMany(Expand).ToList();
        if (paths.Find(static path => !File.Exists(path)) is { } missing)
        {
            Console.Error.WriteLine($"rostrum: there is no file '{missing}'.");
            return 2;
        }

        var today = SiteOptions.Today();
        var archive = ReadArchive();
        var folder = archive?.Config.StatementFolders[0] ?? "content/statements";
        var desk = new ImportDesk(".", folder, force);
        var checker = new ImportCheck(archive);
        var options = new ImportOptions(encoding, today, interactive ? Ask : null, checker.Builds);
        var failed = false;
        foreach (var path in paths)
        {
            var source = new ImportSource(Path.GetFileName(path), File.ReadAllBytes(path));
            failed |= !Report(path, desk.Take(source, () => Importer.Import(source, archive, options)));
        }

        if (archive is null) Console.Out.WriteLine("There is no site.yml here yet; 'rostrum init .' writes one.");
        return failed ? 1 : 0;
    }

    private static IEnumerable<string> Expand(string name) => Directory.Exists(name)
        ? Directory.EnumerateFiles(name, "*", SearchOption.AllDirectories).Where(static file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)
        : [name];

    // The whole archive, drafts included: its names are what an import knows, its sources what it need not import again.
    private static Archive? ReadArchive()
    {
        var bag = new DiagnosticBag();
        var config = SiteConfigReader.Read(SourceTree.Load(".", ["site.yml"], bag).Find("site.yml"), null, bag);
        if (config is null) return null;
        var tree = SourceTree.Load(".", [.. config.StatementFolders, "content"], bag);
        var documents = tree.Files.Where(static file => file.IsMarkdown).Select(file => FrontMatterParser.Parse(file, bag)).OfType<SourceDocument>().ToList();
        return ArchiveReader.Read(documents, config, new ReadOptions(true, true, DateTimeOffset.UnixEpoch), bag);
    }

    private static bool Report(string path, ImportResult result)
    {
        foreach (var line in result.Lines) Console.Out.WriteLine($"{path}: {line}");
        foreach (var (file, question) in result.Questions)
        {
            Console.Out.WriteLine($"{path}{(question.Line > 0 ? $"({question.Line.ToString(CultureInfo.InvariantCulture)},1)" : "")}: question: {question.Question} ({file})");
        }

        return result.IsDone;
    }

    private static string? Ask(ImportQuestion question)
    {
        Console.Out.Write($"{question.Question} (empty: leave out) ");
        return Console.In.ReadLine();
    }
}
