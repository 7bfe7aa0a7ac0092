using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Importing;

/// <summary>What became of one source: lines to print, questions with the file they concern, and whether all went as asked.</summary>
internal sealed record ImportResult(IReadOnlyList<string> Lines, IReadOnlyList<(string File, ImportQuestion Question)> Questions, bool IsDone);

/// <summary>Puts imported files into an archive's folder. A source that is there already changes nothing; a file is never overwritten unless forced, and never twice in one run.</summary>
internal sealed class ImportDesk(string root, string folder, bool force, bool keep)
{
    private readonly Dictionary<string, List<string>> bySource = FindSources(root, folder);
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Imports one source, unless the archive has it.</summary>
    public ImportResult Take(ImportSource source, Func<IReadOnlyList<ImportedFile>> import)
    {
        var hash = Importer.HashOf(source);
        var before = bySource.GetValueOrDefault(hash) ?? [];
        if (before.Count > 0 && (!force || before.Exists(written.Contains))) return new ImportResult([$"already imported as {string.Join(", ", before)}"], [], true);
        if (SourceReader.FindUnread(source.Bytes) is { } unread) return new ImportResult([unread], [], false);
        var files = import();
        if (files.Count == 0) return new ImportResult(["can't be read: it is damaged, locked, or a scan without a text layer"], [], false);
        var lines = new List<string>();
        var questions = new List<(string, ImportQuestion)>();
        var done = true;
        for (var i = 0; i < files.Count; i++)
        {
            var path = i < before.Count ? before[i] : FreePath(files[i].Id);
            var disk = Path.Combine(root, path);
            if (File.Exists(disk) && !force)
            {
                lines.Add($"{path} exists and has another source; --force overwrites it");
                done = false;
                continue;
            }

            WriteWhole(path, new UTF8Encoding(false).GetBytes(files[i].Text));
            written.Add(path);
            if (!bySource.TryGetValue(hash, out var known)) bySource[hash] = known = [];
            if (!known.Contains(path)) known.Add(path);
            lines.Add($"wrote {path}{(files[i].Text.Contains("\ndraft: true\n", StringComparison.Ordinal) ? " (a draft)" : "")}");
            questions.AddRange(files[i].Questions.Select(question => (path, question)));
        }

        if (keep && lines.Exists(static line => line.StartsWith("wrote ", StringComparison.Ordinal)) && Importer.KeptPath(source) is var kept && !File.Exists(Path.Combine(root, kept)))
        {
            WriteWhole(kept, source.Bytes);
            lines.Add($"kept as {kept}");
        }

        return new ImportResult(lines, questions, done);
    }

    // A file is there whole or not at all.
    private void WriteWhole(string path, byte[] bytes)
    {
        var disk = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(disk)!);
        var draft = Path.Combine(Path.GetDirectoryName(disk)!, $".{Path.GetFileName(disk)}.tmp");
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, disk, true);
    }

    // Two sources of one run may have the same day and title.
    private string FreePath(string id)
    {
        var path = $"{folder}/{id}.md";
        for (var i = 2; written.Contains(path); i++) path = $"{folder}/{id}-{i}.md";
        return path;
    }

    private static Dictionary<string, List<string>> FindSources(string root, string folder)
    {
        var sources = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in SourceTree.Load(root, [folder], new DiagnosticBag()).Files.Where(static file => file.IsMarkdown))
        {
            if (FrontMatterParser.Parse(file, new DiagnosticBag())?.FrontMatter.Find("source") is not { } source) continue;
            foreach (var map in source is YamlList list ? list.Items.OfType<YamlMap>() : source is YamlMap single ? [single] : Enumerable.Empty<YamlMap>())
            {
                if (map.Find("sha256") is not YamlScalar { Text: { Length: 64 } hash }) continue;
                if (!sources.TryGetValue(hash, out var paths)) sources[hash] = paths = [];
                paths.Add(file.Path);
            }
        }

        return sources;
    }
}
