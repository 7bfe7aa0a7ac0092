using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum.Commands;

/// <summary>Finds the text of a file that a problem names, for showing the line. Never follows a symbolic link.</summary>
internal static class InputText
{
    /// <summary>A reader for the files of an archive and the built-in ones.</summary>
    public static Func<string, string?> Reader(string root, Site? site) => path =>
    {
        if (site?.Tree.Find(path) is { } file) return Read(file);
        var disk = Path.Combine(root, path);
        if (File.Exists(disk) && !File.GetAttributes(disk).HasFlag(FileAttributes.ReparsePoint)) return Read(new SourceFile(path, disk, true));
        return BuiltInFiles.Find(path) is { } builtIn ? SourceText.DecodeLoosely(builtIn) : null;
    };

    // What is too large to be read for the site is too large to be read for a line of it.
    private static string? Read(SourceFile file) => file.Length <= Limits.Default.FileSize ? SourceText.DecodeLoosely(file) : null;
}
