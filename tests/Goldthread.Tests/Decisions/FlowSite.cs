using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions;

/// <summary>A site with the people of an office, each with a browser without script, and a decision on its way.</summary>
public sealed class FlowSite : IAsyncDisposable
{
    private readonly Dictionary<string, (Guid Person, HttpClient Client)> people = new(StringComparer.Ordinal);

    private readonly bool isOwn;

    private FlowSite(TestSite? over) => (Site, isOwn) = (over ?? new TestSite(), over is null);

    public TestSite Site { get; }

    public static DraftContent Content { get; } = DraftContent.Empty
        .With("title", "Canary lighting in four parks")
        .With("decision-maker", "Deputy Mayor for Policing and Crime")
        .With("summary", "Lamps for four parks.")
        .With("recommendations", "1. Approve a grant of £250,000 for lighting in four parks.")
        .With("background", "Women asked for light on the way home.")
        .With("financial", "The cost is met from the fund.")
        .With("legal", "The powers are there.")
        .With("equality", "Women walk there after dark.")
        .With("personal-data", "no")
        .With("money", "2026/27|250000.00|Community safety fund|none");

    /// <summary>Over a site that is there already, or one of its own.</summary>
    public static async Task<FlowSite> NewAsync(TestSite? over = null)
    {
        var flow = new FlowSite(over);
        if (flow.isOwn)
            await flow.Site.InitializeAsync();
        await flow.JoinAsync("officer", Role.Officer);
        await flow.JoinAsync("chief", Role.ChiefExecutive);
        await flow.JoinAsync("mayor", Role.DecisionMaker);
        await flow.JoinAsync("secretary", Role.Secretariat);
        await flow.JoinAsync("legal", Role.Adviser, AdviceField.Legal);
        await flow.JoinAsync("finance", Role.Adviser, AdviceField.Finance);
        await flow.JoinAsync("equality", Role.Adviser, AdviceField.Equality);
        await flow.JoinAsync("commercial", Role.Adviser, AdviceField.Commercial);
        return flow;
    }

    /// <summary>Who somebody is, with the proof that her browser has given.</summary>
    public async Task<Standing> StandingAsync(string name) =>
        (await Site.Services.GetRequiredService<PeopleService>().StandingAsync(people[name].Person))! with { ProvedAt = Site.Database.Now };

    public Guid Person(string name) => people[name].Person;

    public HttpClient Client(string name) => people[name].Client;

    /// <summary>Lets somebody in, signed in from now on.</summary>
    public async Task JoinAsync(string name, Role role, AdviceField? field = null)
    {
        var service = Site.Services.GetRequiredService<PeopleService>();
        var joined = await service.JoinAsync(new Joining($"{name}-{Guid.NewGuid():N}@example.org", $"Sample {name}", role == Role.DecisionMaker ? "Deputy Mayor for Policing and Crime" : $"Office of the {name}", Roles.Outside.Contains(role) ? "lantern" : null, [new Holding(role, field, service.Today)]), "A test");
        people[name] = (joined.Person!.Value, await Site.SignInAsync(joined.Person.Value));
    }

    /// <summary>Proves anew that it is she: a browser with a fresh session.</summary>
    public async Task ProveAsync(string name) => people[name] = (people[name].Person, await Site.SignInAsync(people[name].Person));

    /// <summary>A draft that the officer began.</summary>
    public async Task<Guid> StartAsync(string reference = "PCD 9501", Func<DraftContent, DraftContent>? with = null) =>
        (await Site.Services.GetRequiredService<DraftService>().StartAsync(TestSite.Body, with is null ? Content : with(Content), await StandingAsync("officer"), reference)).Draft!.Value;

    public async Task<DraftEntry> FindAsync(Guid draft) => (await Site.Services.GetRequiredService<DraftService>().FindAsync(draft, await StandingAsync("officer")))!;

    public async Task<DraftState> StateAsync(Guid draft) => (await FindAsync(draft)).Head.State;

    public async Task<IHtmlDocument> OpenAsync(string name, string address) => new HtmlParser().ParseDocument(await Client(name).GetStringAsync(address));

    /// <summary>Opens a page and sends the form that leads to a handler, with what was changed.</summary>
    public async Task<Sent> SendAsync(string name, string address, string handler, params (string Name, string Value)[] changes)
    {
        using var page = await Client(name).GetAsync(address);
        if (page.StatusCode != HttpStatusCode.OK)
            return new Sent(page.StatusCode, page.Headers.Location?.OriginalString, "");
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var button = document.QuerySelectorAll("form button").FirstOrDefault(button => (button.GetAttribute("formaction") ?? button.Closest("form")!.GetAttribute("action") ?? "").EndsWith($"handler={handler}", StringComparison.Ordinal));
        if (button is null)
            return new Sent(HttpStatusCode.OK, null, document.Body!.TextContent);
        return await PostAsync(name, page, (IHtmlFormElement)button.Closest("form")!, $"{address.Split('#')[0]}?handler={handler}", changes);
    }

