using Goldthread.Core.People;
using Goldthread.Register.People;

namespace Goldthread.Register.Tests.People;

public sealed class OpenedLogTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task ListAsync_ByPersonAndRecord_GivesTheLatestFirstWithNames(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var people = new PeopleService(register.Database);
        var ann = (await people.JoinAsync(new Joining("ann@example.org", "Ann Example", "Officer", null, [new Holding(Role.Officer, null, people.Today)]), "A test")).Person!.Value;
        var (gone, one, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var log = new OpenedLog(register.Database);
        await log.WriteAsync([Row(register, 1, ann, one), Row(register, 2, gone, one), Row(register, 3, ann, other)]);

        var all = await log.ListAsync(new OpenedQuery());
        var hers = await log.ListAsync(new OpenedQuery(People: [ann]));
        var both = await log.ListAsync(new OpenedQuery(People: [ann], Records: [one]));
        var second = await log.ListAsync(new OpenedQuery(Page: 2, Size: 2));

        Assert.Equal([3, 2, 1], all.Rows.Select(row => row.Revision));
        Assert.Equal(["Ann Example", "Somebody who is not kept any more", "Ann Example"], all.Rows.Select(row => row.Name));
        Assert.Equal((2, 1), (hers.Total, both.Total));
        Assert.Equal((3, 1), (second.Total, Assert.Single(second.Rows).Revision));
    }

    private static OpenedRow Row(TestRegister register, int minute, Guid person, Guid record) =>
        new() { Id = Guid.CreateVersion7(), At = register.Database.Now.AddMinutes(minute), Person = person, Record = record, Revision = minute, What = OpenedForms.Page };
}
