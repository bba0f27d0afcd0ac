using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Decisions that are forms, tables, pages of labels or letters and not reports under headings.</summary>
public sealed class FormDecisionTests
{
    private const string Implications =
        "<tr><td>Financial implications</td><td>The lamps are in the budget.</td></tr><tr><td>Legal implications</td><td>None arise.</td></tr>"
        + "<tr><td>Equality implications</td><td>None arise.</td></tr><tr><td>Data protection implications</td><td>N/A</td></tr>";

    [Fact]
    public void Read_HeadingBesideItsText_IsASection()
    {
        var decision = Page("<table><tr><td>Title</td><td>Lamps</td></tr><tr><td>Summary</td><td>Lamps are old.</td></tr><tr><td>Recommendation</td><td>That lamps be bought.</td></tr>" + Implications + "</table>");

        Assert.Equal("Lamps are old.", decision.ExecutiveSummary);
        Assert.Equal("That lamps be bought.", Assert.Single(decision.Recommendations).Text);
        Assert.Equal([Topic.Financial, Topic.Legal, Topic.Equality, Topic.DataProtection], decision.Sections.Select(section => section.Topic));
        Assert.Equal("N/A", Assert.Single(decision.Sections[3].Paragraphs).Text);
    }

    [Theory]
    [InlineData("<li>buy lamps</li><li>light them</li>")]
    [InlineData("<li><p>buy lamps</p></li><li><p>light them</p></li>")]
    public void Read_ListInACell_IsReadWithItsNumbers(string items)
    {
        var decision = Page("<table><tr><td>Recommendation</td><td><p>The Mayor is asked to:</p><ol type=\"a\">" + items + "</ol></td></tr>" + Implications + "</table>");

        Assert.Equal([("a", "buy lamps"), ("b", "light them")], decision.Recommendations.Select(item => (item.Number!, item.Text)));
    }

    [Fact]
    public void Read_RowsThatAreNumbered_AreReadByTheirSecondCell()
    {
        var decision = Page("<table><tr><td>1.</td><td>Subject</td><td>Lamps</td></tr><tr><td>2.</td><td>Decision</td><td>To buy lamps.</td></tr><tr><td>3.</td><td>Background</td><td>They were all broken.</td></tr><tr><td>4.</td><td>Financial implications</td><td>None at all.</td></tr></table>");

        Assert.Equal("Lamps", decision.Title);
        Assert.Equal("To buy lamps.", Assert.Single(decision.Recommendations).Text);
        Assert.Equal(2, decision.Sections.Count);
    }

