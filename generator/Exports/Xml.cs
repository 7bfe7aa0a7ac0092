using System.Text;
using System.Xml;

namespace Rostrum.Exports;

/// <summary>How all XML is written: UTF-8 without a mark, line feeds, two spaces; and texts made fit for it.</summary>
internal static class Xml
{
    /// <summary>For every writer.</summary>
    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>The text without the characters that can't stand in XML 1.0, not even escaped: control characters, halves of pairs.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) i++;
            else if (!XmlConvert.IsXmlChar(text[i])) return Without(text);
        }

        return text;
    }

    private static string Without(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) kept.Append(text, i++, 2);
            else if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
        }

        return kept.ToString();
    }
}
