using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Register.People;

namespace Goldthread.Register.Tests.People;

public sealed class AskServiceTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task AskAsync_OfAPerson_WaitsForHerAndStandsAmongWhatWasGiven(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo, cy) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Secretariat), await JoinAsync(register, Role.Officer));
        var record = await register.SaveAsync(TestRegister.Decision());

        var asked = await Asks(register).AskAsync(Wanted(register) with { Person = bo.Person, Record = record.Id }, ada);

        var waiting = Assert.Single((await Lists(register).DeskAsync(bo)).Waiting);
        Assert.Equal((asked.Ask!.Value, "Report on reach", (Guid?)record.Id, ada.Person), (waiting.Ask.Id, waiting.Ask.Title, waiting.Ask.Record, waiting.AskedBy.Id));
        Assert.Equal(asked.Ask, Assert.Single((await Lists(register).DeskAsync(ada)).Given).Ask.Id);
        Assert.Equal(new DeskEntry([], []), await Lists(register).DeskAsync(cy), Same);
        Assert.Null(await Asks(register).FindAsync(asked.Ask!.Value, cy));
        Assert.Equal((1, 0), await Lists(register).CountAsync(bo, Asks(register).Today));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task DeskAsync_SharedAsks_WaitForEachOfTheOrganisationOrRole(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var ada = await JoinAsync(register, Role.Officer);
        var (partner, provider, other) = (await JoinAsync(register, Role.Partner, "lantern"), await JoinAsync(register, Role.Provider, "lantern"), await JoinAsync(register, Role.Partner, "mps"));
        var adviser = await JoinAsync(register, Role.Adviser);
        await Asks(register).AskAsync(Wanted(register) with { Organisation = "lantern" }, ada);
        await Asks(register).AskAsync(Wanted(register) with { Role = Role.Adviser, Advice = AdviceField.Legal }, ada);
        await Asks(register).AskAsync(Wanted(register) with { Role = Role.Adviser, Advice = AdviceField.Finance }, ada);

        var counts = new List<int>();
        foreach (var who in new[] { partner, provider, other, adviser, ada })
            counts.Add((await Lists(register).DeskAsync(who)).Waiting.Count);

        Assert.Equal([1, 1, 0, 1, 0], counts);
        Assert.Equal(3, (await Lists(register).DeskAsync(ada)).Given.Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task DeskAsync_SeveralWaiting_WhatIsDueFirstComesFirst(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer));
        foreach (var days in new[] { 9, 2, 5 })
            await Asks(register).AskAsync(Wanted(register) with { Person = bo.Person, Title = $"In {days}", Due = Asks(register).Today.AddDays(days) }, ada);
        register.Clock.Move(TimeSpan.FromDays(4));

        Assert.Equal(["In 2", "In 5", "In 9"], (await Lists(register).DeskAsync(bo)).Waiting.Select(entry => entry.Ask.Title));
        Assert.Equal((3, 1), await Lists(register).CountAsync(bo, Asks(register).Today));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task DoneAsync_ThenAgain_IsAnsweredOnce(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer));
        var ask = (await Asks(register).AskAsync(Wanted(register) with { Person = bo.Person }, ada)).Ask!.Value;

        Assert.Equal("answer", (await Asks(register).DoneAsync(ask, bo, " ")).Fault?.Code);
        Assert.Equal("closed", (await Asks(register).DoneAsync(ask, ada, "Not hers to answer.")).Fault?.Code);
        Assert.Null((await Asks(register).DoneAsync(ask, bo, "Reached 12,000 people.")).Fault);
        Assert.Equal("closed", (await Asks(register).DeclineAsync(ask, bo, "Too late.")).Fault?.Code);

        var found = (await Asks(register).FindAsync(ask, ada))!;
        Assert.Equal((AskState.Done, "Reached 12,000 people.", bo.Person), (found.Ask.State, found.Ask.Answer, found.AnsweredBy!.Id));
        Assert.Empty((await Lists(register).DeskAsync(bo)).Waiting);
        Assert.Single((await Lists(register).DeskAsync(ada)).Given);
        register.Clock.Move(AskLists.Remembered + TimeSpan.FromDays(1));
        Assert.Empty((await Lists(register).DeskAsync(ada)).Given);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task HandOverAsync_ToAColleague_MovesItAndKeepsWhereItWas(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo, cy) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer));
        var partner = await JoinAsync(register, Role.Partner, "lantern");
        var ask = (await Asks(register).AskAsync(Wanted(register) with { Person = bo.Person }, ada)).Ask!.Value;

        Assert.Equal("taker", (await Asks(register).HandOverAsync(ask, bo, partner.Person, "")).Fault?.Code);
        Assert.Null((await Asks(register).HandOverAsync(ask, bo, cy.Person, "She knows\r\nthe campaign.")).Fault);
        Assert.Equal("closed", (await Asks(register).HandOverAsync(ask, bo, cy.Person, "")).Fault?.Code);

        Assert.Single((await Lists(register).DeskAsync(cy)).Waiting);
        Assert.Equal(ask, Assert.Single((await Lists(register).DeskAsync(bo)).Given).Ask.Id);
        var hand = Assert.Single((await Asks(register).FindAsync(ask, bo))!.HandOvers);
        Assert.Equal((bo.Person, bo.Person, cy.Person, "She knows the campaign."), (hand.By.Id, hand.From!.Id, hand.To.Id, hand.Reason));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task HandAllOverAsync_OfALeaver_GivesHerSuccessorWhatWaitsAndWhatSheAsked(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, bo, cy) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Officer));
        var keeper = await JoinAsync(register, Role.Administrator);
        await Asks(register).AskAsync(Wanted(register) with { Person = bo.Person }, ada);
        await Asks(register).AskAsync(Wanted(register) with { Organisation = "lantern" }, bo);
        await new PeopleService(register.Database).LeaveAsync(bo.Person, "A test", "");
        Assert.Equal(2, (await Lists(register).OpenOfAsync(bo.Person)).Count);

        Assert.Equal(2, await Asks(register).HandAllOverAsync(bo.Person, cy.Person, keeper.Person, "She left."));

        var desk = await Lists(register).DeskAsync(cy);
        Assert.Equal((1, 1), (desk.Waiting.Count, desk.Given.Count));
        Assert.Empty(await Lists(register).OpenOfAsync(bo.Person));
        Assert.Null(await Asks(register).FindAsync(desk.Waiting[0].Ask.Id, keeper));
        Assert.Null(await Asks(register).FindAsync(desk.Given[0].Ask.Id, keeper));
        Assert.True(Assert.Single((await Asks(register).FindAsync(desk.Given[0].Ask.Id, cy))!.HandOvers).Asking);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task AskAsync_AboutARecordThatThePartnerMayNotSee_IsRefused(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (ada, partner) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Partner, "lantern"));
        var hidden = await register.SaveAsync(TestRegister.Decision() with { Visibility = Audience.Staff });

        Assert.Equal("hidden", (await Asks(register).AskAsync(Wanted(register) with { Person = partner.Person, Record = hidden.Id }, ada)).Fault?.Code);
        Assert.Equal("hidden", (await Asks(register).AskAsync(Wanted(register) with { Organisation = "lantern", Record = hidden.Id }, ada)).Fault?.Code);
        Assert.Null((await Asks(register).AskAsync(Wanted(register) with { Role = Role.Secretariat, Record = hidden.Id }, ada)).Fault);
    }

    [Fact]
    public async Task AskAsync_WhatIsWrong_IsNamedAtItsField()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var (ada, partner, auditor) = (await JoinAsync(register, Role.Officer), await JoinAsync(register, Role.Partner, "lantern"), await JoinAsync(register, Role.Auditor));
        var wanted = Wanted(register) with { Person = partner.Person };

        Assert.Equal("role", (await Asks(register).AskAsync(wanted, partner)).Fault?.Code);
        Assert.Equal("role", (await Asks(register).AskAsync(wanted, auditor)).Fault?.Code);
        Assert.Equal("title", (await Asks(register).AskAsync(wanted with { Title = " \n" }, ada)).Fault?.Field);
        Assert.Equal("title", (await Asks(register).AskAsync(wanted with { Title = new string('a', 151) }, ada)).Fault?.Field);
        Assert.Equal("words", (await Asks(register).AskAsync(wanted with { Words = new string('a', 4001) }, ada)).Fault?.Field);
        Assert.Equal("due", (await Asks(register).AskAsync(wanted with { Due = Asks(register).Today.AddDays(-1) }, ada)).Fault?.Field);
        Assert.Equal("of", (await Asks(register).AskAsync(wanted with { Person = null }, ada)).Fault?.Field);
        Assert.Equal("of", (await Asks(register).AskAsync(wanted with { Person = auditor.Person }, ada)).Fault?.Field);
        Assert.Equal("of", (await Asks(register).AskAsync(wanted with { Person = null, Role = Role.Administrator }, ada)).Fault?.Field);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ChangedAsync_SinceSheLooked_ShowsWhatSheMaySeeAndHersFirst(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var partner = await JoinAsync(register, Role.Partner, "lantern");
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await Lists(register).LookAsync(partner.Person, register.Database.Now);
        await register.SaveAsync(TestRegister.Organisation("lantern", "Lantern Advocacy"));
        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => decision with { Organisations = [new("lantern")] }));
        await register.SaveAsync(TestRegister.Decision("PCD 3"));
        await register.SaveAsync(TestRegister.Decision("PCD 4") with { Visibility = Audience.Staff });

        var changed = await register.Database.For(partner.Reader).ChangedAsync(await Lists(register).LookedAtAsync(partner.Person), 20);

        Assert.Equal(["PCD 2", "PCD 3", "lantern"], changed.Select(head => head.Reference));
        Assert.Equal(["PCD 2", "PCD 3"], (await register.Database.For(partner.Reader).ChangedAsync(await Lists(register).LookedAtAsync(partner.Person), 2)).Select(head => head.Reference));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task LookAsync_LaterThanNowOrEarlierThanBefore_IsNotBelieved(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var ada = await JoinAsync(register, Role.Officer);
        register.Clock.Move(TimeSpan.FromHours(1));
        var now = register.Database.Now;

        await Lists(register).LookAsync(ada.Person, now.AddYears(1));
        Assert.Equal(now, await Lists(register).LookedAtAsync(ada.Person));
        await Lists(register).LookAsync(ada.Person, now.AddYears(-1));
        Assert.Equal(now, await Lists(register).LookedAtAsync(ada.Person));
    }

    private static readonly IEqualityComparer<DeskEntry> Same = EqualityComparer<DeskEntry>.Create((one, other) => one!.Waiting.Count == other!.Waiting.Count && one.Given.Count == other.Given.Count);

    private static AskService Asks(TestRegister register) => new(register.Database);

    private static AskLists Lists(TestRegister register) => new(register.Database);

    private static NewAsk Wanted(TestRegister register) => new("Report on reach", Asks(register).Today.AddDays(7), "How many people did the campaign reach?");

    private static async Task<Standing> JoinAsync(TestRegister register, Role role, string? organisation = null)
    {
        var people = new PeopleService(register.Database);
        var joined = await people.JoinAsync(
            new Joining($"{Guid.NewGuid():N}@example.org", $"Sample {role.Words()}", "Sample office", organisation, [new Holding(role, role == Role.Adviser ? AdviceField.Legal : null, people.Today)]), "A test");
        return (await people.StandingAsync(joined.Person!.Value))!;
    }
}
