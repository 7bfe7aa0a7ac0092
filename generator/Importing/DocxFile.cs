using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Rostrum.Importing;

/// <summary>The parts of a word processor's file (ECMA-376) that an import reads, each as its root element; null where there is no such part.</summary>
internal sealed class DocxFile
{
    // Documents have a tenth of it; the time to put elements together grows with their depth.
    private const int MostDepth = 500;
    private readonly List<XElement> relations;

    private DocxFile(ZipArchive zip, string main)
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        relations = Relations(zip, $"{folder}_rels/{main[folder.Length..]}.rels");
        Document = Load(zip, main);
        Styles = Related("styles").FirstOrDefault();
        Numbering = Related("numbering").FirstOrDefault();
        Footnotes = Related("footnotes").FirstOrDefault();
        Endnotes = Related("endnotes").FirstOrDefault();
        Headers = Related("header").ToList();

        IEnumerable<XElement> Related(string kind) =>
            relations.Where(relation => IsOf(relation, kind)).Select(static relation => relation.Attribute("Target")?.Value).OfType<string>().Select(target => Load(zip, Combine(folder, target))).OfType<XElement>();
    }

    /// <summary>The text.</summary>
    public XElement? Document { get; }

    /// <summary>The styles.</summary>
    public XElement? Styles { get; }

    /// <summary>How lists are numbered.</summary>
    public XElement? Numbering { get; }

    /// <summary>The footnotes.</summary>
    public XElement? Footnotes { get; }

    /// <summary>The notes at the end.</summary>
    public XElement? Endnotes { get; }

    /// <summary>What stands above the pages.</summary>
    public IReadOnlyList<XElement> Headers { get; }

    /// <summary>Reads a file; null when it names no text.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or a damaged one, or nested deeper than any document is.</exception>
    /// <exception cref="XmlException">A part can't be parsed.</exception>
    public static DocxFile? Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, false));
        var main = Relations(zip, "_rels/.rels").Find(static relation => IsOf(relation, "officeDocument"));
        return main?.Attribute("Target")?.Value is { } target ? new DocxFile(zip, Combine("", target)) : null;
    }

    /// <summary>Where a link of the text leads.</summary>
    public string? AddressOf(string relation) =>
        relations.Find(candidate => candidate.Attribute("Id")?.Value == relation && IsOf(candidate, "hyperlink"))?.Attribute("Target")?.Value;

    private static List<XElement> Relations(ZipArchive zip, string path) => Load(zip, path)?.Elements().ToList() ?? [];

    // The two forms of the standard name their kinds by different addresses that end alike.
    private static bool IsOf(XElement relation, string kind) => relation.Attribute("Type")?.Value.EndsWith("/" + kind, StringComparison.Ordinal) == true;

    private static string Combine(string folder, string target) => Uri.UnescapeDataString(new Uri(new Uri("file:///" + folder), target).AbsolutePath).TrimStart('/');

    private static XElement? Load(ZipArchive zip, string path)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(path, StringComparison.OrdinalIgnoreCase)) is not { } entry) return null;
        using (var check = Open(entry))
        {
            while (check.Read())
            {
                if (check.Depth > MostDepth) throw new InvalidDataException("The parts of the document are nested too deep.");
            }
        }

        using var reader = Open(entry);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
