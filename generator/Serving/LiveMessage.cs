using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Diagnostics;

namespace Rostrum.Serving;

/// <summary>What an open page says of itself when it calls: where it is, what it shows, and which problems it knows.</summary>
internal sealed record LiveHello(string Target, string Page, string Problems)
{
    /// <summary>Reads what a page sent; null when it is nothing of the kind.</summary>
    public static LiveHello? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var hello = document.RootElement;
            return new LiveHello(hello.GetProperty("path").GetString() ?? "/", hello.GetProperty("page").GetString() ?? "", hello.GetProperty("problems").GetString() ?? "");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>What the server says to open pages, as JSON.</summary>
internal static class LiveMessage
{
    private const int Most = 500;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every problem of the archive, errors first, with the counts, and a version that changes when any of them does.</summary>
    public static ProblemsMessage Problems(Snapshot snapshot)
    {
        var all = snapshot.Problems;
        var shown = ShownProblem.Of(all.OrderByDescending(static problem => problem.Severity).Take(Most), snapshot.Sources);
        var items = Write(json =>
        {
            json.WriteStartObject("counts");
            foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Note }) json.WriteNumber(ShownProblem.Word(severity), all.Count(problem => problem.Severity == severity));
            json.WriteEndObject();
            json.WriteNumber("more", all.Count - shown.Count);
            json.WriteStartArray("items");
            foreach (var problem in shown) WriteProblem(json, problem);
            json.WriteEndArray();
        });
        return new ProblemsMessage(Convert.ToHexStringLower(SHA256.HashData(items).AsSpan(0, 8)), items);
    }

    /// <summary>The message to one page: only what it does not know.</summary>
    public static byte[] Of(SiteAnswer? page, ProblemsMessage? problems, IReadOnlyList<string> files) => Write(json =>
    {
        if (page?.Location is { } location) json.WriteString("go", location);
        else if (page is not null)
        {
            json.WriteStartObject("page");
            json.WriteString("version", page.Version);
            json.WriteString("html", page.Body);
            json.WriteEndObject();
        }

        if (files.Count > 0)
        {
            json.WriteStartArray("files");
            foreach (var file in files) json.WriteStringValue(file);
            json.WriteEndArray();
        }

        if (problems is null) return;
        json.WritePropertyName("problems");
        json.WriteRawValue(problems.WithVersion, true);
    });

    private static void WriteProblem(Utf8JsonWriter json, ShownProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("severity", problem.Severity);
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        json.WriteString("path", problem.Path);
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        if (problem.Open is { } open) json.WriteString("open", open);
        if (problem.Excerpt is { } excerpt)
        {
            json.WriteString("excerpt", excerpt.Text);
            json.WriteNumber("caret", excerpt.Caret);
        }

        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory.ToArray();
    }
}

/// <summary>The problems of a snapshot as JSON, and their version.</summary>
internal sealed record ProblemsMessage(string Version, byte[] Json)
{
    /// <summary>The JSON with the version in it.</summary>
    public byte[] WithVersion => [.. Encoding.UTF8.GetBytes($"{{\"version\":\"{Version}\","), .. Json.AsSpan(1)];
}
