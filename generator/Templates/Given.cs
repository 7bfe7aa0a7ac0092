using Scriban;
using Scriban.Runtime;

namespace Rostrum.Templates;

/// <summary>What an included template is given.</summary>
/// <param name="Values">By place; the first is the template's name.</param>
/// <param name="Names">The names of those that have one.</param>
/// <param name="Named">What they name, in the order of the names.</param>
internal sealed record Given(IReadOnlyList<object?> Values, IReadOnlyList<string> Names, IReadOnlyList<object?> Named)
{
    /// <summary>What Scriban gives a function; a copy, because it uses the list again.</summary>
    public static Given Of(TemplateContext context, ScriptArray arguments)
    {
        var names = arguments.GetMembers().Where(static name => name != "size").ToList();
        return new Given([.. arguments], names, names.ConvertAll(name => arguments.TryGetValue(context, default, name, out var value) ? value : null));
    }

    /// <summary>The value of a name.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] != name) continue;
            value = Named[i];
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>The same for a template that is left to Scriban.</summary>
    public ScriptArray ToArray()
    {
        var array = new ScriptArray(Values);
        for (var i = 0; i < Names.Count; i++) array.SetValue(Names[i], Named[i], false);
        return array;
    }
}
