using System.Net;
using System.Text.RegularExpressions;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>A browser without script: it keeps cookies, sends forms with what they hold hidden, and follows nothing by itself.</summary>
public sealed partial class TestBrowser(TestSite site) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    /// <summary>Asks the site.</summary>
    public HttpClient Client => client ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(site.Address) };

    /// <summary>The key of the session; null where the browser has none.</summary>
    public string? Key
    {
        get => cookies.GetCookies(new Uri(site.Address))["goldthread"]?.Value;
        set => cookies.Add(new Uri(site.Address), new Cookie("goldthread", value));
    }

    /// <summary>Opens a page.</summary>
    public Task<HttpResponseMessage> OpenAsync(string address) => Client.GetAsync(address);

    /// <summary>Opens a page and sends a form to where it says, with the hidden token of that page.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, IEnumerable<(string Name, string Value)> fields, string? to = null)
    {
        var token = Token().Match(await Client.GetStringAsync(page)).Groups["token"].Value;
        return await SendWithAsync(token, to ?? page, fields);
    }

    /// <summary>Sends a form with a token had before.</summary>
    public Task<HttpResponseMessage> SendWithAsync(string token, string to, IEnumerable<(string Name, string Value)> fields) =>
        Client.PostAsync(to, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    /// <summary>The hidden token of a page.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await Client.GetStringAsync(page)).Groups["token"].Value;

    /// <summary>Signs in with a password, and with a code where one is asked for; gives the last answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(TestPerson person, string? back = null)
    {
        var address = "/sign-in" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}");
        var answer = await SendAsync(address, [("email", person.Email), ("password", person.Password)]);
        return answer.Headers.Location?.OriginalString.StartsWith("/sign-in/code", StringComparison.Ordinal) == true
            ? await SendAsync(answer.Headers.Location.OriginalString, [("code", person.NextCode())])
            : answer;
    }

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

/// <summary>Somebody with a password and an authenticator app, as tests sign in.</summary>
public sealed class TestPerson
{
    private readonly TestSite site;
    private readonly byte[] key;

    private TestPerson(TestSite site, Guid id, string email, string password, byte[] key, IReadOnlyList<string> recovery) =>
        (this.site, Id, Email, Password, this.key, Recovery) = (site, id, email, password, key, recovery);

    public Guid Id { get; }

    public string Email { get; }

    public string Password { get; set; }

    /// <summary>Her recovery codes.</summary>
    public IReadOnlyList<string> Recovery { get; }

    /// <summary>The code that her app shows now.</summary>
    public string Code => OneTimeCodes.Code(key, site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    /// <summary>Lets somebody in who has set up everything.</summary>
    /// <param name="site">Where.</param>
    /// <param name="role">Her role.</param>
    /// <param name="codes">Whether she has an app.</param>
    public static async Task<TestPerson> JoinAsync(TestSite site, Core.People.Role role = Core.People.Role.Officer, bool codes = true)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var id = await site.JoinAsync(role, email: email);
        var password = (await new PeopleService(site.Database).ResetAsync(id, "A test", ""))!;
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<PersonRow>>();
        var person = (await people.FindByIdAsync(id.ToString()))!;
        if (!codes)
            return new TestPerson(site, id, email, password, [], []);
        await people.ResetAuthenticatorKeyAsync(person);
        await people.SetTwoFactorEnabledAsync(person, true);
        var recovery = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 10);
        return new TestPerson(site, id, email, password, Base32.Read((await people.GetAuthenticatorKeyAsync(person))!), [.. recovery!]);
    }

    /// <summary>Waits, by the site's clock, for a code that was not used yet, and gives it.</summary>
    public string NextCode()
    {
        site.Clock.Move(TimeSpan.FromSeconds(31));
        return Code;
    }
}
