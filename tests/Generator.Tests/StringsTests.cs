using System.Text.RegularExpressions;
using Rostrum.Tests.Harness;
using YamlDotNet.Serialization;

namespace Rostrum.Tests;

/// <summary>The words of the interface: every language says all that English says.</summary>
public sealed partial class StringsTests
{
    // What describes the tables to programmers stays in English.
    private static readonly string[] EnglishOnly = ["data_", "column_", "table_", "type_", "llms_"];

    private static readonly Dictionary<string, Dictionary<string, object>> Languages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "templates", "strings"), "*.yml")
        .ToDictionary(static file => Path.GetFileNameWithoutExtension(file), static file => new Deserializer().Deserialize<Dictionary<string, object>>(File.ReadAllText(file)));

    public static TheoryData<string, string> Translations { get; } = new()
    {
        { "fr", "one other" }, { "es", "one other" }, { "ru", "one few many other" }, { "zh", "other" }, { "ar", "zero one two few many other" }, { "ja", "other" },
    };

    [Theory]
    [MemberData(nameof(Translations))]
    public void EveryLanguageHasEveryTextOfTheInterface(string language, string plurals)
    {
        Assert.NotEmpty(plurals);
        Assert.Equal([], Languages["en"].Keys.Where(static key => !Array.Exists(EnglishOnly, key.StartsWith)).Except(Languages[language].Keys));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void EveryTextHasThePlaceholdersAndThePluralFormsOfItsLanguage(string language, string plurals)
    {
        foreach (var (key, text) in Languages[language])
        {
            if (key == "day_first" || text is List<object>) continue;
            if (!Languages["en"].TryGetValue(key, out var english)) continue;
            if (text is Dictionary<object, object> forms)
            {
                Assert.IsType<Dictionary<object, object>>(english);
                Assert.Equal((key, plurals), (key, string.Join(' ', forms.Keys)));
                Assert.All(forms.Where(static form => form.Key is "few" or "many" or "other"), form => Assert.Equal("{0}", Holes(form.Value)));
            }
            else
            {
                Assert.Equal((key, Holes(english)), (key, Holes(text)));
            }
        }

        Assert.Equal(12, ((List<object>)Languages[language]["months"]).Count);
    }

    private static string Holes(object text) => string.Join(' ', Hole().Matches(text.ToString() ?? "").Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
