using Goldthread.Core.People;
using Goldthread.Register.Bench;
using Goldthread.Register.History;
using Goldthread.Register.People;
using Goldthread.Register.Records;

namespace Goldthread.Desk.Bench;

/// <summary>A generated register with people who ask each other things.</summary>
internal static class Fill
{
    /// <summary>Fills it with so many decisions, people and asks; half the people are partners of twenty organisations.</summary>
    /// <returns>The people, and the password of the first.</returns>
    public static async Task<(IReadOnlyList<(Guid Id, string Email)> People, string Password)> RunAsync(RegisterDatabase register, int records, int people, int asks)
    {
        await register.MigrateAsync();
        var decisions = new Decisions(seed: 20261122);
        var writer = new RegisterWriter(register);
        foreach (var batch in Enumerable.Range(1, records).Chunk(500))
            await writer.SaveAsync([.. batch.Select(decisions.Change)]);

        var service = new PeopleService(register);
        var joined = new List<(Guid Id, string Email, string? Organisation)>();
        for (var i = 0; i < people; i++)
        {
            var organisation = i % 2 == 0 ? null : $"partner-{i % 20}";
            var email = $"person-{i}@example.org";
            var outcome = await service.JoinAsync(new Joining(email, $"Person {i}", "Office", organisation, [new Holding(organisation is null ? Role.Officer : Role.Partner, null, service.Today)]), "bench");
            joined.Add((outcome.Person!.Value, email, organisation));
        }

        var random = new Random(20261122);
        var staff = joined.Where(person => person.Organisation is null).ToList();
        await using var context = register.Open();
        for (var i = 0; i < asks; i++)
        {
            var of = joined[random.Next(joined.Count)];
            var shared = i % 20 == 0;
            var open = i % 3 != 0;
            context.Asks.Add(new AskRow
            {
                Id = Guid.CreateVersion7(),
                Person = shared ? null : of.Id,
                Organisation = of.Organisation,
                Role = shared && of.Organisation is null ? Role.Adviser : null,
                AskedBy = staff[random.Next(staff.Count)].Id,
                Title = $"Generated ask {i}",
                Words = "Generated.",
                Due = service.Today.AddDays(random.Next(-30, 60)),
                At = register.Now,
                State = open ? AskState.Open : AskState.Done,
                Answer = open ? "" : "Done.",
                AnsweredAt = open ? null : register.Now,
                AnsweredBy = open ? null : of.Id,
            });
        }

        await context.SaveChangesAsync();
        return ([.. joined.Select(person => (person.Id, person.Email))], (await service.ResetAsync(joined[0].Id, "bench", ""))!);
    }
}
