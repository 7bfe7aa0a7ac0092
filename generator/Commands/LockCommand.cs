using System.CommandLine;
using System.Diagnostics;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Pages;

namespace Rostrum.Commands;

/// <summary><c>rostrum lock</c>: records every published address and passage, so that a later build can keep them. What waits for its day is published by then without another look, so it is locked now.</summary>
internal static class LockCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new SiteOptions();
        var report = new ReportOptions();
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when something is published that is not in the lock." };
        var command = new Command("lock", "Record every published address in content/published.lock.");
        options.AddTo(command);
        report.AddTo(command);
        command.Add(check);
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            var bag = new DiagnosticBag();
            var build = options.Read(parsed, bag);
            var site = SiteBuilder.Build(build with { Read = build.Read with { Future = true } }, bag);
            var what = "Nothing was locked";
            if (site is not null && !bag.HasErrors) what = parsed.GetValue(check) ? Check(site.Plan, bag) : Write(site.Plan, options.Root(parsed));
            return report.Print(parsed, bag, InputText.Reader(options.Root(parsed), site), new RunSummary(what, BuildCommand.PageCount(site), watch.ElapsedMilliseconds));
        });
        return command;
    }

    private static string Write(PagePlan plan, string root)
    {
        var locked = PublishedAddresses.Of(plan);
        var path = Path.Combine(root, PublishedLock.FilePath);
        var text = locked.Write();
        if (File.Exists(path) && File.ReadAllText(path) == text) return "Nothing new to lock";
        File.WriteAllText(path, text);
        return $"Locked {locked.Addresses.Count} addresses";
    }

    private static string Check(PagePlan plan, DiagnosticBag bag)
    {
        var known = plan.Content.Rules.Lock;
        foreach (var address in PublishedAddresses.Of(plan).Addresses)
        {
            var old = known.Find(new PageUrl(address.Path));
            if (old is null || address.Passages.Any(passage => old.Passages.All(other => other.Id != passage.Id))) bag.Add(Problems.NotLocked(address.At, new PageUrl(address.Path).ToString()));
        }

        return "Compared with the lock";
    }
}
