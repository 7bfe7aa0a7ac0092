using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Pages;
using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum;

/// <summary>A complete plan, and the means to render any file of it at any time on any thread.</summary>
public sealed record Site(PagePlan Plan, PageRenderer Renderer, SourceTree Tree, BuildProfile? Profile = null)
{
    // One for each thread that renders.
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    /// <summary>Renders one file and hands its bytes to <paramref name="use"/>, which are only valid during the call; false when that failed (reported).</summary>
    public bool Render(PlannedFile file, Action<ReadOnlyMemory<byte>> use, DiagnosticBag bag)
    {
        if (Profile is null) return RenderFile(file, use, bag);
        var began = Stopwatch.GetTimestamp();
        var ended = began;
        var rendered = RenderFile(
            file,
            bytes =>
            {
                ended = Stopwatch.GetTimestamp();
                use(bytes);
            },
            bag);
        Profile.Add(file, ended - began);
        return rendered;
    }

    /// <summary>The files as the writer sees them.</summary>
    public IReadOnlyList<OutputFile> ToOutput(DiagnosticBag bag) =>
        [.. Plan.Files.Select(file => new OutputFile(file.Url.FilePath, use => Render(file, use, bag), (file as PlannedCopy)?.File is { DiskPath: not null } copied ? copied : null, (file as PlannedStream) is { } large ? stream => Write(large, stream) : null))];

    private void Write(PlannedStream file, Stream stream)
    {
        var began = Stopwatch.GetTimestamp();
        file.Write(stream);
        Profile?.Add(file, Stopwatch.GetTimestamp() - began);
    }

    private bool RenderFile(PlannedFile file, Action<ReadOnlyMemory<byte>> use, DiagnosticBag bag)
    {
        switch (file)
        {
            case PlannedPage page:
                return Renderer.Render(page, use, bag);
            case PlannedExport export:
                if (!buffers.TryTake(out var buffer)) buffer = new ArrayBufferWriter<byte>();
                export.Write(Plan.Content, buffer);
                use(buffer.WrittenMemory);
                buffer.ResetWrittenCount();
                buffers.Add(buffer);
                return true;
            case PlannedStream large: // asked for alone, by the preview or a test; a build hands its writer to the output
                using (var whole = new MemoryStream())
                {
                    large.Write(whole);
                    use(whole.GetBuffer().AsMemory(0, (int)whole.Length));
                }

                return true;
            case PlannedCopy copy:
                use(copy.File.Bytes);
                return true;
            default:
                return false;
        }
    }
}
