using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rostrum.Diagnostics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>Renders another template straight into the page. Scriban's own <c>include</c> would make a string of it first, which auto-escaping would then escape.</summary>
internal sealed class Inclusion(TemplateSet templates)
{
    private readonly ConcurrentDictionary<CacheKey, byte[]> cache = new();

    /// <summary>
    /// The body of the function <c>cached</c>: as <c>include</c>, but what is written for the same values is written again without rendering it.
    /// The template sees its values and <c>site</c>, not the page, so that it can't depend on where it stands.
    /// </summary>
    public object? WriteCached(PageScope page, ScriptNode caller, IList<object?> arguments, object? state)
    {
        var key = new CacheKey(arguments[0]?.ToString() ?? "", arguments.Count > 1 ? arguments[1] : null, arguments.Count > 2 ? arguments[2] : null);
        if (cache.TryGetValue(key, out var known))
        {
            page.Utf8.Write(known);
            return null;
        }

        var template = Find(key.Name, caller);
        var apart = page.Apart;
        apart.Begin();
        page.Enter(key.Name, caller, page.Given);
        apart.Write(template, page.Site!, null, new Given([.. arguments], [], []));
        page.Leave();
        page.Utf8.Write(apart.Utf8.Written.Span);
        cache[key] = apart.Utf8.Written.ToArray();
        return null;
    }

    /// <summary>The body of the function <c>include</c>, where Scriban calls it.</summary>
    public object? Write(PageScope page, ScriptNode caller, IList<object?> arguments, object? state)
    {
        Write(page, caller, arguments is ScriptArray array ? Given.Of(page, array) : new Given([.. arguments], [], []));
        return null;
    }

    /// <summary>Writes a template in place.</summary>
    public void Write(PageScope page, ScriptNode caller, Given given)
    {
        var name = given.Values[0]?.ToString() ?? "";
        var template = Find(name, caller);
        page.Enter(name, caller, given);
        page.EnterRecursive(caller);
        page.EnterRecursive(caller); // once more, as when Scriban makes the call
        page.Write(template);
        page.ExitRecursive(caller);
        page.ExitRecursive(caller);
        page.Leave();
    }

    private PageTemplate Find(string name, ScriptNode caller)
    {
        if (templates.Find(name) is { } template) return template;
        var near = DidYouMean.Find(name, templates.Names);
        throw new ScriptRuntimeException(caller.Span, $"there is no template '{name}'{(near is null ? "" : $" (did you mean '{near}'?)")}");
    }

    private readonly record struct CacheKey(string Name, object? Value, object? Option)
    {
        public bool Equals(CacheKey other) => Name == other.Name && ReferenceEquals(Value, other.Value) && Equals(Option, other.Option);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Value); // one value is rendered in few ways
    }
}
