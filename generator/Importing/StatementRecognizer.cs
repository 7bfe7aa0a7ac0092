using Rostrum.Model;

namespace Rostrum.Importing;

/// <summary>Recognises the record of a statement in a text of any format. It never invents: what is not certain is left out and asked.</summary>
internal static class StatementRecognizer
{
    private const int LanguageSample = 20_000;
    private static readonly string[] Order = ["title", "date", "speaker", ""];

    /// <summary>The statements of one source: one, or several where the page holds several with a heading and a date each.</summary>
    public static IReadOnlyList<RecognizedStatement> Recognize(ImportText text, ImportSource source, KnownNames names)
    {
        var (head, parts) = Interventions.Split(text);
        if (parts.Count == 1) return [RecognizeOne(parts[0], source, names)];
        var shared = head is null ? null : RecognizeOne(head, source, names);
        return [.. parts.Select(part => Inherit(RecognizeOne(part, source, names), shared))];
    }

    // What the head of a page says holds for each statement on it that says nothing else.
    private static RecognizedStatement Inherit(RecognizedStatement part, RecognizedStatement? head)
    {
        if (head is null) return part;
        var isOfHead = part.Speakers.Count == 0 && (part.Delegation is null || part.Delegation == head.Delegation);
        return part with
        {
            Speakers = isOfHead ? head.Speakers : part.Speakers,
            Role = part.Role ?? (isOfHead ? head.Role : null),
            Delegation = part.Delegation ?? head.Delegation,
            Forum = part.Forum ?? head.Forum,
            Meeting = part.Meeting ?? (part.Forum is null || part.Forum == head.Forum ? head.Meeting : null),
            Delivery = part.Delivery ?? head.Delivery,
            Note = head.Title is null ? part.Note : $"{(part.Note is null ? "" : part.Note + " ")}The source holds several statements under the title “{head.Title}”.",
            Questions = [.. part.Questions.Where(question => question.Field != "speaker" || (head.Speakers.Count == 0 && head.Delegation is null) || !isOfHead)],
        };
    }

    private static RecognizedStatement RecognizeOne(ImportText text, ImportSource source, KnownNames names)
    {
        var heading = HeadingReader.Read(text);
        var questions = new List<ImportQuestion>();
        var title = heading.Title?.Value;
        var (printed, delivery) = title is null ? (null, null) : DeliveryNote.TakeFrom(title);
        var date = DateFinder.Find(heading, text, source, questions);
        var (speakers, at) = FindSpeakers(heading, text, names, questions);
        var role = speakers.Select(static speaker => speaker.Role).FirstOrDefault(static role => role is not null) ?? RoleLine(heading, speakers, at);
        var body = Repairs.Mend(text.Blocks.Skip(heading.BodyStart), out var repaired);
        var place = Occasion.Find(heading, role, date, names);
        var language = Language(text, body);
        var titleLanguage = printed is null ? null : Scripts.LanguageOf(printed);
        if (title is null) questions.Add(new ImportQuestion("title", "No title was recognised. What is it?", 1));
        if (speakers.Count == 0 && place.Delegation is null && !questions.Exists(static question => question.Field == "speaker")) questions.Add(new ImportQuestion("speaker", "Nobody was recognised as the speaker. Who spoke?", heading.Title?.Line ?? 1));
        if (Interventions.Headings(text, heading.BodyStart) is { Count: > 0 } several)
        {
            questions.Add(new ImportQuestion("", $"Is this one statement? {(several.Count == 1 ? "A heading" : "Headings")} within it {(several.Count == 1 ? "opens" : "open")} as titles do: {string.Join(", ", several.Take(4).Select(static block => $"“{block.Text}”"))}{(several.Count > 4 ? ", …" : "")}.", several[0].Line));
        }

        return new RecognizedStatement
        {
            Title = title,
            TitleLanguage = titleLanguage == language || language is null ? null : titleLanguage,
            Date = date,
            Published = text.Published,
            Speakers = [.. speakers.Select(speaker => names.KeyOrLabel(EntityKind.People, speaker.Name, questions)).OfType<string>().Distinct()],
            Role = role,
            Delegation = place.Delegation is null ? null : names.KeyOrLabel(EntityKind.Delegations, place.Delegation, questions),
            Forum = place.Forum is null ? null : names.KeyOrLabel(EntityKind.Forums, place.Forum, questions),
            Meeting = place.Meeting is null ? null : names.KeyOrLabel(EntityKind.Meetings, place.Meeting, questions),
            Genre = title is null ? null : GenreWords.GenreOf(title),
            Delivery = heading.Lines.Select(static line => HeadingLines.DeliveryOf(line.Block.Text) ?? DeliveryNote.TakeFrom(line.Block.Text).Delivery).FirstOrDefault(static kind => kind is not null) ?? delivery,
            Language = language,
            Symbol = heading.Lines.FirstOrDefault(static line => line.Kind == LineKind.Symbol).Block?.Text.Trim('(', ')', ' '),
            Url = text.Url,
            Publisher = text.Publisher,
            Note = Note(text, heading, repaired),
            Body = body,
            Questions = [.. questions.OrderBy(static question => question.Line).ThenBy(static question => Array.IndexOf(Order, question.Field))],
        };
    }

