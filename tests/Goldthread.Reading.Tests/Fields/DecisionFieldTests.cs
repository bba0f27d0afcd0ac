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

    [Theory]
    [InlineData("The Fostering Act (Northern Ireland) 2021 applies.", "Fostering Act (Northern Ireland)")]
    [InlineData("The Offences against Boats, Piers and Buoys (Wales) Act 2015 applies.", "Offences against Boats, Piers and Buoys (Wales) Act")]
    public void Read_ActOfOneNation_IsWhole(string words, string act) =>
        Assert.Equal(act, Assert.Single(Legal(words).Statutes).Act);

    [Fact]
    public void Read_SignedWithInitialsByWhomItIsSentTo_IsTheirNameAndOffice()
    {
        var decision = Support.Documents.Decision("<h1>Submission for decision</h1><p>Submission number: AB/D-7/12</p><p>Subject: A bench</p><p>To: Dr Ann Lee, Chief Executive</p><p>Date: 1 May 2022</p><h2>Recommendation</h2><p>Buy a bench.</p><h2>Background</h2><p>There is none.</p><h2>Finance</h2><p>It costs £50.</p><h2>Approval</h2><table><tr><td>Approved</td><td>Signature</td><td>Date</td></tr><tr><td>Yes</td><td>A Lee</td><td>9.5.22</td></tr></table>", "x.html");

        Assert.Equal(new DecisionMaker("Dr Ann Lee", "Chief Executive"), decision.DecisionMaker);
        Assert.Equal(new DateOnly(2022, 5, 9), decision.DateSigned);
    }

    [Fact]
    public void Read_SignatureAndDateOnOneLine_AreBothRead()
    {
        var decision = Support.Documents.Decision("<h1>Decision AB-C-123: A bench</h1><h2>Recommendation</h2><p>Buy a bench.</p><p><b>Mayor of Ash</b><br>I hereby approve the recommendation above.</p><p>Signed: Ann Lee &nbsp; Date: 9 May 2022</p><h2>Background</h2><p>There is none.</p><h2>Legal comments</h2><p>None.</p>", "x.html");

        Assert.Equal(("AB-C-123", "A bench"), (decision.Reference, decision.Title));
        Assert.Equal(("Ann Lee", new DateOnly(2022, 5, 9)), (decision.DecisionMaker.Name, decision.DateSigned!.Value));
    }

    [Theory]
    [InlineData("Contract Procedure Rule 9.2 allows it.", "Contract Procedure Rules", "9.2")]
    [InlineData("Standing Order 27 of the Council allows it.", "Standing Orders", "27")]
    [InlineData("It is allowed under Article 7 of the Scheme of Administration.", "Scheme of Administration", "article 7")]
    public void Read_OneRuleByItsNumber_IsAnAuthority(string words, string instrument, string paragraph) =>
        Assert.Equal([(instrument, paragraph)], Legal(words).Authorities.Select(one => (one.Instrument, one.Paragraph?.ToLowerInvariant())));

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
