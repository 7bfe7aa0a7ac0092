using System.Text.RegularExpressions;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>The rules of the house that can be read off its sources.</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 300;

    // Who may import whom. Diagnostics may be imported by everyone and imports nothing; Commands and the root import everything.
    private static readonly Dictionary<string, string[]> MayImport = new(StringComparer.Ordinal)
    {
        ["Diagnostics"] = [],
        ["Sources"] = [],
        ["Output"] = ["Sources"],
        ["Exports"] = ["Rendering", "Links", "Model", "Sources"],
        ["Model"] = ["Sources"],
        ["Links"] = ["Model", "Sources"],
        ["Rendering"] = ["Links", "Model", "Sources"],
        ["Search"] = ["Rendering", "Links", "Model", "Sources"],
        ["Pages"] = ["Exports", "Search", "Rendering", "Links", "Model", "Sources", "Output"],
        ["Templates"] = ["Pages", "Model", "Sources", "Output"],
        ["Checking"] = ["Pages", "Model", "Output"],
        ["Serving"] = ["Pages", "Model", "Output"],
        ["Importing"] = ["Model", "Sources"],
        ["Scaffold"] = ["Model", "Sources"],
    };

    // Libraries, by the namespaces they bring, and the folders that may use them.
    private static readonly Dictionary<string, string[]> Libraries = new(StringComparer.Ordinal)
    {
        ["YamlDotNet"] = ["Sources"],
        ["Markdig"] = ["Rendering"],
        ["Ganss"] = ["Rendering"],
        ["Scriban"] = ["Templates"],
        ["AngleSharp"] = ["Checking", "Importing", "Rendering"], // the sanitizer hands out its elements
        ["Spectre"] = ["Commands"],
        ["System.CommandLine"] = ["Commands"],
        ["Microsoft.AspNetCore"] = ["Serving"],
        ["UglyToad"] = ["Importing"],
    };

    // What is banned, and the folders that may do it nevertheless.
    private static readonly (string Call, string[] Folders)[] Banned =
    [
        (@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", []),
        (@"\bTimeProvider\.System\b", ["Commands", "Serving"]),
        (@"\bEnvironment\.", ["Commands", ""]),
        (@"\bConsole\.", ["Commands", ""]),
        (@"\bRandom\b|\bGuid\.NewGuid\b", []),
        (@"(?<!\.)\b(File|Directory)\.(Exists|Read|Write|Open|Copy|Delete|Move|Create|Enumerate|Get|Set|Append)\w*|\bFileStream\b|\bFileInfo\b", ["Sources", "Output", "Serving", "Importing", "Commands"]),
        (@"\bHttpClient\b|\bSocket\b", ["Checking", "Serving", "Importing", "Commands"]),
        (@"\[ThreadStatic\]", []),
    ];

    private static readonly string[] WordsThatSayNothing = ["Manager", "Helper", "Util", "Utils", "Service", "Provider", "Context", "Processor"];

    [Fact]
    public void AFolderImportsOnlyWhatTheTableAllows()
    {
        var wrong = from file in Repository.GeneratorSources
                    let folder = Folder(file.Path)
                    where MayImport.ContainsKey(folder)
                    from imported in Imports(Code(file.Text))
                    where imported != folder && imported != "Diagnostics" && !MayImport[folder].Contains(imported)
                    select $"{file.Path} imports {imported}";
        Assert.Equal([], wrong.Distinct());
    }

    [Fact]
    public void EveryFolderIsInTheTable() =>
        Assert.Equal([], Repository.GeneratorSources.Select(static file => Folder(file.Path)).Distinct().Except(MayImport.Keys).Except(["Commands", ""]));

    [Fact]
    public void TheTableHasNoCycles()
    {
        var done = new List<string> { "Diagnostics" };
        while (MayImport.Keys.Except(done).FirstOrDefault(folder => MayImport[folder].All(done.Contains)) is { } next) done.Add(next);
        Assert.Equal([], MayImport.Keys.Except(done));
    }

    [Fact]
    public void ALibraryIsUsedInItsOwnFolderOnly()
    {
        var wrong = from file in Repository.GeneratorSources
                    from library in Libraries
                    where !library.Value.Contains(Folder(file.Path)) && Regex.IsMatch(Code(file.Text), $@"\b{Regex.Escape(library.Key)}\.|\busing {Regex.Escape(library.Key)}\b")
                    select $"{file.Path} uses {library.Key}";
        Assert.Equal([], wrong);
    }

    [Fact]
    public void NobodyReadsTheClockTheEnvironmentOrTheDiskWhereItMustNotBe()
    {
        var wrong = from file in Repository.GeneratorSources
                    from rule in Banned
                    where !rule.Folders.Contains(Folder(file.Path))
                    from Match match in Regex.Matches(Code(file.Text), rule.Call)
                    select $"{file.Path}: {match.Value}";
        Assert.Equal([], wrong.Distinct());
    }

    [Fact]
    public void NoStaticFieldCanBeChanged()
    {
        var wrong = from file in Repository.GeneratorSources
                    from Match match in StaticField().Matches(Code(file.Text))
                    where !match.Value.Contains("readonly", StringComparison.Ordinal)
                    select $"{file.Path}: {match.Value.Trim()}";
        Assert.Equal([], wrong);
    }

    [Fact]
    public void NoFileIsLongerThanCanBeReadAtOnce() =>
        Assert.Equal([], Repository.GeneratorSources.Where(static file => file.Text.Count(static c => c == '\n') > MostLines).Select(static file => file.Path));

    [Fact]
    public void FoldersAreNamespacesAndNoneIsNamedMarkdown()
    {
        var wrong = from file in Repository.GeneratorSources
                    let space = Namespace().Match(file.Text).Groups[1].Value
                    where file.Path != "Program.cs" && space != (Folder(file.Path).Length == 0 ? "Rostrum" : "Rostrum." + Path.GetDirectoryName(file.Path)!.Replace('/', '.').Replace('\\', '.'))
                    select $"{file.Path}: {space}";
        Assert.Equal([], wrong);
        Assert.DoesNotContain(Repository.GeneratorSources, static file => file.Path.Split('/').Contains("Markdown"));
    }

    [Fact]
    public void EveryTypeSaysInASentenceWhatItIs()
    {
        var wrong = new List<string>();
        foreach (var (path, text) in Repository.GeneratorSources)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (!PublicType().IsMatch(lines[i])) continue;
                var above = i - 1;
                while (above >= 0 && lines[above].TrimStart().StartsWith('[')) above--;
                if (above < 0 || !lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal)) wrong.Add($"{path}({i + 1}): {lines[i].Trim()}");
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public void NoTypeIsNamedByAWordThatSaysNothing()
    {
        var wrong = from file in Repository.GeneratorSources
                    from Match match in TypeName().Matches(Code(file.Text))
                    where Array.Exists(WordsThatSayNothing, word => match.Groups[1].Value.EndsWith(word, StringComparison.Ordinal))
                    select $"{file.Path}: {match.Groups[1].Value}";
        Assert.Equal([], wrong);
    }

    [Fact]
    public void ProblemsAreWordedInOnePlaceOnly()
    {
        var wrong = Repository.GeneratorSources.Where(static file => file.Path != "Diagnostics/Problems.cs" && Regex.IsMatch(Code(file.Text), @"new Diagnostic\(|""RS\d{4}")).Select(static file => file.Path);
        Assert.Equal([], wrong);
    }

    [Fact]
    public void RegularExpressionsOverContentRunInLinearTime()
    {
        var wrong = from file in Repository.GeneratorSources
                    let code = Code(file.Text)
                    where Folder(file.Path) != "Importing" // reads one file at its owner's wish, and matches short lines only
                    where Regex.IsMatch(code, @"\bRegex\.|new Regex\(|\bRegex \w+\(|\[GeneratedRegex") && !code.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal)
                    select file.Path;
        Assert.Equal([], wrong);
    }

    private static string Folder(string path) => path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..slash] : "";

    private static IEnumerable<string> Imports(string code) =>
        Import().Matches(code).Select(static match => match.Groups[1].Value)
            .Concat(Qualified().Matches(code).Select(static match => match.Groups[1].Value).Where(MayImport.ContainsKey));

    // The text without comments and strings, so that a word in a sentence is no import.
    private static string Code(string text) => Quoted().Replace(Comment().Replace(text, ""), "\"\"");

    [GeneratedRegex(@"\bRostrum\.([A-Z]\w+)")]
    private static partial Regex Import();

    [GeneratedRegex(@"(?<![\w.>\]\)])([A-Z]\w+)\.[A-Z]\w+(?=[\s.(<>,;)?{])")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s+(?:public|private|internal|protected)[ \w]* static (?!readonly|partial|async|implicit|explicit|extern|class|record|void|event)[\w<>\[\]?,. ()]+ \w+(?: = [^>].*)?;$", RegexOptions.Multiline)]
    private static partial Regex StaticField();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*(?:public|internal) (?:[a-z]+ )*(?:class|record|struct|enum|interface) ")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (?:struct )?([A-Z]\w*)")]
    private static partial Regex TypeName();
}
