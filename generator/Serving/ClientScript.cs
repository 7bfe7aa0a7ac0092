using System.Text;
using System.Text.Encodings.Web;

namespace Rostrum.Serving;

/// <summary>The script that keeps open pages up to date: idiomorph (its licence lies beside it), the preview's own style and script, in one function so that no page sees their names.</summary>
internal static class ClientScript
{
    /// <summary>The script.</summary>
    public static byte[] Read() => Encoding.UTF8.GetBytes(
        $"(() => {{\n{Resource("idiomorph.min.js")}\nconst STYLE = \"{JavaScriptEncoder.Default.Encode(Resource("preview.css"))}\";\n{Resource("preview.js")}}})();\n");

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ClientScript).Assembly.GetManifestResourceStream("preview/" + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
