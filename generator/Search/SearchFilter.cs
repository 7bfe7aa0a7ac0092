using System.Text;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Search;

/// <summary>What results can be narrowed to: the values of a filter, and which of them each statement has.</summary>
/// <param name="Name">topic, delegation, forum, year or language.</param>
/// <param name="Values">Keys and names, in the order in which they are shown.</param>
/// <param name="Of">The numbers of each statement's values in base 36, joined by dots; statements by spaces; <c>*n</c> behind what stands n times in a row.</param>
public sealed record SearchFilter(string Name, IReadOnlyList<(string Key, string Title)> Values, string Of)
{
    private const int MostInDirectory = 4_000;

    /// <summary>Filters that may be long, and then have a file of their own.</summary>
    public static readonly IReadOnlyList<string> Long = ["topic", "delegation", "forum"];

    /// <summary>Whether the directory holds it.</summary>
    public bool IsSmall => !Long.Contains(Name) || Of.Length + Values.Sum(static value => value.Key.Length + value.Title.Length) <= MostInDirectory;

    /// <summary>All filters that tell anything apart.</summary>
    public static IReadOnlyList<SearchFilter> All(IReadOnlyList<Statement> statements, Archive archive, Relations relations, UiStrings strings)
    {
        var topics = Topics(archive, relations);
        SearchFilter[] all =
        [
            Entities("topic", statements, statement => topics.GetValueOrDefault(statement.Id) ?? [], archive),
            Entities("delegation", statements, static statement => statement.Delegations, archive),
            Entities("forum", statements, statement => archive.ForumOf(statement) is { } forum ? [forum] : [], archive),
            Make("year", statements, static statement => [(statement.Date.Year.ToString("0000"), statement.Date.Year.ToString("0000"))], true),
            Make("language", statements, statement => [(statement.Language, strings.Has($"language_{statement.Language}") ? strings.Text($"language_{statement.Language}") : statement.Language)], false),
        ];
        return [.. all.Where(static filter => filter.Values.Count > 1 || (filter.Values.Count == 1 && filter.Name is "topic" or "delegation"))];
    }

    private static Dictionary<string, List<EntityKey>> Topics(Archive archive, Relations relations)
    {
        var topics = new Dictionary<string, List<EntityKey>>(StringComparer.Ordinal);
        foreach (var topic in archive.Of(EntityKind.Topics))
        {
            foreach (var id in relations.StatementsOf(topic.Key).Concat(relations.PassagesOn(topic.Key).Select(static passage => passage.Statement)).Select(static statement => statement.Id).Distinct())
            {
                if (!topics.TryGetValue(id, out var keys)) topics[id] = keys = [];
                keys.Add(topic.Key);
            }
        }

        return topics;
    }

    private static SearchFilter Entities(string name, IReadOnlyList<Statement> statements, Func<Statement, IEnumerable<EntityKey>> keys, Archive archive) =>
        Make(name, statements, statement => keys(statement).Select(archive.Find).OfType<Entity>().Select(static entity => (entity.Key.Key, (entity as Delegation)?.Short ?? entity.Title)), false);

    private static SearchFilter Make(string name, IReadOnlyList<Statement> statements, Func<Statement, IEnumerable<(string Key, string Title)>> values, bool descending)
    {
        var ofEach = statements.Select(statement => values(statement).Distinct().ToArray()).ToList();
        var ordered = ofEach.SelectMany(static own => own).Distinct().OrderBy(static value => value.Title, StringComparer.OrdinalIgnoreCase).ThenBy(static value => value.Key, StringComparer.Ordinal).ToList();
        if (descending) ordered.Reverse();
        var numbers = ordered.Select(static (value, number) => (value, number)).ToDictionary(static pair => pair.value, static pair => pair.number);
        var of = new StringBuilder();
        for (var i = 0; i < ofEach.Count;)
        {
            var own = Numbers(ofEach[i]);
            var end = i + 1;
            while (end < ofEach.Count && Numbers(ofEach[end]) == own) end++;
            if (i > 0) of.Append(' ');
            of.Append(own);
            if (end - i > 1) of.Append('*').Append(Base36(end - i));
            i = end;
        }

        return new SearchFilter(name, ordered, of.ToString());

        string Numbers((string Key, string Title)[] own) => string.Join('.', own.Select(value => numbers[value]).Order().Select(Base36));
    }

    /// <summary>A number as search.js reads it.</summary>
    public static string Base36(int number)
    {
        const string digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        var text = "";
        do
        {
            text = digits[number % 36] + text;
            number /= 36;
        }
        while (number > 0);
        return text;
    }
}
