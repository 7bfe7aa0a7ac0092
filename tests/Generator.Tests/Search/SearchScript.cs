using System.ComponentModel;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Search;

/// <summary>Runs the script of the search page in Node; a test that asks for it is skipped where there is none.</summary>
internal static class SearchScript
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the script answers to a request.</summary>
    public static JsonElement Run(object request)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new System.Text.UTF8Encoding(false) };
        start.ArgumentList.Add(Path.Combine(Repository.Tests, "Search", "search.mjs"));
        start.ArgumentList.Add(Path.Combine(Repository.Root, "templates", "assets", "search.js"));
        using var node = Start(start);
        if (node is null) Assert.Skip("Node is not installed; the script of the search page can't be run.");
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        node.StandardInput.Write(JsonSerializer.Serialize(request, Json));
        node.StandardInput.Close();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return JsonDocument.Parse(output.Result).RootElement;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
