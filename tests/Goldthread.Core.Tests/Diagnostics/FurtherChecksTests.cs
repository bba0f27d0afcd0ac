using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Tests.Diagnostics;

public class FurtherChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    private static Minutes Board => new()
    {
        Body = "Example Board",
        Date = new(2022, 3, 7),
        PreviousMeeting = new(2021, 12, 6),
        Items = [new("1", "Welcome", ["All were welcomed."]), new("2", "Minutes", ["They were agreed."]), new("3", "Campaign", ["It went well."])],
    };

    [Fact]
    public void Run_PlainMinutesAndWorkshop_FindNothing()
    {
        Assert.Empty(Board.Check());
        Assert.Empty(new Workshop().Check());
        Assert.Empty(new Core.Documents.Document { Text = "Anything" }.Check());
    }

    [Theory]
    [InlineData("1,2,4", "/items/2/number")]
    [InlineData("1,2,2", "/items/2/number")]
    [InlineData("45/22,46/22,48/22", "/items/2/number")]
    [InlineData("12,13,14", "")]
    [InlineData("3,3a,4", "")]
    [InlineData("22/45,22/46,22/47", "")]
    public void Items_SkipOrRepeat_AreGT1003(string numbers, string place)
    {
        var minutes = Board with { Items = [.. numbers.Split(',').Select(number => new Item(number, "Heading", []))] };
        Assert.Equal(place.Split(',', StringSplitOptions.RemoveEmptyEntries), minutes.Places("GT1003"));
    }

    [Fact]
    public void PreviousMeeting_OnAnotherDay_IsGT1007()
    {
        var minutes = Board with { Items = [new("1", "Minutes", ["The minutes of the meeting of 8 December 2021 were agreed."])] };
        Assert.Equal(["/items/0/paragraphs/0"], minutes.Places("GT1007"));
    }

    [Theory]
    [InlineData("These are the minutes of the meeting of 8 March 2022 as approved by the Chair.", 1)]
    [InlineData("These are the minutes of the meeting of 7 March 2022 as approved by the Chair.", 0)]
    [InlineData("These were agreed as a true record of the meeting of 6 December 2021.", 0)]
    [InlineData("101. MINUTES OF THE PREVIOUS MEETING\nThe minutes of the meeting on 6 December 2021 were taken as read.", 0)]
    public void OwnDate_CertificateAtTheFootDisagreeing_IsGT1007(string foot, int count) =>
        Assert.Equal(count, Board.Places("GT1007", $"Example Board meeting minutes - 7 March 2022\nMembers present: all\n{foot}\n").Count());

    [Theory]
    [InlineData("Signed as a correct record of the meeting held on 14 March 2022", 1)]
    [InlineData("Signed as a correct record of the meeting held on 7 March 2022", 0)]
    [InlineData("Signed as a correct record of the meeting held on 6 December 2021", 0)]
    [InlineData("Signed as a correct record at the meeting held on 4 April 2022", 0)]
    [InlineData("The letter was signed as a correct record of the meeting held on 14 March 2022", 0)]
    public void OwnDate_SignedForAnotherDay_IsGT1007(string foot, int count) =>
        Assert.Equal(count, Board.Places("GT1007", $"Example Board meeting minutes - 7 March 2022\nMembers present: all\n{foot}\n").Count);

    [Theory]
    [InlineData("Sixty calls came in: 31 from shops, 12 from homes and 15 from schools.", 1)]
    [InlineData("Sixty calls came in: 31 from shops, 14 from homes and 15 from schools.", 0)]
    [InlineData("There were 40 referrals, made up of 22 from the police and 19 from nurses.", 1)]
    [InlineData("Sixty calls came in, most of them known: 31 from shops, 12 from homes and 15 from schools.", 0)]
    [InlineData("Sixty calls came in: 31 from shops, 12 from homes and the rest from schools.", 0)]
    [InlineData("Sixty calls came in: 31 from shops, 12 from homes, 15 from schools.", 0)]
    [InlineData("Four hubs are open: 2 in the north and 3 nurses were appointed.", 0)]
    [InlineData("The course of 12 weeks was praised: 4 from the north and 5 from the south took part.", 0)]
    [InlineData("The group of 30 met: 40 per cent from schools and 50 per cent from shops.", 0)]
    public void Counts_ThatDoNotAddUp_AreGT2001(string text, int count) =>
        Assert.Equal(count, (Board with { Items = [new("1", "Calls", [text])] }).Places("GT2001").Count);

    [Theory]
    [InlineData("Street mentors 2021-23", "Approve funding for street mentors 2021-24.", 1)]
    [InlineData("Street mentors 2021-23", "Approve funding for street mentors 2021-23.", 0)]
    [InlineData("Street mentors 2021-23", "Approve what follows the street mentors 2018-21.", 0)]
    [InlineData("Family support mentors 2021-23", "Approve a grant for family support mentors 2021-24.", 1)]
    [InlineData("Street mentors 2021-23", "Approve the school mentors 2020-22.", 0)]
    public void Title_WithOtherYearsThanTheText_IsGT1007(string title, string ask, int count) =>
        Assert.Equal(count, (Valid with { Title = title }).WithRecommendations(ask).Places("GT1007").Count);

    [Theory]
    [InlineData("Wardens: Grant Agreement 2023-25", "To enter into a grant agreement with the Trust for the wardens for the period 2023-2026.", 1)]
    [InlineData("Harbour Boats Contract 2021-24", "Approve the boats contract with the yard, covering 2021 to 2025.", 1)]
    [InlineData("Wardens: Grant Agreement 2023-25", "To enter into a grant agreement with the Trust for the period 2023-2025.", 0)]
    [InlineData("Wardens: Grant Agreement 2023-25", "To enter into a grant agreement with the Trust under the Safety Plan for the period 2023-2028.", 0)]
    [InlineData("Wardens: Grant Agreement 2023-25", "To end the previous grant agreement for the period 2020-2024.", 0)]
    [InlineData("Wardens: Grant Agreement 2023-25", "To evaluate the wardens for the period 2023-2026.", 0)]
    public void Title_WithAnotherPeriodThanIsAskedFor_IsGT1007(string title, string ask, int count) =>
        Assert.Equal(count, (Valid with { Title = title }).WithRecommendations(ask).Places("GT1007").Count);

    [Theory]
    [InlineData("A two-year contract is sought.", "Award a three-year contract for advocates.", 1)]
    [InlineData("A grant is sought for a 2 year pilot.", "Approve the three year pilot.", 1)]
    [InlineData("A two-year contract is sought.", "Award a 2 year contract for advocates.", 0)]
    [InlineData("A two-year contract is sought with an option of one more.", "Award a three-year contract for advocates.", 0)]
    [InlineData("The existing five-year contract is worn out.", "Award a three-year contract for advocates.", 0)]
    [InlineData("A two-year programme is sought.", "Award a three-year contract for advocates.", 0)]
    public void Summary_WithAnotherLengthThanIsAskedFor_IsGT1007(string summary, string ask, int count) =>
        Assert.Equal(count, (Valid with { ExecutiveSummary = summary }).WithRecommendations(ask).Places("GT1007").Count);

    [Theory]
    [InlineData("This paper asks for approval of £620,000 for advocates.", 1)]
    [InlineData("This paper asks for approval of £600,000 for advocates.", 0)]
    [InlineData("The £620,000 of last year was spent.", 0)]
    public void Summary_AskingForAnotherSum_IsGT1007(string summary, int count) =>
        Assert.Equal(count, (Valid with { ExecutiveSummary = summary }).Places("GT1007").Count);

    [Theory]
    [InlineData("If the Deputy Mayor agrees, leaflets will go to schools on 4 February 2019.", 1)]
    [InlineData("If the Deputy Mayor agrees, leaflets will go to schools on 4 April 2019.", 0)]
    [InlineData("Leaflets went to schools on 4 February 2019.", 0)]
    public void Milestone_OnConditionOfTheApproval_IsGT5001(string text, int count) =>
        Assert.Equal(count, Valid.WithText(0, text).Places("GT5001").Count);

    [Theory]
    [InlineData("Milestone | Target date\nContract awarded | 1 March 2019", 1)]
    [InlineData("Milestone | Target date\n\nContract awarded | 1 April 2019", 0)]
    [InlineData("Date           Step\n\n2 May 2019     Staff recruited once the decision is made", 0)]
    [InlineData("When           Step\n\n2 January 2019     Staff recruited, following approval", 1)]
    [InlineData("Milestone | Target date\nTender published | 1 February 2019\nConsultation closed | 3 January 2019", 0)]
    [InlineData("Paper | Date\nContract awarded | 1 March 2019", 0)]
    [InlineData("Milestone | Target date\nDone\nContract awarded | 1 March 2019", 0)]
    public void Timetable_RowBeforeTheApproval_IsGT5001(string table, int count) =>
        Assert.Equal(count, Valid.Places("GT5001", table).Count);

    [Fact]
    public void Box_ThatIsNotBelow_IsGT1006() =>
        Assert.Single(Valid.WithText(0, "Its findings are given in the box below.").Places("GT1006"));

    [Theory]
    [InlineData("To ask why. The list of centres is at Annex B.", "Notes of the workshop", 1)]
    [InlineData("To ask why. The list of centres is at Annex B.", "Notes of the workshop\nAnnex B: centres", 0)]
    public void Workshop_WithoutThePartItNames_IsGT1006(string purpose, string document, int count) =>
        Assert.Equal(count, new Workshop { Purpose = purpose }.Places("GT1006", document).Count());

    [Theory]
    [InlineData("The Treasurer's report, which is attached as Annex D, was noted.", 1)]
    [InlineData("The terms of reference in Annex D were agreed.", 1)]
    [InlineData("The Treasurer spoke to Annex D of her report.", 0)]
    [InlineData("The report was noted. Annex D has the figures.", 0)]
    public void Minutes_WithoutThePartTheyName_AreGT1006(string said, int count) =>
        Assert.Equal(count, (Board with { Items = [new("1", "Accounts", [said])] }).Places("GT1006", $"Example Board\n1 Accounts\n{said}\n").Count());

    [Theory]
    [InlineData("* They wait less, as the graph below shows.\n\nMoney\n\n* There is none.\n", 1)]
    [InlineData("* They wait less, as the graph below shows.\n\nGraph: weeks from call to visit\n\nMoney\n", 0)]
    [InlineData("* They wait less, as the graph below shows.\n\n2019    41\n2020    30\n", 0)]
    [InlineData("* They wait less than it is said.\n", 0)]
    public void Workshop_WithoutTheChartBelow_IsGT1006(string document, int count) =>
        Assert.Equal(count, new Workshop { Topics = [new("Waiting", [document[2..document.IndexOf('\n', StringComparison.Ordinal)]])] }.Places("GT1006", document).Count());

    [Fact]
    public void OwnDate_HeldOnAnotherDayThanTheHeading_IsGT1007() =>
        Assert.Single(Board.Places("GT1007", "Minute of the Example Board, 7 March 2022\nHeld in the library on Tuesday 8 March 2022\nPresent\n"));

    [Fact]
    public void OwnDate_HeadingDisagreeing_IsGT1007()
    {
        Assert.Single(Board.Places("GT1007", "Example Board meeting minutes - 8 March 2022\nDate: 7 March 2022\nPresent\n"));
        Assert.Empty(Board.Places("GT1007", "Example Board meeting minutes - 7 March 2022\nPublication date: 9 March 2022\nPresent\n"));
    }

    [Fact]
    public void Published_BeforeALaunch_IsGT6005()
    {
        var minutes = Board with { Published = new(2022, 3, 7), Items = [new("1", "Campaign", ["It will launch on 14/03/22 at a match."])] };
        Assert.Single(minutes.Places("GT6005"));
        Assert.Empty((minutes with { Published = new(2022, 3, 14) }).Places("GT6005"));
    }

    [Fact]
    public void Actions_SaidDoneWithoutRecord_IsGT6006()
    {
        var minutes = Board with { Items = [new("1", "Actions", ["All actions are completed or covered today."])] };
        Assert.Single(minutes.Places("GT6006"));
        Assert.Empty((minutes with { Actions = [new("Write", "Chair", new(2022, 4, 1))] }).Places("GT6006"));
    }

    [Fact]
    public void Measures_WithoutNumber_AreGT6010()
    {
        Assert.Single(new Workshop { SuccessMeasures = ["More referrals", "More awareness"] }.Places("GT6010"));
        Assert.Empty(new Workshop { SuccessMeasures = ["10 % more referrals"] }.Places("GT6010"));
    }

    [Fact]
    public void Advice_NotRequiredBesideGiven_IsGT6001()
    {
        var decision = Valid.WithParagraphs(2, ("3.1", "A power."), ("3.2", "Another."));
        Assert.Single(decision.Places("GT6001", "Legal Advice: Legal advice is not required."));
        Assert.Empty(decision.Places("GT6001", "Legal advice has been taken."));
    }

    [Fact]
    public void Signatures_FarApart_IsGT6002()
    {
        var found = Assert.Single(Valid.Check("GT6002", "Signature\n\nDate\n\n8/3/19\n\nSignature\n\nDate\n\n27/01/19\n"));
        Assert.Contains("40 days", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In the survey 69% of victims had reported.", 1)]
    [InlineData("In the survey 69% of 90 victims had reported.", 0)]
    [InlineData("Offences rose by 9% in 2017.", 0)]
    public void Percentage_WithoutBase_IsGT6003(string text, int found) => Assert.Equal(found, Valid.WithText(0, text).Places("GT6003").Count);

    [Fact]
    public void Count_SaidTwiceDifferently_IsGT6004() =>
        Assert.Single((Valid with { Title = "Findings of 16 focus groups" }).WithText(0, "We held 15 focus groups.").Places("GT6004"));

    [Fact]
    public void Money_AccruedAndCarriedForward_IsGT6007() =>
        Assert.Single(Valid.WithText(0, "We can accrue the money.").WithText(1, "The £600,000 is carried forward to 2019/20.").Places("GT6007"));

    [Fact]
    public void Disclaimer_WithoutLegalCheck_IsGT6008()
    {
        var decision = Valid.WithText(3, "MOPAC will not be a data controller or processer and the agency will complete a DPIA.");
        Assert.Single(decision.Places("GT6008"));
        Assert.Empty(decision.WithText(2, "Counsel confirms that MOPAC is not a controller.").Places("GT6008"));
    }

    [Fact]
    public void Amount_BetweenTwoLimits_IsGT6009() => Assert.Single(Valid.WithSum("£499,500").Places("GT6009"));

    [Fact]
    public void Entry_HoldingTwoOrganisations_IsGT6011()
    {
        var text = "Participants were Advance Charity, Afruca Ashiana Network, Galop, Imkaan, Nia, Pecan, Respect, Respond, Safe Lives";
        var found = Assert.Single(Valid.WithText(0, text).Check("GT6011", null));
        Assert.Equal("Afruca Ashiana Network", found.Quote);
    }

    [Fact]
    public void Weekday_NotOnItsDate_IsGT6012()
    {
        Assert.Single(Board.Places("GT6012", "Tuesday 7 March 2022"));
        Assert.Empty(Board.Places("GT6012", "Monday 7 March 2022"));
    }

    [Fact]
    public void Run_EveryCodeFound_IsInTheCatalogue()
    {
        var everything = new Decision { Publication = new() { Deferred = true, Part2 = true } };
        Assert.All(Checks.Run(everything, RepositoryFiles.RuleBook), finding => Assert.NotNull(RepositoryFiles.RuleBook.Diagnostic(finding.Code)));
    }
}
