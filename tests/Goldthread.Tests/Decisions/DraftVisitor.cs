using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Goldthread.Core.People;
using Goldthread.Register.People;
using Goldthread.Tests.People;
using Goldthread.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.Decisions;

/// <summary>Somebody with a browser without script, who opens pages of drafts, fills in what their forms hold and sends it.</summary>
internal sealed class DraftVisitor : IDisposable
{
    private readonly TestBrowser browser;

    private DraftVisitor(TestBrowser browser, Guid person) => (this.browser, Person) = (browser, person);

    public Guid Person { get; }

    public HttpClient Client => browser.Client;

    /// <summary>Lets somebody in and signs her in.</summary>
    public static async Task<DraftVisitor> NewAsync(TestSite site, Role role = Role.Officer)
    {
        var person = await site.JoinAsync(role);
        var key = await site.Services.GetRequiredService<Sessions>().BeginAsync(person, "code", "A test");
        return new DraftVisitor(new TestBrowser(site) { Key = key }, person);
    }

    /// <summary>Begins a draft, from an earlier decision where one is named; gives its address.</summary>
    public async Task<string> BeginAsync(string? from = null)
    {
        var page = "/desk/decisions/new" + (from is null ? "" : $"?from={from}");
        var answer = await SendAsync(await OpenAsync(page), "form[method=post]", page);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Ends her session; what is given back signs her in again.</summary>
    public async Task<Func<Task>> SignOutAsync(TestSite site)
    {
        var sessions = site.Services.GetRequiredService<Sessions>();
        await sessions.EndAsync(browser.Key!);
        return async () => browser.Key = await sessions.BeginAsync(Person, "code", "A test");
    }

    public async Task<IHtmlDocument> OpenAsync(string address) => Parse(await Client.GetStringAsync(address));

    /// <summary>Sends a form of a page as it stands, but for what was changed; to where a button says, where one is named.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string form, string? to, params (string Name, string Value)[] changes)
    {
        var found = page.QuerySelectorAll<IHtmlFormElement>(form).First(one => !(one.GetAttribute("action") ?? "").Contains("sign-out", StringComparison.Ordinal));
        var fields = Inputs(found).Where(input => changes.All(change => change.Name != input.Name)).Concat(changes);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return await Client.PostAsync(to ?? found.GetAttribute("action")!, content);
    }

    /// <summary>Opens a draft, changes fields and saves.</summary>
    public async Task<HttpResponseMessage> SaveAsync(string draft, params (string Field, string Text)[] changes) =>
        await SaveAsync(draft, await OpenAsync(draft), changes);

    /// <summary>Changes fields on a page of a draft opened before, and saves.</summary>
    public Task<HttpResponseMessage> SaveAsync(string draft, IHtmlDocument page, params (string Field, string Text)[] changes) =>
        SendAsync(page, "form[data-draft]", draft + "?handler=Save", [.. changes.Select(change => (change.Field.Contains('.') || change.Field == "wanted" ? change.Field : "text." + change.Field, change.Text))]);

    /// <summary>Saves one field as the page's script does.</summary>
    public async Task<JsonElement> SaveByScriptAsync(string draft, IHtmlDocument page, string field, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, draft + "?handler=Save");
        request.Headers.Accept.ParseAdd("application/json");
        var bases = page.QuerySelectorAll<IHtmlInputElement>("[data-basis]").ToDictionary(input => input.Name![6..], input => input.Value);
        request.Content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("form[data-draft] input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent(string.Join(' ', bases.Select(pair => $"{pair.Key}={pair.Value}"))), "known" },
            { new StringContent(bases[field]), "basis." + field },
            { new StringContent(text), "text." + field },
        };
        using var answer = await Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public void Dispose() => browser.Dispose();

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    // What a browser would send: the value of each input, the choice of each group of radios.
    private static IEnumerable<(string Name, string Value)> Inputs(IHtmlFormElement form) =>
        form.Elements.SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => Array.Empty<(string, string)>(),
            IHtmlInputElement { Name.Length: > 0 } input => [(input.Name, input.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } area => [(area.Name, area.Value.Replace("\n", "\r\n", StringComparison.Ordinal))],
            IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name, select.Value ?? "")],
            _ => [],
        });
}
