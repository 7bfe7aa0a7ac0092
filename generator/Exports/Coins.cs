using System.Globalization;
using System.Text;

namespace Rostrum.Exports;

/// <summary>
/// Writes a statement as a ContextObject in a span (OpenURL, Z39.88-2004, Dublin Core), from which reference managers offer all statements of a list at once.
/// Only for lists: on a statement's own page it would outrank the fuller metadata of the head.
/// </summary>
public static class Coins
{
    /// <summary>The span.</summary>
    public static byte[] Write(CitedStatement statement)
    {
        var fields = new StringBuilder("<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&amp;rft.type=presentation");
        Add("title", statement.Title);
        foreach (var author in statement.Authors) Add(author.IsBody ? "aucorp" : "au", author.Inverted);
        Add("date", statement.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("source", statement.Event);
        Add("place", statement.Place);
        Add("publisher", statement.Publisher);
        Add("language", statement.Language);
        Add("identifier", statement.Url);
        return Encoding.UTF8.GetBytes(fields.Append("\"></span>").ToString());

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) fields.Append("&amp;rft.").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
