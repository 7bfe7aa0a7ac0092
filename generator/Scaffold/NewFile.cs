using System.Globalization;
using Rostrum.Model;

namespace Rostrum.Scaffold;

/// <summary>The text of a new content file: the keys that matter, the others as comments.</summary>
internal static class NewFile
{
    /// <summary>The kinds by the words one types.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["statement", "topic", "person", "delegation", "forum", "meeting", "instrument", "page"];

    /// <summary>The kind that a word names, in the singular or the plural; null for any other word.</summary>
    public static string? FindKind(string word)
    {
        word = word.ToLowerInvariant();
        if (word == "people") return "person";
        return Kinds.FirstOrDefault(kind => kind == word || kind + "s" == word);
    }

    /// <summary>The folder of a kind that is no statement.</summary>
    public static string FolderOf(string kind) => kind == "page" ? "content/pages" : $"content/{EntityKinds.Find(kind)!.Value.Name()}";

    /// <summary>The file's text.</summary>
    public static string Write(string kind, string name, DateOnly today)
    {
        var title = name.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"---\ntitle: \"{string.Concat(title.Where(static c => !char.IsControl(c)))}\"\n{Rest(kind, day)}---\n\n";
    }

    private static string Rest(string kind, string day) => kind switch
    {
        "statement" => $"date: {day}\n# speaker:\n# role:\n# delegation:\n# forum:\n# meeting:\n# delivery: {string.Join(", ", Statement.Deliveries)}\n# topics: []\n# source:\n#   url:\n#   retrieved: {day}\ndraft: true\n",
        "topic" => "# aliases: []\n# broader:\n# summary:\n",
        "person" => "# aliases: []\n# family:\n# given:\n# order: family-first or given-first\n# delegation:\n# roles:\n#   - role:\n#     from:\n",
        "delegation" => "# aliases: []\n# code:\n# type: state, group or organisation\n",
        "forum" => "# aliases: []\n# short:\n# parent:\n",
        "meeting" => $"# forum:\nstart: {day}\n# place:\n# mode: in-person, virtual or hybrid\n",
        "instrument" => "# symbol:\n# url:\n# adopted:\n",
        _ => "# weight: 0\n# summary:\n",
    };
}
