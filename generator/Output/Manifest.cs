using System.Text;

namespace Rostrum.Output;

/// <summary>The list of files that Rostrum wrote into an output folder, one path a line in ordinal order. What is not in it belongs to somebody else.</summary>
internal static class Manifest
{
    /// <summary>Name of the file that holds the list.</summary>
    public const string Name = ".rostrum-manifest";

    /// <summary>The paths; null when the folder has no manifest.</summary>
    public static HashSet<string>? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? [.. File.ReadAllLines(path).Where(static line => line.Length > 0)] : null;
    }

    /// <summary>The bytes of a manifest.</summary>
    public static byte[] Write(IEnumerable<string> paths)
    {
        var text = new StringBuilder();
        foreach (var path in paths.Order(StringComparer.Ordinal)) text.Append(path).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
