using Goldthread.Core.Pathways;

namespace Goldthread.Core.Tests.Pathways;

/// <summary>Gaps as sentences that a councillor understands.</summary>
public sealed class GapSentencesTests
{
    private static readonly PathwayMap Map = new(
        [
            new("borough", ["Barnet", "Bexley", "Havering", "Merton", "Sutton", "Brent", "Camden"]), new("age", ["under 16", "16-17", "18-24"]),
            new("recourse", ["recourse", "no recourse"]), new("shoe size", ["small", "large"]),
        ],
        [new("refuge", "Refuge")], [], [], [], null);

    [Theory]
    [InlineData("1,2|0|1|", "In Bexley and Havering, nobody under 16 without recourse to public funds reaches refuge.")]
    [InlineData("|||", "Nobody reaches refuge.")]
    [InlineData("0|||", "In Barnet, nobody reaches refuge.")]
    [InlineData("0,1,2,3,4,6|||", "Everywhere but in Brent, nobody reaches refuge.")]
    [InlineData("|0,1|1|", "Nobody under 16 or aged 16 or 17, without recourse to public funds, reaches refuge.")]
    [InlineData("|||1", "Nobody with shoe size “large” reaches refuge.")]
    public void Of_Gap_SaysWhereAndWho(string where, string sentence) =>
        Assert.Equal(sentence, new GapSentences(Map, RepositoryFiles.RuleBook.ProfileWords).Of(
            [.. where.Split('|').Select(values => values.Length == 0 ? null : (IReadOnlyList<int>?)[.. values.Split(',').Select(value => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture))])], "refuge"));
}
