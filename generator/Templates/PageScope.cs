using System.Collections;
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
    private readonly Stack<Frame> includes = new();
    private readonly List<Loop> loops = [];
    private readonly object?[] one = new object?[1];
    private readonly Limits limits;
    private CancellationTokenSource clock = new();
    private PageScope? apart;
    private int depth;
    private Frame frame;

    public PageScope(ScriptObject functions, Inclusion inclusion, Limits limits)
        : base(functions)
    {
        this.limits = limits;
        Inclusion = inclusion;
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
        TryGetVariable = LoopOutside;
    }

    /// <summary>Where pages are written to.</summary>
    public Utf8Output Utf8 { get; } = new(64 * 1024);

    /// <summary>What writes other templates in place.</summary>
    public Inclusion Inclusion { get; }

    /// <summary>The templates that were entered and not left, innermost first.</summary>
    public IEnumerable<Frame> Includes => frame.Caller is null ? [] : includes.Take(includes.Count - 1).Prepend(frame);

    /// <summary>What the template was given that is being written.</summary>
    public Given? Given => frame.Given;

    /// <summary>The part of a template that is being written; null while that is Scriban's business.</summary>
    public ScriptNode? At { get; set; }

    /// <summary>The site as the page that is being rendered sees it.</summary>
    public SiteView? Site { get; private set; }

    /// <summary>The page that is being rendered.</summary>
    public View? Page { get; private set; }

    /// <summary>Whether the template is within a loop that Scriban doesn't know of.</summary>
    public bool HasLoops => depth > frame.Known;

    /// <summary>A scope beside this one, for templates that must not see the page.</summary>
    public PageScope Apart => apart ??= new PageScope(BuiltinObject, Inclusion, limits) { IsApart = true };

    /// <summary>Whether this is a scope beside that of a page.</summary>
    public bool IsApart { get; private init; }

    /// <summary>What the page lets browsers run.</summary>
    public SecurityPolicy Policy { get; } = new();

    /// <summary>Writes a template for a page, or for the site alone, with the values it is given.</summary>
    public void Write(PageTemplate template, SiteView site, View? page, Given? given = null)
    {
        (Site, Page) = (site, page);
        frame = frame with { Given = given };
        var globals = new ScriptObject(2);
        globals.SetValue("site", site, true);
        if (page is not null) globals.SetValue("page", page, true);
        PushGlobal(globals);
        Write(template);
        PopGlobal();
    }

    /// <summary>Writes a template with what is given in its frame.</summary>
    public void Write(PageTemplate template)
    {
        if (template.Steps is { } steps)
        {
            Step.Write(steps, this);
            return;
        }

        frame = frame with { Known = depth };
        PushLocal();
        if (Given is { } given) SetValue(ScriptVariable.Arguments, given.ToArray(), true, true);
        At = null;
        Evaluate(template.Source.Page!);
        PopLocal();
    }

    /// <summary>Lets Scriban find the value of an expression, which sees the loops around it and what the template was given.</summary>
    public object? Ask(ScriptExpression expression)
    {
        At = expression;
        var globals = new ScriptObject();
        for (var i = frame.Known; i < depth; i++)
        {
            globals[loops[i].Variable] = loops[i].Current;
            globals["for"] = loops[i].ToScriban();
        }

        PushGlobal(globals);
        if (Given is { } given) SetValue(ScriptVariable.Arguments, given.ToArray(), true, true);
        var value = Evaluate(expression);
        PopGlobal();
        return value;
    }

    /// <summary>Whether a condition with a value is met.</summary>
    public bool IsTrue(object? value) => value is not null && (value as bool? ?? ToBool(default, value));

    /// <summary>A function of the site.</summary>
    public TemplateFunction Function(string name) => (TemplateFunction)BuiltinObject[name]!;

    /// <summary>What a function of the site gives for one value. None of these calls another function.</summary>
    public object? Call(string function, ScriptNode caller, object? value)
    {
        one[0] = value;
        return Function(function).Call(this, caller, one);
    }

    /// <summary>Enters a loop.</summary>
    public Loop Enter(string variable, IEnumerator items)
    {
        if (depth == loops.Count) loops.Add(new Loop());
        var loop = loops[depth++];
        loop.Begin(variable, items);
        return loop;
    }

    /// <summary>Begins a round of a loop, which may be one too many.</summary>
    public void BeginRound(ScriptForStatement loop, int index)
    {
        At = loop;
        CheckAbort();
        if (index >= limits.TemplateLoops) throw new ScriptRuntimeException(loop.Span, $"A loop may have {limits.TemplateLoops} rounds at most; 'template_loops' under 'limits' in site.yml raises that");
    }

    /// <summary>Leaves the innermost loop.</summary>
    public void LeaveLoop() => depth--;

    /// <summary>The loop of the template that stands in so many others of it.</summary>
    public Loop LoopAt(int level) => loops[frame.Floor + level];

    /// <summary>Forgets what an earlier page left behind.</summary>
    public void Begin()
    {
        if (!clock.TryReset()) clock = new CancellationTokenSource();
        clock.CancelAfter(TimeSpan.FromSeconds(limits.PageSeconds));
        CancellationToken = clock.Token;
        includes.Clear();
        frame = default;
        depth = 0;
        Utf8.Clear();
        Policy.Begin();
    }

    /// <summary>Notes that a template is being included, and with what.</summary>
    public void Enter(string name, ScriptNode caller, Given? given)
    {
        includes.Push(frame);
        frame = new Frame(name, caller, given, depth, frame.Known);
    }

    /// <summary>Notes that an included template has ended.</summary>
    public void Leave() => frame = includes.Pop();

    /// <summary>Writes a value, escaped unless it is markup.</summary>
    public void Write(object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: Utf8.WriteEscaped(text); break;
            case Raw raw: Utf8.Write(raw.Utf8.Span); break;
            case int number: Utf8.Write(number); break;
            default: Utf8.WriteEscaped(ObjectToString(value)); break;
        }
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        Write(textAsObject);
        return this;
    }

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => ViewAccessor.Find(target.GetType()) ?? base.GetMemberAccessorImpl(target);

    private static bool LoopOutside(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        var scope = (PageScope)context;
        for (var i = scope.depth - 1; i >= 0; i--)
        {
            if (scope.loops[i].Variable != variable.Name && variable.Name != "for") continue;
            value = variable.Name == "for" ? scope.loops[i].ToScriban() : scope.loops[i].Current;
            return true;
        }

        value = null;
        return false;
    }

    private static bool UnknownMember(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        var members = ViewAccessor.MembersOf(target.GetType());
        if (members.Count == 0) return false;
        var near = Diagnostics.DidYouMean.Find(member, members);
        throw new ScriptRuntimeException(span, $"'{member}' is no member of {target.GetType().Name}{(near is null ? $"; it has {string.Join(", ", members)}" : $" (did you mean '{near}'?)")}");
    }

    /// <summary>A template that was entered.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Caller">Where it was called.</param>
    /// <param name="Given">What it was given.</param>
    /// <param name="Floor">How many loops were around it.</param>
    /// <param name="Known">How many of these Scriban finds by itself.</param>
    public readonly record struct Frame(string Name, ScriptNode Caller, Given? Given, int Floor, int Known);
}
