using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Site;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Tests.People;

/// <summary>What was typed when a sign-in ran out, or when she was to confirm that it is she, is there again afterwards: for her, and for nobody else.</summary>
public sealed partial class KeptFormTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Typed = "Report on the reach, “street by street”; & nothing <b>else</b>";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Form_SignInRanOut_IsFilledInAgainAfterSigningIn()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));
        var words = string.Join('\n', Enumerable.Range(0, 300).Select(line => $"Line {line} of what she wrote."));

        var refused = await browser.SendWithAsync(token, "/desk/ask", [("asking", Typed), ("words", words), ("due", "31/3/2199"), ("who", "legal")]);
        var signIn = await browser.Client.GetStringAsync(refused.Headers.Location);
        var code = await browser.SendAsync(refused.Headers.Location!.OriginalString, [("email", person.Email), ("password", person.Password)]);
        var back = await browser.SendAsync(code.Headers.Location!.OriginalString, [("code", person.NextCode())]);
        var form = await browser.Client.GetStringAsync(back.Headers.Location);

        Assert.Equal("/sign-in?back=%2Fdesk%2Fask&kept=true", refused.Headers.Location.OriginalString);
        Assert.Contains("Your sign-in ran out.", signIn, StringComparison.Ordinal);
        Assert.Equal("/desk/ask", back.Headers.Location!.OriginalString);
        Assert.Contains("What you typed is still here.", form, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Typed}\"", WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>else", form, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.Contains("31/3/2199", form, StringComparison.Ordinal);
        Assert.Contains("Any legal adviser", form, StringComparison.Ordinal); // who was looked for is found again

        // Sent now, it is taken; then nothing waits any more.
        var asked = await browser.SendAsync("/desk/ask", [("asking", Typed), ("of", "role:legal adviser"), ("due", "31/3/2199")]);
        Assert.StartsWith("/desk/asks/", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("31/3/2199", await browser.Client.GetStringAsync("/desk/ask"), StringComparison.Ordinal);
        Assert.Equal(0, await WaitingAsync(person.Id));
    }

    [Fact]
    public async Task Form_HasToConfirmFirst_IsFilledInAgainOverWhatThePageLoads()
    {
        var person = await TestPerson.JoinAsync(site, Role.Administrator);
        var moved = await site.JoinAsync(Role.Officer);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, $"/desk/people/{moved}/move");
        site.Clock.Move(TimeSpan.FromMinutes(11));

        var refused = await browser.SendWithAsync(token, $"/desk/people/{moved}/move", [("name", "Bo Newly Typed"), ("office", "Analyst of the office"), ("role", "analyst"), ("role", "legal adviser"), ("from", "soon")]);
        var again = await browser.Client.GetStringAsync(refused.Headers.Location);
        var back = await browser.SendAsync(refused.Headers.Location!.OriginalString, [("password", person.Password), ("code", person.NextCode())]);
        var form = await browser.Client.GetStringAsync(back.Headers.Location);

        Assert.Contains("What you typed is kept", again, StringComparison.Ordinal);
        Assert.Equal($"/desk/people/{moved}/move", back.Headers.Location!.OriginalString);
        Assert.Contains("value=\"Bo Newly Typed\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"soon\"", form, StringComparison.Ordinal);
        Assert.Equal(["analyst", "legal adviser"], Checked().Matches(form).Select(match => match.Groups["role"].Value).Order());
        Assert.Equal("Sample officer", (await new PeopleService(site.Database).FindAsync(moved, Stop))!.Name);
    }

    [Fact]
    public async Task Form_HasToConfirmFirst_KeepsNoPassword()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/account/password");
        site.Clock.Move(TimeSpan.FromMinutes(11));

        var refused = await browser.SendWithAsync(token, "/desk/account/password", [("present", person.Password), ("next", "four quiet words here")]);

        Assert.Equal("/sign-in/again?back=%2Fdesk%2Faccount%2Fpassword", refused.Headers.Location!.OriginalString);
        Assert.Equal(0, await WaitingAsync(person.Id));
    }

    [Fact]
    public async Task Form_OfSomebodyElse_IsNotShownToWhoSignsInInTheSameBrowser()
    {
        var (person, other) = (await TestPerson.JoinAsync(site), await TestPerson.JoinAsync(site));
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));
        await browser.SendWithAsync(token, "/desk/ask", [("asking", "For her eyes")]);

        await browser.SignInAsync(other, "/desk/ask");
        var others = await browser.Client.GetStringAsync("/desk/ask");
        await browser.SignInAsync(person, "/desk/ask");
        var elsewhere = await browser.Client.GetStringAsync("/desk/cover");
        var hers = await browser.Client.GetStringAsync("/desk/ask");

        Assert.DoesNotContain("For her eyes", others, StringComparison.Ordinal);
        Assert.DoesNotContain("What you typed", elsewhere, StringComparison.Ordinal);
        Assert.Contains("For her eyes", hers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AfterAnHour_IsGone()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));
        await browser.SendWithAsync(token, "/desk/ask", [("asking", "Too late")]);
        site.Clock.Move(TimeSpan.FromMinutes(60));

        await browser.SignInAsync(person, "/desk/ask");

        Assert.DoesNotContain("Too late", await browser.Client.GetStringAsync("/desk/ask"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OnOurSide_CannotBeReadInTheDatabaseNorWithoutTheBrowsersKey()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));
        var refused = await browser.SendWithAsync(token, "/desk/ask", [("asking", "Words that stand nowhere")]);
        var cookie = refused.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("goldthread-kept=", StringComparison.Ordinal));

        await using var context = site.Database.Open();
        var row = await context.KeptForms.AsNoTracking().SingleAsync(form => form.Person == person.Id, Stop);
        using var elsewhere = new TestBrowser(site);
        await elsewhere.SignInAsync(person, "/desk/ask");

        Assert.DoesNotContain("Words that stand", System.Text.Encoding.Latin1.GetString(row.Box), StringComparison.Ordinal);
        Assert.DoesNotContain(row.Key, cookie, StringComparison.Ordinal);
        Assert.Contains("path=/desk/ask;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Words that stand", await elsewhere.Client.GetStringAsync("/desk/ask"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a key that never was")]
    [InlineData("signed out")]
    public async Task Form_OfNobodyWhoRanOut_IsRefusedAndKeptNowhere(string who)
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        if (who == "signed out")
        {
            await browser.SignInAsync(person);
            var key = browser.Key;
            await browser.SendAsync("/desk", [], "/sign-out");
            browser.Key = key;
        }
        else if (who != "nobody")
        {
            browser.Key = "never-was";
        }

        var before = await AllWaitingAsync();
        var answer = await browser.Client.PostAsync("/desk/ask", new FormUrlEncodedContent([new("asking", "Anything")]), Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, await AllWaitingAsync());
    }

    [Fact]
    public async Task Forms_SentWithoutEnd_LeaveFew()
    {
        var person = await TestPerson.JoinAsync(site);
        using var browser = new TestBrowser(site);
        var token = await OpenAsync(browser, person, "/desk/ask");
        site.Clock.Move(TimeSpan.FromMinutes(61));

        for (var i = 0; i < 8; i++)
            await browser.SendWithAsync(token, "/desk/ask", [("asking", $"Again {i}")]);

        Assert.Equal(5, await WaitingAsync(person.Id));
    }

    /// <summary>What makes it so for every form: each page that takes a form and binds what is typed is a form page.</summary>
    [Fact]
    public void EveryPageThatTakesAForm_IsAFormPageAndNamesItsSecrets()
    {
        var pages = typeof(FormPage).Assembly.GetTypes().Where(type => typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type) && !type.IsAbstract).ToList();
        var bound = pages.SelectMany(page => page.GetProperties().Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false } && !typeof(IEnumerable<IFormFile>).IsAssignableFrom(property.PropertyType)).Select(property => (page, property))).ToList();

        Assert.NotEmpty(bound);
        Assert.Empty(bound.Where(each => !typeof(FormPage).IsAssignableFrom(each.page)).Select(each => each.page.Name));
        string[] secret = ["Password", "Present", "Next", "Code", "Recovery"];
        Assert.Empty(bound.Where(each => secret.Contains(each.property.Name) != (each.property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password)).Select(each => $"{each.page.Name}.{each.property.Name}"));
    }

    // Signs in and opens a page; gives the hidden token of its form.
    private static async Task<string> OpenAsync(TestBrowser browser, TestPerson person, string page)
    {
        await browser.SignInAsync(person, page);
        return await browser.TokenAsync(page);
    }

    private async Task<int> WaitingAsync(Guid person)
    {
        await using var context = site.Database.Open();
        return await context.KeptForms.CountAsync(form => form.Person == person, Stop);
    }

    private async Task<int> AllWaitingAsync()
    {
        await using var context = site.Database.Open();
        return await context.KeptForms.CountAsync(Stop);
    }

    [GeneratedRegex("name=\"role\" [^>]*value=\"(?<role>[^\"]+)\" checked", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Checked();
}
