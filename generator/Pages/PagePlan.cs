using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Pages;

/// <summary>Every file that the site will have, in order of address, each address once.</summary>
public sealed class PagePlan
{
    private readonly IReadOnlyList<PlannedFile> planned;
    private readonly Addresses addresses;

    private PagePlan(IReadOnlyList<PlannedFile> planned, Addresses addresses, SiteContent content)
    {
        this.planned = planned;
        this.addresses = addresses;
        Content = content;
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<PlannedFile> Files => field ??= Array.ConvertAll(addresses.Order, place => planned[place]);

    /// <summary>What the plan was made from.</summary>
    public SiteContent Content { get; }

    /// <summary>The file at an address (unescaped, relative to the base), or null.</summary>
    public PlannedFile? Find(PageUrl url) => addresses.Find(url.FilePath) is { } place ? planned[place] : null;

    /// <summary>Orders the files; two that a reader or a file system could take for one another are reported at both.</summary>
    public static PagePlan Of(IReadOnlyList<PlannedFile> files, SiteContent content, AddressMemo memo, DiagnosticBag bag) => new(files, memo.Of(files, bag), content);

    /// <summary>The addresses at which a file of the archive is copied.</summary>
    public IEnumerable<PageUrl> CopiesOf(string path) => planned.OfType<PlannedCopy>().Where(copy => copy.File.Path == path).Select(static copy => copy.Url);

    /// <summary>How many of its addresses another plan has not.</summary>
    public int CountNotIn(PagePlan other) => ReferenceEquals(addresses, other.addresses) ? 0 : planned.Count(file => other.Find(file.Url) is null);
}
