using System.CommandLine;

namespace Rostrum.Commands;

/// <summary>From arguments to an exit code: 0 fine, 1 the content has errors, 2 wrong usage, 3 the machine failed.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    public static int Run(string[] args)
    {
        var root = new RootCommand("Rostrum turns a folder of official statements into an archive that can be cited.")
        {
            BuildCommand.Create(),
            ServeCommand.Create(),
            CheckCommand.Create(),
            LockCommand.Create(),
            ChangesCommand.Create(),
            ImportCommand.Create(),
            NewCommand.Create(),
            InitCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Console.Error.WriteLine($"rostrum: {error.Message}");
            Console.Error.WriteLine("rostrum: 'rostrum --help' and 'rostrum COMMAND --help' say how it is used.");
            return 2;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rostrum: {exception.Message}");
            return 3;
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rostrum: {exception.InnerException.Message}");
            return 3;
        }
    }
}
