using Rostrum.Sources;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// Makes steps of what templates mostly consist of: markup, values, conditions, loops and inclusions. Scriban takes a dozen calls for each.
/// The rest (assignments, captures, functions of a template, leaving a loop early) stays Scriban's, and so does every error.
/// </summary>
internal sealed class TemplateCompiler : ScriptVisitor
{
    private readonly UiStrings strings;
    private readonly List<string> loops = [];
    private readonly HashSet<string> assigned = new(StringComparer.Ordinal);

    /// <summary>Makes a compiler for the templates of a site. A loop whose variable is set anywhere in them stays Scriban's, so that it is always clear which of the two is meant.</summary>
    public TemplateCompiler(UiStrings strings, IEnumerable<ScriptNode?> templates)
    {
        this.strings = strings;
        foreach (var template in templates) NoteAssigned(template);
    }

    /// <summary>The steps of a template; null when something in it stays Scriban's, the rest of it is then replaced by steps in place.</summary>
    public Step[]? Compile(ScriptBlockStatement? template)
    {
        if (template is null || NamesWhatIsGiven(template)) return null;
        if (IsPlain(template)) return StepsOf(template);
        template.Accept(this);
        return null;
    }

    /// <inheritdoc/>
    public override void Visit(ScriptBlockStatement node)
    {
        var old = node.Statements.ToList();
        node.Statements.Clear();
        var steps = new StepList();
        foreach (var statement in old)
        {
            if (IsPlain(statement))
            {
                Add(statement, steps);
                continue;
            }

            Flush();
            statement.Accept(this);
            node.Statements.Add(statement);
        }

        Flush();

        void Flush()
        {
            if (steps.Take() is { Length: > 0 } taken) node.Statements.Add(new StepStatement(taken));
        }
    }

    /// <inheritdoc/>
    public override void Visit(ScriptFunction node)
    {
        // The names of its parameters could be those of anything.
    }

    /// <inheritdoc/>
    public override void Visit(ScriptWithStatement node)
    {
        // As could the members of its object.
    }

