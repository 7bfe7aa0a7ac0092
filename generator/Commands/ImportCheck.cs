using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary>Tells whether an imported file builds: it is built alone, drafts and future included, with the settings of its archive.</summary>
internal sealed class ImportCheck(Archive? archive)
{
    private readonly byte[] config = archive?.Config.File.Bytes ?? "title: Import\n"u8.ToArray();

    /// <summary>Whether the file has no error of its own.</summary>
    public bool Builds(string text)
    {
        var folder = archive?.Config.StatementFolders[0] ?? "content/statements";
        var path = $"{folder}/import.md";
        var files = new Dictionary<string, byte[]> { ["site.yml"] = config, [path] = Encoding.UTF8.GetBytes(text) };
        var bag = new DiagnosticBag();
        SiteBuilder.Build(new BuildOptions((names, _) => SourceTree.Of(files.Where(file => names.Any(name => file.Key == name || file.Key.StartsWith(name + "/", StringComparison.Ordinal)))), new ReadOptions(true, true, DateTimeOffset.UnixEpoch), null), bag);
        return !bag.ToSorted().Any(problem => problem.Severity == Severity.Error && problem.At.Path == path && !IsOfArchive(problem.Code));
    }

    // Keys of a closed kind have their files in the archive, which is not here.
    private static bool IsOfArchive(string code) => code == "RS1202";
}
