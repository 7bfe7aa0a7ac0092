using System.Text;

namespace Rostrum.Output;

/// <summary>The list of files that Rostrum wrote into an output folder, one path a line in ordinal order. What is not in it belongs to somebody else.</summary>
internal static class Manifest
{
    /// <summary>Name of the file that holds the list.</summary>
    public const string Name = ".rostrum-manifest";

    /// <summary>Name that it has until it is whole.</summary>
    public const string PartName = Name + "-part";

    /// <summary>The paths; null when the folder has no manifest.</summary>
    public static HashSet<string>? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? [.. File.ReadAllLines(path).Where(static line => line.Length > 0)] : null;
    }

    /// <summary>Writes the list into a folder, in one step: a folder has either the whole of it or none.</summary>
    public static void Write(string folder, IEnumerable<string> paths)
    {
        var text = new StringBuilder();
        foreach (var path in paths.Order(StringComparer.Ordinal)) text.Append(path).Append('\n');
        FileContent.Write(Path.Combine(folder, PartName), Encoding.UTF8.GetBytes(text.ToString()));
        File.Move(Path.Combine(folder, PartName), Path.Combine(folder, Name));
    }
}
