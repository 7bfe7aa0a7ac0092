using System.Collections;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>Something that a template computes.</summary>
internal abstract class Value
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(static number => (object)number)];

    /// <summary>What it is on a page.</summary>
    public abstract object? Of(PageScope scope);

    /// <summary>Whether a condition with it is met.</summary>
    public virtual bool Holds(PageScope scope) => scope.IsTrue(Of(scope));

    /// <summary>An object for a truth value; always one of two.</summary>
    public static object Box(bool value) => value ? True : False;

    /// <summary>An object for a number; small ones are made once.</summary>
    public static object Box(int value) => (uint)value < (uint)SmallNumbers.Length ? SmallNumbers[value] : value;
}

/// <summary>A value that stands in the template itself.</summary>
internal sealed class FixedValue(object? value) : Value
{
    public override object? Of(PageScope scope) => value;
}

/// <summary>Anything that is left to Scriban.</summary>
internal sealed class ScribanValue(ScriptExpression expression) : Value
{
    public override object? Of(PageScope scope) => scope.Ask(expression);
}

/// <summary>The page, or the site as the page sees it. A cached template has no page, of which Scriban complains.</summary>
internal sealed class RootValue(ScriptVariableGlobal variable) : Value
{
    private readonly bool isPage = variable.Name == "page";

    public override object? Of(PageScope scope) => (isPage ? scope.Page : (object?)scope.Site) ?? scope.Ask(variable);
}

/// <summary>What a loop of the same template stands at.</summary>
internal sealed class LoopValue(int depth) : Value
{
    public override object? Of(PageScope scope) => scope.LoopAt(depth).Current;
}

/// <summary>A variable that no loop of the same template names.</summary>
internal sealed class VariableValue(ScriptVariableGlobal variable) : Value
{
    public override object? Of(PageScope scope) => scope.HasLoops ? scope.Ask(variable) : scope.GetValue(variable);
}

/// <summary>What an included template was given at a place: <c>$1</c>.</summary>
internal sealed class GivenValue(int place, ScriptExpression original) : Value
{
    public override object? Of(PageScope scope) => scope.Given is { } given && (uint)place < (uint)given.Values.Count ? given.Values[place] : scope.Ask(original);
}

/// <summary>What an included template was given under a name: <c>$.links</c>.</summary>
internal sealed class NamedValue(string name, ScriptExpression original) : Value
{
    public override object? Of(PageScope scope) => scope.Given is { } given && given.TryGet(name, out var value) ? value : scope.Ask(original);
}

/// <summary>Where the loop around it stands: <c>for.index</c>, <c>for.first</c>, <c>for.last</c>.</summary>
internal sealed class PlaceValue(int depth, string member) : Value
{
    /// <summary>Whether it is one of those members; a loop that asks for others stays Scriban's.</summary>
    public static bool Knows(string member) => member is "index" or "first" or "last";

    public override object? Of(PageScope scope)
    {
        var loop = scope.LoopAt(depth);
        return member == "index" ? Box(loop.Index) : Box(member == "first" ? loop.IsFirst : loop.IsLast);
    }
}

/// <summary>A member of another value. What is out of the ordinary (nothing where a record should be, an unknown member, a function) is left to the expression it stands for, so that results and errors are Scriban's.</summary>
internal sealed class MemberValue(Value target, string name, ScriptExpression original) : Value
{
    // How the last type was read: at one place of a template it hardly ever changes. One reference, so that threads need no lock.
    private Reading? last;

    public override object? Of(PageScope scope)
    {
        var from = target.Of(scope);
        if (from is null) return scope.Ask(original);
        if (last is { } reading && reading.Type == from.GetType()) return reading.Getter(from);
        if (ViewAccessor.Find(from.GetType())?.GetterOf(name) is { } getter)
        {
            last = new Reading(from.GetType(), getter);
            return getter(from);
        }

        return from is IList list and not Scriban.Runtime.IScriptObject && name == "size" ? Box(list.Count) : scope.Ask(original);
    }

    private sealed record Reading(Type Type, Func<object, object?> Getter);
}

/// <summary>Both hold, or either does.</summary>
internal sealed class LogicValue(Value left, Value right, bool both) : Value
{
    public override object? Of(PageScope scope) => Box(Holds(scope));

    public override bool Holds(PageScope scope) => both ? left.Holds(scope) && right.Holds(scope) : left.Holds(scope) || right.Holds(scope);
}

/// <summary>The contrary of another.</summary>
internal sealed class NotValue(Value value) : Value
{
    public override object? Of(PageScope scope) => Box(Holds(scope));

    public override bool Holds(PageScope scope) => !value.Holds(scope);
}

/// <summary>Two values compared or reckoned with.</summary>
internal sealed class OperationValue(ScriptBinaryExpression original, Value left, Value right) : Value
{
    private readonly ScriptBinaryOperator sign = original.Operator;

    public override object? Of(PageScope scope)
    {
        var (one, two) = (left.Of(scope), right.Of(scope));
        return (one, two, sign) switch
        {
            (string first, string second, ScriptBinaryOperator.CompareEqual) => Box(first == second),
            (string first, string second, ScriptBinaryOperator.CompareNotEqual) => Box(first != second),
            (int first, int second, ScriptBinaryOperator.CompareGreater) => Box(first > second),
            (int first, int second, ScriptBinaryOperator.Subtract) when (long)first - second is >= int.MinValue and <= int.MaxValue => Box(first - second),
            (int first, int second, ScriptBinaryOperator.Multiply) when (long)first * second is >= int.MinValue and <= int.MaxValue => Box(first * second),
            _ => ScriptBinaryExpression.Evaluate(scope, original.OperatorToken?.Span ?? original.Span, sign, original.Left!.Span, one, original.Right!.Span, two),
        };
    }
}

/// <summary>One of two values, by a condition.</summary>
internal sealed class ChosenValue(Value condition, Value then, Value otherwise) : Value
{
    public override object? Of(PageScope scope) => (condition.Holds(scope) ? then : otherwise).Of(scope);
}

/// <summary>What a function of the site gives for some values.</summary>
internal sealed class CallValue(string name, Value[] arguments, ScriptNode original) : Value
{
    public override object? Of(PageScope scope)
    {
        scope.At = original;
        if (arguments.Length == 1) return scope.Call(name, original, arguments[0].Of(scope));
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Of(scope);
        return scope.Function(name).Call(scope, original, values);
    }
}
