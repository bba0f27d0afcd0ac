using System.Net;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>What somebody tries who wants in, or wants more than she may, over HTTP.</summary>
public sealed class AttackTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Script = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    public async Task Post_FromAnotherSite_ChangesNothing(string header, string value)
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(person);
        var token = await browser.TokenAsync("/desk/account");
        browser.Client.DefaultRequestHeaders.Add(header, value);

        foreach (var address in (string[])["/desk/account?handler=Digest", "/sign-out", "/sign-in"])
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendWithAsync(token, address, [("on", "false")])).StatusCode);

        Assert.True((await RowAsync(person.Id)).Digest);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task Post_WithoutTokenOrWithAnothers_ChangesNothing()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(person);
        using var other = new TestBrowser(site);
        await other.SignInAsync(await TestPerson.JoinAsync(site));

        foreach (var token in (string[])["", "CfDJ8nonsense", await other.TokenAsync("/desk/account")])
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendWithAsync(token, "/desk/account?handler=Digest", [("on", "false")])).StatusCode);
        var own = await browser.SendWithAsync(await browser.TokenAsync("/desk/account"), "/desk/account?handler=Digest", [("on", "false")]);

        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.False((await RowAsync(person.Id)).Digest);
    }

    [Fact]
    public async Task Forms_ScriptInEveryField_StaysText()
    {
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(await TestPerson.JoinAsync(site, Role.Administrator));
        var people = new PeopleService(site.Database);
        var email = $"{Guid.NewGuid():N}@example.org";
        var seen = new List<string>
        {
            await TextAsync(browser.SendAsync("/sign-in?back=" + Uri.EscapeDataString(Script), [("email", Script), ("password", Script)])),
            await TextAsync(browser.OpenAsync("/sign-in/again?back=" + Uri.EscapeDataString("/" + Script))),
            await TextAsync(browser.SendAsync("/desk/people/join", [("email", Script), ("name", Script), ("office", Script), ("organisation", Script), ("role", Script), ("from", Script), ("until", Script), ("reason", Script)])),
            await TextAsync(browser.SendAsync("/desk/people/join", [("email", email), ("name", Script), ("office", Script), ("role", "officer"), ("reason", Script)])),
            await TextAsync(browser.SendAsync("/desk/cover", [("deputy", Script), ("starts", Script), ("ends", Script), ("reason", Script)])),
            await TextAsync(browser.SendAsync("/desk/account/password", [("present", Script), ("next", Script)])),
        };
        var made = (await people.CalledAsync(email, Stop))!;
        seen.Add(await browser.Client.GetStringAsync("/desk/people"));
        seen.Add(await browser.Client.GetStringAsync($"/desk/people/{made.Id}"));
        seen.Add(await browser.Client.GetStringAsync("/desk/cover"));
        seen.Add(await (await site.SignInAsync(made.Id)).GetStringAsync("/desk"));

        Assert.Equal(Script, made.Name);
        Assert.Contains("&lt;script&gt;", seen[7], StringComparison.Ordinal);
        Assert.All(seen, page =>
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Browsing_ToWhatIsAnothers_ChangesAndShowsNothing()
    {
        var people = new PeopleService(site.Database);
        var victim = await TestPerson.JoinAsync(site);
        using var hers = new TestBrowser(site);
        await hers.SignInAsync(victim);
        var deputy = await site.JoinAsync(Role.Officer);
        await people.CoverAsync(victim.Id, deputy, people.Today, people.Today.AddDays(3), "A test", "Leave", Stop);
        var cover = (await people.FindAsync(victim.Id, Stop))!.Covers.Single().Id;
        var session = (await site.Services.GetRequiredService<Register.People.Sessions>().OfAsync(victim.Id, Stop)).Single().Name;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<UserManager<PersonRow>>();
            await store.AddOrUpdatePasskeyAsync((await store.FindByIdAsync(victim.Id.ToString()))!, new UserPasskeyInfo([9, 9, 9], [4], DateTimeOffset.UnixEpoch, 0, [], true, true, true, [7], [8]) { Name = "Hers" });
        }

        using var attacker = new TestBrowser(site);
        await attacker.SignInAsync(await TestPerson.JoinAsync(site));
        await attacker.SendAsync("/desk/account", [("session", session)], "/desk/account?handler=EndSession");
        await attacker.SendAsync("/desk/account", [("key", "090909")], "/desk/account?handler=RemovePasskey");
        await attacker.SendAsync("/desk/cover", [("cover", cover.ToString())], "/desk/cover?handler=End");
        foreach (var address in (string[])[$"/desk/people/{victim.Id}", $"/desk/people/{victim.Id}/move", $"/desk/people/{victim.Id}/leave", "/desk/people", "/desk/people/join"])
            Assert.Equal(HttpStatusCode.Forbidden, (await attacker.OpenAsync(address)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await hers.OpenAsync("/desk")).StatusCode);
        Assert.Single((await people.FindAsync(victim.Id, Stop))!.Covers);
        Assert.True((await people.FindAsync(victim.Id, Stop))!.HasPasskey);
    }

    [Theory]
    [InlineData(Role.Partner)]
    [InlineData(Role.Provider)]
    [InlineData(Role.Administrator)]
    public async Task Browsing_ToWhatIsForStaff_FindsNothing(Role role)
    {
        var client = await site.SignInAsync(role);

        foreach (var address in (string[])["/decisions/pcd-9009", "/decisions/pcd-9009.json", "/decisions/pcd-9009/revisions", "/decisions/pcd-9009/source", "/documents/document-0123456789ab.json"])
            Assert.DoesNotContain("Not yet to be seen", await TextAsync(client.GetAsync(address)), StringComparison.Ordinal);
        Assert.DoesNotContain("Words for staff only", await client.GetStringAsync("/search?q=staff"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet to be seen", await client.GetStringAsync("/decisions.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("/desk\r\nSet-Cookie: goldthread=planted")]
    [InlineData("evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/\u2215evil.example")]
    [InlineData("/desk/\u00e9")]
    [InlineData("/sign-in/again")]
    [InlineData("/sign-in/provider?back=x")]
    [InlineData("")]
    public async Task Back_NotAPageOfOurs_LeadsToTheDesk(string back)
    {
        var person = await TestPerson.JoinAsync(site, codes: false);
        using var browser = new TestBrowser(site);
        var token = await browser.TokenAsync("/sign-in");

        var answer = await browser.SendWithAsync(token, "/sign-in", [("email", person.Email), ("password", person.Password), ("back", back)]);

        Assert.Equal("/desk", answer.Headers.Location!.OriginalString);
        Assert.Equal("/desk", SignInAddress.Back(back));
    }

    [Theory]
    [InlineData("/%2F/evil.example")]
    [InlineData("/%5Cevil.example")]
    public async Task Back_EscapedSlashes_StayOnThisSite(string back)
    {
        var person = await TestPerson.JoinAsync(site, codes: false);
        using var browser = new TestBrowser(site);
        var token = await browser.TokenAsync("/sign-in");

        var answer = await browser.SendWithAsync(token, "/sign-in", [("email", person.Email), ("password", person.Password), ("back", back)]);

        Assert.Equal(new Uri(site.Address).Authority, new Uri(new Uri(site.Address), answer.Headers.Location!.OriginalString).Authority);
    }

    [Fact]
    public async Task Post_FieldsThatNoFormHas_AreNotTaken()
    {
        var person = await TestPerson.JoinAsync(site, Role.Administrator);
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(person);
        var before = await RowAsync(person.Id);
        (string, string)[] more =
        [
            ("Organisation", "lantern"), ("TwoFactorEnabled", "false"), ("Id", Guid.Empty.ToString()), ("PasswordHash", "x"), ("LeftAt", "2020-01-01"), ("Name", "Somebody else"),
            ("Person.TwoFactorEnabled", "false"), ("Person.Id", Guid.Empty.ToString()), ("Me.Organisation", "lantern"), ("Standing.Organisation", "lantern"), ("Proof", "passkey"), ("Password", "chosen password"),
            ("EmailConfirmed", "false"), ("LockoutEnabled", "false"), ("LastCode", "0"),
        ];

        await browser.SendAsync("/desk/account", [("on", "true"), .. more], "/desk/account?handler=Digest");
        var email = $"{Guid.NewGuid():N}@example.org";
        await browser.SendAsync("/desk/people/join", [("email", email), ("name", "Bo Example"), ("office", "Officer"), ("role", "officer"), .. more.Where(field => field.Item1 is not ("Organisation" or "Name"))]);

        var after = await RowAsync(person.Id);
        Assert.Equal((before.Name, before.Organisation, before.TwoFactorEnabled, before.PasswordHash, before.LeftAt, before.LastCode), (after.Name, after.Organisation, after.TwoFactorEnabled, after.PasswordHash, after.LeftAt, after.LastCode));
        var made = await new PeopleService(site.Database).CalledAsync(email, Stop);
        var row = await RowAsync(made!.Id);
        Assert.NotEqual(Guid.Empty, row.Id);
        Assert.True(row is { LockoutEnabled: true, LeftAt: null, Organisation: null } && row.PasswordHash != "x");
        Assert.Equal(PasswordVerificationResult.Failed, new PasswordHasher<PersonRow>().VerifyHashedPassword(row, row.PasswordHash!, "chosen password"));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/desk/account?handler=AddPasskey")]
    [InlineData("/desk/people/join")]
    public async Task Post_TooLarge_IsRefusedWithAPage(string address)
    {
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(await TestPerson.JoinAsync(site, Role.Administrator));
        var token = await browser.TokenAsync("/desk/account");

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.ExpectContinue = true; // as large uploads do: the answer comes before the body is sent
        var large = await browser.Client.SendAsync(request);
        var many = await browser.SendWithAsync(token, address, Enumerable.Range(0, 3000).Select(i => ($"f{i}", "x")));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.Contains("This request is too large", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task Guessing_ManyPasswordsAtTheSameMoment_AreAllCounted()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await browser.TokenAsync("/sign-in");

        var tries = Enumerable.Range(0, 12).Select(i => browser.SendWithAsync(token, "/sign-in", [("email", person.Email), ("password", "guess number " + i)])).ToList();
        await Task.WhenAll(tries);

        Assert.True((await RowAsync(person.Id)).LockoutEnd > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Guessing_FromOneAddress_IsTurnedAwayAndToldWhenToComeBack()
    {
        await using var limited = new TestSite { Settings = new Dictionary<string, string?> { ["SignIn:TriesPerAddress"] = "4" } };
        await limited.InitializeAsync();
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await limited.Client.PostAsync("/sign-in", new FormUrlEncodedContent([]))).StatusCode);

        var answer = await limited.Client.PostAsync("/SIGN-IN/code", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Matches("Come back in (a minute|[2-5] minutes)", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await limited.Client.GetAsync("/decisions")).StatusCode);
    }

    [Fact]
    public async Task Proxy_NamedOne_IsBelievedForTheLastHopOnly()
    {
        await using var behind = new TestSite { Settings = new Dictionary<string, string?> { ["SignIn:TriesPerAddress"] = "2", ["Site:Proxies:0"] = "127.0.0.0/8" } };
        await behind.InitializeAsync();

        // The proxy adds the address that it saw; what stands before it was sent by the client.
        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync("198.51.100.1, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("198.51.100.2, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("127.0.0.1, 203.0.113.7"));
        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync("203.0.113.8"));

        async Task<HttpStatusCode> TryAsync(string forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", forwarded);
            return (await behind.Client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Proxy_NotNamed_IsNotBelieved()
    {
        await using var bare = new TestSite { Settings = new Dictionary<string, string?> { ["SignIn:TriesPerAddress"] = "2", ["Site:Proxies:0"] = "10.0.0.5" } };
        await bare.InitializeAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            answers.Add((await bare.Client.SendAsync(request)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[2]);
        Assert.StartsWith("goldthread=", await SignInThroughAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_WithTls_MakesTheCookieSecureAndTiedToTheHost()
    {
        await using var behind = new TestSite { Settings = new Dictionary<string, string?> { ["Site:Proxies:0"] = "127.0.0.1" } };
        await behind.InitializeAsync();

        var cookie = await SignInThroughAsync(behind);

        Assert.StartsWith("__Host-goldthread=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https", "register.example.org", true)]
    [InlineData("http", "register.example.org", false)]
    [InlineData("https", "localhost:5080", false)]
    [InlineData("https", "127.0.0.1", false)]
    [InlineData("https", "[::1]:5080", false)]
    public async Task Proxy_WithTls_HoldsBrowsersToItButNotOnOneMachine(string scheme, string host, bool held)
    {
        await using var behind = new TestSite { Settings = new Dictionary<string, string?> { ["Site:Proxies:0"] = "127.0.0.1" } };
        await behind.InitializeAsync();

        foreach (var path in (string[])["/", "/sign-in", "/support", "/nothing/here"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Host = host;
            using var answer = await behind.Client.SendAsync(request);
            Assert.Equal(held ? ["max-age=31536000"] : [], answer.Headers.TryGetValues("Strict-Transport-Security", out var said) ? said : []);
        }
    }

    // Signs in as a client of a proxy with TLS, and gives the session's cookie as it was set.
    private static async Task<string> SignInThroughAsync(TestSite site)
    {
        var person = await TestPerson.JoinAsync(site, codes: false);
        using var form = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        form.Headers.Add("X-Forwarded-Proto", "https");
        var page = await site.Client.SendAsync(form);
        var token = (await page.Content.ReadAsStringAsync()).Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = person.Email, ["password"] = person.Password, ["__RequestVerificationToken"] = token }),
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.99");
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("goldthread-form", StringComparison.Ordinal)).Split(';')[0]);
        using var answer = await site.Client.SendAsync(request);
        return answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single(cookie => cookie.Contains("goldthread=", StringComparison.Ordinal)) : $"no cookie with {answer.StatusCode}";
    }

    private async Task<PersonRow> RowAsync(Guid person)
    {
        await using var context = site.Database.Open();
        return await context.People.AsNoTracking().SingleAsync(row => row.Id == person, Stop);
    }

    private static async Task<string> TextAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();
}
