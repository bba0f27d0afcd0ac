using Goldthread.Core.Decisions;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>PCD 345: labels above their values, recommendations without a heading, numbers without dots.</summary>
public sealed class StrategyDecisionTests
{
    private readonly Core.Readings.Reading reading = Support.Documents.Shared("003_");

    private Decision Decision => Assert.IsType<Decision>(reading.Record);

    [Fact]
    public void Read_Front_GivesReferenceTitleDateAndMaker()
    {
        Assert.Equal("PCD 345", Decision.Reference);
        Assert.Equal("Violence Against Women and Girls Strategy 2018-21", Decision.Title);
        Assert.Equal(new DateOnly(2018, 3, 8), Decision.DateSigned);
        Assert.Equal("Sophie Linden", Decision.DecisionMaker.Name);
    }

    [Fact]
    public void Read_SummaryBeforeUnheadedRequest_EndsWhereTheRequestBegins()
    {
        Assert.StartsWith("The Mayor made a commitment", Decision.ExecutiveSummary, StringComparison.Ordinal);
        Assert.EndsWith("publication of the VAWG strategy.", Decision.ExecutiveSummary, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RomanRecommendations_AreThree()
    {
        Assert.Equal(["i", "iii", "v"], Decision.Recommendations.Select(item => item.Number));
        Assert.EndsWith("2017-2021. (Appendix 5)", Decision.Recommendations[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Sections_AreSixWithTheirParagraphs()
    {
        Assert.Equal([7, 5, 1, 2, 3, 1], Decision.Sections.Select(section => section.Paragraphs.Count));
        Assert.Equal("1.7", Decision.Sections[0].Paragraphs[^1].Number);
        Assert.Equal(new Paragraph(null, "APPENDIX A - Key strategy commitments"), Decision.Sections[5].Paragraphs[0]);
    }

    [Fact]
    public void Read_Amounts_AreThoseOfTheSummary() =>
        Assert.Equal([4_000_000m, 3_000_000m, 200_000m, 13_000_000m, 5_000_000m, 9_000_000m], Decision.Amounts.Select(amount => amount.Pounds));

    [Fact]
    public void Read_Citations_AreEachOnce()
    {
        Assert.Equal([new Authority("Scheme of Consent and Delegation", "4.3")], Decision.Authorities);
        Assert.Equal([new Statute("Equality Act", 2010, "section 149(1)")], Decision.Statutes);
        Assert.Equal(["PCD 168"], Decision.RelatedDecisions.Select(related => related.Reference));
    }

    [Fact]
    public void Read_Provenance_CoversEveryLeaf() => Leaves.AllHavePlaces(reading);
}
