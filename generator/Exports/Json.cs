using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rostrum.Exports;

/// <summary>How JSON is written: letters of every script as they are.</summary>
internal static class Json
{
    /// <summary>For files that people open: two spaces, line feeds.</summary>
    public static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For files that hold a record a line.</summary>
    public static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
