using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class DecisionChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    [Fact]
    public void Run_ValidDecision_FindsNothing() => Assert.Empty(Valid.Check());

    [Fact]
    public void DateSigned_Missing_IsGT1001() =>
        Assert.Equal(["/dateSigned"], (Valid with { DateSigned = null }).Places("GT1001"));

    [Fact]
    public void Recommendations_None_IsGT1002() =>
        Assert.Equal(["/recommendations"], (Valid with { Recommendations = [] }).Places("GT1002"));

    [Theory]
    [InlineData("i,iii,v", "1,2")]
    [InlineData("1,2,4", "2")]
    [InlineData("1,2,2,3", "2")]
    [InlineData("a,b,d", "2")]
    [InlineData("2.1,2.2,2.4", "2")]
    [InlineData("R1,R2,R4", "2")]
    [InlineData("Recommendation 1,Recommendation 3", "1")]
    [InlineData("1,3,2,4", "1,2")]
    [InlineData("i,ii,iii,iv,v,vi", "")]
    [InlineData("a,b,c,d,e,f,g,h,i,j", "")]
    [InlineData("2.1,2.2", "")]
    [InlineData("3,4,5", "")]
    [InlineData("1,1.1,1.2,2", "")]
    public void Recommendations_Numbered_SkipsAndRepeatsAreGT1003(string numbers, string places)
    {
        var expected = places.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(place => $"/recommendations/{place}/number");
        Assert.Equal(expected, Valid.WithNumbers(numbers.Split(',')).Places("GT1003"));
    }

    [Theory]
    [InlineData("1.1,1.2,1.4", "2")]
    [InlineData("1.1,1.2,1.2", "2")]
    [InlineData("1.1.1,1.1.2,1.3", "2")]
    [InlineData("1.2,1.3", "0")]
    [InlineData("1.1,1.2,1.2.1,1.2.3,1.3", "3")]
    [InlineData("1.1,1.4,1.4.1", "1")]
    [InlineData("1.1,1.2,1.10", "2")]
    [InlineData("1.1,1.2,1.2.1,1.2.2,1.3", "")]
    [InlineData("1.0,1.1,1.2", "")]
    [InlineData("1.1,,1.2,,,1.3", "")]
    [InlineData("1.1,a,b,c,1.2,a,b", "")]
    [InlineData("1.1,a,b,d", "3")]
    [InlineData("1.1,i,ii,iv,1.2", "3")]
    [InlineData("1.1,a,b,,a,b", "")]
    [InlineData("7,8,9", "")]
    [InlineData("7,8,10", "2")]
    [InlineData("1.1.1,1.1.2,1.2.1,1.2.2", "")]
    public void Paragraphs_Numbered_SkipsAndRepeatsAreGT1003(string numbers, string places)
    {
        var paragraphs = numbers.Split(',').Select(number => (number.Length == 0 ? null : number, "Something is said.")).ToArray();
        var expected = places.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(place => $"/sections/0/paragraphs/{place}/number");
        Assert.Equal(expected, Valid.WithParagraphs(0, paragraphs).Places("GT1003"));
    }

    [Theory]
    [InlineData("2   Recommendations\n\n(a) Approve it.", 0)]
    [InlineData("2. What the Mayor is asked to approve", 0)]
    [InlineData("2. Approve the decision, which was asked for in May.", 1)]
    [InlineData("4. Recommendations", 1)]
    public void Sections_NumberOfAHeadingThatIsNone_IsNotMissing(string line, int found) =>
        Assert.Equal(found, Valid.WithoutSections(1).Check($"1. Introduction\n\n{line}\n\n3. Legal comments").Count(finding => finding.Code == "GT1003"));

    [Fact]
    public void Sections_OneMissing_IsGT1003()
    {
        var decision = Valid.WithoutSections(2);
        Assert.Equal(["/sections/2/number"], decision.Places("GT1003"));
    }

    [Fact]
    public void Sections_NumberTakenByTheRecommendations_IsNone() =>
        Assert.Empty(Valid.WithoutSections(2).WithNumbers("3.1", "3.2").Places("GT1003"));

    [Fact]
    public void Topics_TwoMissing_AreNamedInOneGT1004()
    {
        var found = Assert.Single(Valid.WithoutSections(2, 3).Check("GT1004", null));
        Assert.Contains("legal comments, data protection comments", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Financial and legal implications")]
    [InlineData("Statutory powers")]
    [InlineData("LEGAL")]
    public void Topics_NamedByAnotherHeading_AreThere(string heading) =>
        Assert.Empty(Valid.WithSection(2, TestDecision.Section("3", heading, Topic.Other, ("3.1", "Nothing arises."))).Places("GT1004"));

    [Fact]
    public void Topics_AsLabelInsideASection_AreThere() =>
        Assert.Empty(Valid.WithSection(2, TestDecision.Section("3", "Implications", Topic.Other, ("3.1", "Legal implications: none arise."))).Places("GT1004"));

    [Fact]
    public void Paragraphs_OfASectionWithoutHeading_AreGT1005()
    {
        var decision = Valid.WithParagraphs(1, ("2.1", "The £600,000 is for 2019/20."), ("3.1", "A power."), ("3.2", "Another."));
        Assert.Equal(["/sections/1/paragraphs/1/number", "/sections/1/paragraphs/2/number"], decision.Places("GT1005"));
        Assert.Empty(decision.Places("GT1003"));
    }

    [Theory]
    [InlineData("IV", "4.1")]
    [InlineData("4.0", "4.1")]
    [InlineData("4", "a")]
    [InlineData("4", "17")]
    [InlineData(null, "4.1")]
    public void Paragraphs_BelongingHoweverWritten_AreNone(string? section, string paragraph) =>
        Assert.Empty(Valid.WithSection(3, TestDecision.Section(section, "Data protection", Topic.DataProtection, (paragraph, "None."))).Places("GT1005"));

    [Theory]
    [InlineData("Approve the strategy (Appendix 5).", "Appendix 5")]
    [InlineData("As Annex C shows, need has grown.", "Annex C")]
    [InlineData("See paragraph 3.7 for the reasons.", "paragraph 3.7")]
    [InlineData("The risks are in section 9 of this report.", "section 9")]
    [InlineData("Success is measured by the performance framework below.", "performance framework below")]
    [InlineData("Success will be measured by the below performance framework.", "the below performance framework")]
    [InlineData("The costs are in the table below.", "table below")]
    [InlineData("Progress is judged against the framework that is set out below.", "framework that is set out below")]
    [InlineData("As described in paragraph 2.8, the delivery plan has three phases.", "paragraph 2.8")]
    [InlineData("The objectives of the work are as follows:", "as follows:")]
    [InlineData("The risks are low (see section 9).", "section 9")]
    [InlineData("The sum is that of recommendation 4 above.", "recommendation 4")]
    [InlineData("The reasons are those at 3.9 above.", "3.9")]
    public void References_ToWhatIsNotThere_AreGT1006(string text, string quote)
    {
        var found = Assert.Single(Valid.WithText(0, text).Check("GT1006", null));
        Assert.Contains(quote, found.Quote, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Paragraph 4.13 of the Scheme applies.")]
    [InlineData("Under the scheme, approval is reserved (paragraph 9.9).")]
    [InlineData("Schedule 3, paragraph 7 of the 2011 Act applies.")]
    [InlineData("Appendix 2 to the strategy has the figures.")]
    [InlineData("See paragraph 3.1 above.")]
    [InlineData("Section 143 of the 2014 Act gives the power.")]
    [InlineData("Services fell below the table of last year.")]
    [InlineData("The Police and Crime Plan (paragraph 3.2) promises advocates.")]
    [InlineData("Paragraph 7.7 of the delivery agreement holds the terms.")]
    [InlineData("Officers must follow the Financial Regulations, paragraph 8.4.")]
    [InlineData("The costs are in the table below. Advocates £200,000 Training £400,000 Total £600,000 a sum that is within budget")]
    public void References_ToOtherDocumentsOrToWhatIsThere_AreNone(string text) =>
        Assert.Empty(Valid.WithText(0, text).Places("GT1006"));

    [Theory]
    [InlineData("Appoint a keeper on the terms of paragraph B4.", 1)]
    [InlineData("Appoint a keeper on the terms of paragraph B1.", 0)]
    public void References_ToLetteredParagraphs_AreHeldAgainstThem(string ask, int count)
    {
        var lettered = Valid.WithSection(1, TestDecision.Section("B", "Financial comments", Topic.Financial, ("B1", "The £600,000 comes from the budget of 2019/20.")));
        Assert.Equal(count, (lettered with { Recommendations = [.. lettered.Recommendations, new("3", ask)] }).Places("GT1006").Count);
    }

    [Fact]
    public void References_ToAListedAppendix_AreNone()
    {
        var papers = TestDecision.Section("6", "Background papers", Topic.SupportingPapers, (null, "Appendix A - Key commitments"));
        var decision = Valid.WithText(0, "Appendix A has the commitments, Appendix B the costs.");
        var found = Assert.Single((decision with { Sections = [.. decision.Sections, papers] }).Check("GT1006", null));
        Assert.Equal("Appendix B", found.Quote);
    }

    [Theory]
    [InlineData("Appendices 1 and 2 have the figures.", "Appendices 1 to 3", 0)]
    [InlineData("Appendices 2 and 4 have the figures.", "Appendices 1 to 3", 1)]
    [InlineData("Annexes A, B and D have the figures.", "Annexes A–C", 1)]
    [InlineData("Appendices 1 and 2 of the strategy have the figures.", "None.", 0)]
    [InlineData("Tables 1 and 2 have the figures.", "None.", 1)]
    public void References_ToSeveralAppendices_AreHeldAgainstEachOfThem(string text, string list, int count)
    {
        var papers = TestDecision.Section("6", "Background papers", Topic.SupportingPapers, (null, list));
        var decision = Valid.WithText(0, text);
        Assert.Equal(count, (decision with { Sections = [.. decision.Sections, papers] }).Check().Count(finding => finding.Code == "GT1006" && finding.Message.Contains("referred to", StringComparison.Ordinal)));
    }

    [Fact]
    public void References_ToWhatFollowsInTheDocumentAlone_AreNone()
    {
        const string Text = "How the samples are spread is shown in the table below.";
        Assert.Empty(Valid.WithText(0, Text).Places("GT1006", $"1.1 {Text}\n\nNorth   120\nSouth   300\n\n2. Financial comments\n"));
        Assert.Single(Valid.WithText(0, Text).Places("GT1006", $"1.1 {Text}\n\n2. Financial comments\n"));
    }

    [Fact]
    public void References_ToAnAppendixThatStandsAtTheEnd_AreNone() =>
        Assert.Empty(Valid.WithText(0, "Appendix B has the costs.").Places("GT1006", "Appendix B has the costs.\n\nAPPENDIX B - Costs\n"));

    [Fact]
    public void References_ToATableThatFollows_AreNone() =>
        Assert.Empty(Valid.WithParagraphs(0, ("1.1", "The costs are in the table below."), (null, "Advocates £600,000")).Places("GT1006"));

    [Theory]
    [InlineData("Violence Against Women and Girls Strategy 2018-21", "To approve and issue the VAWG Strategy 2017-2021.")]
    [InlineData("Serious Violence Strategy 2020-24", "Approve the Serious Violence Strategy 2020-2025.")]
    [InlineData("Annual Report 2020", "Approve the Annual Report 2021 for publication.")]
    [InlineData("Victims' Services Plan (2019 to 2022)", "Publish the Victims' Services Plan for 2019-23.")]
    public void Years_OfTheSameThingDiffering_AreGT1007(string title, string recommendation) =>
        Assert.Equal(["/recommendations/0/text"], (Valid with { Title = title }).WithRecommendations(recommendation).Places("GT1007"));

    [Theory]
    [InlineData("Violence Against Women and Girls Strategy 2018-21", "Approve the VAWG Strategy 2018-2021.")]
    [InlineData("Police and Crime Plan 2021-25", "Note the end of the Police and Crime Plan 2017-21 and approve the new one.")]
    [InlineData("Violence Reduction Strategy 2018-21", "Approve the Integrated Victims Resource Plan 2017-2020.")]
    [InlineData("Domestic Abuse Strategy 2018-21", "Approve the Modern Slavery Strategy 2017-2020.")]
    public void Years_OfOtherThings_AreNone(string title, string recommendation) =>
        Assert.Empty((Valid with { Title = title }).WithRecommendations(recommendation).Places("GT1007"));

    [Fact]
    public void Sums_OfSummaryAndRecommendationDiffering_AreGT1007()
    {
        var decision = Valid with { ExecutiveSummary = "The Deputy Mayor is asked to approve £650,000 for advocates." };
        Assert.Equal(["/recommendations/0/text"], decision.Places("GT1007"));
    }

    [Fact]
    public void Sums_OfTitleAndRecommendationDiffering_AreGT1007() =>
        Assert.Equal(["/recommendations/0/text"], (Valid with { Title = "Advocates: £650,000", ExecutiveSummary = null }).Places("GT1007"));

    [Fact]
    public void Dates_SignedTwiceAndDiffering_AreGT1007()
    {
        Assert.Single(Valid.Places("GT1007", "Date signed: 8 March 2019\n\nApproval\n\nDate signed: 9 March 2019\n"));
        Assert.Empty(Valid.Places("GT1007", "Date signed: 8 March 2019\n\nChief Executive\n\nDate signed: 1 March 2019\n"));
    }

    [Theory]
    [InlineData("Approval is sought for £200,000 a year.")]
    [InlineData("Approval is sought for a boathouse of £650,000, shared with the harbour.")]
    public void Sums_OfSummaryAYearlyShareOrShared_AreNone(string summary) =>
        Assert.Empty((Valid with { ExecutiveSummary = summary }).Places("GT1007"));

    [Fact]
    public void Years_OfOneSumDiffering_AreGT1007()
    {
        Assert.Single(Valid.WithText(1, "The £600,000 comes from the victims budget of 2020/21.").Places("GT1007"));
        Assert.Empty(Valid.WithText(1, "The £600,000 was awarded in 2018/19 and is carried forward.").Places("GT1007"));
    }

    [Theory]
    [InlineData("The advocacy contract ends on 31 March 2022.", "The advocacy contract will run until 31 March 2023.", 1)]
    [InlineData("The advocacy contract ends on 31 March 2022.", "The advocacy contract runs from 1 April 2019.", 0)]
    [InlineData("The advocacy contract ends on 31 March 2022.", "The housing contract ends on 31 March 2023.", 0)]
    [InlineData("The advocacy contract ends in March 2022.", "The advocacy contract expires on 31 March 2022.", 0)]
    public void Dates_OfAnEventInTwoPlaces_AreGT1007WhereTheyDiffer(string first, string second, int found) =>
        Assert.Equal(found, Valid.WithText(0, first).WithText(4, second).Places("GT1007").Count);

    [Fact]
    public void Dates_OfTheSameEventDiffering_AreGT1007()
    {
        var decision = Valid.WithText(0, "The advocacy contract will start on 1 June 2019.").WithText(1, "The £600,000 is for 2019/20. The advocacy contract will commence on 1 July 2019.");
        Assert.Single(decision.Places("GT1007"));
    }
}
