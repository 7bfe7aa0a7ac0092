using Rostrum.Diagnostics;
using Rostrum.Output;
using Rostrum.Sources;

namespace Rostrum.Tests.Harness;

/// <summary>Builds an archive on disk into a folder beside it, as the command does.</summary>
internal static class DiskSite
{
    /// <summary>What was written (null when the output was refused or the archive has errors), the site, and every problem.</summary>
    public static (WriteReport? Report, Site Site, DiagnosticBag Bag) Build(TempFolder root, string folder, bool force)
    {
        var bag = new DiagnosticBag();
        var site = SiteBuilder.Build(new BuildOptions((names, most) => SourceTree.Load(root.Path, names, bag, most), TestSite.Options), bag)!;
        return (OutputWriter.Write(site.ToOutput(bag), new OutputTarget(root.Of(folder), root.Path, force, null) { Inputs = site.Plan.Content.Config.InputFolders }, bag), site, bag);
    }
}
