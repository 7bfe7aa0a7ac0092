using Rostrum.Diagnostics;
using Rostrum.Model;

namespace Rostrum.Links;

/// <summary>Reports statements that name another by an id that does not exist.</summary>
public static class ReferenceCheck
{
    /// <summary>Checks <c>translation_of</c> and <c>supersedes</c> of every statement.</summary>
    public static void Run(Archive archive, DiagnosticBag bag)
    {
        foreach (var statement in archive.Statements)
        {
            Check("translation_of", statement.TranslationOf, archive, bag);
            Check("supersedes", statement.Supersedes, archive, bag);
        }
    }

    private static void Check(string field, Located<string>? id, Archive archive, DiagnosticBag bag)
    {
        if (id is not { } written || archive.FindStatement(written.Value) is not null) return;
        if (archive.IsWithheld(written.Value)) bag.Add(Problems.LinkToWithheld(written.At, written.Value));
        else bag.Add(Problems.UnknownStatement(written.At, field, written.Value, DidYouMean.Find(written.Value, archive.Statements.Select(static statement => statement.Id))));
    }
}
