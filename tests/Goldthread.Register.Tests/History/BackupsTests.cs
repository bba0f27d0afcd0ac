using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.History;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Register.Tests.Decisions;
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

    [Theory, MemberData(nameof(Ways))]
    public async Task Restore_DraftsAndAsks_ComeBackWithTheirRecords(On from, On to)
    {
        await using var drafts = await TestDrafts.NewAsync(from, server);
        await using var other = await TestRegister.NewAsync(to, server);
        var draft = await drafts.StartAsync();
        await drafts.SaveAsync(draft, drafts.Bo, "legal", "Too late.", 0);
        await drafts.Comments.AddAsync(draft, "legal", "", "Which powers?", drafts.Lawyer);
        await drafts.Advice.AskAsync(draft, [AdviceField.Legal], drafts.Ada);
        await drafts.Flow.AcknowledgeAsync(draft, new DraftFinding("GT2001", Severity.Warning, DraftStep.Draft, "", "title", "Words."), drafts.Mayor);
        await drafts.SignAsync(draft);
        var held = await HeldAsync(drafts.Register.Database);
        var record = (await drafts.FindAsync(draft)).Head.Record!.Value;
        var asked = (await new AskService(drafts.Register.Database).AskAsync(new NewAsk("Report", new DateOnly(2027, 1, 4), Person: drafts.Bo.Person, Record: record), drafts.Ada)).Ask!.Value;
        var file = Path.Combine(drafts.Register.Database.DataFolder, "copy.db");
        await new Backups(drafts.Register.Database).BackupAsync(file);

        await drafts.GoAsync(draft, DraftAct.Publish);
        await new Backups(drafts.Register.Database).RestoreAsync(file); // over itself, and into a register where nobody is
        await new Backups(other.Database).RestoreAsync(file);

        foreach (var database in new[] { drafts.Register.Database, other.Database })
        {
            Assert.Equal(held, await HeldAsync(database));
            Assert.Equal(record, (await new AskService(database).FindAsync(asked, drafts.Bo))!.Ask.Record);
        }

        async Task<string> HeldAsync(RegisterDatabase database) => System.Text.Json.JsonSerializer.Serialize(await new HeldDrafts(database).OfRecordAsync((await drafts.FindAsync(draft)).Head.Record!.Value));
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
