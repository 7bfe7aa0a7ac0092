using System.CommandLine;
using System.Diagnostics;
using Rostrum.Checking;
using Rostrum.Diagnostics;

namespace Rostrum.Commands;

/// <summary><c>rostrum check</c>: everything that build reports, and every link, anchor and id of the finished pages; writes nothing.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new SiteOptions();
        var report = new ReportOptions();
        var command = new Command("check", "Report every problem of the archive and of its finished pages; write nothing.");
        options.AddTo(command);
        report.AddTo(command);
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            var bag = new DiagnosticBag();
            var site = SiteBuilder.Build(options.Read(parsed, bag), bag);
            if (site is not null) SiteChecker.Check(site.Plan, site.Plan.Content.Config.BaseUrl, (file, use) => site.Render(file, use, bag), bag);
            return report.Print(parsed, bag, InputText.Reader(options.Root(parsed), site), new RunSummary("Checked", BuildCommand.PageCount(site), watch.ElapsedMilliseconds));
        });
        return command;
    }
}
