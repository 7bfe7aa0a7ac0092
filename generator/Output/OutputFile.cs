using Rostrum.Sources;

namespace Rostrum.Output;

/// <summary>A file of the site as the writer sees it: where it goes, and what makes its bytes.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Render">Makes the bytes and hands them on; they are valid during the call only. False when that failed (and was reported).</param>
/// <param name="CopyOf">A file on disk that the site holds unchanged, so that its bytes need not pass through memory; else null.</param>
/// <param name="WriteTo">Writes the bytes of a large file as they are made, so that they are never all in memory; else null.</param>
public sealed record OutputFile(string Path, Func<Action<ReadOnlyMemory<byte>>, bool> Render, SourceFile? CopyOf = null, Action<Stream>? WriteTo = null);

/// <summary>What a build did to the output folder.</summary>
/// <param name="Files">How many files the site has.</param>
/// <param name="Written">How many were written because they are new or changed.</param>
/// <param name="Removed">How many that Rostrum had written are gone.</param>
public sealed record WriteReport(int Files, int Written, int Removed);
