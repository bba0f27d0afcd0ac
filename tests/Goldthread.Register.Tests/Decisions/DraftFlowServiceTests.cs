using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Decisions;

public sealed class DraftFlowServiceTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Fact]
    public async Task TakeAsync_EveryActInEveryStateByEveryRole_IsTakenWhereTheTableHasItAndNowhereElse()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        drafts.MayChiefDecide = true;
        var holders = new List<(Role Role, Standing Who)>();
        foreach (var role in Roles.All)
            holders.Add((role, await drafts.JoinAsync(role.Words(), role, role == Role.Adviser ? AdviceField.Legal : null, Roles.Outside.Contains(role) ? "lantern" : null)));
        var number = 0;
        foreach (var state in Enum.GetValues<DraftState>())
        {
            var draft = await InAsync(state);
            foreach (var act in Enum.GetValues<DraftAct>())
            {
                foreach (var (role, who) in holders)
                {
                    var may = DraftFlow.Find(state, act) is { } step && step.Roles.Contains(role);
                    var outcome = await drafts.TakeAsync(draft, act, who, Whole);
                    Assert.True(outcome.Fault is null == may, $"{role} {act} in {state}: {outcome.Fault}");
                    if (!may)
                        continue;
                    Assert.Equal(DraftFlow.Find(state, act)!.To, outcome.Draft!.State);
                    draft = await InAsync(state);
                }
            }

            Assert.Equal(state, (await drafts.FindAsync(draft)).Head.State);
        }

        Assert.Empty(await drafts.Register.AuditAsync());

        async Task<Guid> InAsync(DraftState state)
        {
            var draft = await drafts.StartAsync($"PCD {++number}");
            if (state.IsSigned())
                await drafts.SignAsync(draft);
            await using var context = drafts.Register.Database.Open();
            await context.Drafts.Where(row => row.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));
            return draft;
        }

        StepRequest Whole(StepRequest request) => request with { Interests = "None.", DeferEvent = "the by-election", Corrections = new Dictionary<string, string> { ["legal"] = "Corrected." } };
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_ByTheDecisionMaker_MakesTheRecordForStaffAndFreezesTheWords(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.SignAsync(draft);

        var head = (await drafts.FindAsync(draft)).Head;
        var record = (await drafts.Register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!;
        var decision = (Decision)record.Content;
        Assert.Equal((DraftState.Approved, record.Head.Id), (head.State, head.Record));
        Assert.NotNull(head.SignedAt);
        Assert.Equal(("PCD 1", "Lighting in four parks", new DateOnly(2026, 11, 21)), (decision.Reference, decision.Title, decision.DateSigned));
        Assert.Equal(new DecisionMaker(null, "Deputy Mayor for Policing and Crime"), decision.DecisionMaker);
        var revision = Assert.Single(record.History);
        Assert.Equal(("signature", "Sample Deputy Mayor for Policing and Crime · Deputy Mayor for Policing and Crime", Audience.Staff), (revision.Process, revision.Who, revision.Visibility));
        Assert.Null(await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));
        Assert.Equal("state", (await drafts.SaveAsync(draft, drafts.Ada, "legal", "One thing more.", 1)).Fault?.Code);
        Assert.Equal(draft, (await drafts.Drafts.FindByRecordAsync(record.Head.Id, drafts.Bo))!.Head.Id);
        Assert.Equal("None.", (await drafts.History.ListAsync(draft, drafts.Ada))[^1].Interests);
        Assert.Empty(await drafts.Register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_ByADeputy_IsSignedForTheOfficeCoveredAndNeverForWhoWroteIt(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend);
        var ground = new Ground(Role.DecisionMaker, null, drafts.Mayor.Person, drafts.Mayor.Name);

        var writer = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Ada with { Grounds = [ground] }, request => request with { Interests = "None." });
        var deputy = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Secretary with { Grounds = [.. drafts.Secretary.Grounds, ground] }, request => request with { Interests = "None." });

        Assert.Equal("another", writer.Fault?.Code);
        Assert.Null(deputy.Fault);
        var record = (await drafts.Register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!;
        Assert.Equal("Deputy Mayor for Policing and Crime", ((Decision)record.Content).DecisionMaker.Role);
        Assert.Equal("Secretariat, for Deputy Mayor for Policing and Crime", Acting.OfficeOf(record.History[0].Who));
        var step = (await drafts.History.ListAsync(draft, drafts.Ada))[^1];
        Assert.Equal((drafts.Secretary.Person, drafts.Mayor.Person), (step.By!.Id, step.ActingFor!.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_ChangedMeanwhile_SignsNothing(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        drafts.Demanded.Add(AdviceField.Legal);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        await drafts.Advice.GiveAsync(draft, AdviceField.Legal, "Sound.", DraftAdvice.Seal(AdviceField.Legal, TestDrafts.Content), drafts.Lawyer);
        await drafts.GoAsync(draft, DraftAct.SendOn, DraftAct.Recommend);
        var request = new StepRequest((await drafts.FindAsync(draft)).Head.Version) { Interests = "None." };

        var outcome = await drafts.Flow.TakeAsync(draft, DraftAct.Approve, request, drafts.Mayor with { ProvedAt = drafts.Register.Database.Now }, async (entry, day, stop) =>
        {
            await drafts.Advice.WithdrawAsync(draft, AdviceField.Legal, "I was wrong.", drafts.Lawyer, stop);
            return await drafts.ReviewAsync(entry, day, stop);
        });

        Assert.Equal("advice", outcome.Fault?.Code);
        drafts.Demanded.Clear();
        outcome = await drafts.Flow.TakeAsync(draft, DraftAct.Approve, request, drafts.Mayor with { ProvedAt = drafts.Register.Database.Now }, drafts.ReviewAsync);
        Assert.Equal("changed", outcome.Fault?.Code);
        outcome = await drafts.Flow.TakeAsync(draft, DraftAct.Approve, request with { Version = request.Version + 1 }, drafts.Mayor with { ProvedAt = drafts.Register.Database.Now }, async (entry, day, stop) =>
        {
            await drafts.TakeAsync(draft, DraftAct.TakeBack, drafts.Ada);
            return await drafts.ReviewAsync(entry, day, stop);
        });
        Assert.Equal("changed", outcome.Fault?.Code);
        Assert.Equal((DraftState.Draft, (Guid?)null), ((await drafts.FindAsync(draft)).Head.State, (await drafts.FindAsync(draft)).Head.Record));
        Assert.Empty(await drafts.Register.Staff.ReferredToAsync("PCD 1"));
        Assert.Empty(await drafts.Register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_ReferenceTakenByAnImport_SignsNothing(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend);
        await drafts.Register.SaveAsync(TestRegister.Decision("PCD 1", "Another decision"));

        var outcome = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None." });

        Assert.Equal("taken", outcome.Fault?.Code);
        var record = (await drafts.Register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!;
        Assert.Equal(("Another decision", 1), (record.Head.Title, record.Head.Revision));
        Assert.Equal(DraftState.DecisionMaker, (await drafts.FindAsync(draft)).Head.State);
    }

    [Fact]
    public async Task TakeAsync_WhatAStepWants_IsAskedFor()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        var draft = await drafts.StartAsync(null);
        Assert.Equal("reason", (await drafts.TakeAsync(draft, DraftAct.Abandon, drafts.Ada, request => request with { Reason = " " })).Fault?.Code);
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend);
        var version = (await drafts.FindAsync(draft)).Head.Version;
        var signing = new StepRequest(version) { Interests = "None." };

        Task<StepOutcome> SignAsync(StepRequest request, Standing? who = null) => drafts.Flow.TakeAsync(draft, DraftAct.Approve, request, who ?? drafts.Mayor, drafts.ReviewAsync);

        Assert.Equal("changed", (await SignAsync(signing with { Version = version - 1 })).Fault?.Code);
        Assert.Equal("interests", (await SignAsync(signing with { Interests = "" })).Fault?.Code);
        Assert.Equal("reason", (await SignAsync(signing with { Reason = new string('a', 4001) })).Fault?.Code);
        Assert.Equal("reference", (await SignAsync(signing)).Fault?.Code);
        await using (var context = drafts.Register.Database.Open())
            await context.Drafts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Reference, "PCD 1").SetProperty(row => row.Slug, "pcd-1"));
        Assert.Equal("proof", (await SignAsync(signing, drafts.Mayor with { ProvedAt = drafts.Register.Database.Now.AddMinutes(-16) })).Fault?.Code);
        drafts.Register.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.Null((await SignAsync(signing)).Fault);
        Assert.Equal("state", (await SignAsync(signing)).Fault?.Code);
    }

    [Fact]
    public async Task TakeAsync_ErrorsOfTheStepOrBefore_StopIt()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        var draft = await drafts.StartAsync();
        var (now, later) = (Found("GT1001", Severity.Error, DraftStep.Draft), Found("GT1002", Severity.Error, DraftStep.Signing));
        drafts.Findings.AddRange([now, later]);

        var stopped = await drafts.TakeAsync(draft, DraftAct.AskAdvice, drafts.Ada);
        Assert.Equal(("checks", "legal", now), (stopped.Fault?.Code, stopped.Fault?.Field, Assert.Single(stopped.Findings)));
        drafts.Findings.Remove(now);
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend);
        stopped = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None." });
        Assert.Equal(("checks", later), (stopped.Fault?.Code, Assert.Single(stopped.Findings)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_OpenWarnings_AreAcknowledgedOneByOneByWhoeverSigns(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        var (one, two) = (Found("GT2001", Severity.Warning, DraftStep.Publication), Found("GT2001", Severity.Warning, DraftStep.Draft) with { Pointer = "/sections/1" });
        drafts.Findings.AddRange([one, two, Found("GT2002", Severity.Info, DraftStep.Draft)]);
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn, DraftAct.Recommend);
        await drafts.Flow.AcknowledgeAsync(draft, one, drafts.Ada);
        await drafts.Flow.AcknowledgeAsync(draft, one, drafts.Mayor);
        await drafts.Flow.AcknowledgeAsync(draft, one, drafts.Mayor);

        var stopped = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None." });
        Assert.Equal(("acknowledge", two), (stopped.Fault?.Code, Assert.Single(stopped.Findings)));
        drafts.Findings[0] = one with { Message = "Other figures." };
        stopped = await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None.", Acknowledged = [one.Subject, two.Subject] });
        Assert.Equal("acknowledge", stopped.Fault?.Code);
        Assert.Null((await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Mayor, request => request with { Interests = "None.", Acknowledged = [.. drafts.Findings.Select(found => found.Subject)] })).Fault);

        Assert.Equal(drafts.Findings.Where(found => found.Severity == Severity.Warning).Select(found => found.Subject).Append(one.Subject).Order(StringComparer.Ordinal), (await drafts.Flow.AcknowledgedAsync(draft, drafts.Mayor)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TakeAsync_ByWhoeverWroteOrSentIt_IsRefused()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        drafts.MayChiefDecide = true;
        var draft = await drafts.StartAsync();
        await drafts.SaveAsync(draft, drafts.Bo, "summary", "Bo wrote this.", 0);
        await drafts.GoAsync(draft, DraftAct.AskAdvice);
        var sender = await drafts.JoinAsync("Policy officer", Role.Officer);
        Assert.Null((await drafts.TakeAsync(draft, DraftAct.SendOn, sender)).Fault);

        foreach (var writer in new[] { drafts.Ada, drafts.Bo, sender })
            foreach (var act in new[] { DraftAct.Recommend, DraftAct.Approve })
                Assert.Equal("another", (await drafts.TakeAsync(draft, act, writer with { Grounds = [new Ground(Role.ChiefExecutive, null)] }, request => request with { Interests = "None." })).Fault?.Code);
        Assert.Equal("another", (await drafts.TakeAsync(draft, DraftAct.Recommend, drafts.Secretary with { Grounds = [new Ground(Role.ChiefExecutive, null, drafts.Ada.Person, "")] })).Fault?.Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Approve_ByTheChiefExecutive_OnlyWhereTheSchemeLeavesItToHer(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var draft = await drafts.StartAsync();
        await drafts.GoAsync(draft, DraftAct.AskAdvice, DraftAct.SendOn);

        Assert.Equal("authority", (await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Chief, request => request with { Interests = "None." })).Fault?.Code);
        drafts.MayChiefDecide = true;
        Assert.Equal(DraftState.Approved, (await drafts.TakeAsync(draft, DraftAct.Approve, drafts.Chief, request => request with { Interests = "None." })).Draft?.State);
        Assert.Equal("Chief executive", ((Decision)(await drafts.Register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Content).DecisionMaker.Role);
    }

    private static DraftFinding Found(string code, Severity severity, DraftStep step) => new(code, severity, step, "/sections/0", "legal", $"{code} is wrong.");
}
