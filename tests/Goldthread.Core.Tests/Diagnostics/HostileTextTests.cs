using System.Diagnostics;

namespace Goldthread.Core.Tests.Diagnostics;

public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "£1 ", "£1, ", "£1 as follows: ", "a ", "(", "Strategy 2018-21 ", "the the ", "will start 1 May 2018 ", "Appendix B ", "paragraph 9.9 ", "1.1 ", "personal data is ",
        "Total £5\n", "x | 1 | 2\n", "Advance, ", " ", "\n", "approve grant ", "threshold £170,000 of the Public Contracts Regulations. ", "A. B. ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Run_OneThingAHundredThousandTimes_EndsInTime(string one)
    {
        var text = string.Concat(Enumerable.Repeat(one, 100_000));
        var decision = (TestDecision.Valid with { Title = text, ExecutiveSummary = text }).WithRecommendations(text).WithText(0, text).WithText(1, text);
        var clock = Stopwatch.StartNew();
        decision.Check(document: text);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }
}
