using Goldthread.Core.Decisions;

namespace Goldthread.Reading.Tests.Fields;

/// <summary>Decisions in the words and layouts of one body or another; all bodies and people are invented.</summary>
public sealed class DecisionWordsTests
{
    private const string Sections = "1. Background\n\n1.1 The pier leaks.\n\n2. Financial implications\n\n2.1 It costs £9,000 in 2024/25.\n\n3. Legal implications\n\n3.1 None.\n";

    [Theory]
    [InlineData("When: 6 August 2025")]
    [InlineData("Date taken: 6 August 2025")]
    [InlineData("Decision signed: 6 August 2025")]
    [InlineData("Determined on: Wednesday 6 August 2025")]
    [InlineData("When it was decided: 06/08/2025")]
    [InlineData("Date on which the decision was made: 6th August 2025")]
    public void Read_DayUnderAnotherName_IsTheDateSigned(string line) =>
        Assert.Equal(new DateOnly(2025, 8, 6), Read($"Ferry Council\nDecision record\n\nReference: FC 12\nTitle: A new pier\n{line}\n\nRecommendations\n\n1. That it be built.\n\n{Sections}").DateSigned);

    [Theory]
    [InlineData("Who decided: Ann Lee, Director of Place", "Ann Lee", "Director of Place")]
    [InlineData("Taken by: Ann Lee, Clerk and Chief Executive", "Ann Lee", "Clerk and Chief Executive")]
    [InlineData("Officer: Assistant Director Ann Lee", "Ann Lee", "Assistant Director")]
    [InlineData("Submitted to: Ann Lee, Police and Crime Commissioner for Ferry", "Ann Lee", "Police and Crime Commissioner for Ferry")]
    [InlineData("Cabinet Member: Councillor Ann Lee\nPortfolio: Cabinet Member for Piers", "Councillor Ann Lee", "Cabinet Member for Piers")]
    [InlineData("Cabinet Member: Councillor Ann Lee\nPortfolio: Piers", "Councillor Ann Lee", null)]
    [InlineData("Officer: Harbour Office", null, null)]
    public void Read_DecisionMakerUnderAnotherName_IsFound(string lines, string? name, string? role) =>
        Assert.Equal(new DecisionMaker(name, role), Read($"Ferry Council\nDecision record\n\nReference: FC 12\nTitle: A new pier\n{lines}\nDate of decision: 6 August 2025\n\nRecommendations\n\n1. That it be built.\n\n{Sections}").DecisionMaker);

    [Theory]
    [InlineData("Record of Decision: A New Pier\n\nRecord no.: FC 2024-19\n", "A New Pier")]
    [InlineData("Officer Key Decision: A new pier\n\nKey decision no.: FC 2024-19\n", "A new pier")]
    [InlineData("What was decided: A new pier\nOur reference: FC-2024-19\n", "A new pier")]
    [InlineData("Topic: A new pier\nSheet number: FC-2024-19\n", "A new pier")]
    public void Read_TitleUnderAnotherName_IsFound(string head, string title)
    {
        var decision = Read($"{head}\nDate of decision: 6 August 2025\n\nExecutive summary\n\nThe pier leaks.\n\nRecommendations\n\n1. That it be built.\n\n{Sections}");

        Assert.Equal(title, decision.Title);
        Assert.Equal(["1"], decision.Recommendations.Select(one => one.Number));
        Assert.Contains("2024-19", decision.Reference);
    }

    [Fact]
    public void Read_NumbersInBracketsOnHeadings_HeadSectionsWhateverTheirNames()
    {
        var decision = Read("Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendations\n\nA. That it be built.\n\n1) Background\n-------------\n\n1.1  The pier leaks.\n\n2) Other piers looked at\n------------------------\n\n2.1  None.\n\n3) Legal position\n-----------------\n\n3.1  None.\n\n4) Papers relied upon\n---------------------\n\n4.1  Survey.\n");

        Assert.Equal(["1", "2", "3", "4"], decision.Sections.Select(section => section.Number));
        Assert.Equal([Topic.Background, Topic.Issues, Topic.Legal, Topic.SupportingPapers], decision.Sections.Select(section => section.Topic is Topic.Other ? Topic.Issues : section.Topic));
    }

