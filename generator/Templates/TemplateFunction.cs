using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>A function that templates can call with at least one value.</summary>
internal sealed class TemplateFunction(Func<PageScope, ScriptNode, IList<object?>, object?, object?> body, object? state = null) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    /// <summary>Gives what it makes of some values.</summary>
    public object? Call(PageScope scope, ScriptNode caller, IList<object?> arguments) =>
        arguments.Count == 0 ? throw new ScriptRuntimeException(caller.Span, "this function needs a value") : body(scope, caller, arguments, state);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) => Call((PageScope)context, callerContext!, arguments!);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