    private static IEnumerable<ScriptNode> Children(ScriptNode node)
    {
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            if (node.GetChildren(i) is { } child) yield return child;
        }
    }

    private static bool NamesWhatIsGiven(ScriptNode node) =>
        node is ScriptForStatement { Variable: ScriptVariableGlobal { Name: var name } } && (name is "page" or "site" or "for" || TemplateFunctions.Has(name)) || Children(node).Any(NamesWhatIsGiven);

    private void NoteAssigned(ScriptNode? node)
    {
        if (node is ScriptAssignExpression { Target: ScriptVariableGlobal { Name: var name } }) assigned.Add(name);
        if (node is null) return;
        foreach (var child in Children(node)) NoteAssigned(child);
    }

    private bool IsPlain(ScriptNode node) => node switch
    {
        ScriptAssignExpression or ScriptIncrementDecrementExpression or ScriptAnonymousFunction or ScriptThisExpression => false,
        ScriptVariableLocal { BaseName.Length: > 0 } => false,
        ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "for" }, Member: { } member } => PlaceValue.Knows(member.Name),
        ScriptForStatement loop when loop.GetType() != typeof(ScriptForStatement) || loop.SetContinue || loop.NamedArguments?.Count > 0 || loop.Variable is not ScriptVariableGlobal variable || assigned.Contains(variable.Name) => false,
        ScriptBlockStatement or ScriptIfStatement or ScriptElseStatement or ScriptForStatement or ScriptExpressionStatement or ScriptRawStatement => Children(node).All(IsPlain),
        ScriptStatement statement => statement.CanSkipEvaluation,
        _ => Children(node).All(IsPlain),
    };

    private Step[] StepsOf(ScriptNode? block)
    {
        var steps = new StepList();
        if (block is not null) Add(block, steps);
        return steps.Take();
    }

    private void Add(ScriptNode statement, StepList steps)
    {
        switch (statement)
        {
            case ScriptBlockStatement block:
                foreach (var inner in block.Statements) Add(inner, steps);
                break;
            case ScriptElseStatement { Body: { } body }:
                Add(body, steps);
                break;
            case ScriptRawStatement raw:
                steps.Markup.Write(raw.Text.ToString().AsSpan());
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Add(expression, steps);
                break;
            case ScriptIfStatement choice:
                steps.Add(new ChoiceStep(ValueOf(choice.Condition!), StepsOf(choice.Then), StepsOf(choice.Else)));
                break;
            case ScriptForStatement { Variable: ScriptVariableGlobal variable } loop:
                var list = ValueOf(loop.Iterator!);
                loops.Add(variable.Name);
                var each = StepsOf(loop.Body);
                loops.RemoveAt(loops.Count - 1);
                steps.Add(new LoopStep(loop, variable.Name, list, each, StepsOf(loop.Else)));
                break;
        }
    }

    private void Add(ScriptExpression expression, StepList steps)
    {
        if (expression is ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "t" }, Arguments: [ScriptLiteral { Value: string key }] } && strings.Has(key)) steps.Markup.WriteEscaped(strings.Text(key));
        else if (expression is ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [not ScriptNamedArgument, ..] } call) steps.Add(Include(call));
        else steps.Add(new ValueStep(ValueOf(expression), expression));
    }

    private IncludeStep Include(ScriptFunctionCall call)
    {
        var named = call.Arguments.OfType<ScriptNamedArgument>().ToList();
        return new IncludeStep(call, [.. call.Arguments.Where(static argument => argument is not ScriptNamedArgument).Select(ValueOf)], [.. named.Select(static argument => argument.Name!.Name)], [.. named.Select(argument => ValueOf(argument.Value!))]);
    }

    private Value ValueOf(ScriptExpression expression) => expression switch
    {
        ScriptLiteral literal => new FixedValue(literal.Value),
        ScriptNestedExpression { Expression: { } inner } => ValueOf(inner),
        ScriptVariableGlobal variable => VariableOf(variable),
        ScriptMemberExpression { Target: { } target, Member: { } member } => MemberOf(target, member.Name, expression),
        ScriptIndexerExpression { Target: ScriptVariableLocal, Index: ScriptLiteral { Value: int place } } => new GivenValue(place, expression),
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } pair => new LogicValue(ValueOf(pair.Left!), ValueOf(pair.Right!), pair.Operator == ScriptBinaryOperator.And),
        ScriptBinaryExpression pair => new OperationValue(pair, ValueOf(pair.Left!), ValueOf(pair.Right!)),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: { } right } => new NotValue(ValueOf(right)),
        ScriptConditionalExpression { Condition: { } condition, ThenValue: { } then, ElseValue: { } otherwise } => new ChosenValue(ValueOf(condition), ValueOf(then), ValueOf(otherwise)),
        ScriptFunctionCall { Target: ScriptVariableGlobal { Name: var name }, Arguments: [_, ..] arguments } when TemplateFunctions.Has(name) && arguments.All(static argument => argument is not (ScriptNamedArgument or ScriptUnaryExpression)) =>
            new CallValue(name, [.. arguments.Select(ValueOf)], expression),
        _ => new ScribanValue(expression),
    };

    private Value VariableOf(ScriptVariableGlobal variable)
    {
        var depth = loops.LastIndexOf(variable.Name);
        if (depth >= 0) return new LoopValue(depth);
        if (variable.Name is "page" or "site") return new RootValue(variable);
        return variable.Name == "for" || TemplateFunctions.Has(variable.Name) ? new ScribanValue(variable) : new VariableValue(variable);
    }

    private Value MemberOf(ScriptExpression target, string name, ScriptExpression original) => target switch
    {
        ScriptVariableLocal => new NamedValue(name, original),
        ScriptVariableGlobal { Name: "for" } when loops.Count > 0 && PlaceValue.Knows(name) => new PlaceValue(loops.Count - 1, name),
        _ when ValueOf(target) is var inner and not ScribanValue => new MemberValue(inner, name, original),
        _ => new ScribanValue(original),
    };

    // Steps in the making; markup that stands together becomes one.
    private sealed class StepList
    {
        private readonly List<Step> steps = [];

        public Utf8Output Markup { get; } = new(256);

        public void Add(Step step)
        {
            Close();
            steps.Add(step);
        }

        public Step[] Take()
        {
            Close();
            Step[] taken = [.. steps];
            steps.Clear();
            return taken;
        }

        private void Close()
        {
            if (Markup.Written.Length > 0) steps.Add(new MarkupStep(Markup.Written.ToArray()));
            Markup.Clear();
        }
    }
}
