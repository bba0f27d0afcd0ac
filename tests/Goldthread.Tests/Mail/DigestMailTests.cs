using Goldthread.Core.People;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Mail;

public sealed class DigestMailTests : IAsyncLifetime
{
    private readonly TestSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task DoAsync_OneThingWaits_SaysHowManyAndWhereAndNothingOfIt()
    {
        var (officer, partner) = (await site.JoinAsync(Role.Officer), await site.JoinAsync(Role.Partner, email: "partner@example.org"));
        await AskAsync(officer, partner, "Zanzibar report on stalking", "Canary words of it");

        Assert.Null(await SendAsync(partner));

        var sent = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(site.DataFolder, "outbox"))), TestContext.Current.CancellationToken);
        Assert.Contains("To: partner@example.org", sent, StringComparison.Ordinal);
        Assert.Contains("Subject: One thing waits for you at Mayor's office", sent, StringComparison.Ordinal);
        Assert.Contains("/desk", sent, StringComparison.Ordinal);
        foreach (var told in new[] { "Zanzibar", "stalking", "Canary", "Sample officer", "PCD" })
            Assert.DoesNotContain(told, sent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task DoAsync_AnsweredMeanwhileOrLeftOrUnwanted_SendsNothing()
    {
        var officer = await site.JoinAsync(Role.Officer);
        var (answered, left, unwanted) = (await site.JoinAsync(Role.Partner), await site.JoinAsync(Role.Partner), await site.JoinAsync(Role.Partner));
        foreach (var person in new[] { left, unwanted })
            await AskAsync(officer, person, "Report", "");
        await site.Services.GetRequiredService<PeopleService>().LeaveAsync(left, "A test", "");
        await using (var context = site.Database.Open())
            await context.People.Where(person => person.Id == unwanted).ExecuteUpdateAsync(set => set.SetProperty(person => person.Digest, false), TestContext.Current.CancellationToken);

        foreach (var person in new[] { answered, left, unwanted, Guid.CreateVersion7() })
            Assert.Null(await SendAsync(person));

        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "outbox")));
    }

    private Task<string?> SendAsync(Guid person) =>
        site.Services.GetServices<IDueWork>().Single(work => work.What == WeeklyDigests.Digest)
            .DoAsync(new() { Id = Guid.CreateVersion7(), What = WeeklyDigests.Digest, Record = person, At = site.Database.Now }, TestContext.Current.CancellationToken);

    private async Task AskAsync(Guid by, Guid of, string title, string words)
    {
        var standing = await site.Services.GetRequiredService<PeopleService>().StandingAsync(by);
        var asks = site.Services.GetRequiredService<AskService>();
        Assert.Null((await asks.AskAsync(new NewAsk(title, asks.Today.AddDays(3), words, of), standing!)).Fault);
    }
}
