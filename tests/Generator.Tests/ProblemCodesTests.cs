using System.Text.RegularExpressions;
using Rostrum.Tests.Harness;

namespace Rostrum.Tests;

/// <summary>Every message of the program is shown by a spec, or by the test that is named here.</summary>
public sealed partial class ProblemCodesTests
{
    // What can't be said in a spec because it needs a disk, and the test that shows it.
    private static readonly Dictionary<string, string> ShownElsewhere = new(StringComparer.Ordinal)
    {
        ["RS1003"] = nameof(SourceTreeTests) + "." + nameof(SourceTreeTests.ASymbolicLinkThatLeavesTheArchiveIsReportedAndNotFollowed),
        ["RS1015"] = nameof(SourceTreeTests) + "." + nameof(SourceTreeTests.AFileWhoseNameCantBeAnAddressIsReported),
        ["RS1016"] = nameof(SourceTreeTests) + "." + nameof(SourceTreeTests.SymbolicLinksThatLeadRoundInCirclesOrMultiplyAreReported),
        ["RS1017"] = nameof(Trust.LimitsTests) + "." + nameof(Trust.LimitsTests.WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported),
        ["RS1018"] = nameof(Trust.LimitsTests) + "." + nameof(Trust.LimitsTests.WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported),
        ["RS1314"] = nameof(Trust.LimitsTests) + "." + nameof(Trust.LimitsTests.WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported),
        ["RS1315"] = nameof(Trust.LimitsTests) + "." + nameof(Trust.LimitsTests.WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported),
        ["RS1317"] = nameof(Trust.LimitsTests) + "." + nameof(Trust.LimitsTests.WhatIsWithinALimitIsTakenAndWhatIsBeyondIsReported),
        ["RS1403"] = nameof(TemplateTests) + "." + nameof(TemplateTests.ALayoutThatIsMissingIsReported),
        ["RS1511"] = nameof(Trust.OutsideTests) + "." + nameof(Trust.OutsideTests.WhatIsGoneIsReportedWithItsArchivedCopy),
        ["RS1512"] = nameof(Trust.OutsideTests) + "." + nameof(Trust.OutsideTests.AnAnswerThatSaysNothingOfTheAddressIsUnknownAndNeverFails),
        ["RS1513"] = nameof(Trust.OutsideTests) + "." + nameof(Trust.OutsideTests.WhatHasMovedForGoodIsNotedAndWhatIsElsewhereForNowIsNot),
        ["RS1601"] = nameof(OutputTests) + "." + nameof(OutputTests.AFolderWithFilesOfOthersIsRefusedUnlessForced),
        ["RS1603"] = nameof(OutputTests) + "." + nameof(OutputTests.AFileOfOthersAtAnAddressThatThePlanComesToNeedIsNotLostSilently),
        ["RS1704"] = nameof(LockTests) + "." + nameof(LockTests.WhatIsPublishedAndNotLockedIsReported),
        ["RS1602"] = nameof(OutputTests) + "." + nameof(OutputTests.TheSiteCantBeWrittenIntoTheArchiveItself),
    };

    [Fact]
    public void TheGuideExplainsEveryProblemCode()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "content", "pages", "guide", "problems.md"));
        Assert.DoesNotContain(Codes(), code => !guide.Contains($"\n## {code}\n", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryProblemCodeHasASpec()
    {
        var shown = Spec.All.Values.SelectMany(static spec => spec.Problems).SelectMany(static line => Code().Matches(line)).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Codes().Except(shown).Except(ShownElsewhere.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsShownElsewhereIsShownByNoSpec()
    {
        var shown = Spec.All.Values.SelectMany(static spec => spec.Problems).ToList();
        Assert.DoesNotContain(ShownElsewhere.Keys, code => shown.Exists(line => line.Contains(code, StringComparison.Ordinal)));
        Assert.Equal([], ShownElsewhere.Keys.Except(Codes()));
    }

    [Fact]
    public void EachCodeIsWordedOnce()
    {
        var codes = Codes();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Distinct(), codes);
    }

    private static List<string> Codes() =>
        [.. Code().Matches(Repository.GeneratorSources.Single(static file => file.Path == "Diagnostics/Problems.cs").Text).Select(static match => match.Value)];

    [GeneratedRegex(@"RS\d{4}")]
    private static partial Regex Code();
}
