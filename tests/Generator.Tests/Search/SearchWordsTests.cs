using System.Text;
using System.Text.Json;
using Rostrum.Search;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests.Search;

/// <summary>The program and the script of the search page cut text into the same words: both are held to words.json.</summary>
public sealed class SearchWordsTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tests, "Search", "words.json"))).RootElement;

    private static readonly IReadOnlyList<(string Text, string[] Words)> Texts =
        [.. Vectors.GetProperty("words").EnumerateArray().Select(static vector => (vector.GetProperty("text").GetString()!, vector.GetProperty("words").Deserialize<string[]>()!))];

    private static readonly IReadOnlyList<string[]> Stems = Vectors.GetProperty("stems").Deserialize<string[][]>()!;

    [Fact]
    public void TheIndexCutsTextIntoTheseWords() =>
        Assert.All(Texts, static vector => Assert.Equal(vector.Words, Words(vector.Text)));

    [Fact]
    public void TheIndexBringsFormsOfAWordUnderTheseKeys() =>
        Assert.All(Stems, static vector => Assert.Equal(vector[1], WordStem.Of(vector[0])));

    [Fact]
    public void TheScriptDoesTheSame()
    {
        var answer = SearchScript.Run(new { texts = Texts.Select(static vector => vector.Text), words = Stems.Select(static vector => vector[0]) });
        Assert.Equal(Texts.Select(static vector => vector.Words), answer.GetProperty("words").Deserialize<string[][]>()!);
        Assert.Equal(Stems.Select(static vector => vector[1]), answer.GetProperty("stems").Deserialize<string[]>()!);
    }

    /// <summary>Every character of the scripts that statements are written in, alone and between Latin letters; blocks that Unicode still adds to are left out, for Node and .NET may know other versions.</summary>
    [Fact]
    public void TheScriptDoesTheSameWithEveryCharacter()
    {
        var texts = Blocks.SelectMany(static block => Enumerable.Range(block.First, block.Last - block.First + 1)).Select(static code => $"x{(char)code}y {(char)code}").ToList();
        var answer = SearchScript.Run(new { texts }).GetProperty("words").Deserialize<string[][]>()!;
        var wrong = texts.Select((text, i) => (text, Own: string.Join(' ', Words(text)), Script: string.Join(' ', answer[i]))).Where(static pair => pair.Own != pair.Script)
            .Select(static pair => $"U+{(int)pair.text[1]:X4} program: {pair.Own} script: {pair.Script}").ToList();
        Assert.Equal([], wrong);
    }

    private static readonly (int First, int Last)[] Blocks =
    [
        (0x00A1, 0x052F), (0x0531, 0x058A), (0x0591, 0x06FF), (0x0904, 0x0B77), (0x0E01, 0x0E5B), (0x1000, 0x109F), (0x1780, 0x17E9), (0x1E00, 0x206F), (0x2100, 0x218B),
        (0x2460, 0x24FF), (0x3005, 0x30FF), (0x3105, 0x318E), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFB06), (0xFB1D, 0xFBB1), (0xFE70, 0xFFDC),
    ];

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        new SearchWords().Read(Encoding.UTF8.GetBytes(text), word => words.Add(word.ToString()));
        return words;
    }
}
