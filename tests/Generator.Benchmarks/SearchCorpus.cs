using System.Text;

namespace Rostrum.Benchmarks;

/// <summary>Makes up an archive whose words are as many and as unevenly used as those of real texts: the share of a word falls with its rank (Zipf's law). Always the same for the same number.</summary>
internal static class SearchCorpus
{
    private const int Words = 60_000;
    private static readonly string[] Syllables = ["ca", "be", "tion", "di", "ment", "fo", "ge", "ha", "in", "con", "ly", "mo", "ne", "or", "per", "qui", "re", "si", "ter", "un", "va", "we", "al", "ty"];
    private static readonly string[] Frequent = ["the", "of", "and", "to", "in", "a", "for", "that", "is", "we", "on", "states", "international", "security", "with", "law", "as", "by", "peace", "our", "cyberspace", "use", "norms"];

    /// <summary>Writes so many statements of 800 words.</summary>
    public static void Write(string folder, int count)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, true);
        var random = new Random(20200522);
        var words = Vocabulary(random);
        var shares = Shares();
        foreach (var kind in new[] { "statements", "topics", "delegations" }) Directory.CreateDirectory(Path.Combine(folder, "content", kind));
        File.WriteAllText(Path.Combine(folder, "site.yml"), "title: Made archive\nbase_url: http://127.0.0.1/\n");
        for (var i = 0; i < 60; i++) File.WriteAllText(Path.Combine(folder, "content", "topics", $"topic-{i:00}.md"), $"---\ntitle: Topic {i:00}\nmention: false\n---\n");
        for (var i = 0; i < 120; i++) File.WriteAllText(Path.Combine(folder, "content", "delegations", $"delegation-{i:000}.md"), $"---\ntitle: Delegation {i:000}\n---\n");
        for (var i = 0; i < count; i++)
        {
            var date = new DateOnly(2000, 1, 1).AddDays((int)((long)i * 9300 / count));
            var text = new StringBuilder($"---\ntitle: {Sentence(8)}\ndate: {date:yyyy-MM-dd}\ntopics: [topic-{random.Next(60):00}, topic-{random.Next(60):00}]\ndelegation: delegation-{random.Next(120):000}\nforum: forum-{random.Next(12):00}\n---\n");
            for (var paragraph = 0; paragraph < 12; paragraph++) text.Append('\n').Append(Sentence(22)).Append(". ").Append(Sentence(22)).Append(". ").Append(Sentence(22)).Append(".\n");
            File.WriteAllText(Path.Combine(folder, "content", "statements", $"s-{i:000000}.md"), text.ToString());
        }

        string Sentence(int length)
        {
            var sentence = string.Join(' ', Enumerable.Range(0, length).Select(_ => words[Rank(shares, random.NextDouble())]));
            return char.ToUpperInvariant(sentence[0]) + sentence[1..];
        }
    }

    /// <summary>Words of the archive by rank, for queries.</summary>
    public static IReadOnlyList<string> Vocabulary() => Vocabulary(new Random(20200522));

    private static string[] Vocabulary(Random random)
    {
        var words = new List<string>(Frequent);
        var known = new HashSet<string>(Frequent, StringComparer.Ordinal);
        while (words.Count < Words)
        {
            var word = string.Concat(Enumerable.Range(0, 2 + random.Next(4)).Select(_ => Syllables[random.Next(Syllables.Length)]));
            if (known.Add(word)) words.Add(word);
        }

        return [.. words];
    }

    private static double[] Shares()
    {
        var shares = new double[Words];
        var sum = 0.0;
        for (var i = 0; i < Words; i++) shares[i] = sum += 1 / (i + 2.7);
        return [.. shares.Select(share => share / sum)];
    }

    private static int Rank(double[] shares, double at)
    {
        var found = Array.BinarySearch(shares, at);
        return Math.Min(found < 0 ? ~found : found, Words - 1);
    }
}
