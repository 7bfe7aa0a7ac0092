using System.Runtime.InteropServices;

namespace Rostrum.Output;

/// <summary>What the framework does not offer: hard links, and two folders exchanged in one step.</summary>
internal static partial class FileSystem
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Makes <paramref name="link"/> another name of a file, or a copy where the system has no hard links. A symbolic link is made anew, so that it is never followed.</summary>
    public static void Link(string file, string link)
    {
        if (new FileInfo(file).LinkTarget is { } target) File.CreateSymbolicLink(link, target);
        else if (OperatingSystem.IsWindows() || LinkNative(file, link) != 0) File.Copy(file, link);
    }

    /// <summary>Exchanges two folders so that nobody ever sees neither (Linux <c>renameat2</c>); false where the system can't.</summary>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return ExchangeNative(CurrentFolder, first, CurrentFolder, second, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LinkNative(string file, string link);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ExchangeNative(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
