using System.CommandLine;
using Rostrum.Diagnostics;
using Rostrum.Model;
using Rostrum.Sources;

namespace Rostrum.Commands;

/// <summary>The arguments that build, check and serve have in common.</summary>
internal sealed class SiteOptions
{
    private readonly Argument<string> root = new("ROOT") { Description = "The folder that holds site.yml.", DefaultValueFactory = static _ => "." };
    private readonly Option<Uri?> baseUrl = new("--base-url")
    {
        Description = "The address at which the site will be published; overrules site.yml.",
        HelpName = "URL",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
            result.AddError($"'{result.Tokens[0].Value}' is no web address. It begins with https:// or http://.");
            return null;
        },
    };

    private readonly Option<bool> drafts = new("--drafts") { Description = "Include drafts." };
    private readonly Option<bool> future = new("--future") { Description = "Include what is dated in the future." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        root.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] option }, ..]) result.AddError($"'{option}' is no option of this command.");
        });
        command.Add(root);
        command.Add(baseUrl);
        command.Add(drafts);
        command.Add(future);
    }

    /// <summary>The archive's folder as it was given.</summary>
    public string Root(ParseResult parsed) => parsed.GetValue(root)!;

    /// <summary>What the build depends on.</summary>
    public BuildOptions Read(ParseResult parsed, DiagnosticBag bag)
    {
        var path = Root(parsed);
        var read = new ReadOptions(parsed.GetValue(drafts), parsed.GetValue(future), Now());
        return new BuildOptions((names, most) => SourceTree.Load(path, names, bag, most), read, parsed.GetValue(baseUrl));
    }

    /// <summary>The day it is, in UTC.</summary>
    public static DateOnly Today() => Today(TimeZoneInfo.Utc);

    /// <summary>The day it is in a time zone.</summary>
    public static DateOnly Today(TimeZoneInfo zone) => new ReadOptions(false, false, Now()).Today(zone);

    /// <summary>The moment of the run. The clock is read here and nowhere else; <c>SOURCE_DATE_EPOCH</c> (seconds since 1970) overrules it.</summary>
    private static DateTimeOffset Now()
    {
        var epoch = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH");
        return long.TryParse(epoch, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : TimeProvider.System.GetUtcNow();
    }
}
