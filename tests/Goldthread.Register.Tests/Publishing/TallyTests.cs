using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>The counts and sums that the database keeps are those of the records, whatever happens to them.</summary>
public sealed class TallyTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Tally_AfterEveryKindOfChange_IsWhatTheRecordsAre(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        for (var i = 0; i < 12; i++)
            await register.SaveAsync(Signed($"PCD {i}", 2018 + (i % 3), visibility: (Audience)(i % 3)));
        var undated = await register.SaveAsync(TestRegister.Decision("PCD 20", with: decision => decision with { DateSigned = null, Amounts = [] }));
        await register.SaveAsync(TestRegister.Decision("PCD 21", with: decision => decision with { DateSigned = DateOnly.MaxValue }));
        await register.SaveAsync(TestRegister.Decision("PCD 22", with: decision => decision with { DateSigned = DateOnly.MinValue }));
        var moved = await register.SaveAsync(Signed("PCD 0", 2025));
        await register.SaveAsync(Signed("PCD 1", 2019, visibility: Audience.Public));
        await register.Writer.WithdrawAsync(moved.Id, "Records office", "A lawful ground.", erase: false);
        await register.Writer.WithdrawAsync(undated.Id, "Records office", "A lawful ground.", erase: true);

        Assert.DoesNotContain(await register.AuditAsync(), finding => finding.Code == "tally");
        await AssertCountedAsync(register, Reader.Public);
        await AssertCountedAsync(register, Reader.Staff);
        await AssertCountedAsync(register, new Reader(Audience.Partners));
        await AssertCountedAsync(register, new Reader(Audience.Partners, "mps"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Tally_ChangedByHand_IsPutRightByReindex(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(Signed("PCD 1", 2020));
        await using (var context = register.Database.Open())
            await context.Tally.ExecuteDeleteAsync();
        Assert.Contains(await register.AuditAsync(), finding => finding.Code == "tally");

        await new Reindexer(register.Database).RunAsync();

        Assert.Empty(await register.AuditAsync());
        Assert.Equal(1, (await register.Public.ListAsync(new ListQuery("decision"))).Total);
    }

    /// <summary>The list says as many, and as much, as its pages hold.</summary>
    private static async Task AssertCountedAsync(TestRegister register, Reader reader)
    {
        var view = register.Database.For(reader);
        foreach (var year in (int?[])[null, 1, 2018, 2019, 2020, 2025, 9999])
        {
            var list = await view.ListAsync(new ListQuery("decision", Year: year, PageSize: 200));
            Assert.Equal(list.Rows.Count, list.Total);
            Assert.Equal(list.Rows.Sum(row => row.Amount ?? 0), list.TotalAmount);
            Assert.All(list.Years, each => Assert.True(each.Count > 0, $"{each.Year} has none and is named."));
        }

        Assert.Equal((await view.ListAsync(new ListQuery("decision"))).Total, (await view.CountsAsync()).GetValueOrDefault("decision"));
    }

    private static Change Signed(string reference, int year, Audience visibility = Audience.Public) =>
        TestRegister.Decision(reference, with: decision => decision with { DateSigned = new DateOnly(year, 3, 7) }) with { Visibility = visibility };
}
