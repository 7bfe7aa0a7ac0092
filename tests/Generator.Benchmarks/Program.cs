using System.Globalization;
using BenchmarkDotNet.Running;
using Rostrum.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["corpus", var folder, var count]:
        Corpus.Write(folder, int.Parse(count));
        return 0;
    case ["full", var folder, var count]:
        Corpus.WriteFull(folder, int.Parse(count));
        return 0;
    case ["compare", .. var rest]:
        return Comparison.Run(rest);
    case ["serve", .. var rest]:
        return await ServeComparison.RunAsync(rest);
    case ["search", .. var rest]:
        return SearchComparison.Run(rest);
    case ["stages"]:
        BenchmarkRunner.Run<Stages>();
        return 0;
    default:
        Console.Error.WriteLine("corpus FOLDER COUNT: writes a made archive cut to what other generators do; full FOLDER COUNT: one with all that Rostrum does. compare [--sizes 1000,10000] [--runs 5] [--native FILE] [--folder DIR]: measures builds of Rostrum and of what it finds on PATH. serve [--sizes 1000,10000] [--edits 200] [--seconds 300] [--native FILE] [--eleventy CMD.CJS] [--only NAME,NAME] [--folder DIR] [--chromium FILE]: measures previews, from a saved file to the page in a browser. search [--sizes 1000] [--runs 3] [--pagefind FILE] [--chromium FILE] [--native FILE] [--folder DIR]: measures the search against Pagefind. stages: measures the stages of a build one by one, with what they allocate.");
        return 2;
}
