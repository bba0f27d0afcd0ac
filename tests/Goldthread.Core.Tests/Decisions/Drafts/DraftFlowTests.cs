using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;

namespace Goldthread.Core.Tests.Decisions.Drafts;

public sealed class DraftFlowTests
{
    // Written down a second time, from what an office does and not from the table: state, act, where it leads, who.
    private static readonly string[] Expected =
    [
        "Draft AskAdvice Advice Officer",
        "Draft Abandon Abandoned Officer",
        "Advice SendOn ChiefExecutive Officer",
        "Advice TakeBack Draft Officer",
        "ChiefExecutive Recommend DecisionMaker ChiefExecutive",
        "ChiefExecutive Approve Approved ChiefExecutive",
        "ChiefExecutive Return Draft ChiefExecutive",
        "ChiefExecutive Refuse Refused ChiefExecutive",
        "ChiefExecutive TakeBack Draft Officer",
        "DecisionMaker Approve Approved DecisionMaker",
        "DecisionMaker Return Draft DecisionMaker",
        "DecisionMaker Refuse Refused DecisionMaker",
        "DecisionMaker TakeBack Draft Officer",
        "Approved Publish Published Officer,Secretariat",
        "Approved Defer Deferred Officer,Secretariat",
        "Approved Withdraw Withdrawn Officer,Secretariat,ChiefExecutive,DecisionMaker",
        "Deferred Publish Published Officer,Secretariat",
        "Deferred Defer Deferred Officer,Secretariat",
        "Deferred Withdraw Withdrawn Officer,Secretariat,ChiefExecutive,DecisionMaker",
        "Published Correct Published Officer",
        "Published Withdraw Withdrawn Officer,Secretariat,ChiefExecutive,DecisionMaker",
        "Superseded Withdraw Withdrawn Officer,Secretariat,ChiefExecutive,DecisionMaker",
    ];

    public static TheoryData<DraftState, DraftAct, Role> EveryCell()
    {
        var cells = new TheoryData<DraftState, DraftAct, Role>();
        foreach (var state in Enum.GetValues<DraftState>())
            foreach (var act in Enum.GetValues<DraftAct>())
                foreach (var role in Roles.All)
                    cells.Add(state, act, role);
        return cells;
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void For_EveryStateActAndRole_IsWhatAnOfficeDoes(DraftState state, DraftAct act, Role role)
    {
        var may = DraftFlow.For(state, Holder(role)).SingleOrDefault(step => step.Act == act);

        var expected = Expected.Select(line => line.Split(' ')).SingleOrDefault(row => row[0] == state.ToString() && row[1] == act.ToString() && row[3].Split(',').Contains(role.ToString()));
        Assert.Equal(expected?[2], may?.To.ToString());
    }

    [Fact]
    public void Steps_WhatSigns_IsGraveByAnotherWithEveryWarningAcknowledged() =>
        Assert.All(DraftFlow.Steps.Where(step => step.Act == DraftAct.Approve), step => Assert.True(step is { Grave: true, ByAnother: true, WantsAcknowledgement: true, WantsAdvice: true }));

    [Fact]
    public void Steps_OfOneState_KnowEachActOnce() =>
        Assert.All(DraftFlow.Steps.GroupBy(step => (step.From, step.Act)), same => Assert.Single(same));

    [Fact]
    public void Steps_FromAnyState_ReachAnEnd()
    {
        foreach (var state in Enum.GetValues<DraftState>())
        {
            var reached = new HashSet<DraftState> { state };
            while (DraftFlow.Steps.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
            {
            }

            Assert.Contains(reached, one => one is DraftState.Refused or DraftState.Abandoned or DraftState.Withdrawn);
            Assert.True(state == DraftState.Draft || DraftFlow.Steps.Any(step => step.To == state), $"{state} is never reached.");
        }
    }

    [Fact]
    public void IsWritten_OnceSigned_IsFalse() =>
        Assert.DoesNotContain(Enum.GetValues<DraftState>(), state => state.IsSigned() && state.IsWritten());

    private static Standing Holder(Role role) => new()
    {
        Person = Guid.CreateVersion7(),
        Name = "Somebody",
        Office = "An office",
        Organisation = Roles.Outside.Contains(role) ? "lantern" : null,
        Grounds = [new Ground(role, role == Role.Adviser ? AdviceField.Legal : null)],
    };
}
