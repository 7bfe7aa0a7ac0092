using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>
/// Collects the blocks of one text, numbers its passages and links what they mention. Blocks and passages that are as they were before stay the very
/// same, so that they need not be kept twice.
/// </summary>
internal sealed class BlockCollector(BodySource source, LinkRules rules, BlockHtml html, KnownBody known, DiagnosticBag bag)
{
    private readonly RenderedBody before = known.Body;
    private readonly List<Block> blocks = [];
    private readonly List<Collected> passages = [];
    private readonly List<Heading> headings = [];
    private readonly List<CitationMatch> citations = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sameSlugs = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> footnotePassages = [];
    private readonly bool isStatement = source.Statement is not null;
    private readonly bool isRightToLeft = source.Statement is { } statement && LanguageTag.Direction(statement.Language) == "rtl";
    private readonly string pageHref = source.Url.Href(rules.BasePath);
    private readonly TextScratch scratch = html.BeginTexts();
    private ReadOnlyMemory<byte> notes;
    private IReadOnlyList<string> passageIds = [];
    private int topLevel;
    private bool cites;

    /// <summary>Adds a block that stands at the top of the text.</summary>
    public void Add(Markdig.Syntax.Block block)
    {
        html.Begin(pageHref, !isStatement);
        switch (block)
        {
            case HeadingBlock heading: AddHeading(heading); break;
            case ListBlock list: AddList(list); break;
            case ParagraphBlock or QuoteBlock: AddPassage(block, "div", "", ""); break;
            case Table: AddPassage(block, "div", "", ""); break;
            default: AddOther(block, InlineText.Of(block, scratch).Inlines); break;
        }
    }

    /// <summary>Gives every passage its id, and those that were published and are gone their anchors. Comes after all blocks and before the notes.</summary>
    public void Number()
    {
        if (!isStatement) return;
        var locked = rules.Lock.Find(source.Url)?.Passages ?? [];
        var numbered = locked.Count == 0 && passages.TrueForAll(static passage => passage.Pin is null)
            ? PassageNumbering.Fresh(passages.Count)
            : PassageNumbering.Assign(passages.ConvertAll(static passage => passage.Text.ToString()), passages.ConvertAll(static passage => passage.Pin), locked);
        passageIds = numbered.Ids;
        foreach (var place in numbered.Twice) bag.Add(Problems.SamePassage(passages[place].At, passages[place].Pin!));
        if (numbered.Gone.Count == 0) return;
        var gone = numbered.Gone.ToLookup(static passage => passage.After, static passage => passage.Passage.Id);
        var all = blocks.ToArray();
        blocks.Clear();
        foreach (var id in gone[0]) blocks.Add(new Block(BlockKind.Gone, default, Tag: "div", Id: id));
        foreach (var block in all)
        {
            blocks.Add(block);
            if (block.Kind == BlockKind.Passage) blocks.AddRange(gone[block.Passage + 1].Select(id => new Block(BlockKind.Gone, default, Tag: block is { Tag: "li", After: "" } ? "li" : "div", Id: id)));
        }
    }

    /// <summary>Adds the list of footnotes; each leads back to the passage that refers to it.</summary>
    public void AddNotes(FootnoteGroup group)
    {
        var list = new StringBuilder("<ol class=\"notes\">\n");
        foreach (var note in group.OfType<Footnote>())
        {
            html.RenderInside(note);
            var inside = html.TakeText().TrimEnd();
            var back = !isStatement ? $"fnref{note.Order}" : footnotePassages.TryGetValue(note.Order, out var place) ? passageIds[place] : null;
            if (back is not null)
            {
                var link = $" <a class=\"back\" href=\"{pageHref}#{back}\" aria-label=\"↑ {note.Order}\">↑</a>";
                inside = inside.EndsWith("</p>", StringComparison.Ordinal) ? inside[..^4] + link + "</p>" : inside + link;
            }

            html.Write(inside);
            list.Append("<li id=\"fn").Append(note.Order).Append("\">").Append(Encoding.UTF8.GetString(Finish(note, InlineText.Of(note, scratch).Inlines).Span)).Append("</li>\n");
        }

        notes = html.Arena.Keep(list.Append("</ol>\n").ToString());
    }

