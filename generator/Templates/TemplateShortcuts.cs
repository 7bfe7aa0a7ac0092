using System.Text;
using Rostrum.Sources;
using Scriban.Syntax;

namespace Rostrum.Templates;

/// <summary>
/// Shortens what a template has to do for each page, without changing what it writes: texts of the interface under fixed keys become markup,
/// markup and values that stand together become one <see cref="MarkupStatement"/>, and paths into the view records are read directly (<see cref="PathExpression"/>).
/// </summary>
internal sealed class TemplateShortcuts(UiStrings strings) : ScriptVisitor
{
    private readonly Utf8Output output = new();

    /// <inheritdoc/>
    public override void Visit(ScriptBlockStatement node)
    {
        base.Visit(node);
        var old = node.Statements.ToList();
        node.Statements.Clear();
        var pieces = new List<MarkupStatement.Piece>();
        output.Clear();
        foreach (var statement in old)
        {
            if (statement is ScriptEscapeStatement { EscapeCount: 0 } || TryWrite(statement)) continue;
            if (statement is ScriptExpressionStatement { Expression: PathExpression path })
            {
                AddMarkup();
                pieces.Add(new MarkupStatement.Piece(default, path));
                continue;
            }

            Flush();
            node.Statements.Add(statement);
        }

        Flush();

        void AddMarkup()
        {
            if (output.Written.Length > 0) pieces.Add(new MarkupStatement.Piece(output.Written.ToArray(), null));
            output.Clear();
        }

        void Flush()
        {
            AddMarkup();
            if (pieces.Count > 0) node.Statements.Add(new MarkupStatement(pieces));
            pieces.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Visit(ScriptExpressionStatement node)
    {
        base.Visit(node);
        node.Expression = Shorten(node.Expression);
    }

    /// <inheritdoc/>
    public override void Visit(ScriptIfStatement node)
    {
        base.Visit(node);
        node.Condition = Shorten(node.Condition);
    }

    /// <inheritdoc/>
    public override void Visit(ScriptForStatement node)
    {
        base.Visit(node);
        node.Iterator = Shorten(node.Iterator);
    }

    /// <inheritdoc/>
    public override void Visit(ScriptBinaryExpression node)
    {
        base.Visit(node);
        node.Left = Shorten(node.Left);
        node.Right = Shorten(node.Right);
    }

    /// <inheritdoc/>
    public override void Visit(ScriptNamedArgument node)
    {
        base.Visit(node);
        node.Value = Shorten(node.Value);
    }

    /// <inheritdoc/>
    public override void Visit(ScriptFunctionCall node)
    {
        base.Visit(node);
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            if (PathExpression.Find(node.Arguments[i]) is { } path) node.Arguments[i] = path;
        }
    }

    private static ScriptExpression? Shorten(ScriptExpression? expression) => PathExpression.Find(expression) ?? expression;

    private bool TryWrite(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptRawStatement raw:
                output.Write(raw.Text.ToString().AsSpan());
                return true;
            case ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "t" }, Arguments: [ScriptLiteral { Value: string key }] } } when strings.Has(key):
                output.WriteEscaped(strings.Text(key));
                return true;
            default:
                return false;
        }
    }
}
