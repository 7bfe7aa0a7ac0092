using Rostrum.Diagnostics;
using Rostrum.Sources;

namespace Rostrum.Templates;

/// <summary>What the pages of a site are made with, whatever they say: the templates folder of the archive laid over the built-in one.</summary>
/// <param name="Templates">The templates.</param>
/// <param name="Strings">The words of the interface.</param>
/// <param name="Assets">Style sheets, scripts and the like.</param>
public sealed record Theme(TemplateSet Templates, UiStrings Strings, AssetFiles Assets)
{
    /// <summary>Reads and parses it; what is wrong is reported.</summary>
    public static Theme Read(SourceTree tree, SiteConfig config, TemplateMemo memo, DiagnosticBag bag)
    {
        var files = BuiltInFiles.Over(tree);
        var strings = memo.Read(BuiltInFiles.Strings(files, config.Language), bag);
        return new Theme(memo.Parse(files, strings, bag), strings, AssetFiles.Read(files, tree, config, bag));
    }
}
