using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>What reading front matter made of each file when it last saw it.</summary>
public sealed class ArchiveMemo(bool keeps)
{
    private KeyNames? names;
    private ReadRules? rules;
    private MissingEntities? missing;
    private Archive? archive;

    /// <summary>Entities and pages as they were parsed, by path.</summary>
    internal Memo<ParsedFile> Documents { get; } = new(keeps);

    /// <summary>Statements by path.</summary>
    internal Memo<ReadFile<(Statement? Statement, Withheld? Withheld)>> Statements { get; } = new(keeps);

    /// <summary>Entities by path.</summary>
    internal Memo<ReadFile<Entity>> Entities { get; } = new(keeps);

    /// <summary>How many files were parsed anew in this round.</summary>
    internal int Parsed => Documents.Made + Statements.Made;

    /// <summary>Files in their place in the archive, by the place of the file.</summary>
    internal ListMemo<SourceFile, SortedFile> Sorted { get; } = new(keeps);

    /// <summary>Statements by place.</summary>
    internal ListMemo<StatementFile, ReadFile<(Statement? Statement, Withheld? Withheld)>> StatementList { get; } = new(keeps);

    /// <summary>Pages by place.</summary>
    internal ListMemo<SourceDocument, ReadPage> Pages { get; } = new(keeps);

    /// <summary>The last archive, in whose order statements are put that keep their place in it.</summary>
    internal Archive? Last
    {
        get => archive;
        set => archive = keeps ? value : null;
    }

    /// <summary>Begins a round.</summary>
    public void Begin()
    {
        Documents.Begin();
        Statements.Begin();
        Entities.Begin();
    }

    /// <summary>The names known before where they are the same, so that what was read with them holds.</summary>
    internal KeyNames Same(KeyNames made) => names = names?.IsSame(made) == true ? names : made;

    /// <summary>The rules known before where they are the same.</summary>
    internal ReadRules Same(ReadRules made) => rules = rules == made ? rules : made;

    /// <summary>The entities without a file.</summary>
    internal MissingEntities Missing(KeyUses uses) => missing = missing?.From.IsSame(uses) == true ? missing : MissingEntities.Of(uses);
}

/// <summary>What was read from the front matter of one file, and everything that it was read from.</summary>
/// <param name="File">The file.</param>
/// <param name="Folder">The folder of statements in which it lies, or its kind.</param>
/// <param name="Rules">What else the reading depended on.</param>
/// <param name="Value">What was read.</param>
/// <param name="Uses">The keys used in it.</param>
/// <param name="Problems">What was wrong with it.</param>
internal sealed record ReadFile<T>(SourceFile File, string Folder, ReadRules Rules, T Value, IReadOnlyList<KeyUse> Uses, IReadOnlyList<Diagnostic> Problems)
{
    private ReadRules valid = Rules;

    /// <summary>Whether reading would give the same again: keys may have got other names as long as those used here mean what they meant.</summary>
    public bool Holds(SourceFile file, string folder, ReadRules rules)
    {
        if (Folder != folder || !File.HasSameBytes(file)) return false;
        if (ReferenceEquals(valid, rules)) return true;
        if (valid with { Names = rules.Names } != rules) return false;
        if (!ReferenceEquals(valid.Names, rules.Names) && !Uses.All(use => rules.Names.Resolve(use.Written.Value, use.Key.Kind) == use.Key)) return false;
        valid = rules;
        return true;
    }

    /// <summary>Reads a file by <paramref name="read"/>; uses that are as they were keep their identity.</summary>
    public static ReadFile<T> Of(SourceFile file, string folder, ReadRules rules, ReadFile<T>? before, Func<KeyBook, DiagnosticBag, T> read)
    {
        var bag = new DiagnosticBag();
        var keys = new KeyBook(rules.Names, bag);
        var value = read(keys, bag);
        var uses = before is not null && before.Uses.SequenceEqual(keys.Uses) ? before.Uses : keys.Uses;
        return new ReadFile<T>(file, folder, rules, value, uses, bag.ToSorted());
    }
}

/// <summary>What the reading of every file depends on.</summary>
internal sealed record ReadRules(Same<SiteConfig> Config, KeyNames Names, bool Drafts, bool Future, DateOnly Today);
