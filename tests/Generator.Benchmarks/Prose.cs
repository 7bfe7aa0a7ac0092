using System.Text;

namespace Rostrum.Benchmarks;

/// <summary>Makes up statements that look like real ones: always the same for the same seed.</summary>
internal sealed class Prose(int seed)
{
    private static readonly string[] Openings = ["My delegation", "Our region", "Our country", "The Government", "This Council", "The working group", "Every State", "No State", "The report", "Civil society"];
    private static readonly string[] Verbs = ["welcomes", "supports", "recalls", "reaffirms", "takes note of", "is concerned by", "encourages", "invites views on", "contributes to", "remains committed to"];
    private static readonly string[] Objects =
    [
        "the progress made since the last session", "a common understanding of the rules that apply", "the exchange of experience among national teams", "an open and stable environment",
        "the protection of hospitals and of the networks they depend on", "practical steps that build confidence", "the needs of countries with fewer means", "the work of regional organisations",
        "a register of points of contact", "transparent reporting on incidents", "the role of the private sector", "the rights of every person online", "the peaceful settlement of disputes",
    ];

    private static readonly string[] Endings =
    [
        "as the basis of all that follows", "in the years ahead", "without prejudice to the views of others", "where the means allow it", "at the next meeting", "in good faith", "and asks others to do the same",
        "because trust grows slowly and is lost at once", "in the light of what has been said today", "with due regard to national circumstances",
    ];

    private readonly Random random = new(seed);

    /// <summary>A number below <paramref name="limit"/>.</summary>
    public int Next(int limit) => random.Next(limit);

    /// <summary>One of the given values.</summary>
    public T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    /// <summary>A sentence of about fifteen words.</summary>
    public string Sentence()
    {
        var text = $"{Pick(Openings)} {Pick(Verbs)} {Pick(Objects)} {Pick(Endings)}";
        return random.Next(12) switch
        {
            0 => $"{text}, in line with A/RES/{random.Next(50, 80)}/{random.Next(1, 300)}.",
            1 => $"{text}, as **we said** in {random.Next(2005, 2026)}.",
            _ => text + ".",
        };
    }

    /// <summary>A body of 500 to 1,200 words with lists, quotations, footnotes, a few tables, and a link to an earlier statement.</summary>
    public string Body(string? earlier)
    {
        var words = random.Next(500, 1200);
        var text = new StringBuilder();
        var notes = 0;
        for (var written = 0; written < words;)
        {
            var paragraph = string.Join(' ', Enumerable.Range(0, random.Next(3, 7)).Select(_ => Sentence()));
            switch (random.Next(14))
            {
                case 0:
                    text.Append("> ").Append(paragraph).Append("\n\n");
                    break;
                case 1:
                    foreach (var _ in Enumerable.Range(0, 3)) text.Append("- ").Append(Sentence()).Append('\n');
                    text.Append('\n');
                    break;
                case 2 when notes < 3:
                    notes++;
                    text.Append(paragraph).Append($"[^{notes}]\n\n[^{notes}]: {Sentence()}\n\n");
                    break;
                case 3 when random.Next(4) == 0:
                    text.Append("| Year | Share |\n|---|---|\n| 2019 | 12 |\n| 2020 | 17 |\n\n");
                    break;
                case 4 when earlier is not null:
                    text.Append(paragraph).Append($" See [what we said before]({earlier}.md).\n\n");
                    break;
                default:
                    text.Append(paragraph).Append("\n\n");
                    break;
            }

            written += paragraph.Length / 6;
        }

        return text.ToString();
    }
}