    [Theory]
    [InlineData("Treasurer consulted: Yes\nMonitoring Officer consulted: No", "Treasurer", "Monitoring Officer")]
    [InlineData("Chief Finance Officer      /\nMonitoring Officer         No", "Chief Finance Officer", "Monitoring Officer")]
    public void Read_OfficersConsultedWithoutAHeading_AreDeclarations(string lines, string first, string second)
    {
        var decision = Read($"Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendation\n\nThat a pier be built.\n\n{Sections}\n{lines}\n");

        Assert.Equal([new(first, true), new(second, false)], decision.Declarations);
        Assert.Equal(["3.1"], decision.Sections[^1].Paragraphs.Select(paragraph => paragraph.Number));
    }

    [Theory]
    [InlineData("None.")]
    [InlineData("Not applicable")]
    [InlineData("The Commissioner is recommended to approve:")]
    public void Read_NothingUnderRecommendations_IsNoRecommendation(string words) =>
        Assert.Empty(Read($"Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendations\n\n{words}\n\n{Sections}").Recommendations);

    [Theory]
    [InlineData("<h2>Purpose of this decision</h2>", "<h2>The Mayor is recommended to agree</h2>")]
    [InlineData("<h2>What this decision does</h2>", "<h2>What the Mayor is asked to agree</h2>")]
    [InlineData("<h2>Piers in short</h2>", "<h2>Recommendations</h2>")]
    public void Read_ParagraphBeforeWhatIsAsked_IsTheSummary(string summary, string asked)
    {
        var decision = Support.Documents.Decision($"<h1>A new pier</h1><p>Decision reference: FC 12</p><p>Date signed: 6 August 2025</p>{summary}<p>To build a pier at Ferry, which has had none for years.</p>{asked}<ol><li>That it be built.</li></ol><h2>1. Background</h2><p>1.1 It leaks.</p><h2>2. Financial implications</h2><p>2.1 It costs nothing.</p>", "a.html");

        Assert.Equal("To build a pier at Ferry, which has had none for years.", decision.ExecutiveSummary);
        Assert.Equal(["That it be built."], decision.Recommendations.Select(one => one.Text));
        Assert.Equal(["Background", "Financial implications"], decision.Sections.Select(section => section.Heading));
    }

    [Theory]
    [InlineData("Title             : A new pier\nDecision maker    : Head of Piers - Ann Lee\nExempt?           : No\n", "A new pier", "Ann Lee")]
    [InlineData("Title : A new pier\nDecision maker : Ann Lee, Head of Piers\nExempt? : No\n", "A new pier", "Ann Lee")]
    public void Read_ColonsInAColumnOfTheirOwn_BelongToTheLabels(string head, string title, string name)
    {
        var decision = Read($"DELEGATED OFFICER DECISION\n\nDecision ref      : FC 12\n{head}\nDecision\n\nThat a pier be built.\n\n{Sections}");

        Assert.Equal((title, name, "Head of Piers", false), (decision.Title, decision.DecisionMaker.Name, decision.DecisionMaker.Role, decision.Publication.Part2));
    }

    [Fact]
    public void Read_DayBehindTheAnswer_LeavesTheAnswer() =>
        Assert.Equal([new("Treasurer", true), new("Monitoring Officer", false)], Read($"Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendation\n\nThat a pier be built.\n\n{Sections}\nADVICE TAKEN\nTreasurer              Yes    3 July 2023\nMonitoring Officer     No     4 July 2023\n").Declarations);

    [Fact]
    public void Read_RowThatIsOnlyDrawn_IsNobody() =>
        Assert.Equal(["Treasurer"], Read($"Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendation\n\nThat a pier be built.\n\n{Sections}\nConsultees\n\n| Officer | Agreed |\n|:---- | x | Yes |\n| Treasurer | Yes |\n").Declarations.Select(one => one.Role));

    [Fact]
    public void Read_QuestionAsAHeading_IsAnsweredByTheLineBelow() =>
        Assert.False(Support.Documents.Decision("<h1>A new pier</h1><p>Decision reference: FC 12</p><p>Date signed: 6 August 2025</p><h2>Recommendations</h2><p>That it be built.</p><h2>Legal implications</h2><p>None.</p><h2>Is the decision exempt from publication?</h2><p>No</p>", "a.html").Publication.Part2);

