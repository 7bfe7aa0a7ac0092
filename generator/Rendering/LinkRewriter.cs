using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>Resolves every link that an editor wrote in one document, and reports those that lead nowhere or must not be.</summary>
internal sealed class LinkRewriter(BodySource source, LinkRules rules, DiagnosticBag bag)
{
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];

    private readonly LinkQuestions questions = new(rules.Resolver);

    /// <summary>What was asked of the archive to resolve them.</summary>
    public IReadOnlyList<LinkQuestion> Questions => questions.Asked;

    /// <summary>Links whose target is known and whose anchor or address is checked later.</summary>
    public List<PendingLink> Pending { get; } = [];

    /// <summary>Files that the document shows or links to.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>Resolves all links below <paramref name="document"/>.</summary>
    public void Rewrite(MarkdownDocument document)
    {
        foreach (var inline in document.Descendants<Inline>().Where(static inline => inline is CrossLinkInline or LinkInline or AutolinkInline).ToList())
        {
            switch (inline)
            {
                case CrossLinkInline cross: Replace(cross); break;
                case LinkInline link: Resolve(link); break;
                case AutolinkInline { IsEmail: false } auto when !IsAllowed(auto.Url):
                    bag.Add(Problems.DangerousLink(At(auto), auto.Url));
                    auto.ReplaceBy(new LiteralInline(auto.Url));
                    break;
            }
        }
    }

    private void Replace(CrossLinkInline cross)
    {
        if (cross.IsPlain)
        {
            var plain = new LiteralInline(cross.Target[1..].Trim()) { Span = cross.Span };
            plain.SetData(ResolvedLink.PlainKey, true);
            cross.ReplaceBy(plain);
            return;
        }

        var hash = cross.Target.IndexOf('#', StringComparison.Ordinal);
        var key = hash < 0 ? cross.Target : cross.Target[..hash];
        var anchor = hash < 0 ? null : cross.Target[(hash + 1)..];
        var target = key.Length == 0 ? new LinkTarget(source.Url, "") : questions.ResolveKey(key, At(cross), bag);
        var words = cross.Text ?? Words(target, key, anchor);
        if (target is null)
        {
            cross.ReplaceBy(new LiteralInline(words) { Span = cross.Span });
            return;
        }

        var link = new LinkInline(Href(target.Url, anchor, At(cross), cross.Target), "") { Line = cross.Line, Column = cross.Column, Span = cross.Span };
        link.AppendChild(new LiteralInline(words));
        link.SetData(ResolvedLink.DataKey, new ResolvedLink(target.Url, target.Entity));
        cross.ReplaceBy(link);
    }

    private static string Words(LinkTarget? target, string key, string? anchor)
    {
        var title = target is null ? key : target.Title;
        if (anchor is null || anchor.Length < 2 || anchor[0] != 'p' || !PassageRange.IsNumber(anchor[1..])) return title.Length > 0 ? title : $"#{anchor}";
        return title.Length > 0 ? $"{title}, para. {anchor[1..]}" : $"para. {anchor[1..]}";
    }

    private void Resolve(LinkInline link)
    {
        var url = link.Url ?? "";
        if (url.Length == 0 || IsAllowed(url) || url.StartsWith("//", StringComparison.Ordinal)) return;
        var at = At(link);
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (url, null) : (url[..hash], url[(hash + 1)..]);
        if (path.Length == 0) link.Url = Href(source.Url, anchor, at, url);
        else if (HasScheme(path))
        {
            bag.Add(Problems.DangerousLink(at, url));
            link.Url = "";
        }
        else if (path[0] == '/' && (source.Origin is null || questions.IsAddress(path[1..], bag))) link.Url = HrefWithin(path, anchor, at, url);
        else if (path[0] != '/' && questions.FindPath(path, source.Document.File.Folder, bag) is { } target)
        {
            link.Url = Href(target.Url, anchor, at, url);
            if (target.File is not null) Publish(target.File, path, at);
            else link.SetData(ResolvedLink.DataKey, new ResolvedLink(target.Url, target.Entity));
        }
        else if (source.Origin is { } origin && Uri.TryCreate(origin, url, out var there))
        {
            bag.Add(Problems.LinkOfSource(at, url, there.AbsoluteUri));
            link.Url = there.AbsoluteUri;
        }
        else
        {
            questions.ReportMissing(path, source.Document.File.Folder, at, bag);
            Unlink(link);
        }
    }

    private void Publish(SourceFile file, string path, Location at)
    {
        if (!rules.TrustHtml && ActiveFiles.Why(file) is { } why) bag.Add(Problems.ActiveFile(at, path, why));
        else Files.Add(file);
    }

    private static void Unlink(LinkInline link)
    {
        if (link.IsImage) return;
        var inner = new ContainerInline();
        while (link.FirstChild is { } child)
        {
            child.Remove();
            inner.AppendChild(child);
        }

        link.ReplaceBy(inner, false);
    }

    private string HrefWithin(string path, string? anchor, Location at, string written)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var url = new PageUrl(Uri.UnescapeDataString(query < 0 ? path[1..] : path[1..query]));
        return Href(url, anchor, at, written, true) + (query < 0 ? "" : path[query..]);
    }

    private string Href(PageUrl url, string? anchor, Location at, string written, bool check = false)
    {
        var href = url.Href(rules.BasePath);
        if (anchor is null && !check) return href;
        var directive = anchor?.IndexOf(":~:", StringComparison.Ordinal) ?? -1;
        Pending.Add(new PendingLink(at, url, directive >= 0 ? anchor![..directive] : anchor, written));
        return anchor is null ? href : $"{href}#{anchor}";
    }

    private Location At(Inline inline) => new(source.Document.Path, source.Document.BodyLine + inline.Line, inline.Column + 1);

    private static bool IsAllowed(string url) => Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static bool HasScheme(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && path.AsSpan(0, colon).IndexOf('/') < 0;
    }
}
