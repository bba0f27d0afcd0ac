using Goldthread.Core.Boards;
using Goldthread.Core.Following;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Due;
using Goldthread.Register.Following;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Following;

public sealed class FollowersTests(PostgresServer server)
{
    public static TheoryData<On> Databases => TestRegister.Databases;

    private static Followed Stalking => new(FollowKind.Topic, "stalking");

    [Theory, MemberData(nameof(Databases))]
    public async Task AskAsync_SameAddressManyTimesAtOnce_IsAskedOnceADay(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var followers = new Followers(register.Database);

        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => followers.AskAsync(New("ada"), [Followed.Decisions]))));
        Assert.Single(asked, isAsked => isAsked);
        Assert.True(await followers.AskAsync(New("bo"), [Stalking]));
        Assert.Equal(2, (await DueAsync(register)).Count(due => due.What == Followers.Confirm));

        register.Clock.Move(Followers.AskedAgain - TimeSpan.FromSeconds(1));
        Assert.False(await followers.AskAsync(New("ada"), [Stalking]));
        register.Clock.Move(TimeSpan.FromSeconds(1));
        var again = New("ada");
        Assert.True(await followers.AskAsync(again, [Stalking]));

        Assert.Equal([Stalking], (await followers.FindAsync(again.Key))!.Follows); // what nobody confirmed gives way
        Assert.Equal(0, await followers.CountAsync());
        await using var context = register.Database.Open();
        Assert.Equal(2, await context.Followers.CountAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task ConfirmAsync_AddressThatFollowsAlready_AddsToItAndKeepsItsKey(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var followers = new Followers(register.Database);
        var first = await FollowAsync(register, "ada", Followed.Decisions, Stalking);
        register.Clock.Move(TimeSpan.FromDays(2));
        var second = New("ada");
        Assert.True(await followers.AskAsync(second, [Stalking, new Followed(FollowKind.Series, "vawg-board")]));
        Assert.Equal(2, (await followers.FindAsync(first.Key))!.Follows.Count);

        var now = (await followers.ConfirmAsync(second.Key))!;

        Assert.Equal((first.Id, true), (now.Id, now.IsConfirmed));
        Assert.Equal([Followed.Decisions, Stalking, new Followed(FollowKind.Series, "vawg-board")], (await followers.FindAsync(first.Key))!.Follows);
        Assert.Null(await followers.FindAsync(second.Key));
        Assert.Null(await followers.ConfirmAsync(second.Key));
        Assert.False(await followers.AskAsync(New("ada"), [Stalking]));
        Assert.Equal(1, await followers.CountAsync());
        Assert.DoesNotContain(await DueAsync(register), due => due.Record == second.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Unconfirmed_AfterAWeek_IsForgottenAndCannotBeConfirmed(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var followers = new Followers(register.Database);
        var (late, stays) = (New("ada"), await FollowAsync(register, "bo", Stalking));
        await followers.AskAsync(late, [Stalking]);
        register.Clock.Move(Followers.Waiting);

        Assert.Null(await followers.ConfirmAsync(late.Key));
        await new DueService(register.Database, [new ForgetFollowerWork(register.Database)]).RunAsync();

        await using var context = register.Database.Open();
        Assert.Equal(stays.Id, (await context.Followers.SingleAsync()).Id);
        Assert.DoesNotContain(await context.Followed.ToListAsync(), row => row.Follower == late.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task EndAsync_OneOrAll_ForgetsTheAddressWithTheLast(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var followers = new Followers(register.Database);
        var (ada, bo) = (await FollowAsync(register, "ada", Followed.Decisions, Stalking), await FollowAsync(register, "bo", Followed.Decisions, Stalking));
        await register.SaveAsync(TestRegister.Decision());
        await RunAsync(register, []);

        Assert.True(await followers.EndAsync(ada.Key, Stalking));
        Assert.Equal([Followed.Decisions], (await followers.FindAsync(ada.Key))!.Follows);
        Assert.True(await followers.EndAsync(ada.Key, Followed.Decisions));
        Assert.True(await followers.EndAsync(bo.Key));
        Assert.False(await followers.EndAsync(bo.Key));

        await using var context = register.Database.Open();
        Assert.Empty(await context.Followers.ToListAsync());
        Assert.Empty(await context.FollowNews.ToListAsync());
        Assert.DoesNotContain(await context.Due.ToListAsync(), due => due.What == FollowerNews.Mail);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Publication_OfEachKind_IsToldToThoseWhoFollowItAndConfirmedOnceEach(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        var all = await FollowAsync(register, "all", Followed.Decisions, Stalking);
        var topic = await FollowAsync(register, "topic", Stalking);
        var organisation = await FollowAsync(register, "organisation", new Followed(FollowKind.Organisation, "mps"));
        var series = await FollowAsync(register, "series", new Followed(FollowKind.Series, "vawg-board"));
        await new Followers(register.Database).AskAsync(New("unconfirmed"), [Followed.Decisions, Stalking]);
        await register.SaveAsync(TestRegister.Organisation());
        await register.SaveAsync(TestRegister.Meeting() with { Kind = RecordKinds.Board, Reference = "vawg-board", Content = new Board { Name = "VAWG Board" } });
        var sent = new List<(Guid Follower, string Reference)>();

        await register.SaveAsync(TestRegister.Decision("PCD 1", with: decision => decision with { ExecutiveSummary = "On stalking.", Organisations = [new("mps")] }));
        await register.SaveAsync(TestRegister.Decision("PCD 2"));
        await register.SaveAsync(TestRegister.Meeting());
        await register.SaveAsync(TestRegister.Decision("PCD 3", with: decision => decision with { ExecutiveSummary = "On stalking." }) with { Body = "another-body" });
        await register.SaveAsync(TestRegister.Decision("PCD 4") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision("PCD 1", title: "Corrected", with: decision => decision with { ExecutiveSummary = "On stalking.", Organisations = [new("mps")] }));
        await RunAsync(register, sent);
        Assert.Empty(sent);
        register.Clock.Move(FollowerNews.Gathering);
        await RunAsync(register, sent);
        register.Clock.Move(FollowerNews.Gathering);
        await RunAsync(register, sent);

        (Guid, string)[] expected = [(all.Id, "PCD 1"), (all.Id, "PCD 2"), (topic.Id, "PCD 1"), (organisation.Id, "PCD 1"), (series.Id, "vawg-board/2022-03-07")];
        Assert.Equal(expected.Order(), sent.Order());
        Assert.Empty(await register.AuditAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Publication_WithdrawnBeforeItIsSent_IsNotSent(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await FollowAsync(register, "ada", Followed.Decisions);
        var sent = new List<(Guid, string)>();
        var gone = await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await register.SaveAsync(TestRegister.Decision("PCD 2"));
        await RunAsync(register, sent);
        await register.Writer.WithdrawAsync(gone.Id, "Policy office", "It named a place.", erase: false);
        var sooner = await register.SaveAsync(TestRegister.Decision("PCD 3"));
        await register.Writer.WithdrawAsync(sooner.Id, "Policy office", "It named a place.", erase: true);
        register.Clock.Move(FollowerNews.Gathering);

        await RunAsync(register, sent);

        Assert.Equal(["PCD 2"], sent.Select(one => one.Item2));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Publication_OfTheArchiveOrWhereNobodyFollows_IsNotPlanned(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        Assert.DoesNotContain(await DueAsync(register), due => due.What == FollowerNews.Tell);
        await FollowAsync(register, "ada", Followed.Decisions);

        await register.SaveAsync(TestRegister.Decision("PCD 2") with { Process = "import" });
        Assert.DoesNotContain(await DueAsync(register), due => due.What == FollowerNews.Tell);
        await register.SaveAsync(TestRegister.Decision("PCD 3", with: decision => decision with { DateSigned = new DateOnly(2026, 11, 1) }) with { Process = "import" });
        Assert.Single(await DueAsync(register), due => due.What == FollowerNews.Tell);

        // What is public, for staff for a while and public again was told once.
        await register.SaveAsync(TestRegister.Decision("PCD 1") with { Visibility = Audience.Staff });
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        Assert.Single(await DueAsync(register), due => due.What == FollowerNews.Tell);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Send_Fails_IsTriedAgainWithoutLosingWhatCameMeanwhileAndThenGivenUp(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await FollowAsync(register, "ada", Followed.Decisions);
        var tries = 0;
        var service = new DueService(register.Database, [new TellFollowersWork(register.Database, TestRegister.Body), new MailFollowerWork(register.Database, (_, _, _, _) => Task.FromResult<string?>($"No server {++tries}"))]);
        await register.SaveAsync(TestRegister.Decision("PCD 1"));
        await service.RunAsync();
        for (var day = 0; day < 5; day++)
        {
            register.Clock.Move(TimeSpan.FromDays(1));
            await service.RunAsync();
        }

        Assert.Equal(5, tries);
        var sent = new List<(Guid, string)>();
        await register.SaveAsync(TestRegister.Decision("PCD 2"));
        await RunAsync(register, sent);
        register.Clock.Move(TimeSpan.FromDays(1));
        await RunAsync(register, sent);
        Assert.Equal(["PCD 1", "PCD 2"], sent.Select(one => one.Item2).Order());

        await register.SaveAsync(TestRegister.Decision("PCD 3"));
        for (var day = 0; day < 20; day++)
        {
            register.Clock.Move(TimeSpan.FromDays(1));
            await service.RunAsync();
        }

        Assert.Equal(5 + 12, tries);
        Assert.DoesNotContain(await DueAsync(register), due => due.What == FollowerNews.Mail);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Backup_Followers_AreInItOnceConfirmedAndComeBackOnlyWhereThereAreNone(On on)
    {
        await using var register = await TestRegister.NewAsync(on, server);
        await using var empty = await TestRegister.NewAsync(on, server);
        var ada = await FollowAsync(register, "ada", Stalking);
        await new Followers(register.Database).AskAsync(New("unconfirmed"), [Stalking]);
        await register.SaveAsync(TestRegister.Decision(with: decision => decision with { ExecutiveSummary = "On stalking." }));
        await RunAsync(register, []);
        var file = Path.Combine(register.Database.DataFolder, "copy.db");

        await new Backups(register.Database).BackupAsync(file);
        await using (var copy = register.Database.InFile(file).Open())
        {
            Assert.Equal([ada.Id], await copy.Followers.Select(row => row.Id).ToListAsync());
            Assert.Empty(await copy.FollowNews.ToListAsync());
            Assert.DoesNotContain(await copy.Due.ToListAsync(), due => due.What is FollowerNews.Mail or FollowerNews.Tell or Followers.Confirm or Followers.Forget);
        }

        await new Followers(register.Database).EndAsync(ada.Key);
        var bo = await FollowAsync(register, "bo", Stalking);
        await new Backups(register.Database).RestoreAsync(file);
        await new Backups(empty.Database).RestoreAsync(file);

        Assert.NotNull(await new Followers(register.Database).FindAsync(bo.Key));
        Assert.Null(await new Followers(register.Database).FindAsync(ada.Key));
        Assert.Equal([Stalking], (await new Followers(empty.Database).FindAsync(ada.Key))!.Follows);
    }

    private static NewFollower New(string name) => new(Guid.CreateVersion7(), $"mark of {name}", Guid.NewGuid().ToString("N"), [1, 2, 3]);

    private static async Task<NewFollower> FollowAsync(TestRegister register, string name, params Followed[] follows)
    {
        var follower = New(name);
        Assert.True(await new Followers(register.Database).AskAsync(follower, follows));
        Assert.NotNull(await new Followers(register.Database).ConfirmAsync(follower.Key));
        return follower;
    }

    private static Task<int> RunAsync(TestRegister register, List<(Guid, string)> sent) => new DueService(register.Database,
    [
        new TellFollowersWork(register.Database, TestRegister.Body),
        new MailFollowerWork(register.Database, (follower, news, _, _) =>
        {
            sent.AddRange(news.Select(head => (follower.Id, head.Slug.Contains('/', StringComparison.Ordinal) ? head.Slug : head.Reference)));
            return Task.FromResult<string?>(null);
        }),
    ]).RunAsync();

    private static async Task<List<DueRow>> DueAsync(TestRegister register)
    {
        await using var context = register.Database.Open();
        return await context.Due.AsNoTracking().ToListAsync();
    }
}
