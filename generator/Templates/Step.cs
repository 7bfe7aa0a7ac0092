using System.Collections;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>A part of a template that writes to a page.</summary>
internal abstract class Step
{
    /// <summary>Writes what belongs on a page.</summary>
    public abstract void Write(PageScope scope);

    /// <summary>Writes some parts in their order.</summary>
    public static void Write(Step[] steps, PageScope scope)
    {
        foreach (var step in steps) step.Write(scope);
    }
}

/// <summary>Fixed markup, kept as UTF-8.</summary>
internal sealed class MarkupStep(byte[] utf8) : Step
{
    public override void Write(PageScope scope) => scope.Utf8.Write(utf8);
}

/// <summary>A value, escaped unless it is markup.</summary>
internal sealed class ValueStep(Value value, ScriptNode original) : Step
{
    public override void Write(PageScope scope)
    {
        scope.At = original;
        scope.Write(value.Of(scope));
    }
}

/// <summary>Parts that are written when a condition is met, and others when it is not.</summary>
internal sealed class ChoiceStep(Value condition, Step[] then, Step[] otherwise) : Step
{
    public override void Write(PageScope scope) => Write(condition.Holds(scope) ? then : otherwise, scope);
}

/// <summary>Parts that are written for each item of a list; others when it has none.</summary>
internal sealed class LoopStep(ScriptForStatement original, string variable, Value list, Step[] body, Step[] otherwise) : Step
{
    public override void Write(PageScope scope)
    {
        switch (list.Of(scope))
        {
            case null: return;
            case IEnumerable items:
                if (!WriteEach(items, scope)) Write(otherwise, scope);
                return;
            case { } other: throw new ScriptRuntimeException(original.Iterator!.Span, $"Unexpected type `{other.GetType()}` for iterator");
        }
    }

    private bool WriteEach(IEnumerable items, PageScope scope)
    {
        if (items is ICollection { Count: 0 }) return false;
        var loop = scope.Enter(variable, items.GetEnumerator());
        var any = false;
        while (loop.Next())
        {
            any = true;
            scope.BeginRound(original, loop.Index);
            Write(body, scope);
        }

        scope.LeaveLoop();
        return any;
    }
}

/// <summary>Another template, written in place.</summary>
internal sealed class IncludeStep(ScriptFunctionCall original, Value[] values, string[] names, Value[] named) : Step
{
    public override void Write(PageScope scope)
    {
        var given = new Given(Read(values, scope), names, Read(named, scope));
        scope.At = original;
        scope.Inclusion.Write(scope, original, given);
    }

    private static object?[] Read(Value[] values, PageScope scope)
    {
        if (values.Length == 0) return [];
        var read = new object?[values.Length];
        for (var i = 0; i < read.Length; i++) read[i] = values[i].Of(scope);
        return read;
    }
}

/// <summary>Steps among statements that are left to Scriban.</summary>
internal sealed class StepStatement(Step[] steps) : ScriptStatement
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var scope = (PageScope)context;
        Step.Write(steps, scope);
        scope.At = null;
        return null;
    }

    /// <inheritdoc/>
    public override void PrintTo(ScriptPrinter printer)
    {
    }

    /// <inheritdoc/>
    public override void Accept(ScriptVisitor visitor)
    {
    }

    /// <inheritdoc/>
    [return: System.Diagnostics.CodeAnalysis.MaybeNull]
    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => default;
}