    /// <summary>Everything that was collected, in arrays: most are empty, and those are there already.</summary>
    public RenderedBody ToBody(LinkRewriter links, IReadOnlyList<Diagnostic> problems) => new()
    {
        Blocks = blocks.ToArray(),
        Passages = ToPassages(),
        Headings = headings.ToArray(),
        Notes = notes,
        Pending = links.Pending.ToArray(),
        Files = links.Files.ToArray(),
        Citations = citations.ToArray(),
        Questions = links.Questions,
        Cites = cites,
        Problems = problems,
    };

    private LinkedPassage[] ToPassages()
    {
        var linked = new LinkedPassage[passages.Count];
        for (var i = 0; i < linked.Length; i++) linked[i] = ToPassage(passages[i], i);
        return linked;
    }

    private LinkedPassage ToPassage(Collected collected, int place)
    {
        var id = isStatement ? passageIds[place] : "";
        var last = place < before.Passages.Count ? before.Passages[place] : null;
        var text = html.Arena.Keep(collected.Text.Span, last?.Passage.TextUtf8 ?? default, collected.Markup);
        if (last is null || !last.Passage.TextUtf8.Equals(text)) return new LinkedPassage(new Passage(id, text, WordCount.Of(collected.Text.Span), collected.At), collected.Mentions);
        var passage = last.Passage.Id == id && last.Passage.At == collected.At ? last.Passage : last.Passage with { Id = id, At = collected.At };
        return ReferenceEquals(passage, last.Passage) && last.Mentions.SequenceEqual(collected.Mentions) ? last : new LinkedPassage(passage, collected.Mentions);
    }

    private void Keep(Block block) => blocks.Add(blocks.Count < before.Blocks.Count && before.Blocks[blocks.Count] == block ? before.Blocks[blocks.Count] : block);

    private void AddList(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol" : "ul";
        var start = list.IsOrdered && list.OrderedStart is { } first and not "1" ? $" start=\"{first}\"" : "";
        if (!isStatement)
        {
            AddPassage(list, "div", "", "");
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            AddPassage(list[i], "li", i == 0 ? $"<{tag}{start}>" : "", i == list.Count - 1 ? $"</{tag}>" : "");
        }
    }

    private void AddPassage(Markdig.Syntax.Block block, string tag, string opening, string closing)
    {
        var pin = isStatement ? TakeId(block) : null;
        if (isRightToLeft) DirectionInline.Isolate(block, scratch);
        var (inlines, text) = InlineText.Of(block, scratch);
        if (text.Length == 0 && tag == "div")
        {
            AddOther(block, inlines);
            return;
        }

        foreach (var note in inlines.Footnotes) footnotePassages.TryAdd(note.Order, passages.Count);
        if (text.Length > 0 && known.Same(passages.Count) is { } same)
        {
            html.Skip();
            blocks.Add(before.BlockOf(passages.Count));
            passages.Add(new Collected(text, PassagePin(pin), At(block.Line, block.Column), same.Mentions, blocks[^1].Html));
            cites |= before.Cites;
            return;
        }

        var found = new List<CitationMatch>();
        var mentions = MentionLinker.Link(inlines, text, source, rules, found);
        if (inlines.HasTooManyMentions) bag.Add(Problems.TooManyMentions(At(block.Line, block.Column), rules.Limits.Mentions));
        citations.AddRange(found);
        cites |= inlines.Cites;
        if (block is Table) html.Write("<div class=\"table\">\n");
        if (tag == "li") html.RenderInside((ContainerBlock)block);
        else html.Render(block);
        if (block is Table) html.Write("</div>\n");
        Keep(new Block(BlockKind.Passage, Finish(block, inlines), passages.Count, tag, opening, closing));
        passages.Add(new Collected(text, PassagePin(pin), At(block.Line, block.Column), mentions, blocks[^1].Html));
    }

