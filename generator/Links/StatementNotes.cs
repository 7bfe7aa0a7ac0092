using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>What an editor says of each passage of one statement, with the ranges resolved to passages.</summary>
public sealed class StatementNotes
{
    /// <summary>Says nothing.</summary>
    public static readonly StatementNotes None = new([]);

    private readonly Dictionary<int, PassageSays> byPassage;

    private StatementNotes(Dictionary<int, PassageSays> byPassage) => this.byPassage = byPassage;

    /// <summary>Topics and instruments that an editor gives to a passage.</summary>
    public IReadOnlyList<EntityKey> KeysOf(int passage) => byPassage.GetValueOrDefault(passage)?.Keys ?? (IReadOnlyList<EntityKey>)[];

    /// <summary>Who speaks a passage, where an editor says so.</summary>
    public EntityKey? SpeakerOf(int passage) => byPassage.GetValueOrDefault(passage)?.Speaker;

    /// <summary>What an editor notes at a passage.</summary>
    public IReadOnlyList<string> NotesOf(int passage) => byPassage.GetValueOrDefault(passage)?.Notes ?? (IReadOnlyList<string>)[];

    /// <summary>Resolves a statement's notes against its passages; reports passages and quotations that do not exist.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="text">Its text.</param>
    /// <param name="most">How many passages they may cover, those of each range counted.</param>
    /// <param name="bag">Where problems go.</param>
    public static StatementNotes Read(Statement statement, LinkedText text, int most, DiagnosticBag bag)
    {
        var ranges = new PassageRanges(text, most, bag);
        var says = new Dictionary<int, PassageSays>();
        foreach (var note in statement.PassageNotes)
        {
            if (ranges.Find(note.First, note.Last, note.At) is not { } range) continue;
            CheckQuote(note, range, text, bag);
            for (var i = range.First; i <= range.Last; i++)
            {
                var passage = Says(says, i);
                passage.Keys.AddRange(note.Topics.Except(passage.Keys));
                passage.Speaker = note.Speaker ?? passage.Speaker;
                if (note.Note is not null) passage.Notes.Add(note.Note);
            }
        }

        foreach (var cite in statement.Cites)
        {
            if (cite.Passage is not { } written) continue;
            if (!PassageRange.TryParse(written.Value, out var parsed))
            {
                bag.Add(Problems.NotAPassage(written.At, written.Value));
                continue;
            }

            if (ranges.Find(parsed.First, parsed.Last, written.At) is not { } range) continue;
            for (var i = range.First; i <= range.Last; i++)
            {
                if (!Says(says, i).Keys.Contains(cite.Instrument)) Says(says, i).Keys.Add(cite.Instrument);
            }
        }

        return new StatementNotes(says);
    }

    private static void CheckQuote(PassageNote note, (int First, int Last) range, LinkedText text, DiagnosticBag bag)
    {
        if (note.Quote is not { } quote) return;
        var passages = string.Join(' ', text.Passages.Skip(range.First).Take(range.Last - range.First + 1).Select(static passage => passage.Passage.Text));
        if (!Plain(passages).Contains(Plain(quote.Value), StringComparison.Ordinal)) bag.Add(Problems.QuoteNotFound(quote.At, note.First == note.Last ? note.First : $"{note.First}-{note.Last}"));
    }

    private static string Plain(string text) => string.Join(' ', Vocabulary.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static PassageSays Says(Dictionary<int, PassageSays> says, int passage)
    {
        if (!says.TryGetValue(passage, out var found)) says[passage] = found = new PassageSays();
        return found;
    }

    private sealed class PassageSays
    {
        public List<EntityKey> Keys { get; } = [];

        public EntityKey? Speaker { get; set; }

        public List<string> Notes { get; } = [];
    }
}