    [Theory]
    [InlineData("Recommendation 1: That it be built.\nRecommendation 2: That it be painted.")]
    [InlineData("Recommendation 1 – That it be built.\n\nRecommendation 2 – That it be painted.")]
    public void Read_NumberBehindAWord_IsTheRecommendationsNumber(string lines) =>
        Assert.Equal([new("1", "That it be built."), new("2", "That it be painted.")], Read($"Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendations\n\n{lines}\n\n{Sections}").Recommendations);

    [Theory]
    [InlineData("<h2>Consultees</h2><p>Treasurer</p><p>Yes</p><p>Monitoring Officer</p><p>No</p>")]
    [InlineData("<h2>Declarations</h2><p><b>Treasurer</b></p><p>Consulted: Yes</p><p><b>Monitoring Officer</b></p><p>Consulted: No</p>")]
    public void Read_AnswerOnTheLineBelow_IsTheOfficers(string form) =>
        Assert.Equal([new("Treasurer", true), new("Monitoring Officer", false)], Support.Documents.Decision($"<h1>A new pier</h1><p>Decision reference: FC 12</p><p>Date signed: 6 August 2025</p><h2>Recommendations</h2><p>That it be built.</p><h2>Background</h2><p>It leaks.</p><h2>Legal implications</h2><p>None.</p>{form}", "a.html").Declarations);

    [Fact]
    public void Read_FirstHeadingJustUnderADivider_HeadsItsSection()
    {
        var decision = Read("Decision notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendations\n\n1. That a pier be built.\n\n2. That it be painted.\n\nReport\n1 Background\n\n1.1 The pier leaks.\n\n2 Finance\n2.1 It costs nothing.\n");

        Assert.Equal([("1", "Background"), ("2", "Finance")], decision.Sections.Select(section => (section.Number!, section.Heading)));
    }

    [Fact]
    public void Read_BackgroundBeforeWhatIsAskedInAReportWithoutNumbers_StaysASection()
    {
        var decision = Support.Documents.Decision("<h1>A new pier</h1><p>Decision reference: FC 12</p><p>Date signed: 6 August 2025</p><h2>Executive summary</h2><p>A pier.</p><h2>Background</h2><p>The old pier at Ferry has leaked for years and nobody mends it.</p><h2>Recommendations</h2><ol><li>That it be built.</li></ol><h2>Financial implications</h2><p>It costs nothing.</p><h2>Legal implications</h2><p>None.</p>", "a.html");

        Assert.Equal(["Background", "Financial implications", "Legal implications"], decision.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Read_LabelsThatANarrowColumnLeftOnlyASpace_HaveTheirValues()
    {
        var decision = Read(" Form number            FC/2024/063\n Subject of decision Adoption of a new pier\n Decision maker         Ann Lee, Commissioner for Ferry\n Approved on            8 November 2024\n\nRecommendation\n\nThat a pier be built.\n\n" + Sections);

        Assert.Equal(("FC/2024/063", "Adoption of a new pier", new DateOnly(2024, 11, 8)), (decision.Reference, decision.Title, decision.DateSigned));
    }

    [Fact]
    public void Read_FiguresThatAScanPutForLetters_DoNotHideHeadings()
    {
        var decision = Read("Dec1sion notice\n\nReference: FC 12\nDate signed: 6 August 2025\n\nRecommendati0n\n\nThat a pier be built.\n\n1. Background\n\n1.1 It leaks.\n\n2. Financia1 implications\n\n2.1 None.\n");

        Assert.Equal(["That a pier be built."], decision.Recommendations.Select(one => one.Text));
        Assert.Equal([Topic.Background, Topic.Financial], decision.Sections.Select(section => section.Topic));
    }

    [Fact]
    public void Read_ReferenceOfSeveralWords_IsNoRelatedDecision()
    {
        var decision = Read($"Ferry Council\n\nKey decision no.: KD 2024 115\nTitle: A pier\nDate signed: 6 August 2025\n\nRecommendation\n\nThat key decision KD 2024 115 replaces decision KD 2023 7.\n\n{Sections}");

        Assert.Equal("KD 2024 115", decision.Reference);
        Assert.Equal(["KD 2023 7"], decision.RelatedDecisions.Select(one => one.ToString()));
    }

    private static Decision Read(string text) => Support.Documents.Decision(text);
}
