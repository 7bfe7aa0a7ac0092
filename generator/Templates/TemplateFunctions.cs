using System.Collections.Frozen;
using System.Globalization;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Sources;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>The functions that templates have: those of the site, and of Scriban's those that neither read the clock nor touch the outside.</summary>
internal static class TemplateFunctions
{
    /// <summary>Names and one line each, for the guide.</summary>
    public static readonly IReadOnlyList<(string Call, string What)> Documentation =
    [
        ("t \"key\" values…", "A text of the interface, with its values filled in; the first number among them chooses the plural form."),
        ("date day", "A calendar day in the language of the interface: 22 May 2020."),
        ("day day", "A calendar day without its year: 22 May."),
        ("iso day", "A calendar day for machines: 2020-05-22."),
        ("number n", "A number with the separators of the interface's language."),
        ("asset \"name\"", "The address of a file in templates/assets."),
        ("include \"name\" key: value", "Another template, written in place; it reads what it is given as $.key."),
        ("cached \"name\" value option", "As include, for a template that stands on many pages with the same value; it reads them as $1 and $2, sees site and not page, and is rendered once a value."),
        ("json_ld data", "A script element that holds data of the type application/ld+json, which browsers don't run; its hash goes into the page's policy. Nothing where there is no data."),
        ("policy site.policy", "The Content-Security-Policy of the page, with the hashes of all its data."),
        ("raw text", "Text that is already markup and is written unescaped. Only for what you wrote yourself."),
        ("string.*, array.*, math.*", "Scriban's own functions on texts, lists and numbers."),
    ];

    private static readonly FrozenSet<string> Own = Documentation.SelectMany(static line => line.Call.Split(' ')[..1]).Where(static name => !name.Contains('.')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a function of the site.</summary>
    public static bool Has(string name) => Own.Contains(name);

    /// <summary>All functions, for one thread's templates.</summary>
    public static ScriptObject Build(UiStrings strings, IReadOnlyDictionary<string, string> assets, Inclusion inclusion)
    {
        var functions = new LateFunctions
        {
            ["string"] = new Lazy<ScriptObject>(static () => new StringFunctions()),
            ["array"] = new Lazy<ScriptObject>(static () => new ArrayFunctions()),
            ["math"] = new Lazy<ScriptObject>(Math),
            ["empty"] = EmptyScriptObject.Default,
            ["include"] = new TemplateFunction(inclusion.Write),
            ["cached"] = new TemplateFunction(inclusion.WriteCached),
            ["t"] = new TemplateFunction(static (_, _, arguments, state) => ((UiStrings)state!).Text(arguments[0]?.ToString() ?? "", [.. arguments.Skip(1)]), strings),
            ["date"] = new TemplateFunction(static (_, _, arguments, state) => arguments[0] is DateOnly date ? ((UiStrings)state!).Date(date) : null, strings),
            ["day"] = new TemplateFunction(static (_, _, arguments, state) => arguments[0] is DateOnly date ? ((UiStrings)state!).Day(date) : null, strings),
            ["iso"] = new TemplateFunction(static (_, _, arguments, _) => arguments[0] is DateOnly date ? date.ToString("O", CultureInfo.InvariantCulture) : null),
            ["number"] = new TemplateFunction(static (context, caller, arguments, state) => ((UiStrings)state!).Number(context.ToInt(caller.Span, arguments[0])), strings),
            ["raw"] = new TemplateFunction(static (context, _, arguments, _) => arguments[0] is Raw raw ? raw : Raw.Of(context.ObjectToString(arguments[0]) ?? "")),
            ["policy"] = new TemplateFunction(SecurityPolicy.Write),
            ["json_ld"] = new TemplateFunction(SecurityPolicy.WriteData),
            ["asset"] = new TemplateFunction(Asset, assets),
        };
        foreach (var name in functions.Keys.ToList()) functions.SetReadOnly(name, true);
        return functions;
    }

    private static MathFunctions Math()
    {
        var math = new MathFunctions();
        math.Remove("random");
        math.Remove("uuid");
        return math;
    }

    private static object Asset(PageScope scope, ScriptNode caller, IList<object?> arguments, object? state)
    {
        var assets = (IReadOnlyDictionary<string, string>)state!;
        var name = arguments[0]?.ToString() ?? "";
        if (assets.TryGetValue(name, out var url)) return url;
        var near = DidYouMean.Find(name, assets.Keys);
        throw new ScriptRuntimeException(caller.Span, $"there is no asset '{name}'{(near is null ? "" : $" (did you mean '{near}'?)")}");
    }

    /// <summary>Functions of which some are made when a template first asks for them: Scriban finds its own by reflection, and few templates need them.</summary>
    private sealed class LateFunctions : ScriptObject
    {
        public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
        {
            var found = base.TryGetValue(context, span, member, out value);
            if (value is Lazy<ScriptObject> late) value = late.Value;
            return found;
        }
    }
}
