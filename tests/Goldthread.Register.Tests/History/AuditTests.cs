using Goldthread.Core.History;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.History;

/// <summary>Every way of changing the register by hand that we could think of is named.</summary>
public sealed class AuditTests(PostgresServer server)
{
    private static readonly Dictionary<string, (string Sql, string Code)> Tampering = new()
    {
        ["body"] = ("UPDATE revision SET body = replace(body, '250', '950') WHERE sequence = 1", "content"),
        ["body of the last revision"] = ("UPDATE revision SET body = replace(body, 'Third', 'Fourth') WHERE sequence = 4", "content"),
        ["columns saved with a body"] = ("UPDATE revision SET derived = replace(derived, 'First', 'Fifth') WHERE sequence = 1", "content"),
        ["body removed"] = ("UPDATE revision SET body = NULL WHERE sequence = 1", "content"),
        ["body and salt removed"] = ("UPDATE revision SET body = NULL, salt = NULL, derived = NULL WHERE sequence = 1", "content"),
        ["who"] = ("UPDATE revision SET who = 'Somebody else' WHERE sequence = 1", "chain"),
        ["when"] = ("UPDATE revision SET at = '2020-01-01T00:00:00.000000Z' WHERE sequence = 1", "chain"),
        ["why"] = ("UPDATE revision SET reason = 'No reason' WHERE sequence = 1", "chain"),
        ["visibility of a revision"] = ("UPDATE revision SET visibility = 'staff' WHERE sequence = 1", "chain"),
        ["hash"] = ("UPDATE revision SET hash = previous WHERE sequence = 2", "chain"),
        ["deleted revision"] = ("DELETE FROM revision WHERE sequence = 2", "chain"),
        ["deleted last revision"] = ("DELETE FROM revision WHERE sequence = 4", "checkpoint"),
        ["title"] = ("UPDATE record SET title = 'Another title' WHERE reference = 'PCD 1'", "columns"),
        ["amount"] = ("UPDATE record SET amount = 1 WHERE reference = 'PCD 1'", "columns"),
        ["visibility"] = ("UPDATE record SET visibility = 'staff' WHERE reference = 'PCD 1'", "columns"),
        ["status"] = ("UPDATE record SET status = 'withdrawn' WHERE reference = 'PCD 1'", "columns"),
        ["reference"] = ("UPDATE record SET reference = 'PCD 77' WHERE reference = 'PCD 1'", "columns"),
        ["slug"] = ("UPDATE record SET slug = 'pcd-77' WHERE reference = 'PCD 3'", "columns"),
        ["link removed"] = ("DELETE FROM link", "links"),
        ["link put in"] = ("INSERT INTO link (\"from\", relation, \"to\", audience) SELECT a.id, 'cites', b.id, 'public' FROM record a, record b WHERE a.reference = 'PCD 1' AND b.reference = 'PCD 3'", "links"),
        ["link's audience"] = ("UPDATE link SET audience = 'staff'", "links"),
        ["waiting tie removed"] = ("DELETE FROM pending", "links"),
        ["field"] = ("UPDATE field SET text = '2031/32' WHERE name = 'financial-year'", "fields"),
        ["search words"] = ("UPDATE search SET title = 'nothing'", "search"),
        ["search row removed"] = ("DELETE FROM search", "search"),
        ["tally"] = ("UPDATE tally SET records = records + 1", "tally"),
        ["original removed"] = ("DELETE FROM original", "original"),
    };

    public static TheoryData<On, string> Ways =>
        [.. from database in Enum.GetValues<On>() from way in Tampering.Keys select new TheoryDataRow<On, string>(database, way)];

    public static TheoryData<On> Databases => TestRegister.Databases;

