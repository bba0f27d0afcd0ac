using System.Net;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>Signing in, staying so and ending it, over HTTP as a browser without script does it.</summary>
public sealed class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task SignIn_PasswordAndCode_LeadsBackToWhereSheWasGoing()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);

        var asked = await browser.OpenAsync("/desk/account");
        var first = await browser.SendAsync(asked.Headers.Location!.OriginalString, [("email", person.Email.ToUpperInvariant()), ("password", person.Password)]);
        var between = await browser.OpenAsync("/desk");
        var last = await browser.SendAsync(first.Headers.Location!.OriginalString, [("code", person.NextCode())]);

        Assert.Equal("/sign-in?back=%2Fdesk%2Faccount", asked.Headers.Location.OriginalString);
        Assert.StartsWith("/sign-in?back", between.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/desk/account", last.Headers.Location!.OriginalString);
        Assert.Contains(person.Email, await browser.Client.GetStringAsync("/desk/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_CodeUsedBefore_IsRefused()
    {
        var person = await TestPerson.JoinAsync(site);
        var code = person.NextCode();
        using var first = new TestBrowser(site);
        using var second = new TestBrowser(site);

        var accepted = await CodeAsync(first, person, code);
        var replayed = await CodeAsync(second, person, code);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Null(second.Key);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignIn_SameCodeFromManyBrowsersAtOnce_LetsOneIn(bool recovery)
    {
        var person = await TestPerson.JoinAsync(site);
        var field = recovery ? ("recovery", person.Recovery[0]) : ("code", person.NextCode());
        var browsers = Enumerable.Range(0, 4).Select(_ => new TestBrowser(site)).ToList();
        var tokens = new List<string>();
        foreach (var browser in browsers)
        {
            await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
            tokens.Add(await browser.TokenAsync("/sign-in/code"));
        }

        await Task.WhenAll(browsers.Zip(tokens, (browser, token) => browser.SendWithAsync(token, "/sign-in/code", [field])));

        Assert.Single(browsers, browser => browser.Key is not null);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task SignIn_RecoveryCode_WorksOnce()
    {
        var person = await TestPerson.JoinAsync(site);
        using var first = new TestBrowser(site);
        using var second = new TestBrowser(site);

        await first.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        var accepted = await first.SendAsync("/sign-in/code", [("recovery", person.Recovery[3])]);
        await second.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        var replayed = await second.SendAsync("/sign-in/code", [("recovery", person.Recovery[3])]);

        Assert.Equal("/desk", accepted.Headers.Location!.OriginalString);
        Assert.Contains("9 recovery codes are left", await first.Client.GetStringAsync("/desk/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
        Assert.Contains("This recovery code is wrong, or was used before.", await replayed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastCode_RowLoadedBeforeACodeWasUsed_IsNotTakenBackWhenSaved()
    {
        var person = await TestPerson.JoinAsync(site);
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<PersonRow>>();
        var loaded = (await people.FindByIdAsync(person.Id.ToString()))!;
        var code = person.NextCode();
        using var first = new TestBrowser(site);
        using var second = new TestBrowser(site);

        await CodeAsync(first, person, code);
        loaded.Digest = false;
        Assert.True((await people.UpdateAsync(loaded)).Succeeded);
        await CodeAsync(second, person, code);

        Assert.NotNull(first.Key);
        Assert.Null(second.Key);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheRightOneOutForAQuarterOfAnHour()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        for (var i = 0; i < 5; i++)
            await browser.SendAsync("/sign-in", [("email", person.Email), ("password", "wrong password " + i)]);

        var locked = await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        var until = await LockedUntilAsync(person);
        await using (var context = site.Database.Open())
            await context.People.Where(row => row.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LockoutEnd, DateTimeOffset.UnixEpoch), Stop);
        var after = await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);

        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.InRange(until!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(13), TimeSpan.FromMinutes(15));
        Assert.StartsWith("/sign-in/code", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongCodes_LocksTheRightOneOut()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        var token = await browser.TokenAsync("/sign-in/code");
        var right = person.NextCode();
        var wrong = right == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
            await browser.SendWithAsync(token, "/sign-in/code", [("code", wrong)]);

        var answer = await browser.SendWithAsync(token, "/sign-in/code", [("code", right)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(browser.Key);
        Assert.True(await LockedUntilAsync(person) > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task SignIn_RightPasswordBetweenWrongCodes_DoesNotCountFromTheStartAgain()
    {
        var person = await TestPerson.JoinAsync(site);
        var wrong = person.Code == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            using var browser = new TestBrowser(site);
            await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
            await browser.SendAsync("/sign-in/code", [("code", wrong)]);
        }

        Assert.True(await LockedUntilAsync(person) > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task SignIn_UnknownAndKnownAddress_HaveTheSameAnswer()
    {
        var person = await TestPerson.JoinAsync(site);
        var locked = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        for (var i = 0; i < 5; i++)
            await browser.SendAsync("/sign-in", [("email", locked.Email), ("password", "wrong password")]);
        var left = await TestPerson.JoinAsync(site);
        await new PeopleService(site.Database).LeaveAsync(left.Id, "A test", "", Stop);

        var answers = new List<string>();
        foreach (var email in (string[])[person.Email, locked.Email, left.Email, "nobody@example.org"])
        {
            var answer = await browser.SendAsync("/sign-in", [("email", email), ("password", "wrong password")]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(Same(await answer.Content.ReadAsStringAsync(), email));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_PasskeyButNoCodes_PasswordAloneOpensNothing()
    {
        var person = await TestPerson.JoinAsync(site, codes: false);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<PersonRow>>();
            var row = (await people.FindByIdAsync(person.Id.ToString()))!;
            var key = new UserPasskeyInfo([1, 2, 3], [4, 5, 6], DateTimeOffset.UnixEpoch, 0, ["internal"], true, true, true, [7], [8]) { Name = "A passkey" };
            await people.AddOrUpdatePasskeyAsync(row, key);
        }

        using var browser = new TestBrowser(site);
        var answer = await browser.SignInAsync(person);

        Assert.Null(browser.Key);
        Assert.Contains("You have a passkey: sign in with it.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Unused_EndsAfterTheIdleTime()
    {
        var client = await site.SignInAsync(Role.Officer);
        site.Clock.Move(TimeSpan.FromMinutes(59));
        var used = await client.GetAsync("/desk");
        site.Clock.Move(TimeSpan.FromMinutes(59));
        var usedAgain = await client.GetAsync("/desk");
        site.Clock.Move(TimeSpan.FromMinutes(60));
        var over = await client.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.Equal(HttpStatusCode.OK, usedAgain.StatusCode);
        Assert.Equal("/sign-in?back=%2Fdesk", over.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Session_UsedAllTheTime_EndsAfterTheLongestTime()
    {
        var client = await site.SignInAsync(Role.Officer);
        for (var minutes = 0; minutes < (12 * 60) - 30; minutes += 30)
        {
            site.Clock.Move(TimeSpan.FromMinutes(30));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk")).StatusCode);
        }

        site.Clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task SignOut_CookieCopiedBefore_OpensNothing()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        using var thief = new TestBrowser(site);
        await browser.SignInAsync(person);
        thief.Key = browser.Key;
        Assert.Equal(HttpStatusCode.OK, (await thief.OpenAsync("/desk")).StatusCode);

        var answer = await browser.SendAsync("/desk", [], to: "/sign-out");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Null(browser.Key);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.OpenAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEveryBrowser()
    {
        var person = await TestPerson.JoinAsync(site);
        using var office = new TestBrowser(site);
        using var home = new TestBrowser(site);
        await office.SignInAsync(person);
        await home.SignInAsync(person);

        await office.SendAsync("/desk/account", [], to: "/desk/account?handler=Everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await office.OpenAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await home.OpenAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task SignIn_PlantedCookie_IsNotTheSessionAfterwards()
    {
        var person = await TestPerson.JoinAsync(site);
        var attacker = await TestPerson.JoinAsync(site);
        using var planter = new TestBrowser(site);
        await planter.SignInAsync(attacker);
        using var browser = new TestBrowser(site) { Key = planter.Key };

        await browser.SignInAsync(person);

        Assert.NotEqual(planter.Key, browser.Key);
        Assert.Contains(person.Email, await browser.Client.GetStringAsync("/desk/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await planter.OpenAsync("/desk")).StatusCode);

        using var invented = new TestBrowser(site) { Key = "chosen-by-somebody-else" };
        await invented.SignInAsync(person);
        Assert.NotEqual("chosen-by-somebody-else", invented.Key);
    }

    [Fact]
    public async Task Again_PasswordAndCode_GivesANewSessionAndLetsAGraveThingThrough()
    {
        var person = await TestPerson.JoinAsync(site, Role.Administrator);
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(person);
        site.Clock.Move(TimeSpan.FromMinutes(11));
        var before = browser.Key!;
        var refused = await browser.SendAsync("/desk/people/join", [("name", "Ada Example")]);

        var wrong = await browser.SendAsync(refused.Headers.Location!.OriginalString, [("password", person.Password), ("code", "")]);
        var confirmed = await browser.SendAsync(refused.Headers.Location.OriginalString, [("password", person.Password), ("code", person.NextCode())]);
        var through = await browser.SendAsync("/desk/people/join", [("name", "")]);

        Assert.Equal("/sign-in/again?back=%2Fdesk%2Fpeople%2Fjoin&kept=true", refused.Headers.Location.OriginalString);
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("/desk/people/join", confirmed.Headers.Location!.OriginalString);
        Assert.NotEqual(before, browser.Key);
        Assert.Contains("Enter a name", await through.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var copy = new TestBrowser(site) { Key = before };
        Assert.Equal(HttpStatusCode.Redirect, (await copy.OpenAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task Leaver_Session_IsDeadAtOnce()
    {
        var person = await site.JoinAsync(Role.Officer);
        var client = await site.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk")).StatusCode);

        await new PeopleService(site.Database).LeaveAsync(person, "A test", "", Stop);

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/desk")).StatusCode);
        Assert.DoesNotContain("Not yet to be seen", await client.GetStringAsync("/search?q=seen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_EndedToday_IsEndedWithTheNextRequest()
    {
        var person = await site.JoinAsync(Role.Administrator);
        var people = new PeopleService(site.Database);
        var client = await site.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/people")).StatusCode);

        var moved = await people.MoveAsync(person, new Joining("", "Sample", "Policy officer", null, [new Holding(Role.Officer, null, people.Today)]), people.Today, "A test", Stop);

        Assert.Null(moved.Fault);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task Password_Changed_EndsEveryOtherSessionAndTheOldPassword()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        using var other = new TestBrowser(site);
        await other.SignInAsync(person);
        await browser.SignInAsync(person);

        var changed = await browser.SendAsync("/desk/account/password", [("present", person.Password), ("next", "four quiet words here")]);

        Assert.Equal("/desk/account", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.OpenAsync("/desk")).StatusCode);
        using var after = new TestBrowser(site);
        Assert.Equal(HttpStatusCode.OK, (await after.SignInAsync(person)).StatusCode);
        person.Password = "four quiet words here";
        Assert.Equal("/desk", (await after.SignInAsync(person)).Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> CodeAsync(TestBrowser browser, TestPerson person, string code)
    {
        await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        return await browser.SendAsync("/sign-in/code", [("code", code)]);
    }

    private async Task<DateTimeOffset?> LockedUntilAsync(TestPerson person)
    {
        await using var context = site.Database.Open();
        return (await context.People.AsNoTracking().SingleAsync(row => row.Id == person.Id, Stop)).LockoutEnd;
    }

    // A page without what is another at each request.
    private static string Same(string page, string email) =>
        System.Text.RegularExpressions.Regex.Replace(page.Replace(email, "", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