    /// <summary>Sends to a handler with the token of another page, whatever the page itself would offer.</summary>
    public async Task<Sent> ForceAsync(string name, string address, string handler, params (string Name, string Value)[] fields)
    {
        using var page = await Client(name).GetAsync("/desk/account");
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        return await PostAsync(name, page, document.QuerySelector<IHtmlFormElement>("main form")!, $"{address}?handler={handler}", fields, only: true);
    }

    private async Task<Sent> PostAsync(string name, HttpResponseMessage page, IHtmlFormElement form, string to, (string Name, string Value)[] changes, bool only = false)
    {
        var typed = form.Elements.SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => Array.Empty<(string, string)>(),
            IHtmlInputElement { Name.Length: > 0 } input => [(input.Name, input.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } area => [(area.Name, area.Value)],
            IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name, select.Value ?? "")],
            _ => [],
        }).Where(field => !only || field.Item1 == "__RequestVerificationToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent(typed.Where(field => changes.All(change => change.Name != field.Item1)).Concat(changes).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))),
        };
        var cookie = page.Headers.TryGetValues("Set-Cookie", out var set) ? set.First(one => one.StartsWith("goldthread-form=", StringComparison.Ordinal)).Split(';')[0] : "";
        request.Headers.Add("Cookie", $"{Client(name).DefaultRequestHeaders.GetValues("Cookie").Single()}; {cookie}");
        using var answer = await Client(name).SendAsync(request);
        return new Sent(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Advises in each field that was asked for; a contract asks for two more.</summary>
    public async Task AdviseAsync(Guid draft)
    {
        if ((await FindAsync(draft)).Content["recommendations"].Contains("contract", StringComparison.Ordinal))
            foreach (var name in new[] { "legal", "commercial" })
                Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(name, $"/desk/decisions/{draft}/advise/{name}", "Give", ("text", $"Canary advice of {name}."))).Status);
        foreach (var name in new[] { "finance", "equality" })
            Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(name, $"/desk/decisions/{draft}/advise/{name}", "Give", ("text", $"Canary advice of {name}."))).Status);
    }

    /// <summary>Takes a draft to whoever decides.</summary>
    public async Task ToMayorAsync(Guid draft)
    {
        await MustAsync(draft, "officer", "take/ask-advice", "AskAdvice", DraftState.Advice);
        await AdviseAsync(draft);
        await MustAsync(draft, "officer", "take/send-on", "SendOn", DraftState.ChiefExecutive);
        await MustAsync(draft, "chief", "decide", "Recommend", DraftState.DecisionMaker);
    }

    /// <summary>Takes a draft as far as its signature.</summary>
    public async Task SignAsync(Guid draft)
    {
        await ToMayorAsync(draft);
        await MustAsync(draft, "mayor", "decide", "Approve", DraftState.Approved, [("has", "none"), .. await WarningsAsync(draft)]);
    }

    /// <summary>The warnings of the decide page, each ticked.</summary>
    public async Task<(string, string)[]> WarningsAsync(Guid draft) =>
        [.. (await OpenAsync("mayor", $"/desk/decisions/{draft}/decide")).QuerySelectorAll<IHtmlInputElement>("input[name=acknowledged]").Select(input => ("acknowledged", input.Value))];

    /// <summary>Takes a step that must go well.</summary>
    public async Task MustAsync(Guid draft, string name, string page, string handler, DraftState to, params (string, string)[] fields)
    {
        var sent = await SendAsync(name, $"/desk/decisions/{draft}/{page}", handler, fields);
        var state = await StateAsync(draft);
        Assert.True(state == to, $"{handler} by the {name} led to {state}, {(int)sent.Status} {sent.Location}: {Errors(sent.Body)}");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
    }

    public static string Errors(string body) => string.Join(" | ", new HtmlParser().ParseDocument(body).QuerySelectorAll(".govuk-error-summary li, .gt-acts__stop, .gt-verdict .gt-list li").Select(one => one.TextContent.Trim()).DefaultIfEmpty(body.Length > 600 ? "" : body));

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, client) in people.Values)
            client.Dispose();
        if (isOwn)
            await Site.DisposeAsync();
    }

    /// <summary>What came back.</summary>
    public sealed record Sent(HttpStatusCode Status, string? Location, string Body);
}
