using System.Security.Cryptography;
using System.Text;
using Rostrum.Model;

namespace Rostrum.Importing;

/// <summary>How an import is done.</summary>
/// <param name="Encoding">Name of the sources' encoding, or null to detect it.</param>
/// <param name="Retrieved">The day on which the sources were taken.</param>
/// <param name="Ask">Asks a question and gives the answer, or null; null where nobody can be asked.</param>
/// <param name="Keep">Whether the sources are kept under <c>content/sources</c>, and the statements say where.</param>
/// <param name="Builds">Whether a statement's file builds without an error.</param>
internal sealed record ImportOptions(string? Encoding, DateOnly Retrieved, Func<ImportQuestion, string?>? Ask, bool Keep, Func<string, bool> Builds);

/// <summary>A file that an import makes: its id, its text and what was left open.</summary>
internal sealed record ImportedFile(string Id, string Text, IReadOnlyList<ImportQuestion> Questions);

/// <summary>Where a statement comes from: the hash of its source, the day on which it was taken, and where it is kept, if it is.</summary>
internal sealed record Origin(string Sha256, DateOnly Retrieved, string? File);

/// <summary>Turns one source into the files of its statements: bytes → blocks → record → Markdown. Touches no disk.</summary>
internal static class Importer
{
    /// <summary>What a source becomes; empty where its format can't be read.</summary>
    public static IReadOnlyList<ImportedFile> Import(ImportSource source, Archive? archive, ImportOptions options)
    {
        if (SourceReader.Read(source, options.Encoding) is not { } text) return [];
        var statements = StatementRecognizer.Recognize(text, source, new KnownNames(archive));
        return [.. statements.Select(statement => ToFile(Answers.Ask(statement, options.Ask), source, options))];
    }

    /// <summary>The SHA-256 of a source in lower case hexadecimal digits, by which it is known again.</summary>
    public static string HashOf(ImportSource source) => Convert.ToHexStringLower(SHA256.HashData(source.Bytes));

    /// <summary>Where a source is kept: the same place for the same bytes. Markdown is kept as text, because it is no page of the archive.</summary>
    public static string KeptPath(ImportSource source)
    {
        var extension = new string([.. Path.GetExtension(source.Name).ToLowerInvariant().Where(static c => char.IsAsciiLetterOrDigit(c) || c == '.')]);
        var stem = Slug.Of(source.Stem);
        var ending = extension is ".md" or ".markdown" or ".mdx" ? extension + ".txt" : extension.Length is > 1 and < 7 ? extension : ".txt";
        return $"content/sources/{(stem.Length is > 0 and <= 60 ? stem : "source")}-{HashOf(source)[..8]}{ending}";
    }

    private static ImportedFile ToFile(RecognizedStatement statement, ImportSource source, ImportOptions options)
    {
        var origin = new Origin(HashOf(source), options.Retrieved, options.Keep ? KeptPath(source) : null);
        var file = StatementFile.Write(statement, origin);
        if (!options.Builds(file)) file = StatementFile.Write(statement with { Body = [.. statement.Body.Select(Safe)], Note = null }, origin);
        return new ImportedFile(StatementFile.NameOf(statement, source), file, statement.Questions);
    }

    // A text that Markdown can't hold as it is loses its emphasis, and not a word.
    private static ImportBlock Safe(ImportBlock block) =>
        block with { Kind = ImportKind.Paragraph, Markdown = string.Join("\\\n", block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MarkdownEscape.Everything)) };
}

/// <summary>Fills a record with the answers of an editor.</summary>
internal static class Answers
{
    /// <summary>The record with what was answered; questions that stay open stay in it.</summary>
    public static RecognizedStatement Ask(RecognizedStatement statement, Func<ImportQuestion, string?>? ask)
    {
        if (ask is null) return statement;
        var open = new List<ImportQuestion>();
        foreach (var question in statement.Questions)
        {
            var filled = question.Field.Length == 0 ? null : AskUntilUsable(statement, question, ask);
            if (filled is null) open.Add(question);
            else statement = filled;
        }

        return statement with { Questions = open };
    }

    private static RecognizedStatement? AskUntilUsable(RecognizedStatement statement, ImportQuestion question, Func<ImportQuestion, string?> ask)
    {
        var asked = question;
        while (ask(asked)?.Trim() is { Length: > 0 } answer)
        {
            if (Fill(statement, question.Field, answer) is { } filled) return filled;
            asked = question with { Question = question.Field == "date" ? $"“{answer}” is no day. Write it as 2020-05-22." : $"“{answer}” can’t stand here. Write letters or digits." };
        }

        return null;
    }

    private static RecognizedStatement? Fill(RecognizedStatement statement, string field, string answer) => field switch
    {
        "title" => statement with { Title = answer },
        "speaker" => Slug.IsUsable(Slug.Of(answer)) ? statement with { Speakers = [answer] } : null,
        "date" => WrittenDates.FindAll(answer) is [{ Day: { } day }] ? statement with { Date = day } : null,
        _ => null,
    };
}

/// <summary>Chooses the reader of a source by its first bytes, then by the extension of its name.</summary>
internal static class SourceReader
{
    /// <summary>What a format that is not read is called, with what to do; null for any other bytes.</summary>
    public static string? FindUnread(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0])) return "is a file of an old word processor (such as .doc); open it there and save it as .docx";
        if (bytes.StartsWith("{\\rtf"u8)) return "is rich text (.rtf); open it in a word processor and save it as .docx";
        if (bytes.StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith((byte[])[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)) return "is an image, and holds no text";
        return null;
    }

    /// <summary>What the source holds, or null where it can't be read.</summary>
    public static ImportText? Read(ImportSource source, string? encoding)
    {
        var extension = Path.GetExtension(source.Name).ToLowerInvariant();
        var bytes = source.Bytes.AsSpan();
        if (bytes.StartsWith("%PDF-"u8)) return PdfReader.Read(source.Bytes);
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return DocxReader.Read(source.Bytes);
        if (extension is ".md" or ".markdown" or ".mdx") return MarkdownReader.Read(TextDecoder.Decode(bytes, encoding));
        if (extension is ".html" or ".htm" or ".xhtml" || LooksLikeHtml(bytes)) return HtmlReader.Read(source.Bytes, encoding);
        return PlainTextReader.Read(TextDecoder.Decode(bytes, encoding));
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('?', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
