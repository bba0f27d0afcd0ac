using Goldthread.Core.Decisions;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.History;

public sealed class RegisterWriterTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_NewRecord_IsFoundWithItsColumns(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);

        var outcome = await register.Writer.SaveAsync(TestRegister.Decision());

        Assert.Equal(SaveResult.Created, outcome.Result);
        var found = await register.FindAsync(Reader.Public, RecordKinds.Decision, "pcd1");
        Assert.NotNull(found);
        Assert.Equal("PCD 1", found.Head.Reference);
        Assert.Equal("pcd-1", found.Head.Slug);
        Assert.Equal(25_000_000, found.Head.Amount);
        Assert.Equal(new DateOnly(2022, 3, 7), found.Head.Starts);
        Assert.Equal(1, found.Head.Revision);
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_SameAgain_WritesNothing(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision());
        var version = await register.Staff.VersionAsync();

        var outcome = await register.Writer.SaveAsync(TestRegister.Decision());

        Assert.Equal(SaveResult.Unchanged, outcome.Result);
        Assert.Equal(version, await register.Staff.VersionAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_Changed_AddsARevisionAndKeepsTheOld(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "First"));

        await register.SaveAsync(TestRegister.Decision(title: "Second"));

        var found = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1");
        Assert.Equal("Second", found!.Head.Title);
        Assert.Equal([2, 1], found.History.Select(revision => revision.Number));
        var before = await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1);
        Assert.Equal("First", ((Decision)before!.Content).Title);
        Assert.Equal("First", before.Head.Title);
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_ExpectedRevisionGone_IsAConflictAndWritesNothing(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision(title: "First"));
        await register.SaveAsync(TestRegister.Decision(title: "Second"));

        var outcome = await register.Writer.SaveAsync(TestRegister.Decision(title: "Third") with { ExpectedRevision = 1 });

        Assert.Equal(SaveResult.Conflict, outcome.Result);
        Assert.Equal("Second", (await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Head.Title);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_ReferenceToSomethingNotThere_WaitsAndIsResolvedByTheSaveThatBringsIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => decision with { RelatedDecisions = [new Ref<Decision>("PCD168")] }));

        var waiting = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 2");
        await register.SaveAsync(TestRegister.Decision("PCD 168"));
        var resolved = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 2");
        var other = await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 168");

        Assert.Equal("PCD168", Assert.Single(waiting!.Links).WaitingFor);
        Assert.Equal("PCD 168", Assert.Single(resolved!.Links).Other!.Reference);
        Assert.True(resolved.Links[0].Upstream);
        Assert.Equal("PCD 2", Assert.Single(other!.Links).Other!.Reference);
        Assert.False(other.Links[0].Upstream);
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_ReferenceToItself_MakesNoLink(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);

        await register.SaveAsync(TestRegister.Decision("PCD 2", with: decision => decision with { RelatedDecisions = [new Ref<Decision>("PCD 2")] }));

        Assert.Empty((await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 2"))!.Links);
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_TextThatADatabaseCannotHold_IsKeptWithoutIt(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);

        await register.SaveAsync(TestRegister.Decision(title: "Nul\0 and half a \ud83d character") with { Reference = "PCD 3" });

        Assert.Empty(await register.AuditAsync());
        Assert.Contains("Nul", (await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 3"))!.Head.Title, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_SeveralTogether_AllOrNone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var bad = TestRegister.Decision("PCD 9") with { Kind = RecordKinds.Board };

        await Assert.ThrowsAnyAsync<Exception>(() => register.Writer.SaveAsync([TestRegister.Decision("PCD 8"), bad]));

        Assert.Null(await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 8"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_ManyAtOnce_KeepsOneUnbrokenChain(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
                await register.Writer.SaveAsync(TestRegister.Decision($"PCD {1 + (i % 6)}", $"By {worker}, time {i}"));
        })));

        Assert.Empty(await register.AuditAsync());
        await using var context = register.Database.Open();
        Assert.Equal(48, await context.Revisions.CountAsync());
        Assert.Equal(6, await context.Records.CountAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Save_OfAnOrganisation_IsKnownToAllBodies(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Organisation());

        await register.SaveAsync(TestRegister.Decision(with: decision => decision with { Organisations = [new("mps")] }));

        var organisation = await register.FindAsync(Reader.Public, RecordKinds.Organisation, "mps");
        Assert.Equal(RecordKind.CommonBody, organisation!.Head.Body);
        Assert.Equal("PCD 1", Assert.Single(organisation.Links).Other!.Reference);
    }
}
