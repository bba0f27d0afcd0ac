using Goldthread.Core.People;
using Goldthread.Register.Decisions.Part2;
using Microsoft.EntityFrameworkCore;
using static Goldthread.Register.Tests.Decisions.Part2.Part2Bench;

namespace Goldthread.Register.Tests.Decisions.Part2;

public sealed class Part2VaultTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task OpenAsync_Reader_IsGivenItAndThatIsKept(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);
        var adviser = await JoinAsync(register, Role.Adviser);
        Assert.Null((await new Part2Readers(register.Database).NameAsync(subject, adviser.Person, Today(register).AddDays(7), officer)).Fault);

        var opening = await Vault(register, adviser).OpenAsync(subject);

        Assert.Equal((1, Secret, "Bids are still being compared."), (opening.Text!.Number, opening.Text.Text, opening.Text.Why));
        var read = Assert.Single((await new Part2List(register.Database).FindAsync(subject))!.Opened);
        Assert.Equal((adviser.Person, 1, register.Clock.GetUtcNow().UtcDateTime), (read.Person.Id, read.Number, read.At));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task OpenAsync_EveryRoleThatIsNotNamed_IsRefusedAndNothingIsKept(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);
        foreach (var role in Roles.All)
        {
            var who = await JoinAsync(register, role);
            Assert.Equal(new Part2Opening(null, Part2Fault.Refused), await Vault(register, who).OpenAsync(subject));
            Assert.Equal(Part2Fault.NotHers, (await Vault(register, who).WriteAsync(subject, Writing(register, 1))).Fault);
            Assert.Equal(Part2Fault.NotHers, (await new Part2Readers(register.Database).NameAsync(subject, who.Person, Today(register), who)).Fault);
            var named = await new Part2Readers(register.Database).NameAsync(subject, who.Person, Today(register), officer);
            Assert.Equal(role is Role.Administrator or Role.Auditor or Role.Partner or Role.Provider ? "whom" : null, named.Fault?.Code);
        }

        Assert.Empty((await new Part2List(register.Database).FindAsync(subject))!.Opened);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task OpenAsync_NamingOverOrEnded_IsRefused(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);
        var (one, other) = (await JoinAsync(register, Role.Adviser), await JoinAsync(register, Role.DecisionMaker));
        var readers = new Part2Readers(register.Database);
        await readers.NameAsync(subject, one.Person, Today(register), officer);
        await readers.NameAsync(subject, other.Person, Today(register).AddDays(30), officer);

        register.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(Part2Fault.Refused, (await Vault(register, one).OpenAsync(subject)).Fault);
        Assert.Null((await Vault(register, other).OpenAsync(subject)).Fault);
        var naming = (await new Part2List(register.Database).FindAsync(subject))!.Readers.Single(reader => reader.Person.Id == other.Person).Id;
        Assert.Null((await readers.EndAsync(subject, naming, officer)).Fault);

        Assert.Equal(Part2Fault.Refused, (await Vault(register, other).OpenAsync(subject)).Fault);
        Assert.Equal(3, (await new Part2List(register.Database).FindAsync(subject))!.Readers.Count); // every naming has its row still
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task EndAsync_LastOfficerWhoNamesReaders_Stays(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);
        var (adviser, second) = (await JoinAsync(register, Role.Adviser), await JoinAsync(register, Role.Officer));
        var readers = new Part2Readers(register.Database);
        await readers.NameAsync(subject, adviser.Person, Today(register).AddDays(9), officer);
        var own = (await new Part2List(register.Database).FindAsync(subject))!.Readers[0].Id;

        Assert.Equal("last", (await readers.EndAsync(subject, own, officer)).Fault!.Code);
        Assert.Null((await Vault(register, officer).OpenAsync(subject)).Fault); // nothing was ended

        await readers.NameAsync(subject, second.Person, Today(register).AddDays(9), officer);
        Assert.Null((await readers.EndAsync(subject, own, second)).Fault);
        Assert.Equal(Part2Fault.Refused, (await Vault(register, officer).OpenAsync(subject)).Fault);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task WriteAsync_Again_KeepsEveryRevisionAndRefusesWhoDidNotSeeTheLast(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);

        Assert.Null((await Vault(register, officer).WriteAsync(subject, Writing(register, 1, "Second."))).Fault);
        Assert.Equal(Part2Fault.Conflict, (await Vault(register, officer).WriteAsync(subject, Writing(register, 1, "Third."))).Fault);

        Assert.Equal(Secret, (await Vault(register, officer).OpenAsync(subject, 1)).Text!.Text);
        Assert.Equal("Second.", (await Vault(register, officer).OpenAsync(subject)).Text!.Text);
        Assert.Equal(Part2Fault.None, (await Vault(register, officer).OpenAsync(subject, 3)).Fault);
        Assert.Empty(await register.AuditAsync());
    }

    [Theory]
    [InlineData("about", 0)]
    [InlineData("text", 1)]
    [InlineData("ground", 1)]
    [InlineData("GT4002", 1)]
    [InlineData("ends", 1)]
    public async Task WriteAsync_SomethingMissing_NamesIt(string code, int expected)
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var (begun, officer) = await BeginAsync(register);
        var subject = expected == 0 ? await DraftAsync(register, officer) : begun;
        var whole = Writing(register, expected);
        var writing = code switch
        {
            "about" => whole with { About = " " },
            "text" => whole with { Text = "\n" },
            "ground" => whole with { Ground = null },
            "GT4002" => whole with { Why = " " },
            _ => whole with { Ends = Today(register).AddDays(-1) },
        };

        Assert.Equal(code, (await Vault(register, officer).WriteAsync(subject, writing)).Fault!.Code);
    }

    [Fact]
    public async Task OpenAsync_AnotherKey_SaysThatItIsMissing()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var (subject, officer) = await BeginAsync(register);

        Assert.Equal(Part2Fault.Key, (await Vault(register, officer, OtherKey).OpenAsync(subject)).Fault);
        Assert.Empty((await new Part2List(register.Database).FindAsync(subject))!.Opened);
    }

    [Fact]
    public async Task OpenAsync_TextOfAnotherPutInItsPlace_IsNotGivenOut()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var ((one, officer), (other, _)) = (await BeginAsync(register), await BeginAsync(register));
        await using (var context = register.Database.Open())
        {
            var from = await context.Part2Revisions.AsNoTracking().SingleAsync(row => row.Subject == other, TestContext.Current.CancellationToken);
            var to = await context.Part2Revisions.SingleAsync(row => row.Subject == one, TestContext.Current.CancellationToken);
            (to.Sealed, to.Nonce, to.Tag) = (from.Sealed, from.Nonce, from.Tag);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(Part2Fault.Changed, (await Vault(register, officer).OpenAsync(one)).Fault);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Rekey_AllRevisions_OpenWithTheNewKeyAlone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, officer) = await BeginAsync(register);
        await Vault(register, officer).WriteAsync(subject, Writing(register, 1, "Second."));
        var both = new Part2Key([[.. Enumerable.Range(100, 32).Select(each => (byte)each)], [.. Enumerable.Range(0, 32).Select(each => (byte)each)]]);

        Assert.Equal((null, Part2Fault.Key), await new Part2Rekey(register.Database, OtherKey).RunAsync());
        Assert.Equal(2, await new Part2Rekey(register.Database, both).WaitingAsync());
        Assert.Equal((2, null), await new Part2Rekey(register.Database, both).RunAsync());

        Assert.Equal([OtherKey.Id], await new Part2List(register.Database).KeysAsync());
        Assert.Equal(Secret, (await Vault(register, officer, OtherKey).OpenAsync(subject, 1)).Text!.Text);
        Assert.Equal(Part2Fault.Key, (await Vault(register, officer).OpenAsync(subject)).Fault);
        Assert.Empty((await new Goldthread.Register.History.Audit(register.Database, OtherKey).RunAsync()).Findings);
    }
}
