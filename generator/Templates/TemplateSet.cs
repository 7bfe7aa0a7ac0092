using Rostrum.Diagnostics;
using Rostrum.Sources;
using Scriban;
using Scriban.Parsing;

namespace Rostrum.Templates;

/// <summary>Every template, parsed once. Names have no folder <c>templates/</c> and no ending: <c>statement</c>, <c>partials/passage</c>.</summary>
public sealed class TemplateSet
{
    private const string Ending = ".html";
    private readonly Dictionary<string, PageTemplate> templates;

    private TemplateSet(Dictionary<string, PageTemplate> templates) => this.templates = templates;

    /// <summary>The names of all templates.</summary>
    public IReadOnlyCollection<string> Names => templates.Keys;

    /// <summary>The template of a name, or null.</summary>
    internal PageTemplate? Find(string name) => templates.GetValueOrDefault(name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name);

    /// <summary>Parses all templates among the files; those that can't be parsed are reported.</summary>
    public static TemplateSet Parse(IReadOnlyDictionary<string, SourceFile> files, UiStrings strings, DiagnosticBag bag)
    {
        var sources = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.StartsWith("assets/", StringComparison.Ordinal)) continue;
            if (Parse(file, bag) is { } source) sources[name[..^Ending.Length]] = source;
        }

        var compiler = new TemplateCompiler(strings, sources.Values.Select(static source => source.HasErrors ? null : source.Page?.Body));
        var templates = new Dictionary<string, PageTemplate>(StringComparer.Ordinal);
        foreach (var (name, source) in sources) templates[name] = new PageTemplate(source, source.HasErrors ? null : compiler.Compile(source.Page?.Body));
        return new TemplateSet(templates);
    }

    /// <summary>Reports what keeps a template from being parsed.</summary>
    public static void Check(SourceFile file, DiagnosticBag bag) => Parse(file, bag);

    private static Template? Parse(SourceFile file, DiagnosticBag bag)
    {
        if (SourceText.Decode(file, bag) is not { } text) return null;
        var template = Template.Parse(text, file.Path, null, new LexerOptions { Lang = ScriptLang.Default });
        foreach (var message in template.Messages.Where(static message => message.Type == ParserMessageType.Error)) bag.Add(Problems.TemplateSyntax(At(message.Span), message.Message));
        return template;
    }

    /// <summary>Scriban counts from 0.</summary>
    internal static Location At(SourceSpan span) => new(span.FileName ?? "templates", span.Start.Line + 1, span.Start.Column + 1);
}

/// <summary>A template as it was parsed, and as what it is written by.</summary>
/// <param name="Source">What Scriban made of it.</param>
/// <param name="Steps">All of it; null when it is left to Scriban, but for what stands in it as a <see cref="StepStatement"/>.</param>
internal sealed record PageTemplate(Template Source, Step[]? Steps)
{
    /// <summary>Whether it can't be used.</summary>
    public bool HasErrors => Source.HasErrors;
}