    [Theory, MemberData(nameof(Ways))]
    public async Task Audit_ChangedByHand_NamesIt(On on, string way)
    {
        await using var register = await FilledAsync(on);
        Assert.Empty(await register.AuditAsync());

        await using (var context = register.Database.Open())
            Assert.NotEqual(0, await context.Database.ExecuteSqlRawAsync(Tampering[way].Sql));

        Assert.Contains(await register.AuditAsync(), finding => finding.Code == Tampering[way].Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Audit_WholeChainRewritten_IsNamedByTheCheckpointOutside(On on)
    {
        await using var register = await FilledAsync(on);
        await using (var context = register.Database.Open())
        {
            var previous = Chain.Beginning;
            foreach (var revision in await context.Revisions.OrderBy(row => row.Sequence).ToListAsync())
            {
                revision.Body = revision.Body!.Replace("First", "Forged", StringComparison.Ordinal);
                revision.Derived = revision.Derived!.Replace("First", "Forged", StringComparison.Ordinal);
                revision.ContentHash = Chain.ContentHash(revision.Salt!, revision.Body, revision.Derived);
                revision.Previous = previous;
                revision.Hash = previous = Chain.RevisionHash(Appending.ToLink(revision));
            }

            await context.SaveChangesAsync();
        }

        await new Reindexer(register.Database).RunAsync();
        var findings = await register.AuditAsync();

        Assert.All(findings, finding => Assert.Equal("checkpoint", finding.Code));
        Assert.NotEmpty(findings);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Audit_RewrittenChainAndLaterSaves_IsStillNamed(On on)
    {
        await using var register = await FilledAsync(on);
        await using (var context = register.Database.Open())
            await context.Database.ExecuteSqlRawAsync("UPDATE revision SET hash = previous WHERE sequence = 4");

        await register.SaveAsync(TestRegister.Decision("PCD 50"));
        await new DueService(register.Database).RunAsync();

        Assert.Contains(await register.AuditAsync(), finding => finding.Code == "checkpoint");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Reindex_AfterDerivedRowsWereDamaged_AuditsClean(On on)
    {
        await using var register = await FilledAsync(on);
        await using (var context = register.Database.Open())
        {
            foreach (var sql in (string[])["DELETE FROM link", "DELETE FROM pending", "DELETE FROM field", "DELETE FROM search", "UPDATE record SET title = 'x', slug = key, amount = 5, visibility = 'staff'"])
                await context.Database.ExecuteSqlRawAsync(sql);
        }

        await new Reindexer(register.Database).RunAsync();

        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Reindex_Always_EqualsWhatWasStored(On on)
    {
        await using var register = await FilledAsync(on);
        var stored = await DerivedAsync(register);

        await new Reindexer(register.Database).RunAsync();

        Assert.Equal(stored, await DerivedAsync(register));
    }

    private static async Task<List<string>> DerivedAsync(TestRegister register)
    {
        await using var context = register.Database.Open();
        var rows = new List<string>();
        foreach (var row in await context.Records.AsNoTracking().OrderBy(row => row.Key).ToListAsync())
            rows.Add(row.ToHead().ToString());
        foreach (var row in await context.Links.AsNoTracking().ToListAsync())
            rows.Add($"link {row.From} {row.Relation} {row.To} {row.Audience}");
        foreach (var row in await context.Pending.AsNoTracking().ToListAsync())
            rows.Add($"pending {row.From} {row.Relation} {row.Kind} {row.Body} {row.Slug} {row.Reference} {row.Audience}");
        foreach (var row in await context.Fields.AsNoTracking().ToListAsync())
            rows.Add($"field {row.Record} {row.Name} {row.Position} {row.Text} {row.Number} {row.Day} {row.Audience}");
        await foreach (var row in register.Database.Dialect.IndexedAsync(context))
            rows.Add(row.ToString());
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Four revisions of three decisions: one cites another, one cites what is not there, one has an original.</summary>
    private async Task<TestRegister> FilledAsync(On on)
    {
        var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1", "First"));
        await register.SaveAsync(TestRegister.Decision("PCD 2", "Second", decision => decision with { RelatedDecisions = [new("PCD 1"), new("PCD 99")] }));
        await register.SaveAsync(TestRegister.Decision("PCD 3", "Another"));
        await register.SaveAsync(TestRegister.Decision("PCD 1", "Third"));
        await new DueService(register.Database).RunAsync();
        return register;
    }
}