    [Fact]
    public void Read_HeadingsThatAreRowsOfTheirOwn_AreHeadings()
    {
        var decision = Page("<table><tr><th colspan=\"2\">Decision taken</th></tr><tr><td colspan=\"2\"><p>To buy lamps.</p></td></tr><tr><th colspan=\"2\">Background</th></tr><tr><td colspan=\"2\"><p>They broke.</p><p>All of them did.</p></td></tr><tr><td>Decision maker</td><td>Ann Lee, Mayor</td></tr></table>");

        Assert.Equal("To buy lamps.", Assert.Single(decision.Recommendations).Text);
        Assert.Equal(["They broke.", "All of them did."], Assert.Single(decision.Sections).Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Read_ChecklistOfOfficers_IsNoSection()
    {
        var decision = Page("<table><tr><td>Recommendation</td><td>That lamps be bought.</td></tr>" + Implications + "</table><p><b>Officer declaration</b></p><table><tr><td>Legal advice</td><td>Yes</td></tr><tr><td>Financial advice</td><td></td></tr></table>");

        Assert.Equal(4, decision.Sections.Count);
        Assert.Equal([true, null], decision.Declarations.Select(declaration => declaration.Given));
    }

    [Fact]
    public void Read_TableOfCostsInASection_IsNoForm()
    {
        var decision = Page("<h2>Recommendation</h2><p>That lamps be bought.</p><h2>Financial comments</h2><p>The cost is:</p><table><tr><td>Delivery</td><td>By a firm that we know well</td></tr><tr><td>Procurement</td><td>From a list that we keep here</td></tr></table><h2>Legal comments</h2><p>None.</p>");

        Assert.Equal(["Financial comments", "Legal comments"], decision.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Read_LabelsWithoutColons_AreRead()
    {
        var decision = Page("<p>Ref. EX.19.4</p><p>Decision maker Councillor Jo Lamb, Member for Parks</p><p>Decision date Tuesday 4 June 2019</p><h2>Recommendations</h2><p>That lamps be bought.</p><h2>Legal comments</h2><p>None.</p>");

        Assert.Equal(new DecisionMaker("Councillor Jo Lamb", "Member for Parks"), decision.DecisionMaker);
        Assert.Equal(new DateOnly(2019, 6, 4), decision.DateSigned);
        Assert.Equal("EX.19.4", decision.Reference);
    }

    [Fact]
    public void Read_LetterOfDecision_NamesWhoDecidedAndWhen()
    {
        var decision = Support.Documents.Decision("14 June 2021\n\nOur reference: MD/2021/07\n\nNOTICE OF A DECISION BY THE MAYOR\n\nLamps for the quay\n\nI, Ann Lee, Mayor of Ash, have today decided:\n\n(a) to buy lamps; and\n(b) to light them.\n\nBackground\n\nThe quay is dark.\n\nLegal powers\n\nNone are needed.\n");

        Assert.Equal(new DecisionMaker("Ann Lee", "Mayor of Ash"), decision.DecisionMaker);
        Assert.Equal(new DateOnly(2021, 6, 14), decision.DateSigned);
        Assert.Equal("Lamps for the quay", decision.Title);
        Assert.Equal(2, decision.Recommendations.Count);
    }

    [Fact]
    public void Read_SignatureWithoutLabels_IsTheApproval()
    {
        var decision = Support.Documents.Decision("Decision record\n\nNumber: 17/2020\n\nSubject: Two horses\n\nRecommended: that the horses be sold.\n\nBackground:\nThey are old.\n\nLegal implications:\nThere are none.\n\nAPPROVED\n\nRowan Ellery\nPolice and Crime Commissioner\n6 October 2020\n");

        Assert.Equal(new DecisionMaker("Rowan Ellery", "Police and Crime Commissioner"), decision.DecisionMaker);
        Assert.Equal(new DateOnly(2020, 10, 6), decision.DateSigned);
        Assert.Equal("There are none.", Assert.Single(decision.Sections[^1].Paragraphs).Text);
    }

    [Fact]
    public void Read_NameOfTheDocumentThatCouldHeadARequest_IsNone()
    {
        var decision = Support.Documents.Decision("RECORD OF DECISION\n\nLamps for the quay\nDecision by: Ann Lee, Mayor\n\nRecommendation\n\n1. Buy lamps.\n\n1 Background\n\n1.1 It is dark.\n");

        Assert.Equal("Lamps for the quay", decision.Title);
        Assert.Equal("Buy lamps.", Assert.Single(decision.Recommendations).Text);
    }

    [Fact]
    public void Read_HeadingsAsQuestions_AreSections()
    {
        var decision = Page("<p><b>Recommendation</b></p><p>That lamps be bought.</p><p><b>Background</b></p><p>It is dark.</p><p><b>What are the financial implications?</b></p><p>None.</p><p><b>Are there any equality implications?</b></p><p>None.</p>");

        Assert.Equal([Topic.Background, Topic.Financial, Topic.Equality], decision.Sections.Select(section => section.Topic));
    }

    [Fact]
    public void Read_LabelAmongTheSections_IsNoParagraph()
    {
        var decision = Page("<h3>Decision:</h3><p>That lamps be bought.</p><h3>Reasons for the decision:</h3><p>It is dark.</p><p>Report author: Ian Moss</p><p>Date of decision: 03/03/2021</p>");

        Assert.Equal("It is dark.", Assert.Single(Assert.Single(decision.Sections).Paragraphs).Text);
        Assert.Equal(new DateOnly(2021, 3, 3), decision.DateSigned);
    }

    [Fact]
    public void Read_LabelTooLongForItsColumn_IsOneLabel()
    {
        var decision = Support.Documents.Decision("Decision record\n\nTitle:                 Lamps\n\nRecommendation:        That lamps be bought.\n\nBackground:            It is dark.\n\nFinancial\nimplications:          They are in the budget.\n\nLegal implications:    None arise.\n");

        Assert.Equal(["Background:", "Financial implications:", "Legal implications:"], decision.Sections.Select(section => section.Heading + ":"));
    }

    [Fact]
    public void Read_ReferenceThatBeginsWithAYear_IsNotRelatedToItself() =>
        Assert.Empty(Support.Documents.Decision("Decision number: 2025-D-088\n\nTitle: Lamps\n\nRecommendation\n\nThat lamps be bought.\n\nLegal comments\n\nDecision 2025-D-088 stands.\n").RelatedDecisions);

    [Fact]
    public void Read_FootAfterARule_IsNoPartOfTheLastItem() =>
        Assert.Equal("Light them.", Support.Documents.Decision("Decision record\n\nTitle: Lamps\n\nBackground\n\nIt is dark.\n\nRecommendations\n\n(a) Buy lamps.\n(b) Light them.\n----------------\nAsh Council, Quay House.\n").Recommendations[^1].Text);

    [Fact]
    public void Read_ItemsWithCapitalLetters_AreAList() =>
        Assert.Equal(["A", "B"], Support.Documents.Decision("Decision record\n\nTitle: Lamps\n\nRecommendations\n\nA. To buy lamps for the quay.\nB. To light them in the winter.\n\nBackground\n\nIt is dark.\n").Recommendations.Select(item => item.Number));

    [Fact]
    public void Read_HeadingsBeforeTheirText_AreSections()
    {
        var decision = Page("<p>Title: Lamps</p><p>Summary: It is dark.</p><p>Recommendation: That lamps be bought.</p><p>Background: They broke.</p><p>Legal implications: None.</p><p>Approval: Ann Lee, Mayor of Ash, 2 March 2023</p>");

        Assert.Equal("That lamps be bought.", Assert.Single(decision.Recommendations).Text);
        Assert.Equal(["Background", "Legal implications"], decision.Sections.Select(section => section.Heading));
        Assert.Equal(new DecisionMaker("Ann Lee", "Mayor of Ash"), decision.DecisionMaker);
        Assert.Equal(new DateOnly(2023, 3, 2), decision.DateSigned);
    }

    [Fact]
    public void Read_DottedLines_HoldWhatWasWrittenOnThem()
    {
        var decision = Support.Documents.Decision("Decision report\n\nTitle: Lamps\n\n1. RECOMMENDATIONS\n\n(1) Buy lamps.\n\n2. LEGAL IMPLICATIONS\n\nNone.\n\nDECISION\n\nI agree the recommendations above.\n\nSigned ...Ann Lee.........   Date ...24/01/2023....\n       Director of Place\n");

        Assert.Equal("Ann Lee", decision.DecisionMaker.Name);
        Assert.Equal(new DateOnly(2023, 1, 24), decision.DateSigned);
    }

    [Fact]
    public void Read_DeclarationOfTheDecisionMaker_IsTheApproval()
    {
        var decision = Page("<h2>1. Recommendation</h2><p>1.1 That lamps be bought.</p><h2>2. Background</h2><p>2.1 It is dark.</p><h2>3. Declaration</h2><p>3.1 I confirm that I have considered whether I have any interest in this.</p><table><tr><td>Signed</td><td>Ann Lee</td><td>Date</td><td>5/8/21</td></tr></table>");

        Assert.Empty(decision.Declarations);
        Assert.Equal("Ann Lee", decision.DecisionMaker.Name);
    }

    private static Decision Page(string body) => Support.Documents.Decision("<html><body><h1>Decision record</h1>" + body + "</body></html>", "x.html");
}
