using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>A function that templates can call with at least one value.</summary>
internal sealed class TemplateFunction(Func<TemplateContext, ScriptNode, ScriptArray, object?, object?> body, object? state = null) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        arguments.Count == 0 ? throw new ScriptRuntimeException(callerContext!.Span, "this function needs a value") : body(context, callerContext!, arguments, state);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