    // The speakers, and the index of the line that names them; -1 where it is the title.
    private static (IReadOnlyList<NamedSpeaker> Speakers, int Line) FindSpeakers(Heading heading, ImportText text, KnownNames names, List<ImportQuestion> questions)
    {
        for (var i = 0; i < heading.Lines.Count; i++)
        {
            if (SpeakerNames.ReadLabelled(heading.Lines[i].Block.Text) is { } labelled) return ([labelled], i);
        }

        for (var i = 0; i < heading.Lines.Count; i++)
        {
            if (heading.Title is { Value: var printed } && SpeakerNames.Find(printed, true).Count > 0) break;
            if (GenreWords.Opens(heading.Lines[i].Block.Text) && SpeakerNames.Find(heading.Lines[i].Block.Text, true) is { Count: > 0 } named) return (named, i);
        }

        if (text.Speaker is { } given) return ([new NamedSpeaker(given, null)], -1);
        if (heading.Title is { } title)
        {
            var found = SpeakerNames.Find(heading.TitleLines, true);
            if (found.Count > 0) return (found, -1);
            if (SpeakerNames.FindDoubtful(title.Value) is { } doubtful)
            {
                if (names.FindExact(EntityKind.People, doubtful) is { } known) return ([new NamedSpeaker(known, null)], -1);
                if (RoleText.DelegationIn(title.Value, true) is null) questions.Add(new ImportQuestion("speaker", $"Who spoke? The title says “{doubtful}”.", title.Line));
                return ([], -1);
            }
        }

        for (var i = 0; !text.IsBodyAlone && i < heading.Lines.Count; i++)
        {
            if (heading.Lines[i].Kind == LineKind.Other && SpeakerNames.Find(heading.Lines[i].Block.Text, false) is { Count: > 0 } found) return (found, i);
        }

        return ([], -1);
    }

    private static string? RoleLine(Heading heading, IReadOnlyList<NamedSpeaker> speakers, int at)
    {
        if (speakers.Count == 0) return null;
        if (at >= 0 && at + 1 < heading.Lines.Count && heading.Lines[at + 1] is { Kind: LineKind.Other or LineKind.Letterhead } below && RoleText.IsRoleBelow(below.Block.Text)) return below.Block.Text;
        return heading.Lines.Where((line, index) => index != at && line.Kind == LineKind.Other && RoleText.IsRole(line.Block.Text)).Select(static line => line.Block.Text).FirstOrDefault();
    }

    private static string? Language(ImportText text, IReadOnlyList<ImportBlock> body)
    {
        var sample = string.Join('\n', body.Select(static block => block.Text));
        if (sample.Length > LanguageSample) sample = sample[..LanguageSample];
        var read = Scripts.LanguageOf(sample, sample.Length < 600 ? 4 : 8);
        var named = text.Language is { } tag && Sources.LanguageTag.IsWellFormed(tag) ? tag : null;
        if (named is null || read is null) return read ?? (sample.Length > 0 ? named : null);
        return named.Split('-')[0].Equals(read, StringComparison.OrdinalIgnoreCase) ? named : read;
    }

    private static string? Note(ImportText text, Heading heading, string? repaired)
    {
        if (text.IsBodyAlone) return repaired;
        var unsaid = heading.Lines.Where(static line => !HeadingLines.IsWhollyRecorded(line.Block.Text)).Select(static line => $"“{line.Block.Text}”").ToList();
        var head = unsaid.Count == 0 ? null : $"At its head the source also prints: {string.Join("; ", unsaid)}.";
        return repaired is null ? head : head is null ? repaired : $"{repaired} {head}";
    }
}
