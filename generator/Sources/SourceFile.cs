namespace Rostrum.Sources;

/// <summary>One input file. Its path is relative to the archive's root, with forward slashes; its bytes are read once, or again after they were let go.</summary>
public sealed class SourceFile
{
    private readonly Lock reading = new();
    private byte[]? bytes;
    private string? sum;
    private volatile bool hasChanged;

    /// <summary>A file whose bytes are known.</summary>
    public SourceFile(string path, byte[] bytes)
    {
        Path = path;
        this.bytes = bytes;
    }

    /// <summary>A file on disk, read at once, if it is of a usual size, or when its bytes are first asked for.</summary>
    /// <param name="path">Path relative to the root.</param>
    /// <param name="diskPath">Where it lies.</param>
    /// <param name="now">Whether to read it at once.</param>
    public SourceFile(string path, string diskPath, bool now)
    {
        Path = path;
        DiskPath = diskPath;
        if (now && (bytes = ReadIfUsual(diskPath)) is { } read) sum = ContentSum.Of(read);
    }

    /// <summary>Path relative to the root.</summary>
    public string Path { get; }

    /// <summary>How many bytes it has.</summary>
    public long Length => bytes is not null || DiskPath is null ? Bytes.Length : new FileInfo(DiskPath).Length;

    /// <summary>Where the file lies, or null for a file in memory.</summary>
    public string? DiskPath { get; }

    /// <summary>The whole file.</summary>
    public byte[] Bytes => Volatile.Read(ref bytes) ?? ReadFile();

    /// <summary>Whether it was read after <see cref="Sum"/> was taken and had other bytes.</summary>
    public bool HasChanged => hasChanged;

    /// <summary>Lets go of the bytes of a file on disk; who asks for them later reads it again.</summary>
    public void Release()
    {
        if (DiskPath is not null) Volatile.Write(ref bytes, null);
    }

    /// <summary>The <see cref="ContentSum"/> of its bytes as they were when it was first asked for; they need not be in memory for it.</summary>
    public string Sum() => sum ??= ComputeSum();

    /// <summary>Whether another file has the same path and the same bytes.</summary>
    public bool HasSameBytes(SourceFile other) => ReferenceEquals(this, other) || (Path == other.Path && Bytes.AsSpan().SequenceEqual(other.Bytes));

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The part of the path before the name, without a slash at its end; empty at the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    /// <summary>Whether it is a Markdown file.</summary>
    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static byte[]? ReadIfUsual(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        if (length > Limits.Default.FileSize) return null;
        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count) read += count;
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private string ComputeSum()
    {
        if (DiskPath is null || bytes is not null) return ContentSum.Of(Bytes);
        using var stream = File.OpenRead(DiskPath);
        return ContentSum.Of(stream);
    }

    private byte[] ReadFile()
    {
        lock (reading)
        {
            if (bytes is { } already) return already;
            var read = File.ReadAllBytes(DiskPath!);
            if (sum is { } known && ContentSum.Of(read) != known) hasChanged = true;
            Volatile.Write(ref bytes, read);
            return read;
        }
    }
}
