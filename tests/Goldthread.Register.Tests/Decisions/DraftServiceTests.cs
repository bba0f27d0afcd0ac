using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Records;

namespace Goldthread.Register.Tests.Decisions;

public sealed class DraftServiceTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task StartAsync_WithContent_IsFoundAsItWasWritten(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = (await drafts.Drafts.StartAsync(TestRegister.Body, TestDrafts.Content, drafts.Ada, "pcd1", "decision/west-midshire-pcc/pcd-9", new DateOnly(2026, 12, 1))).Draft!.Value;

        var found = (await drafts.Drafts.FindAsync(TestRegister.Body, "pcd-1", drafts.Mayor))!;

        Assert.Equal(id, found.Head.Id);
        Assert.Equal(TestDrafts.Content, found.Content);
        Assert.Equal(("PCD 1", "Lighting in four parks", DraftState.Draft, 1, (long?)25_000_000), (found.Head.Reference, found.Head.Title, found.Head.State, found.Head.Version, found.Head.Asked));
        Assert.Equal(("Deputy Mayor for Policing and Crime", "decision/west-midshire-pcc/pcd-9", (DateOnly?)new DateOnly(2026, 12, 1)), (found.Head.Decides, found.Head.StartedFrom, found.Head.WantedBy));
        Assert.Equal("Sample Policy officer", found.Head.OwnerName!.Name);
        Assert.Equal(1, found.VersionOf("title"));
        Assert.Equal(0, found.VersionOf("summary"));
        Assert.Null(Assert.Single(await drafts.History.ListAsync(id, drafts.Mayor)).Act);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_TwoPeopleInDifferentFields_KeepsBoth(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = await drafts.StartAsync();

        await Task.WhenAll(
            Task.Run(() => drafts.SaveAsync(id, drafts.Ada, "summary", "Lamps for four parks.", 0)),
            Task.Run(() => drafts.SaveAsync(id, drafts.Bo, "legal", "Section 17 applies.", 1)));

        var found = await drafts.FindAsync(id);
        Assert.Equal(("Lamps for four parks.", "Section 17 applies."), (found.Content["summary"], found.Content["legal"]));
        Assert.Equal((1, 2, 3), (found.VersionOf("summary"), found.VersionOf("legal"), found.Head.Version));
        Assert.Empty(found.Asides);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_TwoPeopleInOneField_KeepsTheSecondTextBesideTheFirst(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = await drafts.StartAsync();

        var first = await drafts.SaveAsync(id, drafts.Ada, "legal", "Ada's words.", 1);
        var second = await drafts.SaveAsync(id, drafts.Bo, "legal", "Bo's words.", 1);
        var again = await drafts.SaveAsync(id, drafts.Bo, "legal", "Bo's words. And more.", 1);

        Assert.Equal(new FieldSaved(2, "Ada's words."), first.Fields["legal"]);
        Assert.Equal((2, "Ada's words.", true), (second.Fields["legal"].Version, second.Fields["legal"].Text, second.Fields["legal"].Lost));
        Assert.Equal(second.Fields["legal"].Aside, again.Fields["legal"].Aside);
        var found = await drafts.FindAsync(id);
        Assert.Equal("Ada's words.", found.Content["legal"]);
        var aside = Assert.Single(found.Asides);
        Assert.Equal(("Bo's words. And more.", drafts.Bo.Person), (aside.Text, aside.By));

        Assert.Null((await drafts.Drafts.TakeAsideAsync(id, aside.Id, drafts.Bo)).Fault);
        found = await drafts.FindAsync(id);
        Assert.Equal(("Bo's words. And more.", "Ada's words."), (found.Content["legal"], Assert.Single(found.Asides).Text));
        Assert.Null((await drafts.Drafts.DropAsideAsync(id, found.Asides[0].Id, drafts.Ada)).Fault);
        Assert.Equal("gone", (await drafts.Drafts.DropAsideAsync(id, found.Asides[0].Id, drafts.Ada)).Fault?.Code);
        Assert.Empty((await drafts.FindAsync(id)).Asides);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_AnswerLostOnItsWay_DoesNotStandInHerOwnWay(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = await drafts.StartAsync();
        await drafts.SaveAsync(id, drafts.Ada, "legal", "Half a sen", 1);

        var same = await drafts.SaveAsync(id, drafts.Ada, "legal", "Half a sen", 1);
        var more = await drafts.SaveAsync(id, drafts.Ada, "legal", "Half a sentence.", 1);
        Assert.Equal(new FieldSaved(2, "Half a sen"), same.Fields["legal"]);
        Assert.Equal(new FieldSaved(3, "Half a sentence."), more.Fields["legal"]);
        Assert.Empty((await drafts.FindAsync(id)).Asides);

        await drafts.SaveAsync(id, drafts.Ada, "legal", "Something else.", 2); // a second window of hers
        var found = await drafts.FindAsync(id);
        Assert.Equal(("Something else.", "Half a sentence."), (found.Content["legal"], Assert.Single(found.Asides).Text));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_OnceItWentOn_KeepsWhatWasTypedBesideIt(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = await drafts.StartAsync();
        await drafts.GoAsync(id, DraftAct.AskAdvice, DraftAct.SendOn);

        var saved = await drafts.SaveAsync(id, drafts.Bo, "legal", "One thing more.", 1);

        Assert.Equal("state", saved.Fault?.Code);
        Assert.True(saved.Fields["legal"].Lost);
        var found = await drafts.FindAsync(id);
        Assert.Equal(("The powers are there.", "One thing more."), (found.Content["legal"], Assert.Single(found.Asides).Text));
        Assert.Equal("state", (await drafts.Drafts.TakeAsideAsync(id, found.Asides[0].Id, drafts.Bo)).Fault?.Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_NothingChanged_WritesNothing(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var id = await drafts.StartAsync();
        drafts.Register.Clock.Move(TimeSpan.FromMinutes(1));

        var saved = await drafts.SaveAsync(id, drafts.Bo, "legal", "The powers\0 are there.", 1);

        Assert.Equal((1, new FieldSaved(1, "The powers are there.")), (saved.Version, saved.Fields["legal"]));
        var head = (await drafts.FindAsync(id)).Head;
        Assert.Equal((1, head.CreatedAt), (head.Version, head.ChangedAt));
    }

    [Fact]
    public async Task SaveAsync_WhatTheFormRefuses_IsNamedAtItsFieldAndTheRestIsSaved()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        var id = await drafts.StartAsync();

        var saved = await drafts.Drafts.SaveAsync(id, new Dictionary<string, (string, int)>
        {
            ["publish"] = ("never", 0),
            ["no-such-field"] = ("words", 0),
            ["title"] = ("Lighting\r\nin five parks", 1),
            ["money"] = ("2026/27|300000.00|Community safety fund|excluded\n2027/28|1000.50|Reserves|none", 1),
        }, drafts.Ada);

        Assert.Equal(("text", "field"), (saved.Fields["publish"].Fault?.Code, saved.Fields["no-such-field"].Fault?.Code));
        var head = (await drafts.FindAsync(id)).Head;
        Assert.Equal(("Lighting in five parks", (long?)30_100_050, 2), (head.Title, head.Asked, head.Version));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task SaveAsync_ManyAtOnce_LoseNothing(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        var (id, other) = (await drafts.StartAsync(), await drafts.StartAsync("PCD 2"));
        var fields = DraftForm.Fields.Where(field => field.Kind == DraftFieldKind.Text).Select(field => field.Name).Take(10).ToList();

        await Task.WhenAll(fields.SelectMany(field => new[] { (drafts.Ada, id), (drafts.Bo, id), (drafts.Bo, other) }.Select(pair => Task.Run(() => drafts.SaveAsync(pair.Item2, pair.Item1, field, $"{field} of {pair.Item1.Person}", TestDrafts.Content[field].Length > 0 ? 1 : 0)))));

        var (found, alone) = (await drafts.FindAsync(id), await drafts.FindAsync(other));
        Assert.All(fields, field =>
        {
            var texts = found.Asides.Where(aside => aside.Field == field).Select(aside => aside.Text).Append(found.Content[field]);
            Assert.Equal(new[] { $"{field} of {drafts.Ada.Person}", $"{field} of {drafts.Bo.Person}" }.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
            Assert.Equal($"{field} of {drafts.Bo.Person}", alone.Content[field]);
        });
        Assert.Equal(1 + fields.Count, alone.Head.Version);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task NumberAsync_Next_ComesAfterTheGreatestOfRecordsAndDrafts(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        await drafts.Register.SaveAsync(TestRegister.Decision("PCD 999"));
        await drafts.Register.SaveAsync(TestRegister.Decision("PCD 1041"));
        var (first, second) = (await drafts.StartAsync(null), await drafts.StartAsync(null));

        await Task.WhenAll(new[] { first, second }.Select(id => Task.Run(() => drafts.Drafts.NumberAsync(id, "PCD", null, drafts.Ada))));

        Assert.Equal(["PCD 1042", "PCD 1043"], new[] { (await drafts.FindAsync(first)).Head.Reference, (await drafts.FindAsync(second)).Head.Reference }.Order(StringComparer.Ordinal));
        Assert.Equal("taken", (await drafts.Drafts.NumberAsync(first, "PCD", "pcd-999", drafts.Ada)).Fault?.Code);
        Assert.Equal("reference", (await drafts.Drafts.NumberAsync(first, "PCD", "no number", drafts.Ada)).Fault?.Code);
        Assert.Equal("taken", (await drafts.Drafts.StartAsync(TestRegister.Body, TestDrafts.Content, drafts.Ada, "PCD 1043")).Fault?.Code);
        Assert.Equal("taken", (await drafts.Drafts.StartAsync(TestRegister.Body, TestDrafts.Content, drafts.Ada, "PCD 1041")).Fault?.Code);
    }

    [Fact]
    public async Task EveryMethod_WhoeverMayNot_IsRefused()
    {
        await using var drafts = await TestDrafts.NewAsync(On.Sqlite, server);
        var id = await drafts.StartAsync();
        var aside = (await drafts.SaveAsync(id, drafts.Bo, "legal", "Late.", 0)).Fields["legal"].Aside!.Value;
        Standing[] outside =
        [
            await drafts.JoinAsync("Partner", Role.Partner, organisation: "lantern"),
            await drafts.JoinAsync("Administrator", Role.Administrator),
            drafts.Ada with { Grounds = [] },
            drafts.Ada with { Organisation = "lantern" },
        ];
        Standing[] readers = [await drafts.JoinAsync("Auditor", Role.Auditor), await drafts.JoinAsync("Analyst", Role.Analyst)];
        foreach (var (who, code) in outside.Select(who => (who, "nothing")).Concat(readers.Append(drafts.Lawyer).Select(who => (who, "role"))))
        {
            Assert.Equal("role", (await drafts.Drafts.StartAsync(TestRegister.Body, TestDrafts.Content, who)).Fault?.Code);
            Assert.Equal(code, (await drafts.SaveAsync(id, who, "legal", "Mine.", 1)).Fault?.Code);
            Assert.Equal(code, (await drafts.Drafts.TakeAsideAsync(id, aside, who)).Fault?.Code);
            Assert.Equal(code, (await drafts.Drafts.DropAsideAsync(id, aside, who)).Fault?.Code);
            Assert.Equal(code, (await drafts.Drafts.NumberAsync(id, "PCD", null, who)).Fault?.Code);
            Assert.Equal(code, (await drafts.Drafts.WantAsync(id, null, who)).Fault?.Code);
            Assert.Equal(code, (await drafts.Advice.AskAsync(id, [AdviceField.Legal], who)).Fault?.Code);
            Assert.Equal(code == "role", await drafts.Drafts.FindAsync(id, who) is not null);
            Assert.Equal(code == "role", await drafts.Drafts.FindAsync(TestRegister.Body, "pcd-1", who) is not null);
            Assert.Equal(code == "role", (await drafts.Lists.OpenAsync(who)).Count == 1);
            Assert.Equal(code == "role", (await drafts.Lists.PlanAsync(who)).Count == 1);
            Assert.Equal(code == "role", (await drafts.History.ListAsync(id, who)).Count == 1);
        }

        var entry = await drafts.FindAsync(id);
        var comment = (await drafts.Comments.AddAsync(id, "legal", "", "Which powers?", drafts.Lawyer)).Draft!.Value;
        foreach (var who in outside.Concat(readers))
        {
            Assert.Equal("nothing", (await drafts.Comments.AddAsync(id, "legal", "", "Mine.", who)).Fault?.Code);
            Assert.Equal("nothing", (await drafts.Comments.AnswerAsync(comment, "Mine.", who)).Fault?.Code);
            Assert.Equal("nothing", (await drafts.Comments.ResolveAsync(comment, who)).Fault?.Code);
            Assert.Equal("nothing", (await drafts.Advice.WithdrawAsync(id, AdviceField.Legal, "Mine.", who)).Fault?.Code);
            Assert.NotNull((await drafts.Advice.GiveAsync(id, AdviceField.Legal, "Mine.", "", who)).Fault);
            Assert.Empty(await drafts.Lists.WaitingAsync(who));
        }

        Assert.All(outside, who => Assert.Empty(drafts.Comments.ListAsync(entry, who).Result));
        Assert.Equal((1, "The powers are there."), ((await drafts.FindAsync(id)).Head.Version, entry.Content["legal"]));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Drafts_InTheRegister_AreNoRecords(On on)
    {
        await using var drafts = await TestDrafts.NewAsync(on, server);
        await drafts.StartAsync(with: content => content.With("summary", "zanzibar"));

        Assert.Empty((await drafts.Register.Staff.SearchAsync(new("zanzibar"))).Hits);
        Assert.Empty(await drafts.Register.Staff.ReferredToAsync("PCD 1"));
        Assert.Empty(await drafts.Register.AuditAsync());
    }
}
