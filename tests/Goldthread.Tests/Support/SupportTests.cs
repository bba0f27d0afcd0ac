using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Support;
using Goldthread.Tests.Site;

namespace Goldthread.Tests.Support;

/// <summary>The pages for survivors over HTTP: what is asked, who is found, and what every answer carries.</summary>
public sealed partial class SupportTests(HelpSite help) : IClassFixture<HelpSite>
{
    public static TheoryData<string> Pages => ["", "found", "friend", "man", "deaf", "child", "harm", "rights"];

    [Theory, MemberData(nameof(Pages))]
    public async Task EveryPage_First_HasTheExitThenEmergencyAndNationalHelp(string page)
    {
        var text = await PostAsync(("to-page", page));

        int[] places = [.. ((string[])["data-exit", "tel:999", ">55<", "tel:18000", "tel:08082000247", $"name=\"to-page\" value=\"{SupportVisit.CodeOf(page == "friend" ? "man" : "friend")}\""])
           .Select(sign => text.IndexOf(sign, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Answers_DoorsThatAcceptHer_StandNearestFirst()
    {
        var text = await PostAsync(("to-page", "found"), ("need", "refuge"), ("is.borough", "Barnet"), ("is.age", "25-54"), ("is.recourse", "no recourse"));

        Assert.Equal(["Hub of the city", "A desk in Barnet"], Doors(text));
        Assert.Contains("They can put you in touch with Lantern house.", text, StringComparison.Ordinal);
        Assert.Contains("They can put you in touch with Lantern house, in 2 steps.", text, StringComparison.Ordinal);
        Assert.Contains("They may ask about who you are. You can ask them why before you say.", text, StringComparison.Ordinal);
        Assert.Contains("That is a place to stay, away from the one who hurts you.", text, StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"hp-door__way\">Aged 18 or over.</bdi>", text, StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"hp-door__way\">You live in Barnet.</bdi>", text, StringComparison.Ordinal);
        foreach (var said in (string[])["020 7946 0123", "tel:02079460123", "Ring from a phone that nobody checks.", "Monday to Friday, 9 to 5", "English, Polish", "Free", "Step-free", "only where a life is in danger", "Your name and your visa from the Home Office", "hub.example.org", "Tell them when it is safe to ring"])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_CardNotCheckedLately_SaysSoAndAfterAYearIsNotShown()
    {
        var text = await PostAsync(("to-page", "found"), ("need", "refuge"));

        Assert.Contains("We last checked this on", text, StringComparison.Ordinal);
        Assert.Contains("Ring before you go.", text, StringComparison.Ordinal);
        Assert.Equal(["Hub of the city", "A desk in Barnet"], Doors(text));
    }

    [Fact]
    public async Task Found_AllThatIsNeeded_StandsInTheOrderOfHerMinute()
    {
        var text = await PostAsync(("to-page", "found"), ("need", "refuge"), ("is.borough", "Barnet"));

        int[] places = [.. ((string[])["People who can help you", "tel:999", "tel:08082000247", "<details", "sms:85258", "Change my answers", "Hub of the city", "You can ask them why before you say.", "What they pass on", "How to reach them safely", "You said", "This is on your screen only."])
           .Select(sign => text.IndexOf(sign, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Questions_WhoHasNoTime_MayPassThemAllWithOneButtonBeforeThem()
    {
        var text = await PostAsync();

        Assert.InRange(text.IndexOf("Show me now, and ask me nothing", StringComparison.Ordinal), 1, text.IndexOf("What would help you most?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_WhoHasNoDoor_IsToldOfTheLinesAndMayAskAgain()
    {
        var text = await PostAsync(("to-page", "found"), ("need", "counselling"), ("is.age", "under 16"));

        Assert.Empty(Doors(text));
        Assert.DoesNotContain("<details", text, StringComparison.Ordinal); // every line stands open
        Assert.Contains("The lines above can still help you.", text, StringComparison.Ordinal);
        Assert.Contains("0808 2000 247", text, StringComparison.Ordinal);
        Assert.Contains("Change my answers", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_WhatTheMapDoesNotHave_IsAsIfSkipped()
    {
        var text = await PostAsync(("to-page", "found"), ("need", "a castle"), ("is.borough", "<script>alert(1)</script>"), ("is.nothing", "x"), ("other", "y"));

        Assert.Equal(2, Doors(text).Count);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Switched_KeepsThePageAndTheAnswersWithoutAnAddress()
    {
        var found = await PostAsync(("page", "found"), ("need", "refuge"), ("is.borough", "Barnet"), ("to-language", "ar"));

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", found, StringComparison.Ordinal);
        Assert.Equal(["ar", SupportVisit.CodeOf("found"), SupportVisit.CodeOf("need", "refuge"), SupportVisit.CodeOf("borough", "Barnet")], Hidden().Matches(found).Select(field => field.Groups["value"].Value));
        Assert.Contains("Hub of the city", found, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/support?", found, StringComparison.Ordinal);

        var questions = await PostAsync(("page", "found"), ("need", "refuge"), ("is.borough", "Barnet"), ("to-page", "home"));
        Assert.Contains($"<option value=\"{SupportVisit.CodeOf("borough", "Barnet")}\" selected=\"selected\">", questions, StringComparison.Ordinal);
        Assert.Contains($"value=\"{SupportVisit.CodeOf("need", "refuge")}\" checked=\"checked\"", questions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "null")]
    public async Task Post_WithoutTokenAndFromWherever_IsAnswered(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/support") { Content = HelpForm.Of(("to-page", "found")) };
        request.Headers.Add(header, value);

        using var answer = await help.Site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Post_FormThatCannotBeRead_ShowsTheQuestions()
    {
        foreach (var body in (HttpContent[])[new StringContent("a=b"), new StringContent("x", null, "multipart/form-data"), new FormUrlEncodedContent(Enumerable.Range(0, 500).Select(i => new KeyValuePair<string, string>($"k{i}", "v"))), new StringContent(new string('a', 20_000), null, "application/x-www-form-urlencoded")])
        {
            using var answer = await help.Site.Client.PostAsync("/support", body);
            Assert.Contains("What would help you most?", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

    }

    [Theory]
    [InlineData("/support", HttpStatusCode.OK)]
    [InlineData("/support/friend", HttpStatusCode.OK)]
    [InlineData("/support/poster", HttpStatusCode.OK)]
    [InlineData("/support/nothing", HttpStatusCode.NotFound)]
    [InlineData("/support/look.css", HttpStatusCode.OK)]
    [InlineData("/support/leave.js", HttpStatusCode.OK)]
    [InlineData("/support/icon.svg", HttpStatusCode.OK)]
    public async Task Get_WhateverIsUnderSupport_IsKeptNowhereAndSetsNothing(string address, HttpStatusCode status)
    {
        using var answer = await help.Site.Client.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Null(answer.Headers.ETag);
        if (address.Contains('.', StringComparison.Ordinal))
            return;
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("tel:999", page.Replace("<strong>0808", "tel:999", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(Loaded().Matches(page), loaded => Assert.StartsWith("/support/", loaded.Groups["address"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FirstVisit_AllThatIsSent_IsUnderSixtyKilobytes()
    {
        var sent = 0L;
        foreach (var address in (string[])["/support", "/support/look.css", "/support/leave.js", "/support/turn.js", "/support/icon.svg"])
            sent += (await help.Site.Client.GetByteArrayAsync(address)).Length;
        using var found = await help.Site.Client.PostAsync("/support", HelpForm.Of(("to-page", "found")));
        sent += (await found.Content.ReadAsByteArrayAsync()).Length;

        TestContext.Current.TestOutputHelper!.WriteLine($"{sent:N0} bytes, uncompressed, the page with who can help among them");
        Assert.InRange(sent, 1, 60_000);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Swipe this page")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36", "tap the three dots, then History. Tap the cross")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36", "tap the three lines")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "press Ctrl and H. Choose the cross")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "press Ctrl, Shift and H")]
    [InlineData("Something else", "look for History in the menu")]
    public async Task Get_ABrowser_IsToldHowItsHistoryIsCleared(string agent, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/support");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);

        using var answer = await help.Site.Client.SendAsync(request);

        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PostAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await help.Site.Client.PostAsync("/support", HelpForm.Of(fields));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("__RequestVerificationToken", text, StringComparison.Ordinal);
        return text;
    }

    private static List<string> Doors(string page) => [.. Door().Matches(page).Select(door => door.Groups["name"].Value)];

    [GeneratedRegex("<section class=\"hp-door\">\\s*<h2[^>]*>(?<name>[^<]*)</h2>", RegexOptions.None, 1000)]
    private static partial Regex Door();

    [GeneratedRegex("<input type=\"hidden\" name=\"[^\"]*\" value=\"(?<value>[^\"]*)\">", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<(?:link|script|img)[^>]*(?:href|src)=\"(?<address>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Loaded();
}
