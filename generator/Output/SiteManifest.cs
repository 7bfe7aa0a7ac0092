using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rostrum.Output;

/// <summary>Path, size and SHA-256 of every file of a site, noted while the files are rendered; for uploading what changed, and for proving what was published.</summary>
public sealed class SiteManifest
{
    private readonly ConcurrentDictionary<string, (long Size, string Sum)> noted = new(StringComparer.Ordinal);

    /// <summary>Where the list of a site lies: beside its folder.</summary>
    public static string PathOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".manifest.tsv";

    /// <summary>The same files; each is noted when it is rendered, or at once when it is the copy of a file on disk.</summary>
    public IReadOnlyList<OutputFile> Note(IReadOnlyList<OutputFile> files)
    {
        Parallel.ForEach(files.Where(static file => file.CopyOf is not null), NoteCopy);
        return [.. files.Select(file => file.CopyOf is not null ? file : file with { Render = use => file.Render(bytes => { NoteBytes(file.Path, bytes.Span); use(bytes); }), WriteTo = NoteStream(file) })];
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

    private void NoteBytes(string path, ReadOnlySpan<byte> bytes) => noted[path] = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private Action<Stream>? NoteStream(OutputFile file) => file.WriteTo is not { } write ? null : stream =>
    {
        using var sum = SHA256.Create();
        var began = stream.Position;
        using (var through = new CryptoStream(stream, sum, CryptoStreamMode.Write, leaveOpen: true)) write(through);
        noted[file.Path] = (stream.Position - began, Convert.ToHexStringLower(sum.Hash!));
    };

    // The sum that the build began with: where another file was copied for a moment, the site is not what its note says, and is built again.
    private void NoteCopy(OutputFile file) => noted[file.Path] = (file.CopyOf!.Length, file.CopyOf.Sum());
}
