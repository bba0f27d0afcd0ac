using System.Net;
using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Goldthread.Tests.People;

/// <summary>Signing in through an OpenID Connect provider, with tokens that are right and tokens that are not.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private FakeProvider provider = null!;
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await FakeProvider.StartAsync();
        site = new TestSite { Settings = Settings(provider.Issuer) };
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, "secrets", "provider.secret"), "a secret: of+both\n");
        await site.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_RightToken_OpensTheDeskWithTheRolesOfHerGroups()
    {
        using var browser = new TestBrowser(site);

        Assert.Contains("Sign in with the office", await browser.Client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
        var (asked, end) = await SignInAsync(browser, back: "/desk/account");

        Assert.Equal("/desk/account", end.Headers.Location!.OriginalString);
        Assert.Equal(("code", "goldthread", "openid profile email", "S256"), (asked["response_type"], asked["client_id"], asked["scope"], asked["code_challenge_method"]));
        Assert.DoesNotContain("prompt", asked.Keys);
        var (form, authorization) = provider.Asked!.Value;
        Assert.Equal(asked["code_challenge"], WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))));
        Assert.Equal(asked["redirect_uri"], form["redirect_uri"].ToString());
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("goldthread:a%20secret%3A%20of%2Bboth")), authorization);
        Assert.Contains("Ada Example", await browser.Client.GetStringAsync("/desk/account"), StringComparison.Ordinal);
        Assert.Contains("Not yet to be seen", await browser.Client.GetStringAsync("/search?q=seen"), StringComparison.Ordinal);
        Assert.Equal("analyst, legal adviser", string.Join(", ", (await AdaAsync()).HeldOn(new PeopleService(site.Database).Today).Select(role => role.Words).Order(StringComparer.Ordinal)));
    }

    public static TheoryData<string> Wrong =>
        ["issuer", "audience", "two audiences", "nonce", "no nonce", "signature", "changed", "unsigned", "signed with the client's secret", "over", "not yet", "no end", "no subject", "no token"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task SignIn_WrongToken_SignsNobodyIn(string what)
    {
        using var browser = new TestBrowser(site);
        var now = site.Clock.GetUtcNow();

        var (_, end) = await SignInAsync(browser, claims =>
        {
            switch (what)
            {
                case "issuer": claims["iss"] = "https://evil.example"; break;
                case "audience": claims["aud"] = "another"; break;
                case "two audiences": claims["aud"] = (string[])["goldthread", "another"]; break;
                case "nonce": claims["nonce"] = "another"; break;
                case "no nonce": claims.Remove("nonce"); break;
                case "over": claims["exp"] = now.AddMinutes(-2).ToUnixTimeSeconds(); break;
                case "not yet": claims["nbf"] = now.AddMinutes(5).ToUnixTimeSeconds(); break;
                case "no end": claims.Remove("exp"); break;
                case "no subject": claims.Remove("sub"); break;
            }

            switch (what)
            {
                case "signature":
                    using (var other = RSA.Create(2048))
                        return FakeProvider.Sign(claims, new SigningCredentials(new RsaSecurityKey(other.ExportParameters(true)) { KeyId = FakeProvider.Key.KeyId }, SecurityAlgorithms.RsaSha256));
                case "changed":
                    var parts = FakeProvider.Sign(claims, FakeProvider.Own).Split('.');
                    claims["sub"] = "somebody-else";
                    return $"{parts[0]}.{FakeProvider.Sign(claims, FakeProvider.Own).Split('.')[1]}.{parts[2]}";
                case "unsigned":
                    return FakeProvider.Sign(claims, null);
                case "signed with the client's secret":
                    return FakeProvider.Sign(claims, new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("a secret: of+both".PadRight(32))) { KeyId = FakeProvider.Key.KeyId }, SecurityAlgorithms.HmacSha256));
                case "no token":
                    return "not.a.token";
                default:
                    return FakeProvider.Sign(claims, FakeProvider.Own);
            }
        });

        Assert.StartsWith("/sign-in?provider=token", end.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null(browser.Key);
        Assert.Empty(await new PeopleService(site.Database).ListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("could not be trusted", await browser.Client.GetStringAsync(end.Headers.Location.OriginalString), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_NotOfThisBrowserOrTwice_SignsNobodyIn()
    {
        using var browser = new TestBrowser(site);
        using var other = new TestBrowser(site);
        var asked = QueryHelpers.ParseQuery((await browser.OpenAsync("/sign-in/provider")).Headers.Location!.Query);
        provider.Token = FakeProvider.Sign(Claims(asked["nonce"].ToString()), FakeProvider.Own);
        var address = $"/sign-in/provider/return?code=c&state={asked["state"]}";

        var elsewhere = await other.OpenAsync(address);
        var issuer = await browser.OpenAsync(address + "&iss=https%3A%2F%2Fevil.example");
        var again = await browser.OpenAsync(address);
        asked = QueryHelpers.ParseQuery((await browser.OpenAsync("/sign-in/provider")).Headers.Location!.Query);
        var wrong = await browser.OpenAsync("/sign-in/provider/return?code=c&state=another");
        await browser.OpenAsync("/sign-in/provider");
        site.Clock.Move(TimeSpan.FromMinutes(11));
        var late = await browser.OpenAsync($"/sign-in/provider/return?code=c&state={asked["state"]}");

        Assert.Equal(["stale", "token", "stale", "stale", "stale"], new[] { elsewhere, issuer, again, wrong, late }.Select(CodeOf));
        Assert.Null(browser.Key ?? other.Key);
        Assert.Null(provider.Asked);
    }

    [Fact]
    public async Task Roles_GroupGone_EndWithTheNextSignInOrByThemselves()
    {
        using var browser = new TestBrowser(site);
        await SignInAsync(browser);
        var people = new PeopleService(site.Database);
        var ada = await AdaAsync();

        await SignInAsync(browser, claims => FakeProvider.Sign(With(claims, "groups", "analysts"), FakeProvider.Own));
        Assert.Equal("analyst", Assert.Single((await AdaAsync()).HeldOn(people.Today)).Words);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk")).StatusCode);
        await SignInAsync(browser, claims => FakeProvider.Sign(With(claims, "groups", (string[])[]), FakeProvider.Own));
        Assert.Empty((await AdaAsync()).HeldOn(people.Today));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/desk")).StatusCode);

        await SignInAsync(browser);
        site.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(2, ada.HeldOn(people.Today.AddDays(-2)).Count);
        Assert.Empty((await AdaAsync()).HeldOn(people.Today));
        Assert.Contains(await people.ChangesAsync(ada.Id, TestContext.Current.CancellationToken), change => change.What == "By their groups: analyst.");
    }

    [Fact]
    public async Task SignIn_PersonLetInByHand_IsTheSameAndKeepsHerRoles()
    {
        var id = await site.JoinAsync(Role.Secretariat, email: "ada@provider.example");
        using var browser = new TestBrowser(site);

        await SignInAsync(browser);

        var ada = await AdaAsync();
        Assert.Equal(id, ada.Id);
        Assert.Equal("analyst, legal adviser, secretariat", string.Join(", ", ada.HeldOn(new PeopleService(site.Database).Today).Select(role => role.Words).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("email")]
    [InlineData("left")]
    [InlineData("other")]
    public async Task SignIn_RightTokenOfSomebodyWhoMayNot_IsRefused(string why)
    {
        using var browser = new TestBrowser(site);
        if (why is "left" or "other")
            await SignInAsync(browser);
        if (why == "left")
            await new PeopleService(site.Database).LeaveAsync((await AdaAsync()).Id, "A test", "", TestContext.Current.CancellationToken);
        using var fresh = new TestBrowser(site);

        var (_, end) = await SignInAsync(fresh, claims => FakeProvider.Sign(
            why switch
            {
                "nobody" => With(claims, "groups", "choir"),
                "email" => With(claims, "email_verified", false),
                "other" => With(claims, "sub", "another-subject"),
                _ => claims,
            },
            FakeProvider.Own));

        Assert.Equal(why, CodeOf(end));
        Assert.Null(fresh.Key);
        Assert.NotNull(ProviderWords.Of(why, "the office"));
    }

    [Fact]
    public async Task Again_ProviderAskedHerAnew_CountsAndAnOldProofDoesNot()
    {
        using var browser = new TestBrowser(site);
        await SignInAsync(browser);
        var password = await browser.OpenAsync("/desk/account/password");
        Assert.StartsWith("/sign-in/again?back=", password.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("/sign-in/provider?again=true", await browser.Client.GetStringAsync(password.Headers.Location.OriginalString), StringComparison.Ordinal);
        var before = browser.Key;

        var (asked, old) = await SignInAsync(browser, again: true, make: claims => FakeProvider.Sign(With(claims, "auth_time", site.Clock.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds()), FakeProvider.Own));
        var (_, missing) = await SignInAsync(browser, again: true, make: claims => FakeProvider.Sign(claims, FakeProvider.Own));
        var (_, other) = await SignInAsync(browser, again: true, make: claims => FakeProvider.Sign(With(With(With(claims, "sub", "bo"), "email", "bo@provider.example"), "auth_time", site.Clock.GetUtcNow().ToUnixTimeSeconds()), FakeProvider.Own));
        Assert.Equal(before, browser.Key);
        var (_, fresh) = await SignInAsync(browser, again: true, make: claims => FakeProvider.Sign(With(claims, "auth_time", site.Clock.GetUtcNow().ToUnixTimeSeconds()), FakeProvider.Own));

        Assert.Equal(("login", "0"), (asked["prompt"], asked["max_age"]));
        Assert.Equal(["old", "old", "other"], new[] { old, missing, other }.Select(CodeOf));
        Assert.Equal("/desk/account/codes", fresh.Headers.Location!.OriginalString);
        Assert.NotEqual(before, browser.Key);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/desk/account/codes")).StatusCode);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task SignOut_CameThroughTheProvider_IsShownTheWayToSignOutThere(bool through, bool ends)
    {
        provider.Ends = ends;
        using var browser = new TestBrowser(site);
        if (through)
            await SignInAsync(browser);
        else
            await browser.SignInAsync(await TestPerson.JoinAsync(site));

        var answer = await browser.SendAsync("/desk", [], "/sign-out");

        Assert.Null(browser.Key);
        Assert.Equal(through && ends ? "/sign-out" : "/", answer.Headers.Location!.OriginalString);
        if (through && ends)
            Assert.Contains($"href=\"{provider.Issuer}/end?tenant=office&amp;client_id=goldthread\"", await browser.Client.GetStringAsync("/sign-out"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SignInRanOut_WaitsWhileSheIsAtTheProvider()
    {
        using var browser = new TestBrowser(site);
        await SignInAsync(browser);
        var token = await browser.TokenAsync("/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));

        await browser.SendWithAsync(token, "/desk/ask", [("asking", "Typed before the provider")]);
        var (_, end) = await SignInAsync(browser, back: "/desk/ask");

        Assert.Equal("/desk/ask", end.Headers.Location!.OriginalString);
        Assert.Contains("value=\"Typed before the provider\"", await browser.Client.GetStringAsync("/desk/ask"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_Absent_StopsNothingAndThePageSaysSo()
    {
        await using var alone = new TestSite { Settings = Settings("http://127.0.0.1:9") };
        await alone.InitializeAsync();
        using var browser = new TestBrowser(alone);

        var begun = await browser.OpenAsync("/sign-in/provider?back=%2Fdesk");
        var person = await TestPerson.JoinAsync(alone);

        Assert.Equal("/sign-in?provider=absent&back=%2Fdesk", begun.Headers.Location!.OriginalString);
        Assert.Contains("does not answer just now", await browser.Client.GetStringAsync(begun.Headers.Location.OriginalString), StringComparison.Ordinal);
        Assert.Equal("/desk", (await browser.SignInAsync(person)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Provider_NotConfigured_IsNotThere()
    {
        await using var without = new TestSite();
        await without.InitializeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await without.Client.GetAsync("/sign-in/provider")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await without.Client.GetAsync("/sign-in/provider/return?code=c&state=s")).StatusCode);
        Assert.DoesNotContain("Sign in with the office", await without.Client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.example.org", "goldthread", "officer", "Authority")]
    [InlineData("https://login.example.org", "", "officer", "ClientId")]
    [InlineData("https://login.example.org", "goldthread", "partner", "Roles")]
    [InlineData("https://login.example.org", "goldthread", "emperor", "Roles")]
    [InlineData("https://login.example.org", "goldthread", "adviser", "Roles")]
    public void Fault_WrongSettings_NamesTheSetting(string authority, string client, string role, string setting)
    {
        var settings = new ProviderSettings { Authority = authority, ClientId = client, Roles = new() { ["team"] = role } };

        Assert.StartsWith($"SignIn:Provider:{setting}", settings.Fault(), StringComparison.Ordinal);
    }

    internal static Dictionary<string, string?> Settings(string authority) => new(StringComparer.Ordinal)
    {
        ["SignIn:Provider:Authority"] = authority,
        ["SignIn:Provider:ClientId"] = "goldthread",
        ["SignIn:Provider:Name"] = "the office",
        ["SignIn:Provider:Roles:policy"] = "legal adviser",
        ["SignIn:Provider:Roles:analysts"] = "analyst",
    };

    private static string? CodeOf(HttpResponseMessage answer) =>
        QueryHelpers.ParseQuery(answer.Headers.Location!.OriginalString.Split('?')[1]).TryGetValue("provider", out var code) ? code.ToString() : null;

    private static Dictionary<string, object> With(Dictionary<string, object> claims, string claim, object value)
    {
        claims[claim] = value;
        return claims;
    }

    // The way of a browser: to the provider, and back with the code.
    private async Task<(Dictionary<string, string> Asked, HttpResponseMessage End)> SignInAsync(
        TestBrowser browser, Func<Dictionary<string, object>, string>? make = null, bool again = false, string back = "/desk/account/codes")
    {
        var begin = await browser.OpenAsync($"/sign-in/provider?again={(again ? "true" : "")}&back={Uri.EscapeDataString(back)}");
        Assert.StartsWith(provider.Issuer + "/authorize?", begin.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(begin.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var claims = Claims(asked["nonce"]);
        provider.Token = make?.Invoke(claims) ?? FakeProvider.Sign(claims, FakeProvider.Own);
        return (asked, await browser.OpenAsync($"/sign-in/provider/return?code=c&state={asked["state"]}"));
    }

    private Dictionary<string, object> Claims(string nonce) => new(StringComparer.Ordinal)
    {
        ["iss"] = provider.Issuer,
        ["aud"] = "goldthread",
        ["sub"] = "ada",
        ["nonce"] = nonce,
        ["iat"] = site.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = site.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
        ["name"] = "Ada Example",
        ["email"] = "ada@provider.example",
        ["email_verified"] = true,
        ["groups"] = (string[])["policy", "analysts", "choir"],
    };

    private async Task<PersonEntry> AdaAsync() => (await new PeopleService(site.Database).CalledAsync("ada@provider.example", TestContext.Current.CancellationToken))!;
}
