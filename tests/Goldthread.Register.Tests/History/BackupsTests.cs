using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Tests.Records;

namespace Goldthread.Register.Tests.History;

public sealed class BackupsTests(PostgresServer server)
{
    public static TheoryData<On, On> Ways => [.. from one in Enum.GetValues<On>() from other in Enum.GetValues<On>() select new TheoryDataRow<On, On>(one, other)];

    [Theory, MemberData(nameof(Ways))]
    public async Task Restore_Backup_IsTheSameRegisterAndAuditsClean(On from, On to)
    {
        await using var register = await TestRegister.NewAsync(from, server);
        await using var other = await TestRegister.NewAsync(to, server);
        await register.SaveAsync(TestRegister.Organisation());
        await register.SaveAsync(TestRegister.Decision(with: decision => decision with { Organisations = [new("mps")], RelatedDecisions = [new("PCD 9")] }));
        await register.SaveAsync(TestRegister.Decision(title: "Second"));
        await other.SaveAsync(TestRegister.Meeting());
        await new DueService(other.Database).RunAsync();
        var file = Path.Combine(register.Database.DataFolder, "copy.db");

        await new Backups(register.Database).BackupAsync(file);
        await register.SaveAsync(TestRegister.Decision(title: "After the backup"));
        var refusal = await new Backups(other.Database).RefuseAsync(file);
        await new Backups(other.Database).RestoreAsync(file);

        Assert.Null(refusal);
        Assert.Empty(await other.AuditAsync());
        Assert.Equal("Second", (await other.FindAsync(Reader.Public, RecordKinds.Decision, "PCD 1"))!.Head.Title);
        Assert.Null(await other.FindAsync(Reader.Staff, RecordKinds.Meeting, "vawg-board/2022-03-07"));
        Assert.Equal([1, 2, 3], (await other.Staff.OriginalAsync(new string('a', 64)))!.Value.Bytes);
        Assert.Single((await other.Public.SearchAsync(new SearchQuery("lighting"))).Hits);
        Assert.Single(Directory.GetFiles(other.Database.DataFolder, "checkpoints-until-*"));
    }

    [Theory]
    [InlineData(On.Sqlite)]
    [InlineData(On.Postgres)]
    public async Task Restore_BackupOfTheFirstVersion_IsBroughtUpToDateInACopy(On to)
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        await using var other = await TestRegister.NewAsync(to, server);
        await register.SaveAsync(TestRegister.Decision());
        await register.GoBackToFoundationsAsync();
        var file = Path.Combine(register.Database.DataFolder, "copy.db");
        await new Backups(register.Database).BackupAsync(file);
        var before = await File.ReadAllBytesAsync(file);

        var refusal = await new Backups(other.Database).RefuseAsync(file);
        await new Backups(other.Database).RestoreAsync(file);

        Assert.Null(refusal);
        Assert.Empty(await other.AuditAsync());
        Assert.Single((await other.Public.SearchAsync(new SearchQuery("lighting"))).Hits);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Empty(Directory.GetFiles(other.Database.DataFolder, "restoring-*"));
    }

    [Theory]
    [InlineData("not a database at all")]
    [InlineData("")]
    public async Task Restore_SomethingElse_IsRefused(string content)
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        var file = Path.Combine(register.Database.DataFolder, "other.db");
        await File.WriteAllTextAsync(file, content);

        Assert.NotNull(await new Backups(register.Database).RefuseAsync(file));
    }

    [Fact]
    public async Task Restore_TamperedBackup_IsRefused()
    {
        await using var register = await TestRegister.NewAsync(On.Sqlite, server);
        await register.SaveAsync(TestRegister.Decision());
        var file = Path.Combine(register.Database.DataFolder, "copy.db");
        await new Backups(register.Database).BackupAsync(file);
        await using (var context = register.Database.InFile(file).Open())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(context.Database, "UPDATE revision SET body = replace(body, '250', '950')");

        Assert.Contains("audit", await new Backups(register.Database).RefuseAsync(file), StringComparison.Ordinal);
    }
}
