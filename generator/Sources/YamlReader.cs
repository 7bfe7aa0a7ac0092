using Rostrum.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rostrum.Sources;

/// <summary>
/// Parses one YAML document into <see cref="YamlValue"/>s with positions in the whole file.
/// Aliases are shared, and counted as if written out, so that no document can grow beyond <see cref="Limits.YamlValues"/>.
/// </summary>
internal sealed class YamlReader(string path, int linesBefore, DiagnosticBag bag, Limits? limits = null)
{
    private readonly Limits limits = limits ?? Limits.Default;
    private readonly Dictionary<string, (YamlValue Value, int Size)> anchors = [];
    private int nodes;

    /// <summary>The document's mapping; empty for an empty document; null when it does not parse or is no mapping.</summary>
    public YamlMap? ReadMap(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return new YamlMap([], new Location(path, linesBefore + 1, 1));
            var value = Read(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _)) throw new YamlException(parser.Current!.Start, parser.Current.End, "a second document begins here, and there can only be one");
            if (value is YamlMap map) return map;
            if (value is YamlScalar { IsNull: true } nothing) return new YamlMap([], nothing.At);
            bag.Add(Problems.NotAMapping(value.At, value.Kind));
        }
        catch (TooLargeException tooLarge)
        {
            bag.Add(Problems.YamlTooLarge(tooLarge.At));
        }
        catch (YamlException exception)
        {
            var start = exception.Start.Line > 0 ? At(exception.Start) : new Location(path, linesBefore + 1, 1);
            if (FindTab(yaml) is { } tab && (tab.Line <= start.Line + 1 || exception.Message.Contains("tab", StringComparison.Ordinal))) bag.Add(Problems.TabInYaml(tab));
            else bag.Add(Problems.YamlSyntax(start, exception.InnerException?.Message ?? exception.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser's own words for some broken documents, such as a directive within brackets.
            bag.Add(Problems.YamlSyntax(parser.Current is { } last ? At(last.End) : new Location(path, linesBefore + 1, 1), "it can't be read from here on"));
        }

        return null;
    }

    private YamlValue Read(IParser parser, int depth)
    {
        var at = At(parser.Current!.Start);
        if (depth > limits.YamlDepth || ++nodes > limits.YamlValues) throw new TooLargeException(at);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!anchors.TryGetValue(alias.Value.Value, out var target)) throw new YamlException(alias.Start, alias.End, $"nothing is anchored as '{alias.Value.Value}'");
            nodes += target.Size;
            return nodes > limits.YamlValues ? throw new TooLargeException(at) : target.Value;
        }

        var before = nodes;
        if (parser.Current is not NodeEvent node) throw new YamlException(parser.Current.Start, parser.Current.End, "a value is missing here");
        var anchor = node.Anchor;
        var value = ReadNode(parser, at, depth);
        if (!anchor.IsEmpty) anchors[anchor.Value] = (value, nodes - before + 1);
        return value;
    }

    private YamlValue ReadNode(IParser parser, Location at, int depth)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, at);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read(parser, depth + 1));
            return new YamlList(items, at);
        }

        parser.Consume<MappingStart>();
        return ReadEntries(parser, at, depth);
    }

    private YamlMap ReadEntries(IParser parser, Location at, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Location>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser, depth + 1);
            var value = Read(parser, depth + 1);
            if (key is not YamlScalar { Text: var name }) bag.Add(Problems.KeyIsNotText(key.At));
            else if (!seen.TryAdd(name, key.At)) bag.Add(Problems.DuplicateKey(key.At, name, seen[name].Line));
            else entries.Add(new YamlEntry(new Located<string>(name, key.At), value));
        }

        return new YamlMap(entries, at);
    }

    private Location At(Mark mark) => new(path, (int)mark.Line + linesBefore, (int)mark.Column);

    private Location? FindTab(string yaml)
    {
        if (!yaml.Contains('\t', StringComparison.Ordinal)) return null;
        var line = 1;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            var indent = text.IndexOfAnyExcept(' ');
            if (indent >= 0 && text[indent] == '\t' && !text.Trim().IsEmpty) return new Location(path, line + linesBefore, indent + 1);
            line++;
        }

        return null;
    }

    private sealed class TooLargeException(Location at) : Exception
    {
        public Location At { get; } = at;
    }
}
