using Goldthread.Core.Decisions;

namespace Goldthread.Core.Tests.Diagnostics;

public class PublicationChecksTests
{
    private static Decision Valid => TestDecision.Valid;

    [Theory]
    [InlineData(null, null, "/publication/deferralReason,/publication/deferredUntil")]
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
    public void PersonalData_DeniedAssessedOrConditional_IsNone(string text) =>
        Assert.Empty(Valid.WithText(3, text).Places("GT4003"));

    [Theory]
    [InlineData("The contract will start on 1 February 2019.")]
    [InlineData("Our intention is to run the procurement in January 2019.")]
    [InlineData("Contract start date: 1 March 2019")]
    [InlineData("Once the Commissioner has approved this request, the contract will be signed on 12 February 2019.")]
    [InlineData("Timetable: tender published 1 February 2019, service open 1 June 2019.")]
    [InlineData("The tender is due to be issued by 28/02/2019.")]
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
    public void Milestone_AfterApprovalOrPast_IsNone(string text) =>
        Assert.Empty(Valid.WithText(0, text).Places("GT5001"));

    [Fact]
    public void Milestone_RetrospectiveApproval_IsNone() =>
        Assert.Empty(Valid.WithText(0, "Retrospective approval is sought. The contract is due to start on 1 February 2019.").Places("GT5001"));
}
