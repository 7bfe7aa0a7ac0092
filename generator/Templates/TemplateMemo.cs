using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Templates;

/// <summary>The templates and the words of the interface as they were last parsed. They are parsed anew when any of their files changes.</summary>
public sealed class TemplateMemo(bool keeps)
{
    private readonly Memo<ReadStrings> strings = new(keeps);
    private ParsedTemplates? templates;

    /// <summary>Begins a round.</summary>
    public void Begin() => strings.Begin();

    /// <summary>The words of strings files laid over one another; problems that come up in their use go to <paramref name="bag"/> as well.</summary>
    public UiStrings Read(IReadOnlyList<SourceFile> files, DiagnosticBag bag)
    {
        var read = strings.Get(files[0].Path, known => known.Files.Count == files.Count && known.Files.Zip(files).All(static pair => pair.First.HasSameBytes(pair.Second)), _ =>
        {
            var problems = new DiagnosticBag();
            return new ReadStrings(files, UiStrings.Read(files, problems), problems.ToSorted());
        });
        bag.AddRange(read.Problems);
        return read.Strings.For(bag);
    }

    /// <summary>All templates among some files.</summary>
    public TemplateSet Parse(IReadOnlyDictionary<string, SourceFile> files, UiStrings strings, DiagnosticBag bag)
    {
        if (!keeps || templates is null || !templates.Holds(files, strings)) templates = ParsedTemplates.Of(files, strings);
        bag.AddRange(templates.Problems);
        return templates.Set;
    }

    private sealed record ReadStrings(IReadOnlyList<SourceFile> Files, UiStrings Strings, IReadOnlyList<Diagnostic> Problems);

    private sealed record ParsedTemplates(IReadOnlyDictionary<string, SourceFile> Files, UiStrings Strings, TemplateSet Set, IReadOnlyList<Diagnostic> Problems)
    {
        public bool Holds(IReadOnlyDictionary<string, SourceFile> files, UiStrings strings) =>
            Strings.IsSame(strings) && Files.Count == files.Count && files.All(file => Files.TryGetValue(file.Key, out var known) && known.HasSameBytes(file.Value));

        public static ParsedTemplates Of(IReadOnlyDictionary<string, SourceFile> files, UiStrings strings)
        {
            var bag = new DiagnosticBag();
            return new ParsedTemplates(files, strings, TemplateSet.Parse(files, strings.For(bag), bag), bag.ToSorted());
        }
    }
}
