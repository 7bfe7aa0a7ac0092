namespace Rostrum.Diagnostics;

/// <summary>How much a problem matters: an error fails the build, a warning does under <c>--strict</c>, a note never does.</summary>
public enum Severity
{
    /// <summary>For information.</summary>
    Note,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>Must be mended before the site can be published.</summary>
    Error,
}

/// <summary>One problem: what is wrong, where, and what to do about it. Made only by <see cref="Problems"/>.</summary>
public sealed record Diagnostic(Severity Severity, string Code, string Message, Location At);
