namespace Rostrum.Model;

/// <summary>What is cited: a treaty, a resolution, a report.</summary>
public sealed record Instrument : Entity
{
    /// <summary>Document symbol, such as A/70/174.</summary>
    public string? Symbol { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Url { get; init; }

    /// <summary>The day it was adopted.</summary>
    public DateOnly? Adopted { get; init; }

    /// <summary>Who adopted it.</summary>
    public string? Body { get; init; }

    /// <summary>Its articles, chapters or paragraphs.</summary>
    public IReadOnlyList<InstrumentPart> Parts { get; init; } = [];
}

/// <summary>A part of an instrument: its id (an anchor) and its name.</summary>
public sealed record InstrumentPart(string Id, string Title);
