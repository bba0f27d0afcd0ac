using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class CheckPropertiesTests
{
    [Fact]
    public void Numbering_OneTakenOut_IsNamedOnce()
    {
        Prop.ForAll(Gen.Choose(3, 25).ToArbitrary(), Gen.Choose(1, 23).ToArbitrary(), (length, gone) =>
        {
            var numbers = Enumerable.Range(1, length).Where(number => number == 1 || number == length || number != gone % length).Select(number => $"{number}").ToArray();
            return TestDecision.Valid.WithNumbers(numbers).Places("GT1003").Count == length - numbers.Length;
        }).Check(TestSeed.Config);
    }

    [Fact]
    public void Total_PartsInAnyNumber_IsWrongOnlyWhenTheyDiffer()
    {
        var parts = Gen.Choose(2, 9).SelectMany(count => Gen.Choose(1, 900).Select(part => part * 1000).ListOf(count)).ToArbitrary();
        Prop.ForAll(parts, Gen.Choose(0, 1).ToArbitrary(), (sums, off) =>
        {
            var text = $"£{sums.Sum() + off:#,0} as follows: {string.Join(", ", sums.Select(sum => $"£{sum:#,0} for one part"))}.";
            return TestDecision.Valid.WithText(0, text).Places("GT2001").Count == off;
        }).Check(TestSeed.Config);
    }

    [Fact]
    public void Run_AnyText_NeverThrowsAndQuotesWhatStandsThere()
    {
        string[] words = ["£600,000", "as follows:", "Appendix", "B", "2018-21", "Strategy", "paragraph 9.9", "below", "total", "of which", "will start on", "1 May 2018", "(", ")", ".", "\n", "personal data", "69%", "grant", "§", "é", "'"];
        var texts = Gen.Elements(words).ListOf(25).Select(list => string.Join(' ', list)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var decision = TestDecision.Valid.WithRecommendations(text).WithText(0, text).WithText(1, text) with { Title = text, ExecutiveSummary = text };
            return decision.Check(document: text).All(finding => finding.Quote is null || text.Contains(finding.Quote, StringComparison.Ordinal));
        }).Check(TestSeed.Config);
    }
}
