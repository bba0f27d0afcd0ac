using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.History;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;

namespace Goldthread.Register.Tests.Decisions;

public sealed class DraftListsTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task WaitingAsync_AsItGoesItsWay_WaitsForWhoeverIsNext(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        drafts.Demanded.Add(AdviceField.Legal);
        var draft = await drafts.StartAsync();
        await drafts.StartAsync("PCD 2"); // waits for nobody but its writer
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        await Waits(("Lawyer", DraftWait.Advise));
        await drafts.Advice.GiveAsync(draft, AdviceField.Legal, "Sound.", DraftAdvice.Seal(AdviceField.Legal, TestDrafts.Content), drafts.Lawyer);
        await Waits(("Ada", DraftWait.Advised));
        await drafts.SaveAsync(draft, drafts.Bo, "legal", "Other powers.", 1);
        await Waits(("Lawyer", DraftWait.Advise));
        await drafts.Advice.GiveAsync(draft, AdviceField.Legal, "Sound.", DraftAdvice.Seal(AdviceField.Legal, (await drafts.FindAsync(draft)).Content), drafts.Lawyer);
        await drafts.GoAsync(draft, DraftAct.SendOn);
        await Waits(("Chief", DraftWait.SendOn));
        await drafts.GoAsync(draft, DraftAct.Recommend);
        await Waits(("Mayor", DraftWait.Decide));
        await drafts.GoAsync(draft, DraftAct.Return);
        await Waits(("Ada", DraftWait.Returned));
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        await Waits(("Ada", DraftWait.Advised)); // what was advised on is as it was
        await drafts.GoAsync(draft, DraftAct.SendOn, DraftAct.Recommend, DraftAct.Approve);
        await Waits(("Ada", DraftWait.Publish), ("Secretary", DraftWait.Publish));
        await drafts.GoAsync(draft, DraftAct.Publish);
        await Waits();

        async Task Waits(params (string, DraftWait)[] expected)
        {
            var found = new List<(string, DraftWait)>();
            foreach (var (name, who) in new[] { ("Ada", drafts.Ada), ("Bo", drafts.Bo), ("Lawyer", drafts.Lawyer), ("Chief", drafts.Chief), ("Mayor", drafts.Mayor), ("Secretary", drafts.Secretary) })
                found.AddRange((await drafts.Lists.WaitingAsync(who)).Select(waiting => (name, waiting.Why)));
            Assert.Equal(expected, found);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task WaitingAsync_OfADeputy_IsWhatWaitsForWhomSheCovers(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);
        var deputy = drafts.Bo with { Grounds = [.. drafts.Bo.Grounds, new Ground(Role.Officer, null, drafts.Ada.Person, "Ada")] };

        Assert.Empty(await drafts.Lists.WaitingAsync(drafts.Bo));
        Assert.Equal(draft, Assert.Single(await drafts.Lists.WaitingAsync(deputy)).Draft.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task PlanAsync_OpenDrafts_ComeByTheDayByWhichTheyAreWanted(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var (none, late, soon, signed) = (await drafts.StartAsync("PCD 1"), await drafts.StartAsync("PCD 2"), await drafts.StartAsync("PCD 3"), await drafts.StartAsync("PCD 4"));
        await drafts.Drafts.WantAsync(late, new DateOnly(2027, 2, 1), drafts.Ada);
        await drafts.Drafts.WantAsync(soon, new DateOnly(2026, 12, 1), drafts.Ada);
        await drafts.SignAsync(signed);

        var plan = await drafts.Lists.PlanAsync(drafts.Chief);

        Assert.Equal([soon, late, none], plan.Select(head => head.Id));
        Assert.Equal(("Deputy Mayor for Policing and Crime", (long?)25_000_000), (plan[0].Decides, plan[0].Asked));
        Assert.Equal(3, (await drafts.Lists.OpenAsync(drafts.Chief)).Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SignedAsync_OfAYear_SaysHowManyDaysEachTook(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var (first, second) = (await drafts.StartAsync("PCD 1"), await drafts.StartAsync("PCD 2"));
        drafts.Register.Clock.Move(TimeSpan.FromDays(9));
        await drafts.SignAsync(first);
        drafts.Register.Clock.Move(TimeSpan.FromDays(5));
        await drafts.GoAsync(first, DraftAct.Publish);
        drafts.Register.Clock.Move(TimeSpan.FromDays(40));
        await drafts.SignAsync(second);

        var (before, after) = (await drafts.Lists.SignedAsync(2026, drafts.Bo), await drafts.Lists.SignedAsync(2027, drafts.Bo));

        Assert.Equal(("PCD 1", 9, 5), (before.Single().Draft.Reference, before[0].ToSignature, before[0].ToPublication));
        Assert.Equal(("PCD 2", 54, null), (after.Single().Draft.Reference, after[0].ToSignature, after[0].ToPublication));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ListAsync_History_ShowsWhoDidWhatAndWhatWasWrittenBetween(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SaveAsync(draft, drafts.Bo, "legal", "The powers are not there.", 1);
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Return);
        await drafts.SaveAsync(draft, drafts.Bo, "legal", "The powers are there.", 2);

        var steps = await drafts.History.ListAsync(draft, drafts.Mayor);
        var since = await drafts.History.SinceAsync(await drafts.FindAsync(draft), DraftAct.Return, drafts.Mayor);

        Assert.Equal([null, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Return], steps.Select(step => step.Act));
        Assert.Equal([0, 1, 0, 0], steps.Select(step => step.Changes.Count));
        Assert.Contains(new Piece(Edit.Inserted, "not"), steps[1].Changes[0].Pieces);
        Assert.Equal(("Sample Chief executive", "A test says so.", DraftState.Draft), (steps[3].By!.Name, steps[3].Reason, steps[3].To));
        Assert.Contains(new Piece(Edit.Deleted, "not"), Assert.Single(since!).Pieces);
        Assert.Null(await drafts.History.SinceAsync(await drafts.FindAsync(draft), DraftAct.Approve, drafts.Mayor));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ListAsync_Comments_StandBesideTheirParagraphUntilResolved(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync(with: content => content.With("summary", "Lamps are **bright**.\n\nThey cost money."));
        var money = (await drafts.Comments.AddAsync(draft, "summary", "They cost money.", "How much?", drafts.Chief)).Draft!.Value;
        var lamps = (await drafts.Comments.AddAsync(draft, "summary", "Lamps are bright.", "Are they?", drafts.Lawyer)).Draft!.Value;
        var answer = (await drafts.Comments.AnswerAsync(money, "£250,000.", drafts.Ada)).Draft!.Value;
        await drafts.Comments.AnswerAsync(answer, "Thank you.", drafts.Chief);
        Assert.Equal("field", (await drafts.Comments.AddAsync(draft, "no-such-field", "", "Where?", drafts.Ada)).Fault?.Code);
        Assert.Equal("words", (await drafts.Comments.AddAsync(draft, "summary", "", " ", drafts.Ada)).Fault?.Code);

        await drafts.SaveAsync(draft, drafts.Ada, "summary", "Lamps are **bright**.\n\nThey cost £250,000.", 1);
        await drafts.Comments.ResolveAsync(money, drafts.Ada);

        var list = await drafts.Comments.ListAsync(await drafts.FindAsync(draft), drafts.Bo);
        Assert.Equal([(money, false, false), (lamps, true, true)], list.Select(comment => (comment.Id, comment.IsThere, comment.ResolvedAt is null)));
        Assert.Equal(["£250,000.", "Thank you."], list[0].Answers.Select(one => one.Text));
        Assert.Equal(1, await drafts.Comments.OpenAsync(draft));
        await drafts.Comments.ReopenAsync(money, drafts.Chief);
        Assert.Equal(2, await drafts.Comments.OpenAsync(draft));
    }
}
