using System.CommandLine;
using Rostrum.Scaffold;

namespace Rostrum.Commands;

/// <summary><c>rostrum init</c>: writes a new archive that builds at once; files that are there already stay as they are.</summary>
internal static class InitCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the new archive; made when it does not exist." };
        var command = new Command("init", "Write a new archive that builds at once.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!));
        return command;
    }

    private static int Run(string folder)
    {
        if (File.Exists(Path.Combine(folder, "site.yml")))
        {
            Console.Error.WriteLine($"rostrum: {folder} holds an archive already (there is a site.yml). Choose another folder.");
            return 2;
        }

        var kept = 0;
        foreach (var (path, bytes) in ScaffoldFiles.All())
        {
            var disk = Path.Combine(folder, path);
            if (File.Exists(disk))
            {
                kept++;
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(disk)!);
            File.WriteAllBytes(disk, bytes);
        }

        Console.Out.WriteLine($"Wrote a new archive to {folder}{(kept > 0 ? $" and left {kept} files there as they were" : "")}. Go there and run 'rostrum serve' to see it, then write your title into site.yml.");
        return 0;
    }
}
