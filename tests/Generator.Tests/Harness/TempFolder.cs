using System.Text;

namespace Rostrum.Tests.Harness;

/// <summary>A folder on disk that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("rostrum-").FullName;

    /// <summary>The folder with these files in it.</summary>
    public static TempFolder With(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var folder = new TempFolder();
        foreach (var (path, bytes) in files) folder.Write(path, bytes);
        return folder;
    }

    /// <summary>Writes a file, making the folders it needs.</summary>
    public void Write(string path, byte[] bytes)
    {
        var full = Of(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>Writes a text.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The place of a file in it.</summary>
    public string Of(string path) => System.IO.Path.Combine(Path, path);

    /// <summary>All files below a folder of it, by their paths relative to that folder.</summary>
    public SortedDictionary<string, byte[]> Read(string below)
    {
        var read = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (!Directory.Exists(Of(below))) return read;
        foreach (var file in Directory.EnumerateFiles(Of(below), "*", SearchOption.AllDirectories)) read[System.IO.Path.GetRelativePath(Of(below), file).Replace('\\', '/')] = File.ReadAllBytes(file);
        return read;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, true);
}
