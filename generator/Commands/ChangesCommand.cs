using System.CommandLine;
using System.Globalization;
using Rostrum.Checking;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary><c>rostrum changes</c>: says in Markdown what changes for readers between an earlier state of the archive and this one. It builds both and compares them, and writes nothing.</summary>
internal static class ChangesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new SiteOptions();
        var since = new Option<string?>("--since") { Description = "A folder that holds the archive as it was.", HelpName = "FOLDER" };
        var day = new Option<DateOnly?>("--day")
        {
            Description = "The day on which the earlier state was published; today unless given.",
            HelpName = "DATE",
            CustomParser = static result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
                result.AddError($"'{result.Tokens[0].Value}' is no date. Write it as 2020-05-22.");
                return null;
            },
        };
        var command = new Command("changes", "Say in Markdown what changes for readers.");
        options.AddTo(command);
        command.Add(since);
        command.Add(day);
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(since) ?? (parsed.GetValue(day) is null ? null : options.Root(parsed));
            if (folder is not null && !Directory.Exists(folder))
            {
                Console.Error.WriteLine($"rostrum: there is no folder {folder}.");
                return 2;
            }

            Console.Out.Write(Write(parsed, options, folder, parsed.GetValue(day)));
            return 0;
        });
        return command;
    }

    private static string Write(ParseResult parsed, SiteOptions options, string? folder, DateOnly? day)
    {
        var bag = new DiagnosticBag();
        var build = options.Read(parsed, bag);
        var site = SiteBuilder.Build(build, bag);
        if (site is not null) SiteChecker.Check(site.Plan, site.Plan.Content.Config.BaseUrl, (file, use) => site.Render(file, use, bag), bag);
        Site? before = null;
        if (folder is not null)
        {
            // What was wrong with the earlier state is no longer of interest.
            var ignored = new DiagnosticBag();
            var moment = day is { } date ? new DateTimeOffset(date, TimeOnly.FromDateTime(build.Read.Now.UtcDateTime), TimeSpan.Zero) : build.Read.Now;
            before = SiteBuilder.Build(build with { Load = (names, most) => SourceTree.Load(folder, names, ignored, most), Read = build.Read with { Now = moment } }, ignored);
        }

        var changes = site is null ? null : SiteChanges.Between(before?.Plan, site.Plan);
        return ChangesReport.Write(changes, bag.ToSorted(), site?.Plan.Content.Config.BaseUrl);
    }
}
