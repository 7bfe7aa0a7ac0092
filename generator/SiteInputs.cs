using System.IO.Hashing;
using System.Runtime.InteropServices;
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
        Parallel.ForEach(Tree.Files, static file => file.Sum());
        var sum = new XxHash128();
        sum.Append(Encoding.UTF8.GetBytes($"{typeof(SiteInputs).Module.ModuleVersionId} {options.BaseUrl} {read.Drafts} {read.Future} {read.Today(Config.TimeZone):yyyy-MM-dd}"));
        foreach (var file in Tree.Files.Append(Config.File))
        {
            Append(sum, "\n" + file.Path);
            Append(sum, file.Sum());
        }

        return Convert.ToHexStringLower(sum.GetCurrentHash());
    }

    private static void Append(XxHash128 sum, string text) => sum.Append(MemoryMarshal.AsBytes(text.AsSpan()));
}
