using System.Collections.Concurrent;

namespace Rostrum.Diagnostics;

/// <summary>Collects the problems of one run from any thread and hands them out in a stable order.</summary>
public sealed class DiagnosticBag
{
    private ConcurrentQueue<Diagnostic>? items; // made when there is something to hold, since nearly every text has a bag and no problem
    private volatile bool hasErrors;

    /// <summary>Whether any error has been added.</summary>
    public bool HasErrors => hasErrors;

    /// <summary>Whether nothing has been added.</summary>
    public bool IsEmpty => items is null;

    /// <summary>Adds one problem; safe from any thread.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Error) hasErrors = true;
        LazyInitializer.EnsureInitialized(ref items).Enqueue(diagnostic);
    }

    /// <summary>Adds all of <paramref name="diagnostics"/>.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics is IReadOnlyList<Diagnostic> { Count: 0 }) return; // so for nearly every file
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>Every distinct problem, ordered by place, then by code and message.</summary>
    public IReadOnlyList<Diagnostic> ToSorted()
    {
        if (items is null) return [];
        var sorted = items.Distinct().ToList();
        sorted.Sort(static (a, b) =>
        {
            var byPlace = a.At.CompareTo(b.At);
            if (byPlace != 0) return byPlace;
            var byCode = string.CompareOrdinal(a.Code, b.Code);
            return byCode != 0 ? byCode : string.CompareOrdinal(a.Message, b.Message);
        });
        return sorted;
    }
}
