using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// Reads <c>page.meeting.title</c> from the view records in one step; Scriban takes a dozen for each member.
/// Whatever is out of the ordinary (nothing where a record should be, an unknown member, a function) is left to the expression it stands for, so that results and errors are Scriban's.
/// </summary>
internal sealed class PathExpression : ScriptExpression
{
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(static number => (object)number)];
    private readonly ScriptExpression original;
    private readonly ScriptVariable root;
    private readonly Step[] steps;

    private PathExpression(ScriptExpression original, ScriptVariable root, Step[] steps)
    {
        this.original = original;
        this.root = root;
        this.steps = steps;
        Span = original.Span;
    }

    /// <summary>The path that an expression is; null for any other expression.</summary>
    public static PathExpression? Find(ScriptExpression? expression)
    {
        var names = new Stack<Step>();
        var node = expression;
        while (node is ScriptMemberExpression { Member: { } member } outer)
        {
            names.Push(new Step(member.Name));
            node = outer.Target;
        }

        return node is ScriptVariable root && names.Count > 0 ? new PathExpression(expression!, root, [.. names]) : null;
    }

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var value = root.Evaluate(context);
        foreach (var step in steps)
        {
            switch (value)
            {
                case IScriptObject map:
                    if (!map.TryGetValue(context, Span, step.Name, out value)) return original.Evaluate(context);
                    break;
                case IList list when step.Name == "size":
                    value = list.Count < SmallNumbers.Length ? SmallNumbers[list.Count] : list.Count;
                    break;
                default:
                    if (value is null || !step.TryRead(value, out value)) return original.Evaluate(context);
                    break;
            }
        }

        return value is IScriptCustomFunction ? original.Evaluate(context) : value;
    }

    /// <inheritdoc/>
    public override void PrintTo(ScriptPrinter printer) => original.PrintTo(printer);

    /// <inheritdoc/>
    public override void Accept(ScriptVisitor visitor) => original.Accept(visitor);

    /// <inheritdoc/>
    [return: MaybeNull]
    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => original.Accept(visitor);

    // Remembers how the last type was read: at one place of a template it hardly ever changes. One reference, so that threads need no lock.
    private sealed class Step(string name)
    {
        private Reading? last;

        public string Name => name;

        public bool TryRead(object target, out object? value)
        {
            var type = target.GetType();
            if (last is not { } reading || reading.Type != type)
            {
                if (ViewAccessor.Find(type)?.GetterOf(name) is not { } getter)
                {
                    value = null;
                    return false;
                }

                last = reading = new Reading(type, getter);
            }

            value = reading.Getter(target);
            return true;
        }

        private sealed record Reading(Type Type, Func<object, object?> Getter);
    }
}
