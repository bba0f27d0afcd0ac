using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Due;
using Goldthread.Register.Following;
using Goldthread.Tests.Decisions;
using Goldthread.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Following;

/// <summary>Following by email as whoever has a browser without script does it, and her mail program.</summary>
public sealed partial class FollowPageTests : IAsyncLifetime
{
    private const string Origin = "https://register.example.org";

    private readonly TestSite site = new() { Settings = new Dictionary<string, string?> { ["Body:Address"] = Origin } };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Follow_FromTheFormToTheEnd_SendsOnlyAfterItsOwnerSaidYesAndUntilSheSaysNo()
    {
        var asked = await AskAsync("Ada@Example.org", "decisions", "organisation:riverside-police");
        Assert.Equal((HttpStatusCode.Redirect, "/decisions/follow/asked"), (asked.StatusCode, asked.Headers.Location?.OriginalString));
        await PublishAsync("PCD 9100", "Before she said yes");
        await RunAsync();
        var question = Assert.Single(await OutboxAsync());
        Assert.Contains("To: Ada@Example.org", question, StringComparison.Ordinal);
        Assert.Contains("What names Riverside Police", question, StringComparison.Ordinal);
        var link = LinkOf(question);

        // A scanner opens every link, and begins nothing.
        Assert.Contains("Yes, send me these emails", await site.Client.GetStringAsync(link), StringComparison.Ordinal);
        await site.Client.GetStringAsync(link + "/end");
        Assert.Equal(0, await site.Services.GetRequiredService<Followers>().CountAsync());
        using var confirmed = await site.Client.PostAsync($"{link}?handler=Confirm", new FormUrlEncodedContent([]));
        Assert.Contains("What you follow", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await site.Services.GetRequiredService<Followers>().CountAsync());

        await PublishAsync("PCD 9101", "Lamps for\r\nBcc: mallory@example.org four parks");
        await PublishAsync("PCD 9102", "Benches for four parks");
        await RunAsync();
        Assert.Single(await OutboxAsync());
        site.Clock.Move(FollowerNews.Gathering);
        await RunAsync();
        var news = (await OutboxAsync()).Single(mail => mail != question);
        Assert.Contains("Subject: Two new records of Mayor's office", news, StringComparison.Ordinal);
        Assert.Contains($"List-Unsubscribe: <{Origin}{link}/end>", news, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", news, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{Origin}/decisions/pcd-9102", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Before she said yes", news, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", news, StringComparison.OrdinalIgnoreCase);

        // What a mail program sends for her: no cookie, no token, no page opened before.
        using var ended = await site.Client.PostAsync($"{link}/end", new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        await PublishAsync("PCD 9103", "After she said no");
        await RunAsync();
        site.Clock.Move(FollowerNews.Gathering);
        await RunAsync();
        Assert.Equal(2, (await OutboxAsync()).Count);
        await using var context = site.Database.Open();
        Assert.Empty(await context.Followers.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("leads to no emails any more", await site.Client.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Contains("The emails have ended", await (await site.Client.PostAsync($"{link}/end", null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_AddressThatFollowsOrWasAskedOrIsNew_HasTheSameAnswer()
    {
        await AskAsync("ada@example.org", "decisions");
        await RunAsync();
        await site.Client.PostAsync($"{LinkOf((await OutboxAsync())[0])}?handler=Confirm", null);
        await AskAsync("bo@example.org", "decisions");

        var answers = new List<string>();
        foreach (var address in new[] { "ada@example.org", "bo@example.org", "new@example.org" })
        {
            using var answer = await AskAsync(address, "topic:stalking");
            answers.Add($"{(int)answer.StatusCode} {string.Join(", ", answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}={string.Join(',', header.Value)}"))}");
        }

        Assert.Single(answers.Distinct());
        await RunAsync();
        Assert.Equal(3, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task Follow_WrongAddressOrNothingChosen_KeepsWhatWasTypedAndKeepsNoAddress()
    {
        foreach (var (address, what, words) in new[]
        {
            ("ada", "decisions", "Enter an email address"), ("ada@example.org, bo@example.org", "decisions", "Enter an email address"), ("Ada <ada@example.org>", "decisions", "Enter an email address"),
            ("ada@example.org\r\nBcc: bo@example.org", "decisions", "Enter an email address"), (new string('a', 250) + "@example.org", "decisions", "Enter an email address"), ("ada@example", "decisions", "Enter an email address"),
            ("ada@example.org", "", "Choose what you want to follow"), ("ada@example.org", "topic:nothing-of-the-kind", "Choose what you want to follow"), ("ada@example.org", "series:no-such-board", "Choose what you want to follow"),
            ("ada@example.org", "organisation:../../desk", "Choose what you want to follow"),
        })
        {
            using var answer = await AskAsync(address, what);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Contains(words, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(address, page.QuerySelector<IHtmlInputElement>("#email")!.Value);
        }

        // A form with a sign that no browser sends is not read at all.
        using var odd = await AskAsync("ada@example.org", "organisation:tfl\0");
        Assert.Contains("There is a problem", await odd.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await using var context = site.Database.Open();
        Assert.Empty(await context.Followers.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Follow_ManyAddressesFromOnePlace_IsTurnedAwayButAnEndNeverIs()
    {
        await using var limited = new TestSite { Empty = true, Settings = new Dictionary<string, string?> { ["Body:Address"] = Origin, ["SignIn:TriesPerAddress"] = "2" } };
        await limited.InitializeAsync();
        var statuses = new List<HttpStatusCode>();
        foreach (var name in new[] { "ada", "bo", "cy" })
        {
            using var answer = await limited.Client.PostAsync("/decisions/follow", new FormUrlEncodedContent([KeyValuePair.Create("email", $"{name}@example.org"), KeyValuePair.Create("what", "decisions")]));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, (await limited.Client.PostAsync($"/decisions/follow/{new string('0', 64)}/end", null)).StatusCode);
    }

    [Fact]
    public async Task Address_InTheDatabaseAndTheBackup_IsNowhereInClear()
    {
        await AskAsync("canary.zebra@example.org", "decisions");
        await RunAsync();
        await site.Client.PostAsync($"{LinkOf((await OutboxAsync())[0])}?handler=Confirm", null);
        var copy = Path.Combine(site.DataFolder, "copy.db");
        await new Goldthread.Register.History.Backups(site.Database).BackupAsync(copy, TestContext.Current.CancellationToken);

        foreach (var file in Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("outbox", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("zebra", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var (role, sees) in new[] { (Role.Administrator, true), (Role.Officer, false) })
        {
            var desk = await (await site.SignInAsync(role)).GetStringAsync("/desk");
            Assert.Equal(sees, desk.Contains("One address is told by email", StringComparison.Ordinal));
            Assert.DoesNotContain("zebra", desk, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_OfFollowing_SetNoCookieAndAreKeptNowhere()
    {
        foreach (var address in new[] { "/decisions/follow", "/decisions/follow?what=organisation:riverside-police", "/decisions/follow/asked", $"/decisions/follow/{new string('0', 64)}", $"/decisions/follow/{new string('0', 64)}/end" })
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.True(answer.Headers.CacheControl!.NoStore, address);
            Assert.DoesNotContain("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Links_OfListsAndPages_LeadToTheFormWithTheirOwnChoiceMade()
    {
        foreach (var (address, what) in new[]
        {
            ("/decisions", "decisions"), ("/decisions?organisation=lantern", "organisation:lantern"), ("/organisations/riverside-police", "organisation:riverside-police"), ("/boards/safety-board", "series:safety-board"),
            ("/search?topic=stalking", "topic:stalking"),
        })
        {
            var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(address));
            var link = page.QuerySelectorAll("main a").Select(one => one.GetAttribute("href")!).Single(href => href.StartsWith("/decisions/follow", StringComparison.Ordinal));
            var form = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(link));
            Assert.Equal([what], form.QuerySelectorAll<IHtmlInputElement>("input[name=what]").Where(input => input.IsChecked).Select(input => input.Value));
        }
    }

    [Fact]
    public async Task Publication_OfADraftAtOnceAndByItself_IsToldOnceAndWhatIsDeferredIsNot()
    {
        await AskAsync("ada@example.org", "decisions");
        await RunAsync();
        await site.Client.PostAsync($"{LinkOf((await OutboxAsync())[0])}?handler=Confirm", null);
        await using var flow = await FlowSite.NewAsync(site);
        var (now, later) = (await flow.StartAsync(), await flow.StartAsync("PCD 9502", content => content.With("title", "Canary benches")));
        await flow.SignAsync(now);
        await flow.SignAsync(later);
        await flow.MustAsync(now, "secretary", "take/publish", "Publish", DraftState.Published, ("election", "ordinary"));
        var day = DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime).AddDays(3);
        await flow.MustAsync(later, "secretary", "take/defer", "Defer", DraftState.Deferred, ("until", "day"), ("day", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("reason", "A test."), ("election", "ordinary"));
        await RunAsync();
        site.Clock.Move(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Contains("Canary lighting in four parks", (await OutboxAsync()).Single(mail => mail.Contains("Subject: Decision published", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(await OutboxAsync(), mail => mail.Contains("benches", StringComparison.Ordinal));

        site.Clock.Move(TimeSpan.FromDays(4));
        await RunAsync();
        site.Clock.Move(TimeSpan.FromHours(1));
        await RunAsync();

        Assert.Equal(DraftState.Published, await flow.StateAsync(later));
        Assert.Single(await OutboxAsync(), mail => mail.Contains("benches", StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> AskAsync(string address, params string[] what) => site.Client.PostAsync("/decisions/follow", new FormUrlEncodedContent(
        what.Select(one => KeyValuePair.Create("what", one)).Append(KeyValuePair.Create("email", address))));

    // What is imported from long ago is no news.
    private Task PublishAsync(string reference, string title) => site.SaveAsync(reference, title, decision => decision with { DateSigned = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime) });

    // The site itself does what is due as well: what it has begun is waited for.
    private async Task RunAsync()
    {
        string[] works = [FollowerNews.Tell, FollowerNews.Mail, Followers.Confirm];
        await using var context = site.Database.Open();
        do
            await new DueService(site.Database, site.Services.GetServices<IDueWork>(), wrong => Assert.Fail(wrong)).RunAsync(TestContext.Current.CancellationToken);
        while (await context.Due.AnyAsync(due => works.Contains(due.What) && due.At <= site.Database.Now, TestContext.Current.CancellationToken));
    }

    private async Task<IReadOnlyList<string>> OutboxAsync()
    {
        var folder = Path.Combine(site.DataFolder, "outbox");
        var mails = new List<string>();
        if (Directory.Exists(folder))
            foreach (var file in new DirectoryInfo(folder).GetFiles().OrderBy(file => file.LastWriteTimeUtc))
                mails.Add(Plain(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken)));
        return mails;
    }

    // Quoted-printable, as our emails are (RFC 2045, 6.7).
    private static string Plain(string mail) => mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    private static string LinkOf(string mail) => Link().Match(mail).Value;

    [GeneratedRegex("/decisions/follow/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
