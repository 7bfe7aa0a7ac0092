using System.Buffers;
using System.Globalization;
using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>Reads, compares and writes whole files with few system calls.</summary>
internal static class FileContent
{
    private const int Chunk = 256 * 1024;

    /// <summary>Whether a file exists and holds exactly these bytes.</summary>
    public static bool Equals(string path, ReadOnlySpan<byte> bytes)
    {
        if (!File.Exists(path)) return false;
        using var handle = File.OpenHandle(path);
        if (RandomAccess.GetLength(handle) != bytes.Length) return false;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(Math.Max(bytes.Length, 1), Chunk));
        try
        {
            for (var offset = 0; offset < bytes.Length;)
            {
                var read = RandomAccess.Read(handle, buffer, offset);
                if (read == 0 || !bytes.Slice(offset, Math.Min(read, bytes.Length - offset)).SequenceEqual(buffer.AsSpan(0, read))) return false;
                offset += read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether two files exist and are equal.</summary>
    public static bool AreEqual(string first, string second)
    {
        if (!File.Exists(second) || new FileInfo(first).Length != new FileInfo(second).Length) return false;
        using var one = File.OpenRead(first);
        using var two = File.OpenRead(second);
        var (left, right) = (new byte[Chunk], new byte[Chunk]);
        while (true)
        {
            var count = one.ReadAtLeast(left, Chunk, false);
            if (count != two.ReadAtLeast(right, Chunk, false) || !left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count))) return false;
            if (count < Chunk) return true;
        }
    }

    /// <summary>Whether a file exists and has a size and a <see cref="ContentSum"/>, both as text.</summary>
    public static bool HasSum(string path, string size, string sum)
    {
        if (!File.Exists(path)) return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return stream.Length.ToString(CultureInfo.InvariantCulture) == size && ContentSum.Of(stream) == sum;
    }

    /// <summary>Opens a new file that is written piece by piece.</summary>
    public static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Chunk, FileOptions.SequentialScan);

    /// <summary>Writes a new file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.Write(handle, bytes, 0);
    }
}
