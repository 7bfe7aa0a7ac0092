using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>Path, size and SHA-256 of every file of a site, noted while the files are written; for uploading what changed, and for proving what was published.</summary>
public sealed class SiteManifest
{
    private readonly ConcurrentDictionary<string, (long Size, string Sum)> noted = new(StringComparer.Ordinal);

    /// <summary>Where the list of a site lies: beside its folder.</summary>
    public static string PathOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".manifest.tsv";

    /// <summary>Notes the copy of a file of the archive, with the sum that the build began with: where another was copied for a moment, the site is not what its note says, and is built again.</summary>
    internal void Note(string path, SourceFile copied) => noted[path] = (copied.Length, copied.Sum());

    /// <summary>Notes a file that was rendered.</summary>
    internal void Note(string path, ReadOnlySpan<byte> bytes) => noted[path] = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Writes a large file, and notes it.</summary>
    internal void Note(string path, Action<Stream> write, Stream stream)
    {
        using var sum = SHA256.Create();
        var began = stream.Position;
        using (var through = new CryptoStream(stream, sum, CryptoStreamMode.Write, leaveOpen: true)) write(through);
        noted[path] = (stream.Position - began, Convert.ToHexStringLower(sum.Hash!));
    }

    /// <summary>Writes the list: a heading, then a line a file in ordinal order, its three fields parted by tabs.</summary>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    public void Save(string path)
    {
        var text = new StringBuilder("path\tsize\tsha256\n");
        foreach (var line in Lines) text.Append(line).Append('\n');
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
    }

    /// <summary>The files, one a line in ordinal order.</summary>
    internal IEnumerable<string> Lines => noted.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => string.Create(CultureInfo.InvariantCulture, $"{file.Key}\t{file.Value.Size}\t{file.Value.Sum}"));
}
