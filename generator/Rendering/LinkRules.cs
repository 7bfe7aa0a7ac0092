using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Rendering;

/// <summary>What the rendering of a text needs to know of the archive around it.</summary>
public sealed record LinkRules(LinkResolver Resolver, Vocabulary Vocabulary, CitationPatterns Patterns, string BasePath, bool TrustHtml, PublishedLock Lock, Limits Limits);

/// <summary>A text to be rendered: its file, its address, and the statement it is, if it is one.</summary>
public sealed record BodySource(SourceDocument Document, PageUrl Url, Statement? Statement)
{
    /// <summary>The page that a statement was taken from. Links that mean nothing here are meant as they stand there.</summary>
    public Uri? Origin => Statement?.Sources.FirstOrDefault(static source => source.Url is not null) is { } source ? new Uri(source.Url!) : null;

    /// <summary>Whether a mention of an entity would only point at who is speaking.</summary>
    public bool Owns(EntityKey entity) => Statement is not null && (Statement.Speakers.Contains(entity) || Statement.Delegations.Contains(entity));
}
