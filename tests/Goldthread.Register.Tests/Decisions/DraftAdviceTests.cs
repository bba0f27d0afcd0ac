using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;

namespace Goldthread.Register.Tests.Decisions;

public sealed class DraftAdviceTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task SendOn_AdviceDemanded_WaitsUntilItIsGivenOnWhatIsWritten(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        drafts.Demanded.AddRange([AdviceField.Legal, AdviceField.Finance]);
        var treasurer = await drafts.JoinAsync("Treasurer", Role.Adviser, AdviceField.Finance);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        Assert.Equal([AdviceField.Legal, AdviceField.Finance], (await drafts.TakeAsync(draft, DraftAct.SendOn, drafts.Ada)).Advice);

        Assert.Null((await GiveAsync(drafts, draft, AdviceField.Legal, "The powers suffice.", drafts.Lawyer)).Fault);
        Assert.Equal([AdviceField.Finance], (await drafts.TakeAsync(draft, DraftAct.SendOn, drafts.Ada)).Advice);
        Assert.Null((await drafts.Advice.DeclineAsync(draft, AdviceField.Finance, "Below my limit.", Seal(AdviceField.Finance, await drafts.FindAsync(draft)), treasurer)).Fault);

        await drafts.SaveAsync(draft, drafts.Ada, "summary", "Lamps.", 0); // nobody advised on the summary
        await drafts.SaveAsync(draft, drafts.Ada, "legal", "The powers are there.\n\nThe powers suffice.", 1); // her advice put in
        Assert.All(await ListAsync(drafts, draft), advice => Assert.Empty(advice.Changed));
        await drafts.SaveAsync(draft, drafts.Ada, "money", "2026/27|500000.00|Community safety fund|excluded", 1);
        var reopened = Assert.Single(await ListAsync(drafts, draft), advice => advice.Waits);
        Assert.Equal((AdviceField.Finance, "money"), (reopened.Field, Assert.Single(reopened.Changed).Field));
        Assert.Contains(reopened.Changed[0].Pieces, piece => piece.Text.Contains("500000", StringComparison.Ordinal));
        var stopped = await drafts.TakeAsync(draft, DraftAct.SendOn, drafts.Ada);
        Assert.Equal(("advice", AdviceField.Finance), (stopped.Fault?.Code, Assert.Single(stopped.Advice)));

        Assert.Null((await GiveAsync(drafts, draft, AdviceField.Finance, "The fund bears it.", treasurer)).Fault);
        Assert.Null((await drafts.TakeAsync(draft, DraftAct.SendOn, drafts.Ada)).Fault);
        var finance = (await ListAsync(drafts, draft)).Where(advice => advice.Field == AdviceField.Finance).ToList();
        Assert.Equal([(AdviceState.Given, true, "The fund bears it."), (AdviceState.Declined, false, "Below my limit.")], finance.Select(advice => (advice.State, advice.IsLatest, advice.Text)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task GiveAsync_OnWhatWasChangedSinceSheReadIt_IsRefused(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.Advice.AskAsync(draft, [AdviceField.Legal, AdviceField.Legal], drafts.Ada);
        await drafts.Advice.AskAsync(draft, [AdviceField.Legal], drafts.Bo);
        var seal = Seal(AdviceField.Legal, await drafts.FindAsync(draft));
        await drafts.SaveAsync(draft, drafts.Ada, "background", "Nothing she advises on.", 0);
        await drafts.SaveAsync(draft, drafts.Ada, "legal", "Other powers.", 1);

        Assert.Equal("changed", (await drafts.Advice.GiveAsync(draft, AdviceField.Legal, "Sound.", seal, drafts.Lawyer)).Fault?.Code);
        Assert.Equal("role", (await GiveAsync(drafts, draft, AdviceField.Finance, "Sound.", drafts.Lawyer)).Fault?.Code);
        Assert.Equal("words", (await GiveAsync(drafts, draft, AdviceField.Legal, " ", drafts.Lawyer)).Fault?.Code);
        Assert.Equal(AdviceState.Asked, Assert.Single(await ListAsync(drafts, draft)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task WithdrawAsync_Given_StopsTheSignatureUntilItIsGivenAnew(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        drafts.Demanded.Add(AdviceField.Legal);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        await GiveAsync(drafts, draft, AdviceField.Legal, "Sound.", drafts.Lawyer);
        await drafts.GoAsync(draft, DraftAct.SendOn, DraftAct.Recommend);

        Assert.Equal("role", (await drafts.Advice.WithdrawAsync(draft, AdviceField.Legal, "No.", drafts.Ada)).Fault?.Code);
        Assert.Equal("words", (await drafts.Advice.WithdrawAsync(draft, AdviceField.Legal, "", drafts.Lawyer)).Fault?.Code);
        Assert.Null((await drafts.Advice.WithdrawAsync(draft, AdviceField.Legal, "I overlooked section 7.", drafts.Lawyer)).Fault);
        Assert.Equal("advice", (await drafts.Advice.WithdrawAsync(draft, AdviceField.Legal, "Again.", drafts.Lawyer)).Fault?.Code);
        Assert.Equal("advice", (await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None." })).Fault?.Code);

        Assert.Null((await GiveAsync(drafts, draft, AdviceField.Legal, "Sound after all.", drafts.Lawyer)).Fault);
        await drafts.GoAsync(draft, DraftAct.Approve);
        Assert.Equal([AdviceState.Given, AdviceState.Withdrawn, AdviceState.Given], (await ListAsync(drafts, draft)).Select(advice => advice.State));
        Assert.Equal("state", (await GiveAsync(drafts, draft, AdviceField.Legal, "Too late.", drafts.Lawyer)).Fault?.Code);
    }

    private static string Seal(AdviceField field, DraftEntry draft) => DraftAdvice.Seal(field, draft.Content);

    private static async Task<DraftOutcome> GiveAsync(TestDrafts drafts, Guid draft, AdviceField field, string text, Standing who) =>
        await drafts.Advice.GiveAsync(draft, field, text, Seal(field, await drafts.FindAsync(draft)), who);

    private static async Task<IReadOnlyList<AdviceEntry>> ListAsync(TestDrafts drafts, Guid draft) => await drafts.Advice.ListAsync(await drafts.FindAsync(draft), drafts.Ada);
}
