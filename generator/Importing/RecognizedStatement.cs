namespace Rostrum.Importing;

/// <summary>What was recognised of one statement; whatever is null was not certain. Names are as printed or, for what the archive knows, its keys.</summary>
internal sealed record RecognizedStatement
{
    /// <summary>Title as printed.</summary>
    public string? Title { get; init; }

    /// <summary>Language of the title, where it differs from the text's.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>The day it was delivered.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day it was put online.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who spoke.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>The role as printed.</summary>
    public string? Role { get; init; }

    /// <summary>On whose behalf.</summary>
    public string? Delegation { get; init; }

    /// <summary>The standing body.</summary>
    public string? Forum { get; init; }

    /// <summary>The sitting.</summary>
    public string? Meeting { get; init; }

    /// <summary>The genre that the title names.</summary>
    public string? Genre { get; init; }

    /// <summary>How the text relates to what was said.</summary>
    public string? Delivery { get; init; }

    /// <summary>Language of the text.</summary>
    public string? Language { get; init; }

    /// <summary>Symbol of the document.</summary>
    public string? Symbol { get; init; }

    /// <summary>Address of the source.</summary>
    public string? Url { get; init; }

    /// <summary>Publisher of the source.</summary>
    public string? Publisher { get; init; }

    /// <summary>What was repaired or stands only in the source; plain text.</summary>
    public string? Note { get; init; }

    /// <summary>The body.</summary>
    public required IReadOnlyList<ImportBlock> Body { get; init; }

    /// <summary>What was left out for want of certainty.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];
}
