using System.Runtime.InteropServices;

namespace Rostrum.Benchmarks;

/// <summary>CPU time of all child processes that have ended (getrusage(2), RUSAGE_CHILDREN), which the framework does not tell.</summary>
internal static partial class ChildTime
{
    private const int Children = -1;

    /// <summary>User and system seconds together.</summary>
    public static double Seconds()
    {
        Span<long> usage = stackalloc long[18];
        if (GetUsage(Children, ref MemoryMarshal.GetReference(usage)) != 0) return 0;
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}
