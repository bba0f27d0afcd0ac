using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Decisions;

public sealed class DraftPublishingTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Publish_Signed_LetsEverybodyReadWhatWasSigned(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);

        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Publish, drafts.Secretary, request => request with { Reason = "" })).Fault);

        var record = (await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!;
        Assert.Equal(("Lighting in four parks", 2), (record.Head.Title, record.Head.Revision));
        Assert.Equal("publication", Assert.Single(record.History).Process);
        Assert.Equal(DraftState.Published, (await drafts.FindAsync(draft)).Head.State);
        Assert.Empty(await drafts.Register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Defer_ToADay_RemindsAWeekBeforeAndPublishesByItself(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);
        Assert.Equal("until", (await drafts.TakeAsync(draft, DraftAct.Defer, drafts.Ada)).Fault?.Code);
        Assert.Equal("until", (await DeferAsync(drafts, draft, new DateOnly(2026, 11, 21))).Fault?.Code);
        Assert.Null((await DeferAsync(drafts, draft, new DateOnly(2026, 12, 10))).Fault);
        Assert.Null((await DeferAsync(drafts, draft, new DateOnly(2026, 12, 1))).Fault);
        var decision = (Decision)(await drafts.Register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Content;
        Assert.Equal((true, new DateOnly(2026, 12, 1), "A test says so."), (decision.Publication.Deferred, decision.Publication.DeferredUntil, decision.Publication.DeferralReason));
        var reminded = new List<string?>();
        var due = new DueService(drafts.Register.Database, [new PublishDecisionWork(drafts.Register.Database), new RemindPublicationWork(drafts.Register.Database, (head, _) =>
        {
            reminded.Add(head.Reference);
            return Task.FromResult<string?>(null);
        })]);

        await drafts.Register.RunUntilAsync(due, new DateTime(2026, 11, 23, 23, 59, 0, DateTimeKind.Utc));
        Assert.Empty(reminded);
        await drafts.Register.RunUntilAsync(due, new DateTime(2026, 11, 30, 23, 59, 0, DateTimeKind.Utc));
        Assert.Equal(["PCD 1"], reminded);
        Assert.Null(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
        await drafts.Register.RunUntilAsync(due, new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        await drafts.Register.RunUntilAsync(due, new DateTime(2026, 12, 11, 0, 0, 0, DateTimeKind.Utc));

        Assert.NotNull(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
        var head = (await drafts.FindAsync(draft)).Head;
        Assert.Equal((DraftState.Published, (DateTime?)new DateTime(2026, 12, 1)), (head.State, head.PublishedAt));
        var step = (await drafts.History.ListAsync(draft, drafts.Ada))[^1];
        Assert.Equal((DraftAct.Publish, null, "Its publication was deferred to 1 December 2026."), (step.Act, step.By, step.Reason));
        Assert.Equal(["PCD 1"], reminded);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task PublishAndDefer_IntoThePeriodBeforeAnElection_WantAChoiceThatIsKept(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var poll = new PollingDay(new DateOnly(2026, 12, 10), "Illustrative election", "Riverside", 25, new DateOnly(2026, 11, 20), false, "a test");
        drafts.Elections = day => poll.Covers(day) ? [poll] : [];
        var (now, later) = (await drafts.StartAsync(), await drafts.StartAsync("PCD 2"));
        await drafts.SignAsync(now);
        await drafts.SignAsync(later);

        foreach (var value in new[] { "", "because" })
        {
            var refused = await drafts.TakeAsync(now, DraftAct.Publish, drafts.Secretary, request => request with { Election = value });
            Assert.Equal(("election", "election"), (refused.Fault?.Code, refused.Fault?.Field));
            Assert.Equal("election", (await drafts.TakeAsync(later, DraftAct.Defer, drafts.Ada, request => request with { DeferUntil = new DateOnly(2026, 12, 1), Election = value })).Fault?.Code);
        }

        Assert.Null(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
        Assert.Null((await drafts.TakeAsync(now, DraftAct.Publish, drafts.Secretary, request => request with { Election = "required" })).Fault);
        Assert.Equal("In the period before the election of 10 December 2026 (Illustrative election): the law requires it to be published. A test says so.", (await drafts.History.ListAsync(now, drafts.Ada))[^1].Reason);
        Assert.Null((await drafts.TakeAsync(later, DraftAct.Defer, drafts.Ada, request => request with { DeferUntil = new DateOnly(2026, 12, 11) })).Fault);
        Assert.Equal("A test says so.", (await drafts.History.ListAsync(later, drafts.Ada))[^1].Reason);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Defer_ToAnEvent_WaitsForSomebody(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);
        await DeferAsync(drafts, draft, new DateOnly(2026, 12, 1));

        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Defer, drafts.Ada, request => request with { DeferEvent = "the trial" })).Fault);

        await drafts.Register.RunUntilAsync(new DueService(drafts.Register.Database, [new PublishDecisionWork(drafts.Register.Database)]), new DateTime(2027, 12, 1, 0, 0, 0, DateTimeKind.Utc));
        var head = Assert.Single(await drafts.Lists.DeferredAsync(drafts.Bo));
        Assert.Equal((DraftState.Deferred, null, "the trial"), (head.State, head.DeferredUntil, head.DeferredEvent));
        Assert.Equal("Until after the trial. A test says so.", ((Decision)(await drafts.Register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Content).Publication.DeferralReason);
        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Publish, drafts.Ada)).Fault);
        Assert.NotNull(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Defer_RecordWithdrawnMeanwhile_IsNeverPublished(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var (draft, other) = (await drafts.StartAsync(), await drafts.StartAsync("PCD 2"));
        foreach (var one in new[] { draft, other })
        {
            await drafts.SignAsync(one);
            await DeferAsync(drafts, one, new DateOnly(2026, 12, 1));
        }

        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Withdraw, drafts.Mayor)).Fault);
        await drafts.Register.Writer.WithdrawAsync((await drafts.FindAsync(other)).Head.Record!.Value, "Records office", "By command.", erase: false);
        var said = new List<string>();
        var remind = new RemindPublicationWork(drafts.Register.Database, (_, _) => Task.FromResult<string?>("A reminder of what will not come."));
        await drafts.Register.RunUntilAsync(new DueService(drafts.Register.Database, [new PublishDecisionWork(drafts.Register.Database), remind], said.Add), new DateTime(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc));

        Assert.Empty(said);
        Assert.Equal("state", (await drafts.TakeAsync(other, DraftAct.Publish, drafts.Ada)).Fault?.Code);
        Assert.Equal((DraftAct.Withdraw, null, "By command."), (await drafts.History.ListAsync(other, drafts.Ada))[^1] is var step ? (step.Act, step.By, step.Reason) : default);
        foreach (var reference in new[] { "PCD 1", "PCD 2" })
            Assert.Null(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, reference));
        Assert.Equal(DraftState.Withdrawn, (await drafts.FindAsync(draft)).Head.State);
        await using var context = drafts.Register.Database.Open();
        Assert.Empty(await context.Due.Where(due => due.Record == draft || due.Record == other).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Correct_Published_ChangesTheWordsVisiblyAndNotTheSignature(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);
        await drafts.GoAsync(draft, DraftAct.Publish);
        drafts.Register.Clock.Move(TimeSpan.FromDays(3));
        Assert.Equal("unchanged", (await drafts.TakeAsync(draft, DraftAct.Correct, drafts.Ada)).Fault?.Code);

        var outcome = await drafts.TakeAsync(draft, DraftAct.Correct, drafts.Ada, request => request with
        {
            Reason = "Five parks, not four.",
            Corrections = new Dictionary<string, string> { ["title"] = "Lighting in five parks", ["summary"] = "Lamps.", ["decision-maker"] = "Somebody else" },
        });

        Assert.Null(outcome.Fault);
        Assert.Equal((DraftState.Published, "Lighting in five parks"), (outcome.Draft!.State, outcome.Draft.Title));
        var record = (await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!;
        var decision = (Decision)record.Content;
        Assert.Equal(("Lighting in five parks", new DateOnly(2026, 11, 21), "Deputy Mayor for Policing and Crime"), (decision.Title, decision.DateSigned, decision.DecisionMaker.Role));
        Assert.Equal([("correction", "Five parks, not four."), ("publication", "A test says so.")], record.History.Select(one => (one.Process, one.Reason)));
        var found = await drafts.FindAsync(draft);
        Assert.Equal(("Lamps.", 2, 1), (found.Content["summary"], found.VersionOf("title"), found.VersionOf("summary")));
        Assert.Equal(["title", "decision-maker", "summary"], (await drafts.History.ListAsync(draft, drafts.Ada))[^1].Changes.Select(change => change.Field));
        Assert.Empty(await drafts.Register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Publish_ReplacingAnEarlierDecision_SupersedesItsDraft(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var (earlier, later) = (await drafts.StartAsync(), await drafts.StartAsync("PCD 2", content => content.With("supersedes", "pcd1")));
        foreach (var draft in new[] { earlier, later })
        {
            await drafts.SignAsync(draft);
            await drafts.GoAsync(draft, DraftAct.Publish);
        }

        Assert.Equal((DraftState.Superseded, DraftState.Published), ((await drafts.FindAsync(earlier)).Head.State, (await drafts.FindAsync(later)).Head.State));
        Assert.Equal((DraftAct.Supersede, "PCD 2 takes its place."), ((await drafts.History.ListAsync(earlier, drafts.Ada))[^1] is var step ? (step.Act!.Value, step.Reason) : default));
        Assert.NotNull(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdraw_Published_LeavesATombstoneAtOnce(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);
        await drafts.GoAsync(draft, DraftAct.Publish);

        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Withdraw, drafts.Ada, request => request with { Reason = "A name stood in it." })).Fault);

        var found = (await drafts.Register.Public.FindAsync(TestRegister.Body, "decision", "pcd-1"))!;
        Assert.Null(found.Record);
        Assert.Equal("A name stood in it.", found.Tombstone!.Ground);
        Assert.Equal(DraftState.Withdrawn, (await drafts.FindAsync(draft)).Head.State);
        Assert.Empty(await drafts.Register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Erase_RecordOfADraft_TakesItsTextsToo(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync(with: content => content.With("title", "zanzibar").With("legal", "zanzibar"));
        await drafts.SaveAsync(draft, drafts.Bo, "legal", "zanzibar aside", 0);
        await drafts.Comments.AddAsync(draft, "legal", "zanzibar", "Why zanzibar?", drafts.Bo);
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        await drafts.Advice.GiveAsync(draft, Core.People.AdviceField.Legal, "zanzibar", DraftAdvice.Seal(Core.People.AdviceField.Legal, (await drafts.FindAsync(draft)).Content), drafts.Lawyer);
        await drafts.GoAsync(draft, DraftAct.SendOn, DraftAct.Recommend, DraftAct.Approve);
        var record = (await drafts.FindAsync(draft)).Head.Record!.Value;
        Assert.Contains("zanzibar", System.Text.Json.JsonSerializer.Serialize(await new HeldDrafts(drafts.Register.Database).OfRecordAsync(record)), StringComparison.Ordinal);

        await drafts.Register.Writer.WithdrawAsync(record, "Records office", "A court ordered it.", erase: true);

        var held = (await new HeldDrafts(drafts.Register.Database).OfRecordAsync(record))!;
        Assert.DoesNotContain("zanzibar", System.Text.Json.JsonSerializer.Serialize(held), StringComparison.Ordinal);
        Assert.Equal((DraftState.Withdrawn, "A court ordered it."), (held.Head.State, held.Steps[^1].Reason));
        Assert.Equal(6, (await drafts.History.ListAsync(draft, drafts.Ada)).Count);
    }

    private static Task<StepOutcome> DeferAsync(TestDrafts drafts, Guid draft, DateOnly day) =>
        drafts.TakeAsync(draft, DraftAct.Defer, drafts.Ada, request => request with { DeferUntil = day });
}

/// <summary>Moves a register's clock to a time and does what is due there.</summary>
internal static class Running
{
    public static async Task RunUntilAsync(this TestRegister register, DueService due, DateTime at)
    {
        register.Clock.Move(at - register.Database.Now);
        await due.RunAsync();
    }
}
