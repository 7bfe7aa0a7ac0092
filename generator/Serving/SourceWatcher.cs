using System.Threading.Channels;

namespace Rostrum.Serving;

/// <summary>
/// Tells at once when anything among the archive's inputs may have changed. What comes while nobody waits is kept as one.
/// Where the system can't tell (too many folders, a network drive) or has lost events, it says that anything may have changed.
/// </summary>
public sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private readonly string root;
    private readonly bool poll;
    private readonly Lock gate = new();
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    private IReadOnlyList<string> folders = [];
    private bool anything;
    private bool failed;

    /// <summary>Watches an archive; with <paramref name="poll"/> by looking at every file twice a second.</summary>
    public SourceWatcher(string root, bool poll)
    {
        this.root = Path.GetFullPath(root);
        this.poll = poll;
    }

    /// <summary>Whether the files are looked at again and again, because that was asked for or because the system can't tell.</summary>
    public bool IsPolling => poll || failed;

    /// <summary>Sets the folders to watch, relative to the root; site.yml is always watched. Folders that do not exist are watched from when they do.</summary>
    public void Watch(IEnumerable<string> inputs)
    {
        lock (gate)
        {
            folders = [.. inputs];
            Arm();
        }
    }

    /// <summary>Waits for the next change and takes all that have come.</summary>
    public async Task<SourceChanges> NextAsync(CancellationToken cancellation)
    {
        if (IsPolling)
        {
            await Task.Delay(PollInterval, cancellation);
            return new SourceChanges([], true);
        }

        await signal.Reader.ReadAsync(cancellation);
        lock (gate)
        {
            var taken = new SourceChanges([.. changed.Order(StringComparer.Ordinal)], anything);
            changed.Clear();
            anything = false;
            Arm();
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values) watcher.Dispose();
            watchers.Clear();
        }
    }

    // A watcher of a folder that was deleted hears nothing of one that is made in its place, so that it is made anew with it.
    private void Arm()
    {
        if (IsPolling) return;
        try
        {
            Add("", false);
            foreach (var folder in folders)
            {
                if (Directory.Exists(Path.Combine(root, folder))) Add(folder, true);
                else if (watchers.Remove(folder, out var gone)) gone.Dispose();
                for (var parent = Path.GetDirectoryName(folder); !string.IsNullOrEmpty(parent) && Directory.Exists(Path.Combine(root, parent)); parent = Path.GetDirectoryName(parent)) Add(parent, false);
            }
        }
        catch (IOException)
        {
            failed = true; // the system's limit of watched folders is reached
            Changed(null);
        }
    }

    private void Add(string folder, bool deep)
    {
        var name = deep ? folder : folder + "/";
        if (watchers.ContainsKey(name)) return;
        var watcher = new FileSystemWatcher(Path.Combine(root, folder))
        {
            IncludeSubdirectories = deep,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        watcher.Changed += (_, change) => Changed(change.FullPath);
        watcher.Created += (_, change) => Changed(change.FullPath);
        watcher.Deleted += (_, change) => Deleted(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Deleted(change.OldFullPath);
            Changed(change.FullPath);
        };
        watcher.Error += (_, _) => Lost();
        watchers[name] = watcher;
        watcher.EnableRaisingEvents = true;
    }

    private void Deleted(string fullPath)
    {
        var path = Relative(fullPath);
        lock (gate)
        {
            if (watchers.Remove(path, out var gone))
            {
                gone.Dispose();
                if (watchers.Remove(path + "/", out var shallow)) shallow.Dispose();
            }
        }

        Changed(fullPath);
    }

    private void Lost()
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values) watcher.Dispose();
            watchers.Clear();
        }

        Changed(null);
    }

    private void Changed(string? fullPath)
    {
        lock (gate)
        {
            if (fullPath is null) anything = true;
            else if (Relative(fullPath) is var path && Matters(path)) changed.Add(path);
            else return;
        }

        signal.Writer.TryWrite(true);
    }

    private string Relative(string fullPath) => Path.GetRelativePath(root, fullPath).Replace('\\', '/');

    private bool Matters(string path)
    {
        if (path == "site.yml") return true;
        if (folders.Any(folder => folder.StartsWith(path + "/", StringComparison.Ordinal) || folder == path)) return true;
        if (!folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))) return false;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return !IsScratch(name) && (!name.StartsWith('.') || path.StartsWith("static/", StringComparison.Ordinal));
    }

    // What editors leave beside a file while they save it: Vim's 4913 and swap files, Emacs's locks, backups.
    private static bool IsScratch(string name) =>
        name == "4913" || name.EndsWith('~') || name.EndsWith(".swp", StringComparison.Ordinal) || name.EndsWith(".swx", StringComparison.Ordinal) || name.StartsWith(".#", StringComparison.Ordinal) || (name.StartsWith('#') && name.EndsWith('#'));
}
