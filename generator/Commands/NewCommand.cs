using System.CommandLine;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Scaffold;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary><c>rostrum new</c>: writes a file of any kind with today's date and the keys that matter.</summary>
internal static class NewCommand
{
    private const int LongestName = 60;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "statement, topic, person, delegation, forum, meeting, instrument or page." };
        kind.Validators.Add(static result =>
        {
            var word = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
            if (NewFile.FindKind(word) is null) result.AddError($"'{word}' is no kind{(DidYouMean.Find(word, NewFile.Kinds) is { } near ? $" (did you mean '{near}'?)" : "")}. It is one of {string.Join(", ", NewFile.Kinds)}.");
        });
        var name = new Argument<string>("NAME") { Description = "Its title or name; the file's name is made of it." };
        var command = new Command("new", "Write a new content file.") { kind, name };
        command.SetAction(parsed => Run(NewFile.FindKind(parsed.GetValue(kind)!)!, parsed.GetValue(name)!));
        return command;
    }

    private static int Run(string kind, string name)
    {
        if (!File.Exists("site.yml"))
        {
            Console.Error.WriteLine("rostrum: there is no site.yml here. Go to the folder of your archive, or begin one with 'rostrum init'.");
            return 2;
        }

        var config = SiteConfigReader.Read(SourceTree.Load(".", ["site.yml"], new DiagnosticBag()).Find("site.yml"), null, new DiagnosticBag());
        var slug = Shorten(Slug.Of(name));
        if (!Slug.IsUsable(slug))
        {
            Console.Error.WriteLine($"rostrum: no file can be named after '{name}': it needs a letter or a digit, and 'page' and 'index' are taken.");
            return 2;
        }

        var today = SiteOptions.Today(config?.TimeZone ?? TimeZoneInfo.Utc);
        var folder = kind == "statement" ? config?.StatementFolders[0] ?? "content/statements" : NewFile.FolderOf(kind);
        var path = $"{folder}/{(kind == "statement" ? $"{today:yyyy-MM-dd}-{slug}" : slug)}.md";
        if (File.Exists(path))
        {
            Console.Error.WriteLine($"rostrum: {path} exists already.");
            return 2;
        }

        Directory.CreateDirectory(folder);
        // Under its name it is whole from the first moment, for a preview that is looking.
        var hidden = $"{folder}/.{Path.GetFileName(path)}.new";
        File.WriteAllText(hidden, NewFile.Write(kind, name, today), new UTF8Encoding(false));
        File.Move(hidden, path);
        Console.Out.WriteLine($"Wrote {path}.{(kind == "statement" ? " It is a draft: take out the line 'draft: true' to publish it." : "")}");
        return 0;
    }

    // A title may be a sentence; an address had better not.
    private static string Shorten(string slug)
    {
        if (slug.Length <= LongestName) return slug;
        var end = slug.LastIndexOf('-', LongestName);
        return slug[..(end > 0 ? end : LongestName)];
    }
}
