using System.Diagnostics.CodeAnalysis;
using Scriban;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>A stretch of a template without loops, conditions or calls: fixed markup, kept as UTF-8, and values between.</summary>
internal sealed class MarkupStatement(IReadOnlyList<MarkupStatement.Piece> pieces) : ScriptStatement
{
    private readonly Piece[] pieces = [.. pieces];

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var output = ((PageScope)context).Utf8;
        foreach (var piece in pieces)
        {
            if (piece.Path is { } path) context.Write(path.Span, path.Evaluate(context));
            else output.Write(piece.Markup.Span);
        }

        return null;
    }

    /// <inheritdoc/>
    public override void PrintTo(ScriptPrinter printer)
    {
    }

    /// <inheritdoc/>
    public override void Accept(ScriptVisitor visitor)
    {
    }

    /// <inheritdoc/>
    [return: MaybeNull]
    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => default;

    /// <summary>Markup, or the path of a value.</summary>
    public readonly record struct Piece(ReadOnlyMemory<byte> Markup, PathExpression? Path);
}
