using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Goldthread.Core.People;
using Goldthread.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Goldthread.BrowserTests.Site;

/// <summary>Signing in, in a real browser: with a passkey of a device that the browser only plays, with a password, and for everybody.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SignInTests(Browser browser)
{
    private static readonly AxeRunOptions ColoursOnly = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    // Passkeys belong to a name: localhost has one, 127.0.0.1 has none.
    private string Named => browser.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static TheoryData<string> Pages => ["/sign-in", "/sign-in/code", "/sign-in/again", "/desk", "/desk/account", "/desk/account/codes", "/desk/account/password", "/desk/cover", "/desk/people", "/desk/people/join"];

    [Theory]
    [InlineData("/desk/account", "Add a passkey", "code")]
    [InlineData("/desk/account/codes", "Use a passkey of this device", "password")]
    public async Task Passkey_MadeOnTheAccount_SignsInAndConfirms(string address, string button, string proof)
    {
        var page = await SignedInAsync(Role.Officer, proof);
        await AddAuthenticatorAsync(page);
        await page.GotoAsync(Named + address);

        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByText("A passkey since").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(Named + "/");

        // Wrong passwords of somebody else do not keep her out who has a passkey.
        await using (var context = browser.Site.Database.Open())
            await context.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(15)));
        await page.GotoAsync(Named + "/desk/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(Named + "/desk/account");
        browser.Site.Clock.Move(TimeSpan.FromMinutes(11));
        await page.GotoAsync(Named + "/desk/account/codes");
        Assert.Equal("/sign-in/again", new Uri(page.Url).AbsolutePath);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(Named + "/desk/account/codes");

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Passkey_ProofTooOld_AsksHerToConfirmFirst()
    {
        var page = await SignedInAsync(Role.Officer);
        await AddAuthenticatorAsync(page);
        await page.GotoAsync(Named + "/desk/account");
        browser.Site.Clock.Move(TimeSpan.FromMinutes(11));

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Confirm that it is you" }).WaitForAsync();

        Assert.Equal("/sign-in/again?back=%2Fdesk%2Faccount", new Uri(page.Url).PathAndQuery);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Passkey_DeviceThatDoesNotKnowItsPerson_IsNotTaken()
    {
        var page = await SignedInAsync(Role.Officer);
        await AddAuthenticatorAsync(page, knows: false);
        await page.GotoAsync(Named + "/desk/account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("Your browser did not make a passkey.").WaitForAsync();

        await page.ReloadAsync();
        Assert.Equal(0, await page.GetByText("A passkey since").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignIn_WithoutScript_TakesPasswordAndCode()
    {
        var person = await TestPerson.JoinAsync(browser.Site);
        var page = await browser.VisitAsync(width: 320, script: false);

        await SendPasswordAsync(page, person);
        await page.GetByLabel("Code of your authenticator app").FillAsync(person.NextCode());
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        Assert.Equal("/desk", new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Visit_EveryPage_IsCleanForAxeAndScrollsOneWay(string address)
    {
        var page = address is "/sign-in" or "/sign-in/code" ? await browser.VisitAsync() : await SignedInAsync(Role.Administrator);
        var said = new List<string>();
        page.Console += (_, message) => said.Add(message.Text);
        if (address == "/sign-in/code")
            await SendPasswordAsync(page, await TestPerson.JoinAsync(browser.Site));
        else
            await page.GotoAsync(Named + address);
        Assert.Equal(address, new Uri(page.Url).AbsolutePath);

        var light = await page.RunAxe();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.RunAxe(ColoursOnly);
        await page.SetViewportSizeAsync(320, 800);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Empty(light.Violations.Concat(dark.Violations).Select(one => $"{one.Id}: {string.Join(" ", one.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, over);
        Assert.DoesNotContain(said, text => text.Contains("Content", StringComparison.Ordinal) && text.Contains("Policy", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private static async Task SendPasswordAsync(IPage page, TestPerson person)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email address").FillAsync(person.Email);
        await page.GetByLabel("Password").FillAsync(person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in/code*");
    }

    private static async Task AddAuthenticatorAsync(IPage page, bool knows = true)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = knows,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task<IPage> SignedInAsync(Role role, string proof = "code")
    {
        using var client = await browser.Site.SignInAsync(role, proof: proof);
        var key = client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2)[1];
        var page = await browser.VisitAsync();
        await page.Context.AddCookiesAsync([new Cookie { Name = "goldthread", Value = key, Url = Named, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        return page;
    }
}
