using System.Diagnostics;

namespace Rostrum.BrowserTests;

/// <summary>An archive on disk with <c>rostrum serve</c> over it, as a process of its own.</summary>
internal sealed class ServedArchive : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("rostrum-preview-").FullName;
    private Process? server;

    /// <summary>Where the site is served, with its slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Writes a file as most editors do: in place.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Writes a file beside it and renames it into its place, as careful editors do.</summary>
    public void WriteByRename(string path, string text)
    {
        Write(path + ".new", text);
        File.Move(Path.Combine(root, path + ".new"), Path.Combine(root, path), true);
    }

    /// <summary>Starts the server; again on the same port where it was started before.</summary>
    public async Task StartAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] port = Address.Length > 0 ? ["--port", new Uri(Address).Port.ToString()] : ["--port", "18800"];
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "rostrum.dll"), "serve", root }.Concat(port).Concat(options)) start.ArgumentList.Add(argument);
        server = Process.Start(start)!;
        var line = await server.StandardOutput.ReadLineAsync() ?? "";
        Address = line.Split(' ')[2];
        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
    }

    /// <summary>Kills the server.</summary>
    public void Kill()
    {
        server?.Kill();
        server?.WaitForExit();
        server?.Dispose();
        server = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        Directory.Delete(root, true);
    }
}
