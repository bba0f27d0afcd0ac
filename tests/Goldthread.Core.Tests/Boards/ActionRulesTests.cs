using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Records;

namespace Goldthread.Core.Tests.Boards;

public sealed class ActionRulesTests
{
    private static readonly DateOnly Agreed = new(2026, 1, 10);
    private static readonly DateOnly Due = new(2026, 2, 10);

    private readonly BoardAction action = new() { Text = "Write the plan.", Owner = new Ref<Organisation>("mps"), OwnerName = "MPS", Agreed = Agreed, Due = Due, Board = new Ref<Board>("board") };

    [Theory]
    [InlineData(ActionStep.Done, "words", "Say what was done: an action closes with that alone")]
    [InlineData(ActionStep.Refused, "words", "Say why it will not be done")]
    [InlineData(ActionStep.Moved, "words", "Say why it takes longer")]
    [InlineData(ActionStep.HandedOn, "words", "Say why it goes on to them")]
    [InlineData(ActionStep.Reopened, "main", "It is open already")]
    public void On_AnswerWithoutWords_SaysWhatIsMissing(ActionStep step, string field, string message) =>
        Assert.Equal((field, message), new ActionAnswer(step, "  ").On(action, Agreed, "Office").Fault);

    [Fact]
    public void On_Moved_AsksForALaterDayFromTodayOn()
    {
        Assert.Equal("due", Moved(Due).Fault?.Field);
        Assert.Equal("due", new ActionAnswer(ActionStep.Moved, "Later.") { Due = Due.AddDays(5) }.On(action, Due.AddDays(6), "Office").Fault?.Field);

        var moved = Moved(Due.AddDays(20)).Action!;

        Assert.Equal(Due.AddDays(20), moved.Due);
        Assert.Equal(ActionState.Open, moved.State);
        Assert.Equal((1, Due), (moved.Moves(), moved.Updates[0].From));
    }

    [Fact]
    public void On_HandedOn_IsOwedByTheOtherAndStaysOpen()
    {
        var handed = new ActionAnswer(ActionStep.HandedOn, "It is theirs.") { ToOrganisation = new Ref<Organisation>("cps"), ToName = "CPS" }.On(action with { Person = Guid.NewGuid() }, Due, "Office").Action!;

        Assert.Equal(("cps", "CPS", ActionState.Open, null as Guid?), (handed.Owner!.Value.Reference, handed.OwnerName, handed.State, handed.Person));
        Assert.Equal("CPS", handed.Updates[^1].To);
    }

    [Fact]
    public void On_ClosedAction_TakesOnlyThatItIsOwedAgain()
    {
        var done = Done(Due).Action!;

        Assert.Equal((ActionState.Done, Due), (done.State, done.ClosedOn()));
        Assert.Equal("main", new ActionAnswer(ActionStep.Said, "More.").On(done, Due, "Office").Fault?.Field);
        var again = new ActionAnswer(ActionStep.Reopened, "It was another plan.").On(done, Due.AddDays(1), "Office").Action!;
        Assert.Equal((ActionState.Open, null as DateOnly?), (again.State, again.ClosedOn()));
    }

    [Fact]
    public void DaysLate_OpenAfterItsDay_CountsFromTheDayAfter()
    {
        Assert.Equal([0, 1, 0], [action.DaysLate(Due), action.DaysLate(Due.AddDays(1)), Done(Due).Action!.DaysLate(Due.AddDays(9))]);
        Assert.Equal(0, (action with { Due = null }).DaysLate(Due.AddDays(99)));
    }

    [Fact]
    public void AsOn_EveryDay_IsWhatWasSaidByThen()
    {
        var moved = new ActionAnswer(ActionStep.Moved, "Later.") { Due = Due.AddDays(20) }.On(action, Due, "Office").Action!;
        var done = new ActionAnswer(ActionStep.Done, "Written.").On(moved, Due.AddDays(10), "Office").Action!;

        Assert.Null(done.AsOn(Agreed.AddDays(-1)));
        Assert.Equal((ActionState.Open, Due, 0), Seen(done.AsOn(Due.AddDays(-1))!));
        Assert.Equal((ActionState.Open, Due.AddDays(20), 1), Seen(done.AsOn(Due)!));
        Assert.Equal((ActionState.Done, Due.AddDays(20), 1), Seen(done.AsOn(Due.AddDays(10))!));

        static (ActionState, DateOnly?, int) Seen(BoardAction then) => (then.State, then.Due, then.Moves());
    }

    [Fact]
    public void Of_ActionsOwedBeforeAMeeting_AreCompletedCoveredOrNeither()
    {
        var (before, day) = (Agreed, Agreed.AddDays(60));
        var covered = new ActionAnswer(ActionStep.Covered, "") { Meeting = new Ref<Minutes>("board/2026-03-11"), Item = "Plans" }.On(action, day, "Office").Action!;
        var elsewhere = new ActionAnswer(ActionStep.Covered, "") { Meeting = new Ref<Minutes>("board/2026-06-11"), Item = "Plans" }.On(action, day, "Office").Action!;
        (string, BoardAction)[] all =
        [
            ("done", Done(day).Action!), ("covered", covered), ("elsewhere", elsewhere), ("late answer", Done(day.AddDays(1)).Action!), ("agreed there", action with { Agreed = day }),
            ("closed before", new ActionAnswer(ActionStep.Done, "Done.").On(action with { Agreed = Agreed.AddDays(-9) }, before, "Office").Action!),
        ];

        var stood = MeetingActions.Of(all, "board/2026-03-11", day, before);

        Assert.Equal([("done", AtMeeting.Completed), ("covered", AtMeeting.Covered), ("elsewhere", AtMeeting.Neither), ("late answer", AtMeeting.Neither)], stood.Actions.Select(one => (one.Key, one.Stood)));
        Assert.False(stood.AreAllSettled);
        Assert.True(MeetingActions.Of(all[..2], "board/2026-03-11", day, before).AreAllSettled);
    }

    [Fact]
    public void MayAnswer_OwnerRunnerAndWhoeverHasIt_AndNobodyElse()
    {
        var hers = Guid.NewGuid();
        var own = action with { Owner = null, Person = hers };

        Assert.True(ActionRules.MayAnswer(Who(Role.Partner, "mps"), action));
        Assert.False(ActionRules.MayAnswer(Who(Role.Partner, "cps"), action));
        Assert.True(ActionRules.MayAnswer(Who(Role.Secretariat, null), action));
        Assert.False(ActionRules.MayAnswer(Who(Role.Adviser, null), own));
        Assert.True(ActionRules.MayAnswer(Who(Role.Adviser, null) with { Person = hers }, own));
        Assert.False(ActionRules.MayAnswer(Who(Role.Auditor, null) with { Person = hers }, own));
        Assert.True(ActionRules.MayAnswer(Who(Role.Analyst, null) with { Grounds = [new Ground(Role.Analyst, null), new Ground(Role.Adviser, AdviceField.Legal, hers, "A colleague")] }, own));
    }

    private static Standing Who(Role role, string? organisation) => new() { Person = Guid.NewGuid(), Name = "Sample", Office = "Office", Organisation = organisation, Grounds = [new Ground(role, null)] };

    private (BoardAction? Action, (string Field, string Message)? Fault) Moved(DateOnly to) => new ActionAnswer(ActionStep.Moved, "It takes longer.") { Due = to }.On(action, Agreed, "Office");

    private (BoardAction? Action, (string Field, string Message)? Fault) Done(DateOnly on) => new ActionAnswer(ActionStep.Done, "It is written.").On(action, on, "Office");
}
