using System.Xml.Linq;

namespace Rostrum.Importing;

/// <summary>Reads elements of word processing, in either form of the standard.</summary>
internal static class DocxElements
{
    private static readonly XNamespace Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The name of an element of word processing; empty for any other.</summary>
    public static string Kind(this XElement element) => element.Name.Namespace == Transitional || element.Name.Namespace == Strict ? element.Name.LocalName : "";

    /// <summary>The children of a name.</summary>
    public static IEnumerable<XElement> All(this XElement? element, string name) => element?.Elements().Where(child => child.Kind() == name) ?? [];

    /// <summary>The first child at the end of a path of names.</summary>
    public static XElement? Find(this XElement? element, params string[] path)
    {
        foreach (var name in path) element = element.All(name).FirstOrDefault();
        return element;
    }

    /// <summary>An attribute of word processing, or of a relation.</summary>
    public static string? Value(this XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name && attribute.Name.Namespace != XNamespace.None)?.Value;

    /// <summary>The same as a number.</summary>
    public static int? Number(this XElement? element, string name) => int.TryParse(element.Value(name), out var number) ? number : null;

    /// <summary>What an element says in its attribute <c>val</c>.</summary>
    public static string? Value(this XElement? element) => element.Value("val");

    /// <summary>The same as a number.</summary>
    public static int? Number(this XElement? element) => element.Number("val");

    /// <summary>The texts within an element.</summary>
    public static IEnumerable<string> Texts(this XElement element) => element.Descendants().Where(static inner => inner.Kind() == "t").Select(static text => text.Value);
}
