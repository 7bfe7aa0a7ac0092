using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum.Commands;

/// <summary>Finds the text of a file that a problem names, for showing the line. Never follows a symbolic link.</summary>
internal static class InputText
{
    /// <summary>A reader for the files of an archive and the built-in ones.</summary>
    public static Func<string, string?> Reader(string root, Site? site) => path =>
    {
        if (site?.Tree.Find(path) is { } file) return SourceText.DecodeLoosely(file);
        var disk = Path.Combine(root, path);
        if (File.Exists(disk) && !File.GetAttributes(disk).HasFlag(FileAttributes.ReparsePoint)) return SourceText.DecodeLoosely(new SourceFile(path, disk, true));
        return BuiltInFiles.Find(path) is { } builtIn ? SourceText.DecodeLoosely(builtIn) : null;
    };
}
