using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Output;

/// <summary>Files that are too large to be held in memory.</summary>
public sealed class LargeFileTests : IDisposable
{
    private readonly TempFolder root = new();

    /// <inheritdoc/>
    public void Dispose() => root.Dispose();

    [Fact]
    public void ALargeFileIsWrittenPieceByPieceAndNeverAskedForAsAWhole()
    {
        Assert.Equal(1, Write(1000).Written);
        Assert.Equal(1000 * 64 * 1024, new FileInfo(root.Of("site/large.bin")).Length);
    }

    [Fact]
    public void ALargeFileThatDidNotChangeIsNotTouched()
    {
        Write(3);
        File.SetLastWriteTimeUtc(root.Of("site/large.bin"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, Write(3).Written);
        Assert.Equal(2001, File.GetLastWriteTimeUtc(root.Of("site/large.bin")).Year);
        Assert.Equal(1, Write(4).Written);
        Assert.Equal(4 * 64 * 1024, new FileInfo(root.Of("site/large.bin")).Length);
    }

    [Fact]
    public void AnUnchangedLargeFileStaysBesideOneThatChanged()
    {
        var bag = new DiagnosticBag();
        OutputFile Small(string text) => new("small.txt", use =>
        {
            use(System.Text.Encoding.UTF8.GetBytes(text));
            return true;
        });
        OutputWriter.Write([Large(3), Small("one")], Target, bag);
        Assert.Equal(1, OutputWriter.Write([Large(3), Small("two")], Target, bag)!.Written);
        Assert.Equal("two", File.ReadAllText(root.Of("site/small.txt")));
        Assert.Equal(3 * 64 * 1024, new FileInfo(root.Of("site/large.bin")).Length);
        Assert.Equal([], bag.ToSorted());
    }

    private OutputTarget Target => new(root.Of("site"), root.Of("archive"), false, null);

    private WriteReport Write(int pieces) => OutputWriter.Write([Large(pieces)], Target, new DiagnosticBag())!;

    private static OutputFile Large(int pieces) => new("large.bin", static _ => throw new InvalidOperationException("asked for as a whole"), null, stream =>
    {
        var piece = new byte[64 * 1024];
        for (var i = 0; i < pieces; i++) stream.Write(piece);
    });
}
