using Rostrum.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>Renders another template straight into the page. Scriban's own <c>include</c> would make a string of it first, which auto-escaping would then escape.</summary>
internal sealed class Inclusion(TemplateSet templates)
{
    /// <summary>The body of the function <c>include</c>.</summary>
    public object? Invoke(TemplateContext context, ScriptNode caller, ScriptArray arguments, object? state)
    {
        var name = arguments[0]?.ToString() ?? "";
        if (templates.Find(name) is not { } template)
        {
            var near = DidYouMean.Find(name, templates.Names);
            throw new ScriptRuntimeException(caller.Span, $"there is no template '{name}'{(near is null ? "" : $" (did you mean '{near}'?)")}");
        }

        if (template.HasErrors) return null;
        var page = (PageScope)context;
        page.Enter(name, caller.Span);
        context.EnterRecursive(caller);
        context.PushLocal();
        try
        {
            context.SetValue(ScriptVariable.Arguments, arguments, true, true);
            context.Evaluate(template.Page!);
        }
        finally
        {
            context.PopLocal();
            context.ExitRecursive(caller);
        }

        page.Leave();
        return null;
    }
}
