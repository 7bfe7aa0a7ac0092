namespace Rostrum.Serving;

/// <summary>What may have changed in the archive since the last look: paths relative to its root with forward slashes, of files or folders; or anything at all.</summary>
public sealed record SourceChanges(IReadOnlyList<string> Paths, bool Anything);
