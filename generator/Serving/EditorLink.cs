using Rostrum.Model;

namespace Rostrum.Serving;

/// <summary>Makes addresses that open a file in an editor at a line: <c>vscode://file/path:3:5</c>.</summary>
public static class EditorLink
{
    /// <summary>The address; null for <c>none</c> and for what must not be an address.</summary>
    /// <param name="editor">A name such as <c>vscode</c>, <c>zed</c> or <c>idea</c>, or an address with <c>{path}</c>, <c>{line}</c> and <c>{column}</c> in it.</param>
    /// <param name="file">Full path of the file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public static string? To(string editor, string file, int line, int column)
    {
        if (editor is "none" or "") return null;
        var pattern = editor.Contains("{path}", StringComparison.Ordinal) ? editor : editor switch
        {
            "idea" or "pycharm" or "webstorm" or "rider" or "phpstorm" => editor + "://open?file={path}&line={line}&column={column}",
            "subl" or "sublime" => "subl://open?url=file://{path}&line={line}&column={column}",
            "txmt" or "textmate" => "txmt://open?url=file://{path}&line={line}&column={column}",
            _ => editor + "://file{path}:{line}:{column}",
        };
        var path = PageUrl.Escape(file.Replace('\\', '/'));
        if (!path.StartsWith('/')) path = "/" + path;
        var link = pattern.Replace("{path}", path, StringComparison.Ordinal).Replace("{line}", line.ToString(), StringComparison.Ordinal).Replace("{column}", column.ToString(), StringComparison.Ordinal);
        return IsEditor(link) ? link : null;
    }

    private static bool IsEditor(string link)
    {
        var scheme = link.Split(':')[0];
        return scheme.Length > 1 && char.IsAsciiLetter(scheme[0]) && scheme.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.')
            && scheme.ToLowerInvariant() is not ("javascript" or "data" or "vbscript" or "blob" or "file");
    }
}
