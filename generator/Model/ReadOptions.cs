namespace Rostrum.Model;

/// <summary>What to leave out: drafts unless asked for, and what lies behind <paramref name="Today"/> unless asked for.</summary>
public sealed record ReadOptions(bool Drafts, bool Future, DateOnly Today);
