using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class PublicationChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    [Theory]
    [InlineData(null, null, "/publication/deferralReason")]
    [InlineData("N/A", "2019-05-01", "/publication/deferralReason")]
    [InlineData("A tender is running.", null, "/publication/deferredUntil")]
    [InlineData("A tender is running, until further notice.", null, "/publication/deferredUntil")]
    [InlineData("A tender is running until the contract is awarded.", null, "")]
    [InlineData("A tender is running.", "2019-05-01", "")]
    public void Deferral_WithoutReasonOrEnd_IsGT4001(string? reason, string? until, string places)
    {
        var publication = new Publication { Deferred = true, DeferralReason = reason, DeferredUntil = until is null ? null : DateOnly.Parse(until) };
        Assert.Equal(places.Split(',', StringSplitOptions.RemoveEmptyEntries), (Valid with { Publication = publication }).Places("GT4001"));
    }

    [Theory]
    [InlineData("Deferred until: \nConfidential part? No", 1)]
    [InlineData("If yes, until what date?\n\nPart 2: No", 1)]
    [InlineData("Deferral end date | ", 1)]
    [InlineData("Until what date: TBC", 1)]
    [InlineData("Until what date?\nWhen the contract is signed", 0)]
    [InlineData("Deferred until: the contract is signed", 0)]
    [InlineData("The tender was deferred until spring.", 0)]
    public void Deferral_EndAskedForAndLeftBlank_IsGT4001(string form, int count) =>
        Assert.Equal(count, (Valid with { Publication = new() { Deferred = true, DeferralReason = "Prices are secret until tenders are in." } }).Places("GT4001", form).Count);

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public void Deferral_NotDeferred_IsNone(bool? deferred) =>
        Assert.Empty((Valid with { Publication = new() { Deferred = deferred } }).Places("GT4001"));

    [Theory]
    [InlineData(true, null, 1)]
    [InlineData(true, " - ", 1)]
    [InlineData(true, "Commercially sensitive prices, section 43.", 0)]
    [InlineData(false, null, 0)]
    [InlineData(null, null, 0)]
    public void Part2_WithoutRationale_IsGT4002(bool? part2, string? reason, int found) =>
        Assert.Equal(found, (Valid with { Publication = new() { Part2 = part2, Part2Reason = reason } }).Places("GT4002").Count);

    [Theory]
    [InlineData("Personal data of victims will be shared with the provider.")]
    [InlineData("The app will use personal data of the students: where they are, and a telephone number.")]
    [InlineData("The provider will hold personal data, and will not share it.")]
    [InlineData("Names and addresses of victims will be passed to the charity.")]
    [InlineData("The service processes special category data about survivors.")]
    [InlineData("The provider will collect names and other personal information.")]
    [InlineData("The project involves the processing of personal data. An equality impact assessment was made.")]
    [InlineData("The cameras show the face of each driver, which is personal data, for a week.")]
    [InlineData("The list of tenants comes from the landlord. It is sensitive personal data and is burnt in May.")]
    [InlineData("The cameras will record personal data of people on the quay.")]
    [InlineData("Operators log personal information about every caller.")]
    [InlineData("Biometric data of visitors is uploaded each night.")]
    [InlineData("Data about individual victims will be passed to the charity.")]
    public void PersonalData_UsedWithoutAssessment_IsGT4003(string text) =>
        Assert.Equal(["/sections/3/paragraphs/0/text"], Valid.WithText(3, text).Places("GT4003"));

    [Theory]
    [InlineData("No personal data will be shared.")]
    [InlineData("We will not be collecting personal data.")]
    [InlineData("Personal data will be shared. A DPIA is in place.")]
    [InlineData("Personal data is processed; a data protection impact assessment is not needed.")]
    [InlineData("If personal data is used, the agency will say so.")]
    [InlineData("The UK GDPR requires that personal data is processed lawfully.")]
    [InlineData("There are no GDPR issues.")]
    [InlineData("Staff will have training on handling personal data.")]
    [InlineData("Personal data, including that on health, will not be shared.")]
    [InlineData("The count of visits is not personal data.")]
    [InlineData("Officers were reminded what is personal data and what is none.")]
    [InlineData("The cameras will record no personal data.")]
    [InlineData("The record of visits is not personal data.")]
    [InlineData("Personal data will not be logged by the cameras.")]
    [InlineData("Data about burglary will be passed to the charity.")]
    [InlineData("Personal data is used: No")]
    [InlineData("Personal data processed: none.")]
    public void PersonalData_DeniedAssessedOrConditional_IsNone(string text) =>
        Assert.Empty(Valid.WithText(3, text).Places("GT4003"));

    [Theory]
    [InlineData("The contract will start on 1 February 2019.")]
    [InlineData("Our intention is to run the procurement in January 2019.")]
    [InlineData("Contract start date: 1 March 2019")]
    [InlineData("Once the Commissioner has approved this request, the contract will be signed on 12 February 2019.")]
    [InlineData("Timetable: tender published 1 February 2019, service open 1 June 2019.")]
    [InlineData("The tender is due to be issued by 28/02/2019.")]
    [InlineData("The timetable is as follows: bids in: 4 February 2019; contract signed, subject to approval of this decision: 20 February 2019.")]
    [InlineData("The main stages are: 1 March 2019 - award of contract; 3 June 2019 - service begins.")]
    [InlineData("Key dates: works start 4 March 2019")]
    [InlineData("Staff asked for a hut, which will be built in February 2019.")]
    [InlineData("Recruitment of advocates is planned for February 2019.")]
    [InlineData("Subject to approval, advocates start on 4 February 2019.")]
    public void Milestone_BeforeApproval_IsGT5001(string text) =>
        Assert.Equal(["/sections/0/paragraphs/0/text"], Valid.WithText(0, text).Places("GT5001"));

    [Theory]
    [InlineData("The contract will start on 8 March 2019.")]
    [InlineData("The contract will start in March 2019.")]
    [InlineData("The pilot ended on 31 March 2017.")]
    [InlineData("Funding was agreed in January 2019 and the service will open in June 2019.")]
    [InlineData("The Plan, published in March 2017, is to be refreshed.")]
    [InlineData("The strategy was published in July 2016 and will be refreshed.")]
    [InlineData("This will build on the plan approved on 7 April 2017.")]
    [InlineData("The contract will run from 1 April 2019 after the pilot which ended in March 2018.")]
    [InlineData("Residents asked for the scheme to be extended in a petition received by the council in November 2018.")]
    [InlineData("The scheme will be extended, as a petition of 600 names, presented to the council in November 2018, asked.")]
    [InlineData("The timetable is as follows: bids in: 4 February 2019; contract signed: 20 April 2019.")]
    [InlineData("The main stages are: tender published: 1 February 2019; pilot contract signed: 4 January 2019.")]
    [InlineData("Recruitment of advocates was planned for February 2019.")]
    [InlineData("The week in which schools start on 4 February 2019 is busy.")]
    public void Milestone_AfterApprovalOrPast_IsNone(string text) =>
        Assert.Empty(Valid.WithText(0, text).Places("GT5001"));

    [Theory]
    [InlineData("Approve the award of a contract for advocates commencing on 1 February 2019.", 1)]
    [InlineData("Award the grant, starting in January 2019.", 1)]
    [InlineData("Approve the award of a contract for advocates commencing on 1 April 2019.", 0)]
    [InlineData("Approve an extension of the existing contract beginning on 1 February 2019.", 0)]
    [InlineData("Note the campaign starting on 1 February 2019.", 0)]
    public void Milestone_WhatIsAskedForHasBegun_IsGT5001(string ask, int count) =>
        Assert.Equal(count, Valid.WithRecommendations(ask).Places("GT5001").Count);

    [Fact]
    public void Milestone_RetrospectiveApproval_IsNone() =>
        Assert.Empty(Valid.WithText(0, "Retrospective approval is sought. The contract is due to start on 1 February 2019.").Places("GT5001"));
}
