using Rostrum.Diagnostics;

namespace Rostrum.Model;

/// <summary>Another name of an entity as it is found in texts.</summary>
/// <param name="Text">The name, with the place where it is written.</param>
/// <param name="Exact">Whether only this spelling of upper and lower case counts; null leaves it to the kind of name.</param>
/// <param name="Mention">Whether the name becomes a link where a text mentions it.</param>
public sealed record Alias(Located<string> Text, bool? Exact, bool Mention);
