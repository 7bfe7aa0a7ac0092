using Rostrum.Diagnostics;
using Rostrum.Pages;
using Rostrum.Sources;
using Rostrum.Templates;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>What specs can't say of templates, because the built-in ones are always there.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void ALayoutThatIsMissingIsReported()
    {
        var site = TestSite.Build([KeyValuePair.Create("site.yml", "title: T\n")]);
        var bag = new DiagnosticBag();
        var content = site.Site!.Plan.Content;
        var views = SiteViews.Build(content, new SiteAssets(null, null, [], []), bag);
        var renderer = new PageRenderer(TemplateSet.Parse(new Dictionary<string, SourceFile>(), content.Strings, bag), views, content.Strings, new Dictionary<string, string>());
        var home = site.Site.Plan.Files.OfType<PlannedPage>().Single(static page => page.Url.Path.Length == 0);
        Assert.False(renderer.Render(home, static _ => Assert.Fail("Nothing can be rendered without a layout."), bag));
        Assert.Equal(["templates(1,1): error RS1403: There is no template 'layout'."], bag.ToSorted().Select(TestSite.Line));
    }

    [Fact]
    public void TheBuiltInTemplatesRenderEveryKindOfPageOfASiteThatUsesEverything()
    {
        var site = TestSite.Build(MadeSite.Files(40), tiny: false);
        var rendered = site.RenderAll();
        site.Check();
        Assert.Equal([], site.Problems);
        Assert.Contains("statements/s-000/index.html", rendered.Keys);
        Assert.All(rendered.Where(static file => file.Key.EndsWith("index.html", StringComparison.Ordinal)), static file => Assert.StartsWith("<!doctype html>", System.Text.Encoding.UTF8.GetString(file.Value).TrimStart(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void TheBuiltInStringsHoldAWordForEveryGenreDeliveryAndMode()
    {
        var bag = new DiagnosticBag();
        var strings = UiStrings.Read([BuiltInFiles.Find("templates/strings/en.yml")!], bag);
        var keys = Model.Statement.Genres.Select(static word => "genre_" + word)
            .Concat(Model.Statement.Deliveries.Select(static word => "delivery_" + word))
            .Concat(Model.Statement.TranslationStatuses.Select(static word => "translation_" + word))
            .Concat(Model.Meeting.Modes.Select(static word => "mode_" + word));
        Assert.Equal([], keys.Where(key => !strings.Has(key)));
        Assert.Equal([], bag.ToSorted());
    }
}
