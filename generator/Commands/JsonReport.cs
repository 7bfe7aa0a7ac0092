using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rostrum.Diagnostics;

namespace Rostrum.Commands;

/// <summary>Prints problems and the summary as one JSON object.</summary>
internal static class JsonReport
{
    /// <summary>The object: <c>problems</c>, <c>summary</c>, <c>pages</c>, <c>milliseconds</c>.</summary>
    public static void Write(IReadOnlyList<Diagnostic> problems, RunSummary summary, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("severity", problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteString("file", problem.At.Path);
                json.WriteNumber("line", problem.At.Line);
                json.WriteNumber("column", problem.At.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("summary", summary.What);
            json.WriteNumber("pages", summary.Pages);
            json.WriteNumber("milliseconds", summary.Milliseconds);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
