using Goldthread.Core.Decisions;
using Goldthread.Reading.Tests.Support;

namespace Goldthread.Reading.Tests.Fields;

public sealed class DecisionFieldTests
{
    private const string Head = "Decision notice\n\nReference: AB/2020/01\n\nTitle: A bench\n\nDate signed: 3 May 2020\n\nDecision by: Ann Lee, Mayor\n\nRecommendation\n\nThat the Mayor buys a bench.\n\n";

    [Fact]
    public void Read_PaperCitedAfterTheAct_IsItsProvision() =>
        Assert.Contains(new Statute("Equality Act", 2010, "section 149"), Legal("The duty is in the Equality Act 2010, section 149.").Statutes);

    [Fact]
    public void Read_SeveralSections_AreSeveralCitations() =>
        Assert.Equal(["section 1", "section 6(2)"], Legal("Under sections 1 and 6(2) of the Police Act 1996 it may.").Statutes.Select(statute => statute.Provision));

    [Fact]
    public void Read_ActWithBracketsInItsName_IsWhole() =>
        Assert.Equal("Local Authorities (Executive Arrangements) (England) Regulations", Assert.Single(Legal("The Local Authorities (Executive Arrangements) (England) Regulations 2012 apply.").Statutes).Act);

    [Fact]
    public void Read_PartOfTheDocumentItself_IsNoCitation()
    {
        var decision = Legal("As section 1 of this report says, and paragraph 4.2 above, the Equality Act 2010 applies.");

        Assert.Equal([new Statute("Equality Act", 2010, null)], decision.Statutes);
        Assert.Empty(decision.Authorities);
    }

    [Fact]
    public void Read_OwnRuleInBrackets_IsAnAuthority() =>
        Assert.Equal([new Authority("Contract Standing Orders", "12.3")], Legal("The Contract Standing Orders (paragraph 12.3) allow it.").Authorities);

    [Fact]
    public void Read_TableInThousands_IsMultipliedOut()
    {
        var decision = Support.Documents.Decision("<h1>A bench</h1><h2>Recommendation</h2><p>That it is bought.</p><h2>Financial comments</h2><table><tr><th>Item</th><th>2020/21 £000</th></tr><tr><td>Bench</td><td>1.5</td></tr></table><h2>Legal comments</h2><p>None.</p><h2>Equality comments</h2><p>None.</p>", "x.html");

        var amount = Assert.Single(decision.Amounts);
        Assert.Equal((1500m, "1.5"), (amount.Pounds, amount.Quote));
        Assert.Equal(["2020/21"], amount.FinancialYears);
    }

    [Fact]
    public void Read_ScriptInAField_IsTextAndNeverMarkup() =>
        Assert.Equal("A <script>alert(1)</script> bench", Support.Documents.Decision(Head.Replace("A bench", "A <script>alert(1)</script> bench", StringComparison.Ordinal)).Title);

    [Fact]
    public void Read_DeferralReasonLeftEmpty_IsExpectedAtItsLabel()
    {
        var reading = Support.Documents.Read(Head + "Public access to information\n\nIs the publication of Part 1 to be deferred? YES\n\nIf yes, for what reason:\n\nUntil what date:\n");

        Assert.True(Assert.IsType<Decision>(reading.Record).Publication.Deferred);
        Assert.Equal(19, reading.Expected["/publication/deferralReason"].Line);
    }

    private static Decision Legal(string words) => Support.Documents.Decision(Head + "1. Legal comments\n\n1.1 " + words + "\n\n2. Financial comments\n\n2.1 None.\n");
}
