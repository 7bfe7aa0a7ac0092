namespace Rostrum.BrowserTests.Harness;

/// <summary>An archive of many words, whose index has several shards and whose topics have a file of their own.</summary>
public sealed class WideArchive : IAsyncLifetime
{
    private const int Statements = 80;
    private static readonly string[] Syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "za"];
    private PagesHost? host;

    /// <summary>Where it is served.</summary>
    internal PagesHost Host => host!;

    /// <summary>The first words of the statement with this number; no other has them.</summary>
    internal static string Word(int statement) => Syllables[statement % 16] + Syllables[statement / 16] + "qubo";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("rostrum-wide-");
        try
        {
            Write("site.yml", "title: Wide\n");
            for (var i = 0; i < Statements; i++)
            {
                Write($"content/topics/subject-{i:00}.md", $"---\ntitle: Subject number {i:00} of those that statements speak about\n---\n");
                Write($"content/statements/s{i:00}.md", $"---\ntitle: Statement {i:00}\ndate: 2020-01-01\ntopics: [subject-{i:00}]\n---\n{Word(i)} for everyone.\n\n{string.Join("\n\n", Enumerable.Range(i * 30, 30).Select(Passage))}\n");
            }

            host = await PagesHost.StartAsync(Archive.Build(folder.FullName, "/"));
        }
        finally
        {
            folder.Delete(true);
        }

        void Write(string path, string text)
        {
            var full = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Twenty-five words of three or four syllables.
    private static string Passage(int number) => string.Join(' ', Enumerable.Range(number * 25, 25).Select(static n =>
        string.Concat(Enumerable.Range(0, 3 + (n % 2)).Select(place => Syllables[(n * 2654435761L >> (4 * place)) & 15]))));
}
