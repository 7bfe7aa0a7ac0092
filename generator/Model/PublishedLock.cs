using System.Globalization;
using System.Text;
using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Model;

/// <summary>A passage that was once published: its id, and a sketch of its text.</summary>
public sealed record LockedPassage(string Id, TextSketch Sketch);

/// <summary>An address that was once published, with its passages in the order of the text.</summary>
public sealed record LockedAddress(string Path, Location At, IReadOnlyList<LockedPassage> Passages);

/// <summary>
/// content/published.lock: every address ever published, and the passages of each statement. A line an address, relative to the base;
/// below a statement, indented, a line a passage: its id and its sketch. Addresses stand in ordinal order, passages in the order of the text.
/// </summary>
public sealed class PublishedLock
{
    /// <summary>Where the lock lies.</summary>
    public const string FilePath = "content/published.lock";

    private const string Heading = "# Every address ever published. Written by `rostrum lock`; commit it with the content.\n# Sketches: SimHash, 64 bits, pairs of words.\n";
    private readonly SortedDictionary<string, LockedAddress> addresses = new(StringComparer.Ordinal);

    private PublishedLock()
    {
    }

    /// <summary>A lock that knows nothing.</summary>
    public static readonly PublishedLock Empty = new();

    /// <summary>All addresses, in ordinal order.</summary>
    public IReadOnlyCollection<LockedAddress> Addresses => addresses.Values;

    /// <summary>What was published at an address, or null.</summary>
    public LockedAddress? Find(PageUrl url) => addresses.GetValueOrDefault(url.Path);

    /// <summary>A lock of the given addresses.</summary>
    public static PublishedLock Of(IEnumerable<LockedAddress> locked)
    {
        var made = new PublishedLock();
        foreach (var address in locked) made.addresses[address.Path] = address;
        return made;
    }

    /// <summary>Reads the lock; an absent file is an empty lock, a line that can't be read is reported.</summary>
    public static PublishedLock Parse(SourceFile? file, DiagnosticBag bag)
    {
        if (file is null || SourceText.Decode(file, bag) is not { } text) return Empty;
        var read = new PublishedLock();
        List<LockedPassage>? passages = null;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var at = new Location(file.Path, number, 1);
            if (line[0] == '/')
            {
                passages = [];
                read.addresses[line[1..]] = new LockedAddress(line[1..], at, passages);
                continue;
            }

            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (passages is not null && parts is [['p', ..] id, var sketch] && PassageRange.IsNumber(id[1..]) && ulong.TryParse(sketch, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits))
                passages.Add(new LockedPassage(id, new TextSketch(bits)));
            else bag.Add(Problems.BadLockLine(at));
        }

        return read;
    }

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        var text = new StringBuilder(Heading);
        foreach (var address in addresses.Values)
        {
            text.Append('/').Append(address.Path).Append('\n');
            foreach (var passage in address.Passages) text.Append("  ").Append(passage.Id).Append(' ').Append(passage.Sketch).Append('\n');
        }

        return text.ToString();
    }
}
