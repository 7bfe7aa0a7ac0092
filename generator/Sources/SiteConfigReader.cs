using Rostrum.Diagnostics;

namespace Rostrum.Sources;

/// <summary>Reads site.yml into a <see cref="SiteConfig"/>.</summary>
public static class SiteConfigReader
{
    private static readonly string[] ExportNames =
        ["markdown", "text", "json", "citations", "data", "llms", "search", "positions", "compare", "years", "sources", "sitemap", "robots", "metadata"];

    /// <summary>The configuration, or null when site.yml is missing or can't be parsed (reported).</summary>
    /// <param name="file">site.yml, or null when there is none.</param>
    /// <param name="baseUrl">An address that overrules the one in the file.</param>
    /// <param name="bag">Where problems go.</param>
    public static SiteConfig? Read(SourceFile? file, Uri? baseUrl, DiagnosticBag bag)
    {
        if (file is null)
        {
            bag.Add(Problems.NoSiteFile());
            return null;
        }

        if (!SourceText.IsSmallEnough(file, Limits.Default, bag) || SourceText.Decode(file, bag) is not { } text || new YamlReader(file.Path, 0, bag).ReadMap(text) is not { } map) return null;
        var fields = new FieldReader(map, "site.yml", bag);
        var title = fields.Text("title");
        if (title is null) fields.Missing("title");
        var written = fields.WebAddress("base_url");
        var config = new SiteConfig
        {
            File = file,
            Title = title ?? "",
            BaseUrl = WithSlash(baseUrl ?? new Uri(written ?? "http://localhost/")),
            Language = fields.Language("language") ?? "en",
            TimeZone = ReadZone(fields),
            Description = fields.Text("description"),
            Logo = fields.LocatedText("logo"),
            Accent = ReadAccent(fields),
            Footer = fields.LocatedText("footer"),
            License = ReadLicense(fields, "license"),
            EditUrl = fields.Text("edit_url"),
            Editor = fields.Text("editor") ?? "vscode",
            Publisher = fields.Text("publisher"),
            StatementFolders = ReadFolders(fields),
            IdsFromPath = fields.Choice("ids", ["name", "path"]) == "path",
            Navigation = ReadNavigation(fields),
            Kinds = ReadKinds(fields, "kinds") ?? SiteConfig.AllKinds,
            Closed = ReadKinds(fields, "closed") ?? [],
            Fields = ReadFieldNames(fields),
            Mentions = fields.Flag("mentions", true),
            Patterns = ReadPatterns(fields),
            PageSize = fields.Number("page_size", 100, 1),
            TrustHtml = fields.Choice("html", ["safe", "trusted"]) == "trusted",
            Exports = ReadExports(fields),
            Limits = Limits.Read(fields.Nested("limits")),
        };
        fields.Value("extra");
        fields.Finish();
        return config;
    }

    /// <summary>Reads terms written as a name or as a mapping of name and url.</summary>
    public static License? ReadLicense(FieldReader fields, string name)
    {
        if (fields.Value(name) is not YamlMap) return fields.Text(name) is { } id ? new License(id, SpdxUrl(id)) : null;
        var nested = fields.Nested(name)!;
        var license = new License(nested.Text("name") ?? "", nested.WebAddress("url"));
        if (license.Name.Length == 0) nested.Missing("name");
        nested.Finish();
        return license;
    }

    private static string? SpdxUrl(string id) => id switch
    {
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/",
        "CC-BY-NC-4.0" => "https://creativecommons.org/licenses/by-nc/4.0/",
        _ => null,
    };

