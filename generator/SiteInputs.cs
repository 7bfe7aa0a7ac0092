using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using Rostrum.Sources;

namespace Rostrum;

/// <summary>Everything that a build reads: the settings, and the archive's files.</summary>
public sealed record SiteInputs(SiteConfig Config, SourceTree Tree)
{
    /// <summary>Whether all that was read since the fingerprint was taken was as it was then. A file that was another for a moment may stand in the site.</summary>
    public bool AreAsFingerprinted => Tree.Files.All(static file => !file.HasChanged);

    /// <summary>What tells a build from any other: this program, the options, the day, and the path and bytes of every file. 32 hexadecimal digits.</summary>
    public string Fingerprint(BuildOptions options)
    {
        var read = options.Read;
        var files = Tree.Files.Append(Config.File).ToArray();
        var lines = new string[files.Length];
        Parallel.ForEach(Partitioner.Create(0, files.Length), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++) lines[i] = $"{files[i].Path}\t{files[i].Sum()}";
        });
        var sum = new XxHash128();
        sum.Append(Encoding.UTF8.GetBytes($"{typeof(SiteInputs).Module.ModuleVersionId} {options.BaseUrl} {read.Drafts} {read.Future} {read.Today(Config.TimeZone):yyyy-MM-dd}"));
        foreach (var line in lines) sum.Append(Encoding.UTF8.GetBytes("\n" + line));
        return Convert.ToHexStringLower(sum.GetCurrentHash());
    }
}
