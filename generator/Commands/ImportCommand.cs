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
    private static readonly string[] Extensions = [".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".docx", ".pdf", ".doc", ".rtf"];

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
        var keep = new Option<bool>("--keep") { Description = "Keep a copy of each source under content/sources." };
        var command = new Command("import", "Turn raw texts into statements under content/statements.") { files, encoding, interactive, keep, force };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, new ImportOptions(parsed.GetValue(encoding), SiteOptions.Today(), parsed.GetValue(interactive) ? static _ => null : null, parsed.GetValue(keep), static _ => true), parsed.GetValue(force)));
        return command;
    }

    private static int Run(string[] names, ImportOptions options, bool force)
    {
        var paths = names.SelectMany(Expand).Distinct(StringComparer.Ordinal).ToList();
        if (paths.Find(static path => !File.Exists(path)) is { } missing)
        {
            Console.Error.WriteLine($"rostrum: there is no file '{missing}'.");
            return 2;
        }

        var archive = ReadArchive();
        var folder = archive?.Config.StatementFolders[0] ?? "content/statements";
        var desk = new ImportDesk(".", folder, force, options.Keep);
        options = options with { Builds = new ImportCheck(archive).Builds };
        var (wrote, failed) = (0, 0);
        var open = new List<string>();
        foreach (var path in paths)
        {
            if (IsStatement(path, archive))
            {
                Console.Out.WriteLine($"{path}: is a statement of this archive already");
                continue;
            }

            var source = new ImportSource(Path.GetFileName(path), File.ReadAllBytes(path));
            var asking = options with { Ask = options.Ask is null ? null : question => Ask(path, question) };
            var result = desk.Take(source, () => Importer.Import(source, archive, asking));
            foreach (var line in result.Lines) Console.Out.WriteLine($"{path}: {line}");
            wrote += result.Lines.Count(static line => line.StartsWith("wrote ", StringComparison.Ordinal));
            failed += result.IsDone ? 0 : 1;
            open.AddRange(result.Questions.Select(asked => $"{Place(path, asked.Question)}: question: {asked.Question.Question} ({asked.File})"));
        }

        Close(wrote, failed, open, archive is null);
        return failed > 0 ? 1 : 0;
    }

    private static void Close(int wrote, int failed, List<string> open, bool isAlone)
    {
        if (open.Count > 0) Console.Out.WriteLine($"\n{(open.Count == 1 ? "1 question, with the file" : $"{open.Count.ToString(CultureInfo.InvariantCulture)} questions, each with the file")} to write the answer into:");
        foreach (var line in open) Console.Out.WriteLine(line);
        Console.Out.WriteLine($"{(open.Count > 0 ? "\n" : "")}Imported {(wrote == 1 ? "1 statement" : wrote.ToString(CultureInfo.InvariantCulture) + " statements")}{(failed == 0 ? "" : failed == 1 ? "; 1 file was not imported" : $"; {failed.ToString(CultureInfo.InvariantCulture)} files were not imported")}.");
        if (isAlone) Console.Out.WriteLine(File.Exists("site.yml") ? "The names of this archive were not used, because site.yml can't be read; 'rostrum build' says why." : "There is no site.yml here yet; 'rostrum init .' writes one.");
    }

    // A folder stands for the files in it whose names say that they are texts; what is left alone is named.
    private static IEnumerable<string> Expand(string name)
    {
        if (!Directory.Exists(name)) return [name];
        var all = Directory.EnumerateFiles(name, "*", SearchOption.AllDirectories).Where(static file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        var others = all.Where(static file => !IsText(file)).Select(Path.GetFileName).ToList();
        if (others.Count > 0) Console.Out.WriteLine($"{name}: {(others.Count == 1 ? "1 file is of a kind that is not imported" : $"{others.Count} files are of kinds that are not imported")}: {string.Join(", ", others.Take(5))}{(others.Count > 5 ? ", …" : "")}");
        return all.Where(IsText);
    }

    private static bool IsStatement(string path, Archive? archive) =>
        Path.GetExtension(path).Equals(".md", StringComparison.OrdinalIgnoreCase) && archive?.Config.StatementFolders.Any(folder => Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) is true;

    private static bool IsText(string file) => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant());

    // The whole archive, drafts included: its names are what an import knows, its sources what it need not import again.
    private static Archive? ReadArchive()
    {
        var bag = new DiagnosticBag();
        var config = SiteConfigReader.Read(SourceTree.Load(".", ["site.yml"], bag).Find("site.yml"), null, bag);
        if (config is null) return null;
        var tree = SourceTree.Load(".", [.. config.StatementFolders, "content"], bag);
        return ArchiveReader.Read(tree.Files, config, new ReadOptions(true, true, DateTimeOffset.UnixEpoch), bag);
    }

    private static string Place(string path, ImportQuestion question) => question.Line > 0 ? $"{path}({question.Line.ToString(CultureInfo.InvariantCulture)},1)" : path;

    private static string? Ask(string path, ImportQuestion question)
    {
        Console.Out.WriteLine($"{Place(path, question)}: {question.Question}");
        Console.Out.Write("  Answer, or nothing to leave it out: ");
        return Console.In.ReadLine();
    }
}
