namespace Rostrum.Output;

/// <summary>The right to write to an output folder, which one build at a time has until it is disposed. It is a locked file beside the folder; the system frees the lock however its owner ends.</summary>
internal sealed class BuildHold : IDisposable
{
    private const int PauseMilliseconds = 50;

    // EWOULDBLOCK on Linux and on macOS; ERROR_SHARING_VIOLATION.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];
    private readonly string path;
    private readonly FileStream file;

    private BuildHold(string path, FileStream file)
    {
        this.path = path;
        this.file = file;
    }

    /// <summary>Waits until it is this build's turn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waiting">Called once if another build has it.</param>
    public static BuildHold Wait(string path, Action? waiting)
    {
        BuildHold? hold;
        while ((hold = TryTake(path)) is null)
        {
            waiting?.Invoke();
            waiting = null;
            Thread.Sleep(PauseMilliseconds);
        }

        return hold;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        file.Dispose();
    }

    private static BuildHold? TryTake(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
            if (!OperatingSystem.IsWindows() && !IsNamed(path, file)) return null;
            var hold = new BuildHold(path, file);
            file = null;
            return hold;
        }
        catch (IOException exception) when (file is null && Held.Contains(exception.HResult))
        {
            return null;
        }
        finally
        {
            file?.Dispose();
        }
    }

    // Between opening and locking, the build before may have deleted the file: then what is locked here has no name any more, and the next build would lock another.
    private static bool IsNamed(string path, FileStream file)
    {
        var mark = DateTime.UnixEpoch.AddSeconds(StringComparer.Ordinal.GetHashCode(Path.GetRandomFileName()) & int.MaxValue);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == mark;
    }
}
