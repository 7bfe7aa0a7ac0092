namespace Rostrum.Commands;

/// <summary>A line on a terminal that says how far the build is; nothing in a pipe.</summary>
internal sealed class ProgressLine(int total) : IDisposable
{
    private readonly bool shown = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private int done;

    /// <summary>Counts one file; safe from any thread.</summary>
    public void Advance()
    {
        var now = Interlocked.Increment(ref done);
        if (shown && (now % 256 == 0 || now == total)) Console.Error.Write($"\r{now} of {total} files");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown) Console.Error.Write("\r\u001b[K");
    }
}
