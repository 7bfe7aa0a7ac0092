using System.Buffers;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Pages;

/// <summary>A promise to write one file of the site: its address, and what makes it.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Source">The file of the archive that makes it, for messages; the start of site.yml where many do.</param>
public abstract record PlannedFile(PageUrl Url, Location Source);

/// <summary>
/// A page that a template makes. The view is made when the page is rendered, from the content of that moment: a plan that holds for another content
/// too is not made again.
/// </summary>
public sealed record PlannedPage(PageUrl Url, Location Source, string Template, Func<SiteContent, View> View) : PlannedFile(Url, Source)
{
    /// <summary>The day on which its content last changed, as far as the archive knows; null leaves it open.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Finds that day when it is asked for, where this takes long.</summary>
    internal Func<SiteContent, DateOnly?>? FindModified { get; init; }

    /// <summary>Whether search engines are told of it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>The day on which its content last changed, found where it is not known yet.</summary>
    public DateOnly? ModifiedIn(SiteContent content) => FindModified is { } find ? find(content) : Modified;
}

/// <summary>A file that code writes: a feed, a sitemap.</summary>
public sealed record PlannedExport(PageUrl Url, Location Source, Action<SiteContent, IBufferWriter<byte>> Write) : PlannedFile(Url, Source)
{
    /// <summary>A file whose writer wants a stream.</summary>
    public static PlannedExport Of(PageUrl url, Location source, Action<Stream> write) => Of(url, source, (_, stream) => write(stream));

    /// <summary>A file whose writer wants a stream, and the content of the moment.</summary>
    public static PlannedExport Of(PageUrl url, Location source, Action<SiteContent, Stream> write) => new(url, source, (content, buffer) =>
    {
        using var stream = new BufferStream(buffer);
        write(content, stream);
    });
}

/// <summary>A file that code writes and that may be larger than memory should hold: it is written to its place while it is made.</summary>
public sealed record PlannedStream(PageUrl Url, Location Source, Action<Stream> Write) : PlannedFile(Url, Source);

/// <summary>A file of the archive that is copied as it is.</summary>
public sealed record PlannedCopy(PageUrl Url, Location Source, SourceFile File) : PlannedFile(Url, Source);
