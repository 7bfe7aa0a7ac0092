using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum;

/// <summary>What a build depends on beside the archive's files. The clock is read once, by whoever makes these.</summary>
/// <param name="Load">Loads the named files and everything below the named folders; of more files than a number none needs to be read, and one more than that to be there.</param>
/// <param name="Read">What is left out.</param>
/// <param name="BaseUrl">An address that overrules the one in site.yml.</param>
/// <param name="Profile">What times are noted in; null measures nothing.</param>
/// <param name="Memo">What an earlier build of the same archive made of its files; null makes everything anew.</param>
public sealed record BuildOptions(Func<IEnumerable<string>, int, SourceTree> Load, ReadOptions Read, Uri? BaseUrl = null, BuildProfile? Profile = null, BuildMemo? Memo = null);
