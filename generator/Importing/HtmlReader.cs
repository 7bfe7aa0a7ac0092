using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rostrum.Importing;

/// <summary>Reads a web page: its title, the text without menus, share buttons and footers, and what its head says of it.</summary>
internal static class HtmlReader
{
    private const int DeepestTree = 400;

    /// <summary>The page.</summary>
    public static ImportText Read(byte[] bytes, string? encoding)
    {
        var html = TextDecoder.Decode(bytes, encoding ?? NamedEncoding(bytes));
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        if (document.Body is null || IsTooDeep(document.Body)) return PlainTextReader.Read(html);
        var data = HtmlMetadata.Read(document);
        var notes = HtmlFootnotes.Take(document);
        HtmlMainText.RemoveClutter(document);
        var heading = HtmlMainText.FindTitle(document, data.Title);
        var main = HtmlMainText.Find(document, heading);
        var isApart = heading is not null && !main.Contains(heading);
        var blocks = WithoutLinks(new HtmlBlocks().Read(main, isApart ? null : heading));
        var title = heading is null ? data.Title : HtmlBlocks.TextOf(heading);
        var isAlone = heading is not null && (isApart || StartsWith(blocks, title));
        return new ImportText
        {
            Blocks = [.. isAlone && !isApart ? blocks.Skip(1) : blocks, .. notes],
            Around = isApart ? HtmlMainText.Around(document, main) : [],
            IsTitleApart = heading is null,
            Title = title is null ? null : new Found<string>(title, heading?.SourceReference?.Position.Line ?? 1, title),
            IsBodyAlone = isApart,
            Published = data.Published,
            Date = data.Date,
            Url = data.Url,
            Publisher = data.Publisher,
            Language = data.Language,
            Speaker = null,
        };
    }

    // Links to other pages that stand before and behind a text are no part of it, nor is a heading over them.
    private static IReadOnlyList<ImportBlock> WithoutLinks(IReadOnlyList<ImportBlock> blocks)
    {
        var (start, end) = (0, blocks.Count);
        while (end > 0 && blocks[end - 1].IsLinks)
        {
            end--;
            while (end > 0 && blocks[end - 1].Kind == ImportKind.Heading) end--;
        }

        while (start < end && blocks[start].IsLinks) start++;
        return end == 0 ? blocks : [.. blocks.Take(end).Skip(start)];
    }

    private static bool StartsWith(IReadOnlyList<ImportBlock> blocks, string? title) => blocks.Count > 0 && blocks[0].Text == title;

    // The parser makes a tree of any depth; what walks it must not overflow the stack.
    private static bool IsTooDeep(IElement root)
    {
        var level = new List<IElement> { root };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > DeepestTree) return true;
            level = [.. level.SelectMany(static element => element.Children)];
        }

        return false;
    }

    private static string? NamedEncoding(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2048));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || IsUtf8(bytes)) return null;
        var name = new string([.. head[(at + 8)..].TrimStart('"', '\'', ' ').TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return TextDecoder.IsEncoding(name) && !name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes) && bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)127) >= 0;
}
