using System.Text;
using Goldthread.Core.Decisions;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions.Part2;
using Goldthread.Register.History;
using Microsoft.EntityFrameworkCore;
using static Goldthread.Register.Tests.Decisions.Part2.Part2Bench;

namespace Goldthread.Register.Tests.Decisions.Part2;

/// <summary>Confidential parts in the register's chain, its audit and its backups.</summary>
public sealed class Part2AuditTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    public static TheoryData<On, On> Ways => [.. from one in Enum.GetValues<On>() from other in Enum.GetValues<On>() select new TheoryDataRow<On, On>(one, other)];

    public static TheoryData<string, string> Tamperings => new()
    {
        { "UPDATE part2_revision SET ends = '2031-01-01' WHERE number = 2", "Its hash does not fit" },
        { "UPDATE part2_revision SET at = '2020-01-01T00:00:00.000000Z' WHERE number = 1", "Its hash does not fit" },
        { "UPDATE part2 SET ground = 'foia-41'", "not its last revision" },
        { "DELETE FROM part2_revision WHERE number = 2", "not its last revision" },
        { "DELETE FROM part2_revision WHERE number = 1", "does not follow" },
        { "UPDATE part2_revision SET sealed = x'00' WHERE number = 1", "Its text was changed" },
        { "UPDATE part2_revision SET sealed = NULL WHERE number = 1", "no erasure is recorded" },
        { "UPDATE part2_revision SET key_id = 'another' WHERE number = 1", "which is not there" },
        { "DELETE FROM part2_revision; DELETE FROM part2", "that is gone" },
        { "UPDATE part2 SET record = NULL", "that is gone" },
        { "DELETE FROM part2_revision WHERE number = 2; UPDATE part2 SET number = 1", "not those whose hashes" },
    };

    [Theory, MemberData(nameof(Tamperings))]
    public async Task Audit_ChangedByHand_SaysWhat(string statement, string said)
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        await SignedAsync(register);
        Assert.Empty((await new Audit(register.Database, Key).RunAsync()).Findings);

        await using (var context = register.Database.Open())
            await context.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);

        var findings = (await new Audit(register.Database, Key).RunAsync()).Findings;
        Assert.Contains(findings, finding => finding.Code == "part2" && finding.What.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => $"{finding.Where}{finding.What}".Contains("bid", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task BindAsync_Decision_HoldsEveryHashForStaffAlone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, record, officer) = await SignedAsync(register);
        var hashes = await new Part2Signing(register.Database).HashesAsync(subject);

        var (staff, open) = (await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"), await register.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"));

        Assert.Equal(2, hashes!.Count);
        Assert.Equal(hashes, ((Decision)staff!.Content).Part2Hashes);
        Assert.Null(((Decision)open!.Content).Part2Hashes);
        Assert.Null((await new Part2Signing(register.Database).BindAsync(subject, record, "Records office")).Fault);
        Assert.Equal(staff.Head.Revision, (await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Head.Revision); // bound before: nothing is written
        Assert.Null((await Vault(register, officer).WriteAsync(subject, Writing(register, 2, "After the signature."))).Fault);
        Assert.Equal(3, ((Decision)(await register.FindAsync(Reader.Staff, RecordKinds.Decision, "PCD 1"))!.Content).Part2Hashes!.Count);
        Assert.Empty((await new Audit(register.Database, Key).RunAsync()).Findings);
        Assert.Empty(await register.AuditAsync()); // and where the key is not
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Withdraw_Erased_TakesTheConfidentialTextToo(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var (subject, record, officer) = await SignedAsync(register);

        await register.Writer.WithdrawAsync(record, "Records office", "A court ordered it.", erase: true);

        Assert.Equal(Part2Fault.Erased, (await Vault(register, officer).OpenAsync(subject, 1)).Fault);
        Assert.Empty((await new Audit(register.Database, Key).RunAsync()).Findings);
        await using var context = register.Database.Open();
        Assert.All(await context.Part2Revisions.ToListAsync(TestContext.Current.CancellationToken), row => Assert.Null(row.Sealed ?? row.Nonce ?? row.Tag));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Restore_Backup_HasItEncryptedAndNoKey(On from, On to)
    {
        await using var register = await TestRegister.NewAsync(from, server);
        await using var other = await TestRegister.NewAsync(to, server);
        var (subject, _, officer) = await SignedAsync(register);
        await Vault(register, officer).OpenAsync(subject);
        var file = Path.Combine(register.Database.DataFolder, "copy.db");

        await new Backups(register.Database).BackupAsync(file);
        Assert.Null(await new Backups(other.Database).RefuseAsync(file));
        await new Backups(other.Database).RestoreAsync(file);

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        byte[] key = [.. Enumerable.Range(0, 32).Select(each => (byte)each)];
        foreach (var secret in (byte[][])[key, Encoding.UTF8.GetBytes(Convert.ToBase64String(key)), Encoding.UTF8.GetBytes("lowest bid"), Encoding.UTF8.GetBytes("still being compared")])
            Assert.Equal(-1, bytes.AsSpan().IndexOf(secret));
        Assert.Empty((await new Audit(other.Database, Key).RunAsync()).Findings);
        Assert.Equal(Secret, (await Vault(other, officer).OpenAsync(subject, 1)).Text!.Text);
        Assert.Equal(2, (await new Part2List(other.Database).FindAsync(subject))!.Opened.Count);
    }

    [Fact]
    public async Task Restore_BackupFromBeforeAReaderWasEnded_LeavesHerEnded()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var (subject, _, officer) = await SignedAsync(register);
        var adviser = await JoinAsync(register, Role.Adviser);
        var readers = new Part2Readers(register.Database);
        await readers.NameAsync(subject, adviser.Person, Today(register).AddDays(9), officer);
        var file = Path.Combine(register.Database.DataFolder, "copy.db");
        await new Backups(register.Database).BackupAsync(file);
        await readers.EndAsync(subject, (await new Part2List(register.Database).FindAsync(subject))!.Readers.Single(reader => reader.Person.Id == adviser.Person).Id, officer);

        await new Backups(register.Database).RestoreAsync(file);

        Assert.Equal(Part2Fault.Refused, (await Vault(register, adviser).OpenAsync(subject)).Fault);
        Assert.Null((await Vault(register, officer).OpenAsync(subject)).Fault);
    }

    [Fact]
    public async Task Database_WithConfidentialParts_HoldsNeitherTextNorKey()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var (subject, _, officer) = await SignedAsync(register);
        await Vault(register, officer).OpenAsync(subject);

        foreach (var file in Directory.GetFiles(register.Database.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            foreach (var secret in (string[])["lowest bid", "still being compared", Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(each => (byte)each)])])
                Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }
    }

    /// <summary>A decision with a confidential part of two revisions.</summary>
    private static async Task<(Guid Subject, Guid Record, Standing Officer)> SignedAsync(TestRegister register)
    {
        var (subject, officer) = await BeginAsync(register);
        await Vault(register, officer).WriteAsync(subject, Writing(register, 1, Secret + " It was changed."));
        var record = await register.SaveAsync(TestRegister.Decision());
        Assert.Null((await new Part2Signing(register.Database).BindAsync(subject, record.Id, "Records office")).Fault);
        return (subject, record.Id, officer);
    }
}
