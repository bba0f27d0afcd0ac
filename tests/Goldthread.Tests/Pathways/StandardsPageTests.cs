using System.Net;
using Goldthread.Rules;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Pathways;

/// <summary>The standards as everybody reads them.</summary>
public sealed class StandardsPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Standards_Today_SayWhatTheyRestOnWhatTheyDoNotAskAndWhatTheyTake()
    {
        var page = await TextAsync("/standards");

        Assert.Contains("The minimum standard", page, StringComparison.Ordinal);
        Assert.Contains("The gold standard", page, StringComparison.Ordinal);
        foreach (var one in RulesFolder.Read(RulesFolder.Default).Book!.Standards.Where(one => one.Effect.To is null))
        {
            Assert.Contains(one.Statement, page, StringComparison.Ordinal);
            Assert.Contains(one.Source, page, StringComparison.Ordinal);
            Assert.Contains(one.Limits, page, StringComparison.Ordinal);
            Assert.Contains(one.Cost[1..], page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("4/7/2021", false)]
    [InlineData("5/7/2021", true)]
    public async Task Standards_OfADay_AreThoseThatHeldThen(string day, bool holds) =>
        Assert.Equal(holds, (await TextAsync($"/standards?day={Uri.EscapeDataString(day)}")).Contains("has priority need for housing", StringComparison.Ordinal));

    [Fact]
    public async Task Standards_DayThatIsNone_IsSaidAtTheField() =>
        Assert.Contains("Enter a day, such as 30/9/2022", await TextAsync("/standards?day=someday"), StringComparison.Ordinal);

    [Fact]
    public void Standards_NumbersOfOneDay_AreEachOnesOwn() =>
        Assert.Equal(
            RulesFolder.Read(RulesFolder.Default).Book!.Standards.Count(one => one.Effect.To is null),
            RulesFolder.Read(RulesFolder.Default).Book!.Standards.Where(one => one.Effect.To is null).Select(one => one.Number).Distinct(StringComparer.Ordinal).Count());

    private async Task<string> TextAsync(string address) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(address));
}
