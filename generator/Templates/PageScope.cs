using Rostrum.Pages;
using Rostrum.Sources;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// What one thread renders pages with. Everything a template writes is escaped unless it is <see cref="Raw"/>;
/// unknown variables and members are errors; there is no way to files, the network, the environment or the clock.
/// </summary>
internal sealed class PageScope : TemplateContext
{
    private readonly Stack<(string Name, SourceSpan From)> includes = new();
    private PageScope? apart;

    private readonly Limits limits;
    private CancellationTokenSource clock = new();

    public PageScope(ScriptObject functions, Limits limits)
        : base(functions)
    {
        this.limits = limits;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        LoopLimit = limits.TemplateLoops;
        RecursiveLimit = limits.TemplateDepth * 2; // the call and the template each count
        LimitToString = limits.PageBytes;
        Utf8.Most = limits.PageBytes;
        AutoIndent = false;
        PushOutput(Utf8);
        TryGetMember = UnknownMember;
    }

    /// <summary>Where pages are written to.</summary>
    public Utf8Output Utf8 { get; } = new();

    /// <summary>The templates that were entered and not left, innermost first.</summary>
    public IEnumerable<(string Name, SourceSpan From)> Includes => includes;

    /// <summary>The site as the page that is being rendered sees it.</summary>
    public SiteView? Site { get; private set; }

    /// <summary>A scope beside this one, for templates that must not see the page.</summary>
    public PageScope Apart => apart ??= new PageScope(BuiltinObject, limits) { IsApart = true };

    /// <summary>Whether this is a scope beside that of a page.</summary>
    public bool IsApart { get; private init; }

    /// <summary>What the page lets browsers run.</summary>
    public SecurityPolicy Policy { get; } = new();

    /// <summary>Renders a template for a page, or for the site alone, with the values it was called with.</summary>
    public void Evaluate(ScriptPage template, SiteView site, View? page, ScriptArray? arguments = null)
    {
        Site = site;
        var globals = new ScriptObject(2) { ["site"] = site };
        if (page is not null) globals["page"] = page;
        PushGlobal(globals);
        if (arguments is not null) SetValue(ScriptVariable.Arguments, arguments, true, true);
        Evaluate(template);
        PopGlobal();
    }

    /// <summary>Forgets what an earlier page left behind.</summary>
    public void Begin()
    {
        if (!clock.TryReset()) clock = new CancellationTokenSource();
        clock.CancelAfter(TimeSpan.FromSeconds(limits.PageSeconds));
        CancellationToken = clock.Token;
        includes.Clear();
        Utf8.Clear();
        Policy.Begin();
    }

    /// <summary>Notes that a template is being included.</summary>
    public void Enter(string name, SourceSpan from) => includes.Push((name, from));

    /// <summary>Notes that an included template has ended.</summary>
    public void Leave() => includes.Pop();

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null: break;
            case Raw raw: Utf8.Write(raw.Utf8.Span); break;
            case string text: Utf8.WriteEscaped(text); break;
            case int number: Utf8.Write(number.ToString()); break;
            default: Utf8.WriteEscaped(ObjectToString(textAsObject)); break;
        }

        return this;
    }

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => ViewAccessor.Find(target.GetType()) ?? base.GetMemberAccessorImpl(target);

    private static bool UnknownMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        var members = ViewAccessor.MembersOf(target.GetType());
        if (members.Count == 0) return false;
        var near = Diagnostics.DidYouMean.Find(member, members);
        throw new ScriptRuntimeException(span, $"'{member}' is no member of {target.GetType().Name}{(near is null ? $"; it has {string.Join(", ", members)}" : $" (did you mean '{near}'?)")}");
    }
}
