namespace Rostrum.Serving;

/// <summary>Tells when anything below the archive's input folders changes. Changes that come while nobody waits are kept as one.</summary>
public sealed class SourceWatcher : IDisposable
{
    private readonly FileSystemWatcher watcher;
    private readonly SemaphoreSlim signal = new(0);
    private readonly string ignored;

    /// <summary>Watches a folder, but not the output folder within it.</summary>
    public SourceWatcher(string root, string output)
    {
        ignored = Path.GetFullPath(output);
        watcher = new FileSystemWatcher(Path.GetFullPath(root)) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
        watcher.Changed += OnChange;
        watcher.Created += OnChange;
        watcher.Deleted += OnChange;
        watcher.Renamed += OnChange;
        watcher.Error += (_, _) => signal.Release();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change and takes all that have come.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await signal.WaitAsync(cancellation);
        await Task.Delay(20, cancellation);
        while (await signal.WaitAsync(0, cancellation))
        {
            // Taken together with the first.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher.Dispose();
        signal.Dispose();
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        if (!change.FullPath.StartsWith(ignored, StringComparison.Ordinal) && !change.FullPath.Contains("/.", StringComparison.Ordinal)) signal.Release();
    }
}
