using Goldthread.Core.Organisations;
using Goldthread.Core.Pathways.Entries;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Core.Standards;

namespace Goldthread.Core.Tests.Standards;

public sealed class AssessmentTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly IReadOnlyList<StandardStatement> All =
    [
        Statement("M1", "any"), Statement("M2", "police"), Statement("M3", "any", from: new DateOnly(2027, 1, 1)), Statement("G1", "any", StandardLevel.Gold),
    ];

    [Fact]
    public void AskedOf_TypeAndDay_AreThoseForItThatHold()
    {
        Assert.Equal(["M1", "M2", "G1"], AssessmentRules.AskedOf(All, "police", Day).Select(one => one.Number));
        Assert.Equal(["M1", "G1"], AssessmentRules.AskedOf(All, null, Day).Select(one => one.Number));
        Assert.Equal(["M1", "M3", "G1"], AssessmentRules.AskedOf(All, "charity", new DateOnly(2027, 1, 1)).Select(one => one.Number));
    }

    [Theory]
    [InlineData(Answered.Met, Answered.Met, true)]
    [InlineData(Answered.Met, Answered.DoesNotApply, true)]
    [InlineData(Answered.Met, Answered.Partly, false)]
    [InlineData(Answered.NotMet, Answered.Met, false)]
    [InlineData(Answered.NotMet, null, null)]
    public void MeetsMinimum_OfAnswers_IsKnownOnceAllAreThere(Answered first, Answered? second, bool? meets)
    {
        var answers = new Dictionary<string, AssessedStatement> { ["M1"] = Answer("M1", first) };
        if (second is { } there)
            answers["M2"] = Answer("M2", there);

        Assert.Equal(meets, AssessmentRules.MeetsMinimum(AssessmentRules.AskedOf(All, "police", Day), answers.GetValueOrDefault));
    }

    [Fact]
    public void Rows_OfABorough_HaveItsOwnAnswersAndElseTheWholes()
    {
        var whole = new Assessment { Statements = [Answer("M1", Answered.Met), Answer("M2", Answered.Met)] };
        var borough = new Assessment { Borough = "Barnet", Statements = [Answer("M2", Answered.NotMet)] };

        var rows = StatementRow.Of(AssessmentRules.AskedOf(All, "police", Day), borough, whole);

        Assert.Equal([("M1", true, Answered.Met), ("M2", false, Answered.NotMet), ("G1", false, null)], rows.Select(row => (row.Statement.Number, row.OfTheWhole, row.Answer?.Answer)));
    }

    [Fact]
    public void Row_OfAnEarlierWording_AsksForANewAnswer()
    {
        var row = new StatementRow(Statement("M1", "any", from: new DateOnly(2026, 1, 1)), Answer("M1", Answered.Met) with { Since = new DateOnly(2016, 1, 1) });

        Assert.True(row.IsOfEarlierWording);
        Assert.True(row.IsOpen);
    }

    [Theory]
    [InlineData(Role.Partner, "police", true, false, true)]
    [InlineData(Role.Provider, "police", true, false, false)]
    [InlineData(Role.Partner, "charity", false, true, false)]
    [InlineData(Role.Officer, null, false, true, false)]
    [InlineData(Role.Analyst, null, false, false, false)]
    public void Rules_OfARole_SayWhoAnswersReviewsAndSigns(Role role, string? organisation, bool assesses, bool reviews, bool signs)
    {
        var who = new Standing { Person = Guid.NewGuid(), Name = "Ann Example", Office = "Director", Organisation = organisation, Grounds = [new Ground(role, null)] };

        Assert.Equal((assesses, reviews, signs), (AssessmentRules.MayAssess(who, "police"), AssessmentRules.MayReview(who, "police"), AssessmentRules.MaySignUp(who, "police")));
    }

    [Fact]
    public void Services_OfAnOwnerWhoAnswered_MeetWhatItAnswered()
    {
        ServiceEntry[] services =
        [
            Service("everywhere", "police", meets: true),
            Service("barnet", "police", meets: false, "Barnet"),
            Service("two", "police", meets: true, "Barnet", "Bexley"),
            Service("unfinished", "charity", meets: true),
            Service("nobodys", null, meets: false),
        ];
        Assessment[] assessments =
        [
            Assessed("police", "", false), Assessed("police", "Barnet", true), Assessed("charity", "", null),
        ];

        var (derived, from) = AssessedServices.Of(services, assessments);

        Assert.Equal([("everywhere", false), ("barnet", true), ("two", false), ("unfinished", true), ("nobodys", false)], derived.Select(one => (one.Id, one.MeetsStandard)));
        Assert.Equal(
            [("barnet", new ServiceStandard("police", "Barnet", false)), ("everywhere", new ServiceStandard("police", "", true)), ("two", new ServiceStandard("police", "", true))],
            from.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static Assessment Assessed(string organisation, string borough, bool? meets) => new() { Organisation = new Ref<Organisation>(organisation), Borough = borough, MeetsMinimum = meets };

    private static ServiceEntry Service(string id, string? owner, bool meets, params string[] boroughs) => new()
    {
        Id = id,
        Owner = owner is null ? null : new Ref<Organisation>(owner),
        MeetsStandard = meets,
        Accepts = boroughs.Length == 0 ? [] : [new Acceptance { Label = "1", Values = [new AcceptedValues { Dimension = "borough", Values = boroughs }] }],
    };

    private static AssessedStatement Answer(string number, Answered answer) => new() { Number = number, Answer = answer };

    private static StandardStatement Statement(string number, string organisation, StandardLevel level = StandardLevel.Minimum, DateOnly? from = null) =>
        new(level, number, "first contact", organisation, $"What {number} says.", "policy", "a source", "Limits.", "Costs.", new Effect(from, null));
}
