namespace Goldthread.Core.Tests.Diagnostics;

/// <summary>One thing over and over: no check may take longer than the text is long.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "£1 ", "£1, ", "£1 as follows: ", "a ", "(", "Strategy 2018-21 ", "the the ", "will start 1 May 2018 ", "Appendix B ", "paragraph 9.9 ", "1.1 ", "personal data is ",
        "Total £5\n", "x | 1 | 2\n", "Advance, ", " ", "\n", "approve grant ", "threshold £170,000 of the Public Contracts Regulations. ", "A. B. ",
    ];

    private static int Times => Environment.GetEnvironmentVariable("GOLDTHREAD_LONG_TESTS") == "1" ? 100_000 : 10_000;

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Texts))]
    public async Task Run_OneThingThousandsOfTimes_Ends(string one)
    {
        var text = string.Concat(Enumerable.Repeat(one, Times));
        var decision = (TestDecision.Valid with { Title = text, ExecutiveSummary = text }).WithRecommendations(text).WithText(0, text).WithText(1, text);

        var findings = await Task.Run(() => decision.Check(document: text));

        Assert.NotNull(findings);
    }
}
