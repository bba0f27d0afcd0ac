using Goldthread.Core.Decisions;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>PCD 542: a published page with a missing date, a missing heading and site furniture.</summary>
public sealed class CampaignsDecisionTests
{
    private readonly Core.Readings.Reading reading = Support.Documents.Shared("000_");

    private Decision Decision => Assert.IsType<Decision>(reading.Record);

    [Fact]
    public void Read_Front_GivesReferenceTitleAndMaker()
    {
        Assert.Equal("PCD 542", Decision.Reference);
        Assert.Equal("Stakeholder and Community Campaigns", Decision.Title);
        Assert.Equal(new DecisionMaker("Sophie Linden", "Deputy Mayor, Policing and Crime"), Decision.DecisionMaker);
    }

    [Fact]
    public void Read_EmptyDateSigned_IsNullAndExpectedAtItsLabel()
    {
        Assert.Null(Decision.DateSigned);
        Assert.Equal(11, reading.Expected["/dateSigned"].Line);
    }

    [Fact]
    public void Read_Recommendations_KeepBulletsWithTheirNumber()
    {
        Assert.Equal(["1", "2", "3"], Decision.Recommendations.Select(item => item.Number));
        Assert.StartsWith("Revenue expenditure of £600,000", Decision.Recommendations[2].Text, StringComparison.Ordinal);
        Assert.EndsWith("£275,000 – VAWG Stakeholder", Decision.Recommendations[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Sections_AreThoseWithHeadings()
    {
        Assert.Equal(["1", "2", "3", "5", "6", "7"], Decision.Sections.Select(section => section.Number));
        Assert.Equal(
            [Topic.Background, Topic.Issues, Topic.Financial, Topic.Commercial, Topic.DataProtection, Topic.Equality],
            Decision.Sections.Select(section => section.Topic));
        Assert.Equal(["3.1", "4.1", "4.2", "4.3"], Decision.Sections[2].Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal(15, Decision.Sections[0].Paragraphs.Count);
        Assert.EndsWith("and the winning bid.", Decision.Sections[5].Paragraphs[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Amounts_AreEveryMentionInOrder()
    {
        Assert.Equal(
            [600_000m, 600_000m, 600_000m, 200_000m, 125_000m, 275_000m, 600_000m, 600_000m, 200_000m, 125_000m, 275_000m, 500_000m, 500_000m, 181_302m],
            Decision.Amounts.Select(amount => amount.Pounds));
        Assert.Equal("£600k", Decision.Amounts[0].Quote);
        Assert.Equal("1.1", Decision.Amounts[6].Paragraph);
        Assert.Equal(["2018/19"], Decision.Amounts[6].FinancialYears);
        Assert.Equal(["2018/19"], Decision.Amounts[7].FinancialYears);
        Assert.Empty(Decision.Amounts[8].FinancialYears);
    }

    [Fact]
    public void Read_Citations_TellOwnRulesFromLaw()
    {
        Assert.Equal(
            [new("Scheme of Consent and Delegation", "4.8"), new("Scheme of Consent and Delegation", "4.13"), new("Financial Regulations", null), new("Contract Regulations", null)],
            Decision.Authorities);
        Assert.Equal([new Statute("Public Contracts Regulations", 2015, null)], Decision.Statutes);
    }

    [Fact]
    public void Read_Provenance_CoversEveryLeaf() => Leaves.AllHavePlaces(reading);
}
