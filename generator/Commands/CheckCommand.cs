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
        var external = new Option<bool>("--external") { Description = "Also ask whether the addresses outside the site that pages lead to are still there." };
        var command = new Command("check", "Report every problem of the archive and of its finished pages; write nothing.");
        options.AddTo(command);
        command.Add(external);
        report.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            var bag = new DiagnosticBag();
            var build = options.Read(parsed, bag);
            var site = SiteBuilder.Build(build, bag);
            if (site is not null)
            {
                var outside = SiteChecker.Check(site.Plan, site.Plan.Content.Config.BaseUrl, (file, use) => site.Render(file, use, bag), bag);
                if (parsed.GetValue(external)) await AskOutsideAsync(site, outside, build.Read.Now, bag, cancellation);
            }

            return report.Print(parsed, bag, InputText.Reader(options.Root(parsed), site), new RunSummary("Checked", BuildCommand.PageCount(site), watch.ElapsedMilliseconds));
        });
        return command;
    }

    // The links to a site's own editing pages are one a page, and say nothing that its owner does not know.
    private static async Task AskOutsideAsync(Site site, IReadOnlyList<OutsideLink> links, DateTimeOffset now, DiagnosticBag bag, CancellationToken cancellation)
    {
        var content = site.Plan.Content;
        var editing = content.Config.EditUrl?.Split("{path}")[0];
        var archived = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in content.Archive.Statements.SelectMany(static statement => statement.Sources))
        {
            if (source is { Url: { } url, Archived: { } copy }) archived.TryAdd(new Uri(url).AbsoluteUri, copy);
        }

        var asked = links.Where(link => editing is null || !link.Url.AbsoluteUri.StartsWith(editing, StringComparison.Ordinal)).ToList();
        await Console.Error.WriteLineAsync($"rostrum: asking {asked.Select(static link => link.Url.Authority).Distinct().Count()} hosts for {asked.Count} addresses.");
        var path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "rostrum", "links.tsv");
        var cache = OutsideCache.Parse(File.Exists(path) ? await File.ReadAllTextAsync(path, cancellation) : "");
        try
        {
            await OutsideChecker.CheckAsync(asked, new OutsideOptions(now, archived), cache, bag, cancellation);
        }
        finally
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, cache.ToText(), CancellationToken.None);
        }
    }
}
