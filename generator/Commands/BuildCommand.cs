using System.CommandLine;
using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Pages;

namespace Rostrum.Commands;

/// <summary><c>rostrum build</c>: writes the site.</summary>
internal static class BuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var site = new SiteOptions();
        var report = new ReportOptions();
        var output = new Option<string?>("--output", "-o") { Description = "The folder to write to; ROOT/_site unless given.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Write into a folder that holds files of others, and keep those." };
        var profile = new Option<bool>("--profile") { Description = "Say where the time went." };
        var manifest = new Option<bool>("--manifest") { Description = "Write path, size and SHA-256 of every file into DIR.manifest.tsv." };
        var command = new Command("build", "Write the site.");
        site.AddTo(command);
        command.Add(output);
        command.Add(force);
        command.Add(profile);
        command.Add(manifest);
        report.AddTo(command);
        command.SetAction(parsed => Run(parsed, site, report, new Wishes(parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(profile) ? new BuildProfile() : null, parsed.GetValue(manifest) ? new SiteManifest() : null)));
        return command;
    }

    private static int Run(ParseResult parsed, SiteOptions options, ReportOptions report, Wishes wishes)
    {
        var watch = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        var root = options.Root(parsed);
        var folder = wishes.Output ?? Path.Combine(root, "_site");
        var site = SiteBuilder.Build(options.Read(parsed, bag) with { Profile = wishes.Profile }, bag);
        WriteReport? written = null;
        if (site is not null && !(report.IsStrict(parsed) && bag.ToSorted().Any(static problem => problem.Severity == Severity.Warning)))
        {
            using var progress = new ProgressLine(site.Plan.Files.Count);
            var files = site.ToOutput(bag);
            var target = new OutputTarget(folder, root, wishes.Force, progress.Advance)
            {
                Inputs = site.Plan.Content.Config.InputFolders,
                Waiting = () => Console.Error.WriteLine($"rostrum: another build is writing to {folder}; this one waits for it."),
            };
            written = OutputWriter.Write(wishes.Manifest?.Note(files) ?? files, target, bag);
            wishes.Profile?.End("render and write pages");
        }

        if (written is not null) wishes.Manifest?.Save(SiteManifest.PathOf(folder));
        var what = written is null ? "Nothing was written" : $"Wrote {written.Written} of {written.Files} files to {folder}";
        if (written is { Removed: > 0 }) what += $" and removed {written.Removed}";
        if (wishes.Profile is { } profile) ProfileReport.Print(profile, Console.Error);
        return report.Print(parsed, bag, InputText.Reader(root, site), new RunSummary(what, PageCount(site), watch.ElapsedMilliseconds));
    }

    /// <summary>How many pages a site has.</summary>
    public static int PageCount(Site? site) => site?.Plan.Files.OfType<PlannedPage>().Count() ?? 0;

    private sealed record Wishes(string? Output, bool Force, BuildProfile? Profile, SiteManifest? Manifest);
}
