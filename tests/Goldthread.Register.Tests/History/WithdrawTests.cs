using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.History;

public sealed class WithdrawTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdraw_PublicRecord_LeavesATombstoneAndNothingElse(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var saved = await register.SaveAsync(TestRegister.Decision());

        await register.Writer.WithdrawAsync(saved.Id, "Records office", "Published by mistake.", erase: false);

        var lookup = await register.Public.FindAsync(TestRegister.Body, "decision", "pcd-1");
        Assert.Null(lookup!.Record);
        Assert.Equal("Published by mistake.", lookup.Tombstone!.Ground);
        Assert.Empty((await register.Public.ListAsync(new ListQuery("decision"))).Rows);
        Assert.Empty((await register.Public.SearchAsync(new SearchQuery("lighting"))).Hits);
        Assert.Null(await register.Public.RevisionAsync(TestRegister.Body, "decision", "pcd-1", 1));
        Assert.Empty(await register.Public.CountsAsync());
        Assert.NotNull(await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"));
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdraw_StaffRecord_SaysNothingToThePublic(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var saved = await register.SaveAsync(TestRegister.Decision() with { Visibility = Audience.Staff });

        await register.Writer.WithdrawAsync(saved.Id, "Records office", "A draft.", erase: false);

        Assert.Null(await register.Public.FindAsync(TestRegister.Body, "decision", "pcd-1"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Erase_Record_RemovesItsTextEverywhereAndTheChainStillVerifies(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var original = new OriginalFile("decision.txt", new string('a', 64), "zanzibar"u8.ToArray());
        var saved = await register.SaveAsync(TestRegister.Decision(title: "Zanzibar grants, kept") with { Original = original });
        await register.SaveAsync(TestRegister.Decision("PCD 2", "Some words are kept", decision => decision with { Import = null }));

        await register.Writer.WithdrawAsync(saved.Id, "Records office", "A court ordered it.", erase: true);

        Assert.Empty(await register.AuditAsync());
        await using var context = register.Database.Open();
        Assert.All(await context.Revisions.Where(row => row.Record == saved.Id).ToListAsync(), row => Assert.DoesNotContain("anzibar", row.Body + row.Derived, StringComparison.Ordinal));
        Assert.DoesNotContain("anzibar", (await context.Records.SingleAsync(row => row.Id == saved.Id)).Title, StringComparison.Ordinal);
        Assert.Equal(0, await context.Originals.CountAsync());
        Assert.DoesNotContain((await register.Staff.SearchAsync(new SearchQuery("zanzibar"))).Hits, hit => hit.Head.Id == saved.Id);
        var suggested = await context.Words.Select(row => row.Word).ToListAsync();
        Assert.DoesNotContain("zanzibar", suggested);
        Assert.Contains("kept", suggested);
        Assert.Equal("A court ordered it.", (await register.Public.FindAsync(TestRegister.Body, "decision", "pcd-1"))!.Tombstone!.Ground);
    }
}
