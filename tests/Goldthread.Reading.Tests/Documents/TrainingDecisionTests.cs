using Goldthread.Core.Decisions;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Documents;

/// <summary>PCD 224: a scanned form with a garbled signature, bullets before numbers, ticks and a deferral block.</summary>
public sealed class TrainingDecisionTests
{
    private readonly Core.Readings.Reading reading = Support.Documents.Shared("004_");

    private Decision Decision => Assert.IsType<Decision>(reading.Record);

    [Fact]
    public void Read_Front_LeavesOutEmphasisAndTakesTheSignedBlock()
    {
        Assert.Equal("PCD 224", Decision.Reference);
        Assert.StartsWith("Harmful Practices training", Decision.Title, StringComparison.Ordinal);
        Assert.EndsWith("MOPAC Harmful Practices Pilot", Decision.Title, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2017, 7, 25), Decision.DateSigned);
        Assert.Equal(new DecisionMaker(null, "Deputy Mayor for Policing and Crime"), Decision.DecisionMaker);
    }

    [Fact]
    public void Read_Recommendation_IsOneWithoutNumber()
    {
        var only = Assert.Single(Decision.Recommendations);
        Assert.Null(only.Number);
        Assert.StartsWith("That DMPC approve", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Sections_KeepNumbersAfterBullets()
    {
        Assert.Equal(["1", "2", "3", "4", "5", "6"], Decision.Sections.Select(section => section.Number));
        Assert.Equal(["5.1.1", "5.1.2", "5.3"], Decision.Sections[4].Paragraphs.Select(paragraph => paragraph.Number));
        Assert.EndsWith("and other key partners.", Decision.Sections[1].Paragraphs[1].Text, StringComparison.Ordinal);
        Assert.Equal([new Paragraph(null, "None.")], Decision.Sections[5].Paragraphs);
    }

    [Fact]
    public void Read_Amounts_HaveTheYearsOfTheirSentence()
    {
        Assert.Equal([200_000m, 200_000m, 100_000m, 499_000m], Decision.Amounts.Select(amount => amount.Pounds));
        Assert.Equal(["2017/18", "2019/20"], Decision.Amounts[2].FinancialYears);
    }

    [Fact]
    public void Read_Citations_ResolveShortForms()
    {
        Assert.Equal([new("Scheme of Delegation", "4.8"), new("Scheme of Delegation", "section 5")], Decision.Authorities);
        Assert.Contains(new Statute("Police Reform and Social Responsibility Act", 2011, "section 3(6)"), Decision.Statutes);
        Assert.Contains(new Statute("Police Reform and Social Responsibility Act", 2011, "Schedule 3, paragraph 7"), Decision.Statutes);
        Assert.Contains(new Statute("Anti-Social Behaviour Crime and Policing Act", 2014, "section 143(1)(b)"), Decision.Statutes);
        Assert.Contains(new Statute("Anti-Social Behaviour Crime and Policing Act", 2014, "section 143(3)"), Decision.Statutes);
        Assert.Contains(new Statute("Freedom of Information Act", 2000, null), Decision.Statutes);
    }

    [Fact]
    public void Read_Declarations_AreTrueWhereTickedAndNullWhereIllegible() =>
        Assert.Equal(
            [new("Head of Unit", true), new("Legal Advice", null), new("Financial Advice", null), new("Equalities Advice", true), new("Chief Executive Officer", true)],
            Decision.Declarations);

    [Fact]
    public void Read_Publication_IsNeitherDeferredNorConfidential()
    {
        Assert.Equal(new Publication { Deferred = false, Part2 = false }, Decision.Publication);
        Assert.Contains("/publication/deferralReason", reading.Expected.Keys);
    }

    [Fact]
    public void Read_Provenance_CoversEveryLeaf() => Leaves.AllHavePlaces(reading);
}
