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
        command.SetAction(parsed => Run(parsed, site, report, new Wishes(parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(profile) ? new BuildProfile() : null, parsed.GetValue(manifest) ? new SiteManifest(proves: true) : null)));
        return command;
    }

    private static int Run(ParseResult parsed, SiteOptions options, ReportOptions report, Wishes wishes)
    {
        var watch = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        var root = options.Root(parsed);
        var folder = wishes.Output ?? Path.Combine(root, "_site");
        var build = options.Read(parsed, bag) with { Profile = wishes.Profile };
        var inputs = SiteBuilder.Load(build, bag);
        var finished = inputs is null ? null : new FinishedBuild(folder, inputs.Fingerprint(build));
        if (wishes is { Profile: null, Manifest: null } && bag.IsEmpty && finished?.Find() is { } found)
            return report.Print(parsed, bag, InputText.Reader(root, null), new RunSummary($"Wrote 0 of {found.Files} files to {folder}", found.Pages, watch.ElapsedMilliseconds));
        var site = inputs is null ? null : SiteBuilder.Build(inputs, build, bag);
        var noted = wishes.Manifest ?? new SiteManifest(proves: false);
        var written = site is null || (report.IsStrict(parsed) && bag.ToSorted().Any(static problem => problem.Severity == Severity.Warning)) ? null : Write(site, noted, new OutputTarget(folder, root, wishes.Force, null), bag);
        wishes.Profile?.End("render and write pages");
        if (written is not null && bag.IsEmpty && inputs!.AreAsFingerprinted) finished!.Save(noted, PageCount(site));
        if (written is not null) wishes.Manifest?.Save(SiteManifest.PathOf(folder));
        var what = written is null ? "Nothing was written" : $"Wrote {written.Written} of {written.Files} files to {folder}";
        if (written is { Removed: > 0 }) what += $" and removed {written.Removed}";
        if (wishes.Profile is { } profile) ProfileReport.Print(profile, Console.Error);
        return report.Print(parsed, bag, InputText.Reader(root, site), new RunSummary(what, PageCount(site), watch.ElapsedMilliseconds));
    }

    private static WriteReport? Write(Site site, SiteManifest noted, OutputTarget target, DiagnosticBag bag)
    {
        using var progress = new ProgressLine(site.Plan.Files.Count);
        return OutputWriter.Write(site.ToOutput(bag), target with
        {
            Noted = noted,
            Progress = progress.Advance,
            Inputs = site.Plan.Content.Config.InputFolders,
            Waiting = () => Console.Error.WriteLine($"rostrum: another build is writing to {target.Folder}; this one waits for it."),
        }, bag);
    }

    /// <summary>How many pages a site has.</summary>
    public static int PageCount(Site? site) => site?.Plan.Files.OfType<PlannedPage>().Count() ?? 0;

    private sealed record Wishes(string? Output, bool Force, BuildProfile? Profile, SiteManifest? Manifest);
}
