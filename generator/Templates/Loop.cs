using System.Collections;
using Scriban.Runtime;

namespace Rostrum.Templates;

/// <summary>Where a loop of a template stands. Used again by later loops.</summary>
internal sealed class Loop
{
    private IEnumerator items = Array.Empty<object>().GetEnumerator();
    private bool isAhead;
    private bool hasNext;

    /// <summary>The name of its variable.</summary>
    public string Variable { get; private set; } = "";

    /// <summary>The item it stands at.</summary>
    public object? Current { get; private set; }

    /// <summary>How many items came before, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>Whether it stands at the first item.</summary>
    public bool IsFirst => Index == 0;

    /// <summary>Whether no other item follows.</summary>
    public bool IsLast => !Look();

    /// <summary>Begins a loop.</summary>
    public void Begin(string variable, IEnumerator list)
    {
        (Variable, items, Index, isAhead) = (variable, list, -1, false);
    }

    /// <summary>Goes to the next item; false when there is none.</summary>
    public bool Next()
    {
        if (!Look()) return false;
        isAhead = false;
        Current = items.Current;
        Index++;
        return true;
    }

    /// <summary>What <c>for</c> is in an expression that is left to Scriban.</summary>
    public ScriptObject ToScriban() => new()
    {
        ["index"] = Index,
        ["first"] = IsFirst,
        ["last"] = IsLast,
        ["even"] = Index % 2 == 0,
        ["odd"] = Index % 2 == 1,
    };

    private bool Look()
    {
        if (isAhead) return hasNext;
        isAhead = true;
        return hasNext = items.MoveNext();
    }
}
