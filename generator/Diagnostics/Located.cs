namespace Rostrum.Diagnostics;

/// <summary>A value that remembers where it was written.</summary>
public readonly record struct Located<T>(T Value, Location At)
{
    /// <summary>The same place with another value.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, At);
}
