using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>Path, size and sums of every file of a site, noted while the files are written; for uploading what changed, for proving what was published, and for leaving out a build that would change nothing.</summary>
/// <param name="proves">Whether a SHA-256 of each file is wanted, which <see cref="Save"/> lists. A sum that tells files apart takes a tenth of the time, but can be forged.</param>
public sealed class SiteManifest(bool proves)
{
    private readonly ConcurrentDictionary<string, Noted> noted = new(StringComparer.Ordinal);

    /// <summary>Where the list of a site lies: beside its folder.</summary>
    public static string PathOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".manifest.tsv";

    /// <summary>Notes the copy of a file of the archive, with the sum that the build began with: where another was copied for a moment, the site is not what its note says, and is built again.</summary>
    internal void NoteCopy(string path, SourceFile copied) => Note(path, copied.DiskPath!, copied.Sum());

    /// <summary>Notes a file that was rendered.</summary>
    internal void Note(string path, ReadOnlySpan<byte> bytes) =>
        noted[path] = new Noted(bytes.Length, ContentSum.Of(bytes), proves ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null);

    /// <summary>Notes a file that lies on disk, with its sum if that is known.</summary>
    internal void Note(string path, string file, string? sum = null)
    {
        using var stream = File.OpenRead(file);
        sum ??= ContentSum.Of(stream);
        stream.Position = 0;
        noted[path] = new Noted(stream.Length, sum, proves ? Convert.ToHexStringLower(SHA256.HashData(stream)) : null);
    }

    /// <summary>Writes the list: a heading, then a line a file in ordinal order, its three fields (path, size in bytes, SHA-256) parted by tabs.</summary>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    public void Save(string path)
    {
        var text = new StringBuilder("path\tsize\tsha256\n");
        foreach (var line in Lines(static file => file.Proof)) text.Append(line).Append('\n');
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
    }

    /// <summary>The files, one a line in ordinal order, with the sums that tell them apart.</summary>
    internal IEnumerable<string> Sums => Lines(static file => file.Sum);

    private IEnumerable<string> Lines(Func<Noted, string?> sum) =>
        noted.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key}\t{file.Value.Size}\t{sum(file.Value)}"));

    private sealed record Noted(long Size, string Sum, string? Proof);
}
