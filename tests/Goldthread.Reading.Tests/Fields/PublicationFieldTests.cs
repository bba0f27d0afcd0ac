using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>How bodies say that nothing holds publication back and that no part is confidential, and who was asked.</summary>
public sealed class PublicationFieldTests
{
    private const string Head = "Decision record\n\nTitle: Lamps\n\nRecommendation\n\n1. Buy lamps.\n\n1. Background\n\nIt is dark.\n\n2. Legal implications\n\nNone arise.\n\n";

    [Theory]
    [InlineData("Is any deferral asked for? No", false)]
    [InlineData("Should this notice be delayed? No", false)]
    [InlineData("Is this notice to be deferred: Yes", true)]
    [InlineData("Publication of this notice is deferred: Yes", true)]
    [InlineData("Deferral: none needed", false)]
    [InlineData("Publication deferred: not required", false)]
    [InlineData("Publication of the lamps record is not deferred.", false)]
    [InlineData("There is no reason to defer it.", false)]
    [InlineData("This notice can be published at once.", false)]
    [InlineData("Publication will follow in May.", null)]
    [InlineData("Is any deferral asked for? ______", null)]
    public void Deferred_IsReadFromQuestionsAndSentences(string words, bool? deferred) =>
        Assert.Equal(deferred, Read("Publication\n\n" + words + "\n").Publication.Deferred);

    [Theory]
    [InlineData("Does this notice have an exempt annex? No", false)]
    [InlineData("Part 2 (exempt) pages attached? Yes", true)]
    [InlineData("Part 2: none", false)]
    [InlineData("Part 2: not used", false)]
    [InlineData("Exempt appendices: nil", false)]
    [InlineData("Open or exempt: open", false)]
    [InlineData("Open or exempt: exempt", true)]
    [InlineData("Is this report public? Yes", false)]
    [InlineData("Can this report be published in full? No", true)]
    [InlineData("This report is public.", false)]
    [InlineData("It does not contain exempt information.", false)]
    [InlineData("Part 2 is not used. Ask the clerk for copies.", false)]
    [InlineData("A confidential part goes with it.", null)]
    public void Part2_IsReadFromQuestionsAndSentences(string words, bool? part2) =>
        Assert.Equal(part2, Read("Publication\n\n" + words + "\n").Publication.Part2);

    [Fact]
    public void Reasons_BehindTheAnswersThemselves_AreRead()
    {
        var publication = Read("Publication\n\nIs publication to be deferred? Yes, until 4 May 2020\n\nDoes the report contain exempt information? Yes. The prices of two firms are secret.\n").Publication;

        Assert.Equal((true, null, new DateOnly(2020, 5, 4)), (publication.Deferred!.Value, publication.DeferralReason, publication.DeferredUntil!.Value));
        Assert.Equal((true, "The prices of two firms are secret."), (publication.Part2!.Value, publication.Part2Reason));
    }

    [Fact]
    public void Part2_SaidInAParagraphOfTheReport_IsNoAnswer() =>
        Assert.Null(Read("3. Risks\n\nThe last report had no exempt part, and lamps were stolen.\n").Publication.Part2);

    [Fact]
    public void Declarations_NamedAsTopicsAre_AreNoSections()
    {
        var decision = Read("Officer declarations\n\nLegal comments: ✓\nFinancial comments: Yes\nEquality comments:\n");

        Assert.Equal([new Declaration("Legal comments", true), new("Financial comments", true), new("Equality comments", null)], decision.Declarations);
        Assert.Equal(2, decision.Sections.Count);
    }

    [Fact]
    public void Declarations_WithBoxesBeforeThem_AreTickedOrNot()
    {
        var decision = Read("Consultation:\n\n☑ Harbour master\n☐ Anglers\n[x] Clerk\n\nIs the decision confidential? No\n\nSigned: A Lee\n");

        Assert.Equal([new Declaration("Harbour master", true), new("Anglers", null), new("Clerk", true)], decision.Declarations);
        Assert.False(decision.Publication.Part2);
    }

    [Fact]
    public void Declarations_LabelAboveTheStatementThatIsTicked_IsTheRole() =>
        Assert.Equal([new Declaration("Legal advice", true), new("Money advice", null)], Read("Officer declaration\n\n" + new string(' ', 60) + "Tick to confirm\nLegal advice:\nThe lawyers have read it.                                   ✓\n\nMoney advice:\nThe Treasurer has read it.\n").Declarations);

    [Fact]
    public void Declarations_OfOfficersInATableOfTicks_AreOneEach() =>
        Assert.Equal([new Declaration("Treasurer", true), new("Clerk", null)], Support.Documents.Decision("<h1>Decision record</h1><h2>Recommendation</h2><p>Buy lamps.</p><h2>Background</h2><p>It is dark.</p><h2>Officer approval</h2><table><tr><td>Officer</td><td>Confirmed</td></tr><tr><td>Treasurer</td><td>☒</td></tr><tr><td>Clerk</td><td>☐</td></tr></table>", "x.html").Declarations);

    [Fact]
    public void Declaration_AnsweredAfterItsStatement_IsGiven() =>
        Assert.Equal([new Declaration("Treasurer", true)], Support.Documents.Decision("<h1>Decision record</h1><h2>Recommendation</h2><p>Buy lamps.</p><h2>Background</h2><p>It is dark.</p><h2>Declarations</h2><table><tr><td>Treasurer</td><td>I have seen this and it can be paid for. Yes</td></tr></table>", "x.html").Declarations);

    [Fact]
    public void Office_WithTheHoldersOwnRole_GivesThatRole() =>
        Assert.Equal(new DecisionMaker("Ann Lee", "Mayor of Ash"), Support.Documents.Decision("Decision record\n\nReference: AB 12\nMayor: Ann Lee, Mayor of Ash\n\n1. Background\n\nIt is dark.\n\n2. Recommendation\n\nBuy lamps.\n").DecisionMaker);

    [Fact]
    public void Title_AfterDecisionAtTheHead_IsNoRecommendation()
    {
        var decision = Support.Documents.Decision("Decision notice\n\nNotice number: AB/12\nDecision: New lamps for the pier\n\nSummary\n\nThe old ones broke.\n\nDecision and recommendations\n\n * Buy lamps.\n * Light them.\n\n1. Background\n\nIt is dark.\n");

        Assert.Equal("New lamps for the pier", decision.Title);
        Assert.Equal(["Buy lamps.", "Light them."], decision.Recommendations.Select(item => item.Text));
    }

    private static Decision Read(string form) => Support.Documents.Decision(Head + form);
}
