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
        var why = folder.Length == 0 ? "The folder needs a name; '.' is the current one."
            : File.Exists(folder) ? $"{folder} is a file. Choose another name."
            : File.Exists(Path.Combine(folder, "site.yml")) ? $"{folder} holds an archive already (there is a site.yml). Choose another folder."
            : null;
        if (why is not null)
        {
            Console.Error.WriteLine($"rostrum: {why}");
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

        var isHere = Path.GetFullPath(folder) == Path.GetFullPath(".");
        Console.Out.WriteLine($"Wrote a new archive to {(isHere ? "this folder" : folder)}{(kept > 0 ? $" and left {kept} file{(kept == 1 ? "" : "s")} there as {(kept == 1 ? "it was" : "they were")}" : "")}. What comes next:");
        if (!isHere) Console.Out.WriteLine($"  cd {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)}");
        Console.Out.WriteLine("  rostrum serve          shows the archive and follows every change");
        Console.Out.WriteLine("  rostrum import FILE    makes a statement of a text, a web page, a DOCX or a PDF");
        Console.Out.WriteLine("Write your title into site.yml, and delete the examples in content/ when you have texts of your own.");
        return 0;
    }
}