    private void AddOther(Markdig.Syntax.Block block, InlineText inlines)
    {
        html.Render(block);
        Keep(new Block(BlockKind.Other, Finish(block, inlines)));
    }

    private static string? PassagePin(string? id) => id is not null && id[0] == 'p' && PassageRange.IsNumber(id[1..]) ? id : null;

    private void AddHeading(HeadingBlock heading)
    {
        var pin = TakeId(heading);
        var (inlines, text) = InlineText.Of(heading, scratch);
        if (text.IsEmpty) return;
        var title = text.ToString();
        topLevel = topLevel == 0 ? heading.Level : Math.Min(topLevel, heading.Level);
        var level = Math.Min(6, heading.Level - topLevel + 2);
        if (headings.Count > 0) level = Math.Min(level, headings[^1].Level + 1);
        var slug = pin ?? Slug.Of(title);
        if (slug.Length == 0 || PassagePin(slug) is not null) slug = "section" + (slug.Length == 0 ? "" : "-" + slug);
        var id = slug;
        for (var i = sameSlugs.GetValueOrDefault(slug, 2); !ids.Add(id); i++)
        {
            id = $"{slug}-{i}";
            sameSlugs[slug] = i + 1;
        }

        headings.Add(new Heading(level, id, title));
        html.Write($"<h{level} id=\"{id}\">");
        html.RenderInline(heading.Inline!);
        html.Write($"</h{level}>\n");
        Keep(new Block(BlockKind.Heading, Finish(heading, inlines, true)));
    }

    private ReadOnlyMemory<byte> Finish(Markdig.Syntax.Block block, InlineText inlines, bool isHeading = false)
    {
        var last = blocks.Count < before.Blocks.Count ? before.Blocks[blocks.Count].Html : default;
        if (inlines.Html.Count == 0 || rules.TrustHtml) return html.TakeUtf8(last);
        var markup = html.TakeText();
        var clean = html.AllowList.Clean(markup, what => bag.Add(Problems.RemovedHtml(FindHtml(block, inlines, what), what)));
        if (isHeading) clean = string.Concat(markup.AsSpan(0, markup.IndexOf('>', StringComparison.Ordinal) + 1), clean.AsSpan(clean.IndexOf('>', StringComparison.Ordinal) + 1));
        return html.Arena.Keep(clean, last);
    }

    private Location FindHtml(Markdig.Syntax.Block block, InlineText inlines, string what)
    {
        var tag = what[what.LastIndexOf('<')..].TrimEnd('>');
        var found = inlines.Html.FirstOrDefault(html => html is HtmlInline inline && inline.Tag.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ?? inlines.Html.FirstOrDefault(static html => html is HtmlBlock);
        return found is null ? At(block.Line, block.Column) : At(found.Line, found.Column);
    }

    /// <summary>Takes <c>{#id}</c> from the end of a block's text.</summary>
    private static string? TakeId(Markdig.Syntax.Block block)
    {
        var leaf = block as LeafBlock ?? (block as ContainerBlock)?.Descendants<LeafBlock>().LastOrDefault();
        if (leaf?.Inline?.LastChild is not LiteralInline literal) return null;
        var text = literal.Content.AsSpan().TrimEnd();
        var open = text.LastIndexOf("{#");
        if (open < 0 || text[^1] != '}') return null;
        var id = text[(open + 2)..^1];
        if (id.IsEmpty || !char.IsAsciiLetter(id[0]) || id.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") >= 0) return null;
        var found = id.ToString();
        literal.Content = new Markdig.Helpers.StringSlice(literal.Content.Text, literal.Content.Start, literal.Content.Start + text[..open].TrimEnd().Length - 1);
        return found;
    }

    private Location At(int line, int column) => new(source.Document.Path, source.Document.BodyLine + line, column + 1);

    private sealed record Collected(ReadOnlyMemory<char> Text, string? Pin, Location At, IReadOnlyList<Mention> Mentions, ReadOnlyMemory<byte> Markup);
}
