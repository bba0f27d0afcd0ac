using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Tests.Publishing;

/// <summary>Whole lists, in bulk, on both databases.</summary>
public sealed class RegisterListsTests(PostgresServer server)
{
    private static readonly ListQuery Decisions = new("decision", TestRegister.Body);

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_AnyOrder_IsTheOrderOfTheList(On on)
    {
        await using var register = await FilledAsync(on);

        foreach (var query in (ListQuery[])[Decisions, Decisions with { Order = ListOrder.Largest }, Decisions with { AtLeast = 200_00, Below = 500_00 }])
        {
            var each = await register.Public.EachAsync(query).Select(head => head.Reference).ToListAsync();
            var list = await register.Public.ListAsync(query with { PageSize = 200 });
            Assert.Equal(list.Rows.Select(row => row.Reference), each);
            Assert.NotEmpty(each);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task List_OfAmounts_HoldsThoseInTheBand(On on)
    {
        await using var register = await FilledAsync(on);

        var list = await register.Public.ListAsync(Decisions with { AtLeast = 200_00, Below = 400_00 });

        Assert.Equal(["PCD 2", "PCD 3"], list.Rows.Select(row => row.Reference));
        Assert.Equal(2, list.Total);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changed_AfterARevision_BeginsWithIt(On on)
    {
        await using var register = await FilledAsync(on);
        await register.SaveAsync(Decision(2) with { Content = ((Core.Decisions.Decision)Decision(2).Content) with { Title = "Another" } });

        var changed = await register.Public.ChangedAsync(Decisions, 3);

        Assert.Equal(["PCD 2", "PCD 7", "PCD 6"], changed.Select(head => head.Reference));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Parts_OfASize_HoldEveryVisibleRecordOnce(On on)
    {
        await using var register = await FilledAsync(on);

        var parts = await register.Public.PartsAsync(3);
        var records = new List<RecordHead>();
        foreach (var (part, changedAt) in parts)
        {
            var inPart = await register.Public.PartAsync(part, 3).ToListAsync();
            Assert.InRange(inPart.Count, 1, 3);
            Assert.Equal(inPart.Max(head => head.ChangedAt), changedAt);
            records.AddRange(inPart);
        }

        Assert.Equal(["PCD 1", "PCD 2", "PCD 3", "PCD 4", "PCD 5", "PCD 6", "PCD 7"], records.Select(head => head.Reference));
    }

    // Seven that the public may see, one with no date, one with no amount; then one for staff and one withdrawn.
    private async Task<TestRegister> FilledAsync(On on)
    {
        var register = await TestRegister.NewAsync(on, server);
        for (var i = 1; i <= 7; i++)
            await register.SaveAsync(Decision(i));
        await register.SaveAsync(Decision(8) with { Visibility = Audience.Staff });
        var gone = await register.SaveAsync(Decision(9));
        await register.Writer.WithdrawAsync(gone.Id, "Records office", "A lawful ground.", erase: false);
        return register;
    }

    private static Change Decision(int i) => TestRegister.Decision($"PCD {i}", with: decision => decision with
    {
        DateSigned = i == 4 ? null : new DateOnly(2020, 1, 1 + (i % 3)),
        Recommendations = [new Core.Decisions.Recommendation("1", i == 5 ? "Approve it." : $"Approve £{i}00.")],
        Amounts = i == 5 ? [] : [new Core.Decisions.Amount(i * 100, $"£{i}00", null, [])],
    });
}
