using Rostrum.Diagnostics;
using Rostrum.Links;
using Rostrum.Model;
using Rostrum.Pages;
using Rostrum.Rendering;
using Rostrum.Sources;
using Rostrum.Templates;

namespace Rostrum;

/// <summary>The flow from input files to a plan that can be rendered: the same for build, preview and check.</summary>
public static class SiteBuilder
{
    /// <summary>The plan, with every problem of the archive reported; null when there is no readable site.yml.</summary>
    public static Site? Build(BuildOptions options, DiagnosticBag bag) => Load(options, bag) is { } inputs ? Build(inputs, options, bag) : null;

    /// <summary>Everything that a build reads; null when there is no readable site.yml, or more files than the archive allows.</summary>
    public static SiteInputs? Load(BuildOptions options, DiagnosticBag bag)
    {
        options.Memo?.Begin();
        var read = ReadConfig.Of(options.Load(["site.yml"], int.MaxValue).Find("site.yml"), options.BaseUrl, options.Memo?.Config ?? new Memo<ReadConfig>(false));
        bag.AddRange(read.Problems);
        if (read.Config is not { } config) return null;
        var tree = options.Load(config.InputFolders, config.Limits.Files);
        options.Profile?.End("load files");
        if (tree.Files.Count <= config.Limits.Files) return new SiteInputs(config, tree);
        bag.Add(Problems.TooManyFiles(Location.StartOf(config.File.Path), config.Limits.Files));
        return null;
    }

    /// <summary>The plan of what was loaded, with every problem reported.</summary>
    public static Site Build(SiteInputs inputs, BuildOptions options, DiagnosticBag bag)
    {
        var (config, tree) = inputs;
        var memo = options.Memo ?? new BuildMemo(false);
        var profile = options.Profile;
        var archive = new ArchiveReader(config, options.Read, memo.Archive).Read(tree.Files, bag);
        ReportWithheld(archive, bag);
        profile?.End("read archive");

        var reading = Task.Run(() => Theme.Read(tree, config, memo.Templates, bag)); // while names are gathered, which takes one thread
        var published = memo.Lock(tree.Find(PublishedLock.FilePath), bag);
        var (resolver, vocabulary, patterns) = memo.Names.Of(archive, tree, bag);
        var rules = memo.Same(new LinkRules(resolver, vocabulary, patterns, config.BasePath, config.TrustHtml, published, config.Limits));
        profile?.End("gather names");
        var texts = ArchiveTexts.Render(archive, rules, memo.Texts, bag);
        profile?.End("render texts");
        archive = memo.Found.AddTo(archive, texts.Citations);
        ReferenceCheck.Run(archive, bag);
        var relations = Relations.Gather(archive, texts.Linked, memo.Relations, bag);
        var positions = Positions.Gather(archive, relations, memo.Positions);
        profile?.End("relate");

        var theme = reading.GetAwaiter().GetResult();
        profile?.End("await templates");
        var content = new SiteContent(archive, texts, relations, positions, theme.Strings, rules);
        var plan = PagePlanner.Plan(content, tree, theme.Assets.Planned, memo.Plan, bag);
        var views = SiteViews.Build(content, theme.Assets.Addresses, bag);
        profile?.End("plan");
        var renderer = new PageRenderer(theme.Templates, views, theme.Strings, theme.Assets.ByName, config.Limits);
        return new Site(plan, renderer, tree, profile);
    }

    private static void ReportWithheld(Archive archive, DiagnosticBag bag)
    {
        foreach (var withheld in archive.Withheld)
        {
            bag.Add(withheld.Appears is { } day ? Problems.WithheldFuture(withheld.At, withheld.Title, day) : Problems.WithheldDraft(withheld.At, withheld.Title));
        }
    }
}
