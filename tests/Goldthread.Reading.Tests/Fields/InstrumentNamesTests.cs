using Goldthread.Reading.Fields.Decisions.Citations;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Tests.Fields;

public sealed class InstrumentNamesTests
{
    private static readonly InstrumentNames Names = new(Support.Documents.Layouts);

    [Theory]
    [InlineData("under the Scheme of Delegation and", "Scheme of Delegation")]
    [InlineData("the MAYORAL SCHEME OF DELEGATION says", "MAYORAL SCHEME OF DELEGATION")]
    [InlineData("its Joint Corporate Financial Regulations, and", "Joint Corporate Financial Regulations")]
    [InlineData("its Joint Corporate General Financial Regulations", "Corporate General Financial Regulations")]
    [InlineData("Financial Regulations and Contract Procedure Rules", "Financial Regulations; Contract Procedure Rules")]
    [InlineData("the Scheme of Delegation to Members", "Scheme of Delegation to Members")]
    [InlineData("the financial regulations", "")]
    [InlineData("Financial Regulationsx and Constitutional law", "")]
    [InlineData("Corporate and General", "")]
    public void In_Text_NamesRulesWithUpToTwoAdjectives(string text, string names) =>
        Assert.Equal(names, string.Join("; ", Names.In(PassageOf(text)).Select(name => name.Name)));

    [Theory]
    [InlineData("as Contract Procedure Rule 14.3 asks", "Contract Procedure Rules")]
    [InlineData("Standing Orders 7 and 8", "Standing Orders")]
    [InlineData("the Financial Regulations 2019", "")]
    [InlineData("Contract Procedure Rule", "")]
    [InlineData("Contract Procedure Ruler 7", "")]
    public void CountedIn_Text_NamesRulesByTheNumberOfOne(string text, string names) =>
        Assert.Equal(names, string.Join("; ", Names.CountedIn(PassageOf(text)).Select(name => name.Name)));

    private static Passage PassageOf(string text) => Folding.Fold(new SourceText(text), 0, text.Length);
}