    private static Uri WithSlash(Uri uri) => uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.GetLeftPart(UriPartial.Path) + "/");

    private static TimeZoneInfo ReadZone(FieldReader fields)
    {
        if (fields.LocatedText("time_zone") is not { } name) return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out var zone)) return zone;
        fields.Bag.Add(Problems.UnknownTimeZone(name.At, name.Value));
        return TimeZoneInfo.Utc;
    }

    private static string? ReadAccent(FieldReader fields)
    {
        if (fields.LocatedText("accent") is not { } accent) return null;
        var hex = accent.Value.TrimStart('#');
        if (accent.Value.StartsWith('#') && hex.Length is 3 or 6 && hex.All(char.IsAsciiHexDigit)) return accent.Value;
        fields.Bag.Add(Problems.WrongType(accent.At, "accent", "a colour such as '#bf2612' (in quotation marks)", "text"));
        return null;
    }

    private static List<string> ReadFolders(FieldReader fields)
    {
        var folders = new List<string>();
        foreach (var folder in fields.Texts("statements"))
        {
            var path = folder.Value.Replace('\\', '/').Trim('/');
            if (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
            if (path.Length == 0 || path.Split('/').Contains("..")) fields.Bag.Add(Problems.FolderOutside(folder.At, folder.Value));
            else folders.Add(path);
        }

        return folders.Count > 0 ? folders : ["content/statements"];
    }

    private static List<NavigationEntry> ReadNavigation(FieldReader fields)
    {
        var entries = new List<NavigationEntry>();
        foreach (var item in fields.Items("navigation"))
        {
            if (item is YamlMap map)
            {
                var nested = new FieldReader(map, "navigation", fields.Bag);
                var title = nested.Text("title");
                if ((nested.LocatedText("page") ?? nested.LocatedText("url")) is { } target) entries.Add(new NavigationEntry(title, target));
                else nested.Missing("page");
                nested.Value("url");
                nested.Finish();
            }
            else if (item is YamlScalar scalar) entries.Add(new NavigationEntry(null, new Located<string>(scalar.Text, scalar.At)));
            else fields.Bag.Add(Problems.WrongType(item.At, "navigation", "text or a mapping", item.Kind));
        }

        return entries;
    }

    private static List<string>? ReadKinds(FieldReader fields, string name)
    {
        if (!fields.Has(name)) return null;
        var kinds = new List<string>();
        foreach (var kind in fields.Texts(name))
        {
            if (SiteConfig.AllKinds.Contains(kind.Value)) kinds.Add(kind.Value);
            else fields.Bag.Add(Problems.NotOneOf(kind.At, name, kind.Value, SiteConfig.AllKinds));
        }

        return kinds;
    }

    private static Dictionary<string, string> ReadFieldNames(FieldReader fields)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Value("fields") is not { } value) return names;
        if (value is not YamlMap map)
        {
            fields.Bag.Add(Problems.WrongType(value.At, "fields", "a mapping", value.Kind));
            return names;
        }

        foreach (var entry in map.Entries)
        {
            if (entry.Value is YamlScalar { Text: var ours }) names[entry.Key.Value] = ours;
            else fields.Bag.Add(Problems.WrongType(entry.Value.At, entry.Key.Value, "the name of a field, or ignore", entry.Value.Kind));
        }

        return names;
    }

    private static List<PatternConfig>? ReadPatterns(FieldReader fields)
    {
        if (!fields.Has("patterns")) return null;
        var patterns = new List<PatternConfig>();
        foreach (var nested in fields.NestedList("patterns"))
        {
            var match = nested.LocatedText("match");
            var instrument = nested.Text("instrument");
            if (match is null) nested.Missing("match");
            else patterns.Add(new PatternConfig(match.Value, instrument ?? "$0", nested.Text("url"), nested.Text("part"), nested.Text("title")));
            nested.Finish();
        }

        return patterns;
    }

    private static ExportConfig ReadExports(FieldReader fields)
    {
        if (fields.Nested("exports") is not { } nested) return new ExportConfig();
        var off = ExportNames.Where(name => !nested.Flag(name, true)).ToHashSet();
        var exports = new ExportConfig { Feeds = nested.Choice("feeds", ["all", "site", "none"]) ?? "all", Off = off };
        nested.Finish();
        return exports;
    }
}
