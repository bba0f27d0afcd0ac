using System.Net;
using System.Text.RegularExpressions;
using Goldthread.People;
using Goldthread.Tests.Program;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>Codes of an app: set up anew without a gap, and kept so that a copy of the database makes none.</summary>
public sealed partial class CodesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task SetUpAnew_OldCodes_HoldUntilOneOfTheNewIsEntered()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        await browser.SignInAsync(person);

        await browser.SendAsync("/desk/account/codes", [], "/desk/account/codes?handler=Anew");
        var page = await browser.Client.GetStringAsync("/desk/account/codes");
        var newKey = Base32.Read(Key().Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal));
        var wrong = await browser.SendAsync("/desk/account/codes", [("code", person.NextCode())]);

        // Neither the new key nor a wrong try has changed anything.
        Assert.Contains("This is not the code", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await SignsInAsync(person, ("code", person.NextCode())));
        Assert.False(await SignsInAsync(person, ("code", NewCode())));
        Assert.True(await SignsInAsync(person, ("recovery", person.Recovery[0])));

        var confirmed = await (await browser.SendAsync("/desk/account/codes", [("code", NewCode())])).Content.ReadAsStringAsync();

        Assert.Contains("Keep these recovery codes", confirmed, StringComparison.Ordinal);
        Assert.False(await SignsInAsync(person, ("code", person.NextCode())));
        Assert.False(await SignsInAsync(person, ("recovery", person.Recovery[1])));
        Assert.True(await SignsInAsync(person, ("code", NewCode())));
        Assert.DoesNotContain("gt-qr", await browser.Client.GetStringAsync("/desk/account/codes"), StringComparison.Ordinal);

        string NewCode()
        {
            site.Clock.Move(TimeSpan.FromSeconds(31));
            return OneTimeCodes.Code(newKey, site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
        }
    }

    [Fact]
    public async Task Database_KeysAndRecoveryCodes_AreEncryptedForTheirPersonAlone()
    {
        var (person, other) = (await TestPerson.JoinAsync(site), await TestPerson.JoinAsync(site));

        var kept = await TokensAsync(person.Id);

        Assert.Equal(2, kept.Count);
        Assert.All(kept, token => Assert.True(SealedCodes.IsSealed(token.Value!)));
        Assert.DoesNotContain(kept, token => token.Value!.Contains(person.Recovery[0], StringComparison.Ordinal));
        Assert.True(await SignsInAsync(person, ("code", person.NextCode())));

        // Whoever may write into the database cannot give somebody a key that she knows the codes of.
        var hers = kept.Single(token => token.Name == "AuthenticatorKey").Value;
        await using (var context = site.Database.Open())
            await context.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == other.Id && token.Name == "AuthenticatorKey").ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, hers), Stop);
        Assert.False(await SignsInAsync(other, ("code", person.NextCode())));
    }

    [Fact]
    public async Task Start_KeysOfAnEarlierVersion_AreReadAsTheyAreAndEncrypted()
    {
        var person = await TestPerson.JoinAsync(site);
        var codes = site.Services.GetRequiredService<SealedCodes>();
        await using (var context = site.Database.Open())
        {
            foreach (var token in await TokensAsync(person.Id))
            {
                var plain = codes.Open(person.Id, token.Name, token.Value!);
                await context.Set<IdentityUserToken<Guid>>().Where(row => row.UserId == person.Id && row.Name == token.Name).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, plain), Stop);
            }
        }

        Assert.True(await SignsInAsync(person, ("code", person.NextCode())));
        var sealedNow = await SealEarlierCodes.RunAsync(site.Database, codes, Stop);
        var again = await SealEarlierCodes.RunAsync(site.Database, codes, Stop);

        Assert.Equal((2, 0), (sealedNow, again));
        Assert.All(await TokensAsync(person.Id), token => Assert.True(SealedCodes.IsSealed(token.Value!)));
        Assert.True(await SignsInAsync(person, ("code", person.NextCode())));
        Assert.True(await SignsInAsync(person, ("recovery", person.Recovery[0])));
    }

    [Fact]
    public async Task Doctor_SecretOfCodesLostOrAnother_SaysWhichAndWhatToDo()
    {
        await using var own = new TestSite { Empty = true };
        await own.InitializeAsync();
        await TestPerson.JoinAsync(own);
        (await own.Client.GetAsync("/sign-in")).Dispose(); // its form makes the keys that protect cookies
        var (codes, cookie) = (Path.Combine(own.DataFolder, "secrets", "codes.key"), Path.Combine(own.DataFolder, "secrets", "cookie.key"));

        Assert.Matches("ok +.*codes.key, which encrypts the keys of authenticator apps", await DoctorAsync(own));
        await File.WriteAllTextAsync(codes, Convert.ToBase64String(new byte[32]), Stop);
        Assert.Matches("missing +.*codes.key, .* is not the one with which .* Put that one back", await DoctorAsync(own));
        File.Delete(codes);
        File.Delete(cookie);
        var lost = await DoctorAsync(own);
        Assert.Matches("missing +.*codes.key, .* is not there", lost);
        Assert.Matches("missing +.*cookie.key, .* is not there", lost);
        Assert.False(File.Exists(codes)); // looking makes none
    }

    private async Task<bool> SignsInAsync(TestPerson person, (string, string) proof)
    {
        using var browser = new TestBrowser(site);
        await browser.SendAsync("/sign-in", [("email", person.Email), ("password", person.Password)]);
        var answer = await browser.SendAsync("/sign-in/code", [proof]);
        return answer.StatusCode == HttpStatusCode.Redirect && browser.Key is not null;
    }

    private async Task<List<IdentityUserToken<Guid>>> TokensAsync(Guid person)
    {
        await using var context = site.Database.Open();
        return await context.Set<IdentityUserToken<Guid>>().AsNoTracking().Where(token => token.UserId == person).ToListAsync(Stop);
    }

    private static async Task<string> DoctorAsync(TestSite of) => (await TestProgram.RunAsync("doctor", "--data", of.DataFolder)).Output;

    [GeneratedRegex("class=\"gt-code\">(?<key>[A-Z2-7 ]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
