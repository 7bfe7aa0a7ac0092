using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Rostrum.Checking;

/// <summary>What an address outside the site answered.</summary>
public enum OutsideKind
{
    /// <summary>It is there.</summary>
    There,

    /// <summary>It is there under another address for good.</summary>
    Moved,

    /// <summary>It is gone.</summary>
    Gone,

    /// <summary>Nothing can be said of it.</summary>
    Unknown,
}

/// <summary>An answer, and its status or new address in words.</summary>
public sealed record OutsideAnswer(OutsideKind Kind, string What);

/// <summary>Answers of earlier runs, one a line: the moment in seconds since 1970, the kind, the address, what was said. Good ones hold for a week, bad ones for a day; unknown ones are asked again.</summary>
public sealed class OutsideCache
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, OutsideAnswer Answer)> answers = new(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="ToText"/> wrote; lines of any other form are left out.</summary>
    public static OutsideCache Parse(string text)
    {
        var cache = new OutsideCache();
        foreach (var line in text.Split('\n'))
        {
            if (line.Split('\t') is [var at, var kind, var url, var what] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < uint.MaxValue && Enum.TryParse<OutsideKind>(kind, out var known))
                cache.answers[url] = (DateTimeOffset.FromUnixTimeSeconds(seconds), new OutsideAnswer(known, what));
        }

        return cache;
    }

    /// <summary>An answer that still holds, or null.</summary>
    public OutsideAnswer? Find(Uri url, DateTimeOffset now)
    {
        if (!answers.TryGetValue(url.AbsoluteUri, out var known) || known.Answer.Kind == OutsideKind.Unknown) return null;
        return now - known.At < (known.Answer.Kind == OutsideKind.Gone ? Day : Week) ? known.Answer : null;
    }

    /// <summary>Notes an answer.</summary>
    public void Note(Uri url, OutsideAnswer answer, DateTimeOffset now) => answers[url.AbsoluteUri] = (now, answer);

    /// <summary>All answers that were of use, ordered by address.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (url, (at, answer)) in answers.Where(static pair => pair.Value.Answer.Kind != OutsideKind.Unknown).OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds()}\t{answer.Kind}\t{url}\t{answer.What.Replace('\t', ' ').Replace('\n', ' ')}\n");
        return text.ToString();
    }
}
