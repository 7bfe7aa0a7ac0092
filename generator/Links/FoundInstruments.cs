using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>Makes an entity of every instrument that texts cite and no file describes.</summary>
public static class FoundInstruments
{
    /// <summary>The archive with the instruments that the citations name.</summary>
    public static Archive Add(Archive archive, IEnumerable<CitationMatch> citations)
    {
        var missing = citations.Where(match => archive.Find(match.Mention.Entity) is null)
            .GroupBy(static match => match.Mention.Entity!.Value)
            .Select(static group => group.OrderBy(static match => match.Title, StringComparer.Ordinal).First())
            .Select(static match => new Instrument { Key = match.Mention.Entity!.Value, Title = match.Title, Symbol = match.Title.Contains('/', StringComparison.Ordinal) ? match.Title : null, Url = match.Url })
            .ToList();
        return missing.Count == 0 ? archive : new Archive(archive.Config, archive.Statements, archive.Entities.Concat(missing), archive.Pages) { Withheld = archive.Withheld };
    }
}
