using System.Collections.Concurrent;
using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Sources;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>Renders one planned page into bytes. Pure; may be called for any page, at any time, on any thread.</summary>
public sealed class PageRenderer(TemplateSet templates, SiteViews site, UiStrings strings, IReadOnlyDictionary<string, string> assets, Limits? limits = null)
{
    private readonly Limits limits = limits ?? Limits.Default;
    private readonly ConcurrentBag<PageScope> scopes = [];
    private readonly Inclusion inclusion = new(templates);

    /// <summary>Renders a page and hands its bytes to <paramref name="use"/>; they are only valid during the call. Failures are reported and give false.</summary>
    public bool Render(PlannedPage page, Action<ReadOnlyMemory<byte>> use, DiagnosticBag bag)
    {
        var scope = scopes.TryTake(out var free) ? free : new PageScope(TemplateFunctions.Build(strings, assets, inclusion), inclusion, limits);
        scope.Begin();
        var view = page.View(site.Content);
        var rootName = view is RedirectView ? "redirect" : "layout";
        if (templates.Find(rootName) is not { } root)
        {
            bag.Add(Problems.MissingTemplate(Location.StartOf("templates"), rootName, null));
            return false;
        }

        if (root.HasErrors || templates.Find(view.Template)?.HasErrors == true) return false;
        try
        {
            scope.Write(root, site.For(view.Url), view);
            use(scope.Policy.Complete(scope.Utf8.Written));
            scopes.Add(scope);
            return true;
        }
        catch (ScriptAbortException exception)
        {
            bag.Add(Failed(exception.Span, $"Making a page may take {limits.PageSeconds} seconds at most; 'page_seconds' under 'limits' in site.yml raises that"));
        }
        catch (PageTooLargeException)
        {
            bag.Add(Failed(scope.At?.Span ?? scope.CurrentSpan, $"A page may have {limits.PageBytes} bytes at most; 'page_bytes' under 'limits' in site.yml raises that"));
        }
        catch (ScriptRuntimeException exception)
        {
            bag.Add(Failed(exception.Span, exception.OriginalMessage));
        }

        return false;

        Diagnostic Failed(SourceSpan span, string what)
        {
            var chain = string.Concat(scope.Includes.Select(static include => $", included as '{include.Name}' at {include.Caller.Span.FileName}({include.Caller.Span.Start.Line + 1})"));
            return Problems.TemplateFailed(TemplateSet.At(span), what, page.Url.ToString(), chain);
        }
    }
}
