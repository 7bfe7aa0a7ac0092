using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Rostrum.Pages;
using Rostrum.Templates;
using Rostrum.Tests.Harness;
using Scriban.Runtime;

namespace Rostrum.Tests;

/// <summary>The guide's page of what templates may use is made from the view records and their comments; UPDATE_GOLDEN=1 rewrites it.</summary>
public sealed class TemplateReferenceTests
{
    private const string Page = "content/pages/guide/template-reference.md";

    [Xunit.Fact]
    public void TheGuideListsExactlyWhatTemplatesMayUse()
    {
        var path = Path.Combine(Repository.Root, Page);
        var expected = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Write()
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(View).Assembly.Location, ".xml")).Descendants("member").ToDictionary(static member => (string)member.Attribute("name")!);
        var text = new StringBuilder("""
            ---
            title: Template reference
            weight: 75
            summary: Every value that a template may read and every function that it may call.
            ---

            This page is made from the program itself by a test, so that it says what is true. How templates work is told under [Templates](templates.md).

            A template reads `site` and `page`; which record `page` is depends on the template. Every value is escaped as it is written, except those of type markup.

            ## Functions

            | call | what it gives |
            |---|---|

            """);
        foreach (var (call, what) in TemplateFunctions.Documentation) text.Append($"| `{call}` | {what} |\n");
        foreach (var type in ViewAccessor.Types.OrderBy(Rank).ThenBy(static type => type.Name, StringComparer.Ordinal)) WriteType(text, type, comments);
        return text.ToString();
    }

    private static int Rank(Type type) => type == typeof(SiteView) ? 0 : type.IsSubclassOf(typeof(View)) ? 1 : 2;

    private static void WriteType(StringBuilder text, Type type, Dictionary<string, XElement> comments)
    {
        text.Append($"\n## {type.Name}\n\n{Comment(comments, $"T:{type.FullName}")}\n");
        if (type.IsSubclassOf(typeof(View))) text.Append($"\nIt is `page` in the template `{((View)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Template}.html`.\n");
        text.Append("\n| name | type | what it is |\n|---|---|---|\n");
        foreach (var property in type.GetProperties().OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            var name = StandardMemberRenamer.Rename(property.Name);
            Assert.Contains(name, ViewAccessor.MembersOf(type));
            var declaring = property.DeclaringType!;
            var what = comments.TryGetValue($"P:{declaring.FullName}.{property.Name}", out var own) && own.Element("summary") is not null
                ? Plain(own.Element("summary")!)
                : Parameter(comments, type, property.Name);
            text.Append($"| `{name}` | {TypeName(property)} | {what} |\n");
        }
    }

    private static string Parameter(Dictionary<string, XElement> comments, Type type, string name)
    {
        var parameter = comments[$"T:{type.FullName}"].Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name);
        if (parameter is not null) return Plain(parameter);
        return name == "Template" ? "Name of the template, without its ending." : throw new InvalidOperationException($"{type.Name}.{name} has no comment");
    }

    private static string Comment(Dictionary<string, XElement> comments, string id) => Plain(comments[id].Element("summary")!);

    private static string Plain(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(static node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.')[^1]}`",
            XText plain => plain.Value,
            _ => "",
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string TypeName(PropertyInfo property)
    {
        var type = property.PropertyType;
        var nullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return Name(Nullable.GetUnderlyingType(type) ?? type) + (nullable || Nullable.GetUnderlyingType(type) is not null ? ", may be empty" : "");
    }

    private static string Name(Type type)
    {
        if (type.IsGenericType) return "list of " + Name(type.GetGenericArguments()[0]);
        if (type == typeof(string)) return "text";
        if (type == typeof(int)) return "number";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(DateOnly)) return "day";
        if (type == typeof(Raw)) return "markup";
        return $"[{type.Name}](#{Model.Slug.Of(type.Name)})";
    }
}
